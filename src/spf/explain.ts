import { type Asked, recordsOf } from '../dns/resolver.ts';
import { type Phrase, phrase, type Words } from '../text/say.ts';
import { expandMacros, type MacroValues } from './expand.ts';
import { type MacroString, parseMacroString } from './macro.ts';
import type { SpfStep } from './outcome.ts';
import { type SpfRecord, termText } from './record.ts';
import { presentationName, questionOf, type Session, targetOf, valuesForText } from './session.ts';

/** What is left of a longer explanation (RFC 7208 §6.2 allows a limit); its macros are no more than that many. */
const maxLength = 1000;

const printable = /^[\x20-\x7e]*$/;

interface Explained {
  readonly text: string | null;
  readonly reason: Phrase;
  /** The questions that `%{p}` took. */
  readonly asked: readonly Asked[];
}

function unexplained(reason: Phrase, asked: readonly Asked[] = []): Explained {
  return { text: null, reason, asked };
}

const notPrintable: Words = {
  en: 'the explanation holds more than printable ASCII',
  fr: "l'explication contient autre chose que de l'ASCII imprimable",
};

const faulty: Words = {
  en: 'the explanation has a syntax error',
  fr: "l'explication a une erreur de syntaxe",
};

const expandsBeyond: Words = {
  en: 'a macro of the explanation expands to more than printable ASCII',
  fr: "une macro de l'explication donne autre chose que de l'ASCII imprimable",
};

const ofPublisher: Words = { en: 'the explanation of the publisher', fr: "l'explication du domaine" };

const noName: Words = {
  en: 'the domain of the explanation is no valid name',
  fr: "le domaine de l'explication n'est pas un nom valide",
};

const several = {
  en: '{name} has more than one TXT record',
  fr: "{name} a plus d'un enregistrement TXT",
} as const;

const none = {
  en: '{name} has no TXT record to be had',
  fr: "{name} n'a aucun enregistrement TXT que l'on puisse obtenir",
} as const;

/** The first characters of the text, without the work for those that would be cut. */
function expandedStart(string: MacroString, values: MacroValues): string {
  let text = '';
  for (const part of string.parts) {
    if (text.length >= maxLength) break;
    text += expandMacros({ ...string, parts: [part] }, values) ?? '';
  }
  return text.slice(0, maxLength);
}

async function expandText(session: Session, text: string, domain: string): Promise<Explained> {
  if (!printable.test(text)) return unexplained(notPrintable);
  const { value, problems } = parseMacroString(text, 0, 'explanation');
  if (problems.length > 0) return unexplained(faulty);
  const string = { ...value, parts: value.parts.slice(0, maxLength) };
  const { values, asked } = await valuesForText(session, string, domain);
  const expanded = expandedStart(string, (letter) => values(letter)?.slice(0, maxLength) ?? null);
  // A macro can bring in what the client said, line ends included.
  return printable.test(expanded)
    ? { text: expanded, reason: ofPublisher, asked }
    : unexplained(expandsBeyond, asked);
}

/**
 * Fetches and expands the explanation of the record that ended in a fail (RFC 7208 §6.2). Any trouble leaves none.
 * It costs nothing: the limits hold for the evaluation, which is over (§4.6.4).
 */
export async function explain(
  session: Session,
  record: SpfRecord,
  domain: string,
): Promise<{ readonly text: string | null; readonly step: SpfStep } | null> {
  const term = record.terms.find(({ kind }) => kind === 'exp');
  if (term?.kind !== 'exp') return null;
  const { start, end } = term;
  const base = { domain, term: termText(record, term), start, end, cost: 0, void: 0 } as const;
  const target = await targetOf(session, term.domain, domain);
  if (target.kind !== 'name') {
    const questions = target.asked.map(questionOf);
    return { text: null, step: { ...base, questions, effect: 'unexplained', reason: noName } };
  }
  const txt = await session.question(presentationName(target.name), 'TXT');
  const [strings, second] = recordsOf(txt);
  const { text, reason, asked } =
    strings && !second
      ? await expandText(session, strings.join(''), domain)
      : unexplained(phrase(second ? several : none, { name: target.name }));
  const questions = [...target.asked, txt, ...asked].map(questionOf);
  const effect = text === null ? 'unexplained' : 'explained';
  return { text, step: { ...base, target: target.name, questions, effect, reason } };
}

import type * as facts from '../../spf/facts.ts';
import type * as outcome from '../../spf/outcome.ts';
import { cut } from '../../text/cut.ts';
import { type Language, phrase, type Said, say, type Spoken, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { lookupCount } from './proof.ts';
import type { Paint, Tone } from './style.ts';

/** The way of check_host() through the records for one address. */

export type SpfEvaluation = Spoken<facts.SpfEvaluation>;
type SpfStep = Spoken<outcome.SpfStep>;
type SpfVisit = Spoken<outcome.SpfVisit>;

const tones: Readonly<Record<outcome.SpfResult, Tone>> = {
  pass: 'ready',
  fail: 'error',
  softfail: 'error',
  neutral: 'warning',
  none: 'error',
  permerror: 'error',
  temperror: 'unknown',
};

/** What came of a term, in a word or two. */
const effects: Readonly<Record<SpfStep['effect'], Said>> = {
  match: { en: 'matches', fr: 'correspond' },
  'no-match': { en: 'no match', fr: 'ne correspond pas' },
  temperror: 'temperror',
  permerror: 'permerror',
  followed: { en: 'followed', fr: 'suivi' },
  explained: { en: 'explained', fr: 'expliqué' },
  unexplained: { en: 'no text', fr: 'aucun texte' },
};

function isIdle({ effect, questions, nested }: SpfStep): boolean {
  return effect === 'no-match' && questions.length === 0 && nested === undefined;
}

/** What a step says beside its result: nothing where the terms below it, or the word itself, say it. */
function whyOf({ effect, reason, nested, questions }: SpfStep): string {
  if (effect === 'temperror' || effect === 'permerror') return ` (${legible(reason)})`;
  if (nested) return effect === 'match' ? '' : ` (${legible(reason)})`;
  return effect === 'no-match' || questions.length > 0 ? ` (${legible(reason)})` : '';
}

/** Characters of a term. */
const shownTerm = 100;

const stepped = { en: '{term}: {effect}{why}', fr: '{term} : {effect}{why}' } as const;

function stepLines(
  one: SpfStep,
  before: string,
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  const term = legible(cut(one.term, shownTerm));
  const said = say(phrase(stepped, { term, effect: effects[one.effect], why: whyOf(one) }), language);
  const lines = wrap(said, Math.max(20, width - before.length - 2));
  return lines.map((line, index) => {
    const text = `${before}${index === 0 ? '' : '  '}${line}`;
    return one.effect === 'no-match' ? paint('quiet', text) : text;
  });
}

/** Where an include led is drawn only where it decided something. */
function isDrawn({ effect, nested }: SpfStep): boolean {
  return nested !== undefined && effect !== 'no-match';
}

const idleNetwork: Words = { en: '1 network: no match', fr: '1 réseau : ne correspond pas' };
const idleNetworks = {
  en: '{idle} networks: no match',
  fr: '{idle} réseaux : aucun ne correspond',
} as const;

function visitLines(visit: SpfVisit, before: string, options: RenderOptions, paint: Paint): string[] {
  const lines: string[] = [];
  let idle = visit.omitted ?? 0;
  const flush = () => {
    if (idle > 0) {
      const said = say(idle === 1 ? idleNetwork : phrase(idleNetworks, { idle }), options.language ?? 'en');
      lines.push(paint('quiet', `${before}${said}`));
    }
    idle = 0;
  };
  for (const step of visit.steps) {
    if (isIdle(step)) {
      idle += 1;
      continue;
    }
    flush();
    lines.push(...stepLines(step, before, options, paint));
    if (step.nested && isDrawn(step)) {
      lines.push(...visitLines(step.nested, nextGuide(before, options), options, paint));
    }
  }
  flush();
  return lines;
}

function nextGuide(before: string, { width }: RenderOptions): string {
  return before.length + 2 <= width - 24 ? `${before}  ` : before;
}

const nullSender = { en: 'null sender, EHLO {helo}', fr: 'expéditeur nul, EHLO {helo}' } as const;
const envelopeSender = {
  en: 'envelope sender {sender}',
  fr: "expéditeur d'enveloppe {sender}",
} as const;

/** Which name an evaluation is of. */
export function identityOf({ identity, sender, helo }: SpfEvaluation, language: Language): string {
  if (identity === 'helo') return `EHLO ${helo}`;
  return say(sender === '' ? phrase(nullSender, { helo }) : phrase(envelopeSender, { sender }), language);
}

const counted = {
  en: '{identity}; {lookups}, {voids} void{open}',
  fr: '{identity} ; {lookups}, dont {voids} à vide{open}',
} as const;
const hangs: Words = {
  en: '; it hangs on what was not given',
  fr: " ; le résultat dépend de ce qui n'a pas été indiqué",
};
const heading = { en: '{address}: {result}', fr: '{address} : {result}' } as const;
const explains = {
  en: 'The domain explains: "{explanation}"',
  fr: 'Le domaine explique : « {explanation} »',
} as const;

/** The result for one address, and how it came about. */
export function pathLines(one: SpfEvaluation, options: RenderOptions, paint: Paint): string[] {
  const { address, result, lookups, voidLookups, explanation, presumed, reason, trace } = one;
  const { width, language = 'en' } = options;
  const counts = phrase(counted, {
    identity: legible(identityOf(one, language)),
    lookups: lookupCount(lookups),
    voids: voidLookups,
    open: presumed.length > 0 ? hangs : '',
  });
  const indented = (text: string) => wrap(text, width - 2).map((line) => `  ${line}`);
  return [
    paint(tones[result], say(phrase(heading, { address, result }), language)),
    ...indented(say(counts, language)),
    ...(trace ? visitLines(trace, '  ', options, paint) : []),
    ...(trace && trace.steps.length > 0 ? [] : indented(legible(reason))),
    ...(explanation === undefined
      ? []
      : indented(say(phrase(explains, { explanation: legible(explanation) }), language))),
  ];
}

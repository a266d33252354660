import { isFailed, isVoid } from '../dns/resolver.ts';
import { quoted } from '../domain.ts';
import { type Phrase, phrase, type Words } from '../text/say.ts';
import { isFullName } from './expand.ts';
import { type AskingTerm, failureReason, matchesSilently } from './match.ts';
import type { SpfMatch, SpfResult, SpfStep, SpfVisit } from './outcome.ts';
import { isLookup, lookupsOf, reachableMechanisms, redirectOf } from './reach.ts';
import type { KnownModifier, Mechanism, NamedTerm, Qualifier, SpfRecord } from './record.ts';
import { presentationName, questionOf, type Session, targetOf } from './session.ts';
import {
  askingStep,
  charge,
  chargeVoid,
  placeOf,
  type Reading,
  silentStep,
  targetField,
  unusable,
} from './step.ts';
import { spfRecords } from './selection.ts';

/** The record that decided: its `exp` applies (RFC 7208 §6.2). */
interface Final {
  readonly record: SpfRecord;
  readonly domain: string;
  /** Those of its visit, for the `exp` to be added to. */
  readonly steps: SpfStep[];
}

/** One check_host(), and what its caller needs of it. */
export interface Visited {
  readonly visit: SpfVisit;
  readonly matched: SpfMatch | null;
  readonly final: Final | null;
}

/** An include or redirect, which leads to another record. */
type LeadTerm = KnownModifier | NamedTerm;

/** A step, and where it led. */
interface Led {
  readonly step: SpfStep;
  readonly nested: Visited | null;
}

/** How a record ends. */
interface Ending {
  readonly result: SpfResult;
  readonly reason: string | Phrase;
  readonly matched: SpfMatch | null;
  readonly final: Final | null;
}

/** RFC 7208 §4.6.2. */
const results: Readonly<Record<Qualifier, SpfResult>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

/** RFC 7208 §5.2: what the result behind an include makes of it. */
const includes: Readonly<Record<SpfResult, 'match' | 'no-match' | 'temperror' | 'permerror'>> = {
  pass: 'match',
  fail: 'no-match',
  softfail: 'no-match',
  neutral: 'no-match',
  temperror: 'temperror',
  permerror: 'permerror',
  none: 'permerror',
};

const leadsNowhere = {
  en: '"{kind}" leads nowhere: {reason}',
  fr: '« {kind} » ne mène nulle part : {reason}',
} as const;

const gives = { en: '{domain} gives {result}', fr: '{domain} donne {result}' } as const;

/** The result of an include or redirect in its parent, and why. */
function effectOf(term: LeadTerm, { result, reason, domain }: SpfVisit): Pick<SpfStep, 'effect' | 'reason'> {
  if (result === 'temperror' || result === 'permerror') {
    return { effect: term.kind === 'include' ? result : 'followed', reason };
  }
  // RFC 7208 §5.2, §6.1: what leads nowhere is an error of the record that leads there.
  if (result === 'none')
    return { effect: 'permerror', reason: phrase(leadsNowhere, { kind: term.kind, reason }) };
  const effect = term.kind === 'include' ? includes[result] : 'followed';
  return { effect, reason: phrase(gives, { domain, result }) };
}

/** Evaluates what an include or redirect leads to, for the same sender. */
async function follow(reading: Reading, term: LeadTerm): Promise<Led> {
  const tooMany = charge(reading, term);
  if (tooMany) return { step: tooMany, nested: null };
  const { session, domain } = reading;
  const target = await targetOf(session, term.domain, domain);
  const questions = target.asked.map(questionOf);
  const base = {
    ...placeOf(reading, term),
    cost: lookupsOf(term),
    ...targetField(target),
    questions,
  } as const;
  if (target.kind === 'unmatchable') {
    const effect = term.kind === 'include' ? 'no-match' : 'permerror';
    return { step: { ...base, void: 0, effect, reason: unusable(target) }, nested: null };
  }
  const own = target.asked.some(isVoid);
  const tooManyVoid = own ? chargeVoid(session) : null;
  if (tooManyVoid !== null) {
    return { step: { ...base, void: 1, effect: 'permerror', reason: tooManyVoid }, nested: null };
  }
  const nested = await visit(session, target.name);
  const found = nested.visit.questions.every(({ status }) => status !== 'nodata' && status !== 'nxdomain');
  // One more than the limit or not: what leads nowhere is a permerror.
  if (!found && !own) chargeVoid(session);
  const isVoidTerm = own || !found ? 1 : 0;
  const step = { ...base, void: isVoidTerm, ...effectOf(term, nested.visit), nested: nested.visit } as const;
  return { step, nested };
}

/** A mechanism that asks the DNS. */
async function stepOf(reading: Reading, term: AskingTerm): Promise<SpfStep> {
  return term.kind === 'include' ? (await follow(reading, term)).step : askingStep(reading, term);
}

/** The result of `redirect` (RFC 7208 §6.1). */
async function redirected(reading: Reading, term: KnownModifier, steps: SpfStep[]): Promise<Ending> {
  const { step, nested } = await follow(reading, term);
  steps.push(step);
  if (!nested || step.effect === 'permerror') {
    const result = step.effect === 'temperror' ? 'temperror' : 'permerror';
    return { result, reason: step.reason, matched: null, final: null };
  }
  const { visit: behind, matched, final } = nested;
  return { result: behind.result, reason: behind.reason, matched, final };
}

/** Steps of one trace; of what is more, those that ask nothing and do not match are counted only. */
const maxSteps = 1000;

/** The steps of one visit, as far as the trace has room. */
interface Written {
  readonly steps: SpfStep[];
  omitted: number;
}

/** Whether the trace has room for one more step that says nothing. */
function hasRoom({ session }: Reading, written: Written): boolean {
  session.steps += 1;
  if (session.steps <= maxSteps) return true;
  written.omitted += 1;
  return false;
}

/** How a term that decides ends the record; null where it decides nothing. */
function endingOf(reading: Reading, term: Mechanism, step: SpfStep, steps: SpfStep[]): Ending | null {
  const { record, domain } = reading;
  const { effect, reason } = step;
  if (effect === 'temperror' || effect === 'permerror') {
    return { result: effect, reason, matched: null, final: null };
  }
  if (effect !== 'match') return null;
  const matched = { record: record.text, ...placeOf(reading, term) };
  return { result: results[term.qualifier], reason, matched, final: { record, domain, steps } };
}

const noMatch: Words = { en: 'no mechanism matches', fr: 'aucun mécanisme ne correspond' };

/** The terms of a record without a fault, from left to right, then `redirect`. */
async function evaluateTerms(reading: Reading, written: Written): Promise<Ending> {
  const { record } = reading;
  const { steps } = written;
  for (const { term } of reachableMechanisms(record)) {
    if (!isLookup(term)) {
      const matches = matchesSilently(reading.session, term);
      // Of thousands of networks most say nothing.
      if (matches || hasRoom(reading, written)) steps.push(silentStep(reading, term, matches));
      if (!matches) continue;
    } else {
      // oxlint-disable-next-line no-await-in-loop -- the first term that matches decides (RFC 7208 §4.6.2)
      steps.push(await stepOf(reading, term));
    }
    const step = steps.at(-1);
    const ending = step ? endingOf(reading, term, step, steps) : null;
    if (ending) return ending;
  }
  const redirect = redirectOf(record);
  if (redirect) return redirected(reading, redirect.term, steps);
  // RFC 7208 §4.7.
  return { result: 'neutral', reason: noMatch, matched: null, final: null };
}

function unread(
  domain: string,
  result: 'none' | 'permerror' | 'temperror',
  reason: Phrase,
  more: Partial<Pick<SpfVisit, 'questions' | 'record'>> = {},
): Visited {
  const empty = { domain, questions: [], record: null, steps: [] };
  return { visit: { ...empty, ...more, result, reason }, matched: null, final: null };
}

const noName = { en: '{name} is no domain name', fr: "{name} n'est pas un nom de domaine" } as const;

const noFullName = {
  en: '{name} is no full domain name',
  fr: "{name} n'est pas un nom de domaine complet",
} as const;

const noDomain = { en: '{domain} does not exist', fr: "{domain} n'existe pas" } as const;

const noRecord = {
  en: '{domain} publishes no SPF record',
  fr: '{domain} ne publie aucun enregistrement SPF',
} as const;

const severalRecords = {
  en: '{domain} publishes {count} SPF records',
  fr: '{domain} publie {count} enregistrements SPF',
} as const;

const faulty = {
  en: 'the record of {domain} has a syntax error at {text}',
  fr: "l'enregistrement publié par {domain} a une erreur de syntaxe à {text}",
} as const;

/** check_host() for a domain to which a term leads, or for the first (RFC 7208 §4.3 to §4.7). */
async function visit(session: Session, domain: string): Promise<Visited> {
  if (!isFullName(domain)) return unread(domain, 'none', phrase(noFullName, { name: quoted(domain) }));
  const txt = await session.question(presentationName(domain), 'TXT');
  const questions = [questionOf(txt)];
  if (isFailed(txt)) return unread(domain, 'temperror', failureReason(session, txt), { questions });
  const records = spfRecords(txt);
  const [record, second] = records;
  if (!record) {
    const missing = txt.answer.status === 'nxdomain' ? noDomain : noRecord;
    return unread(domain, 'none', phrase(missing, { domain }), { questions });
  }
  if (second) {
    const reason = phrase(severalRecords, { domain, count: records.length });
    return unread(domain, 'permerror', reason, { questions });
  }
  const { text, problems } = record;
  const [fault] = problems;
  if (fault) {
    const reason = phrase(faulty, { domain, text: quoted(text.slice(fault.start, fault.end)) });
    return unread(domain, 'permerror', reason, { questions, record: text });
  }
  const written: Written = { steps: [], omitted: 0 };
  const ending = await evaluateTerms({ session, record, domain }, written);
  const { result, reason, matched, final } = ending;
  const { steps, omitted } = written;
  const base = { domain, questions, record: text, steps, result, reason };
  return { visit: omitted > 0 ? { ...base, omitted } : base, matched, final };
}

/** check_host() for the domain of the sender. What no mail domain can be, a domain-literal too, is none (§4.3). */
export function visitFirst(session: Session): Promise<Visited> {
  const { domain } = session.sender;
  if (/^[\w-]+(?:\.[\w-]+)*$/.test(domain)) return visit(session, domain.toLowerCase());
  return Promise.resolve(unread(domain, 'none', phrase(noName, { name: quoted(domain) })));
}

import { isVoid } from '../dns/resolver.ts';
import { type Phrase, phrase, type Words } from '../text/say.ts';
import {
  type AskingTerm,
  overtime,
  testAsking,
  type Tested,
  silentReason,
  type SilentTerm,
} from './match.ts';
import type { SpfMatch, SpfStep } from './outcome.ts';
import { type LookupTerm, lookupsOf } from './reach.ts';
import { type KnownModifier, type Mechanism, type SpfRecord, termText } from './record.ts';
import { presentationName, questionOf, type Session, type Target, targetOf } from './session.ts';

const noQuestions: readonly [] = [];

/** A record under evaluation. */
export interface Reading {
  readonly session: Session;
  readonly record: SpfRecord;
  readonly domain: string;
}

/** Where a term stands. */
export function placeOf(
  { record, domain }: Reading,
  term: Mechanism | KnownModifier,
): Omit<SpfMatch, 'record'> {
  const { start, end } = term;
  return { domain, term: termText(record, term), start, end };
}

const tooManyLookups = {
  en: 'the evaluation needs more than {limit} lookups',
  fr: "l'évaluation demande plus de {limit} recherches DNS",
} as const;

/**
 * Counts a term that asks the DNS; the step that ends the evaluation where that passes the limit (RFC 7208 §4.6.4), or
 * where there is no time left.
 */
export function charge(reading: Reading, term: LookupTerm): SpfStep | null {
  const { session } = reading;
  const cost = lookupsOf(term);
  session.lookups += cost;
  const limit = session.limits.lookups;
  const passed = session.lookups > limit;
  if (!passed && !session.timedOut()) return null;
  const base = { ...placeOf(reading, term), cost, void: 0, questions: noQuestions } as const;
  return passed
    ? { ...base, effect: 'permerror', reason: phrase(tooManyLookups, { limit }) }
    : { ...base, effect: 'temperror', reason: overtime(session) };
}

const tooManyVoids = {
  en: 'the evaluation comes to more than {limit} terms whose questions find nothing',
  fr: "l'évaluation rencontre plus de {limit} termes dont les requêtes ne trouvent rien",
} as const;

/**
 * Counts a term of which a question found nothing, once however many (RFC 7208 §4.6.4 counts terms); the reason to end
 * where it is one too many.
 */
export function chargeVoid(session: Session): Phrase | null {
  session.voidLookups += 1;
  const limit = session.limits.voidLookups;
  if (session.voidLookups <= limit) return null;
  return phrase(tooManyVoids, { limit });
}

const unmatchable: Words = {
  en: 'it needs the local part of the sender, which no name can hold (RFC 8616 §4)',
  fr: "il lui faut la partie locale de l'expéditeur, qu'aucun nom ne peut contenir (RFC 8616 §4)",
};

const malformed: Words = {
  en: 'its domain expands to a name that the DNS cannot hold',
  fr: 'son domaine donne, une fois développé, un nom que le DNS ne peut pas contenir',
};

/** Why a target cannot be asked for. */
export function unusable({ kind }: Target): Words {
  return kind === 'unmatchable' ? unmatchable : malformed;
}

/** What a step says of its target. */
export function targetField({ name }: Target): Pick<SpfStep, 'target'> {
  return name === '' ? {} : { target: name };
}

/** A mechanism that asks the DNS, `include` aside. */
export async function askingStep(reading: Reading, term: AskingTerm): Promise<SpfStep> {
  const tooMany = charge(reading, term);
  if (tooMany) return tooMany;
  const { session, domain } = reading;
  const target = await targetOf(session, term.domain, domain);
  // RFC 7208 §4.8 leaves open what a malformed name does: it matches nothing.
  const tested: Tested =
    target.kind === 'name'
      ? await testAsking(session, term, presentationName(target.name))
      : { effect: 'no-match', reason: unusable(target), asked: [] };
  const asked = [...target.asked, ...tested.asked];
  const empty = asked.some(isVoid);
  const base = {
    ...placeOf(reading, term),
    cost: lookupsOf(term),
    void: empty ? (1 as const) : (0 as const),
    ...targetField(target),
    questions: asked.map(questionOf),
  };
  const tooManyVoid = empty ? chargeVoid(session) : null;
  if (tooManyVoid !== null) return { ...base, effect: 'permerror', reason: tooManyVoid };
  if (tested.effect !== 'match' && session.timedOut()) {
    return { ...base, effect: 'temperror', reason: overtime(session) };
  }
  return { ...base, effect: tested.effect, reason: tested.reason };
}

/** A mechanism that asks nothing. Written out: most steps of most traces are of this kind. */
export function silentStep(
  { session, record, domain }: Reading,
  term: SilentTerm,
  matches: boolean,
): SpfStep {
  const { start, end } = term;
  return {
    domain,
    term: record.text.slice(start, end),
    start,
    end,
    cost: 0,
    void: 0,
    questions: noQuestions,
    effect: matches ? 'match' : 'no-match',
    reason: silentReason(session, term, matches),
  };
}

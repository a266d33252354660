import { presentedRecords } from './dns/presentation.ts';
import type { Answer, Asked, Failure, Question, RecordType } from './dns/resolver.ts';
import type { FactName, FactSections } from './facts.ts';
import { type Profile, sendingProfiles } from './profile.ts';
import type { Severity } from './severity.ts';
import type { Subject } from './subject.ts';
import type { Placeholders, Said, Words } from './text/say.ts';

export type Area = 'domain' | 'spf' | 'dkim' | 'dmarc' | 'dnsbl' | 'mx' | 'ptr' | 'helo' | 'address';

/**
 * Templates in one language, plain English in the check itself; `{name}` stands for a parameter that the check must
 * supply. The other languages are in `locale`.
 */
export interface Messages {
  readonly title: string;
  readonly explanation: string;
  /** What a receiver does about it; the replies themselves are data in `smtp/consequences`. */
  readonly consequence: string;
  readonly remedy: string;
}

/** The parameters that the placeholders of all four templates ask for. */
export type Params<M extends Messages> = {
  readonly [Name in Placeholders<M[keyof Messages]>]: Said;
};

/** A question and its answer as a report shows them. */
export interface Evidence {
  readonly name: string;
  readonly type: RecordType;
  readonly status: 'found' | 'nodata' | 'nxdomain' | 'failed';
  /** In presentation form, TXT strings joined; untrusted text. */
  readonly records: readonly string[];
  readonly failure?: Failure;
}

/** A place inside a record: UTF-16 offsets, `end` exclusive. */
export interface Place {
  readonly record: string;
  readonly start: number;
  readonly end: number;
}

/** A record to publish in the place of what stands at this name and type and begins alike. */
export interface Fix {
  readonly name: string;
  readonly type: RecordType;
  readonly value: string;
  /** Of an SPF record: what the evaluation came to with it in place. */
  readonly proof?: FixProof;
}

export interface FixProof {
  readonly lookups: number;
  /** False where part of the tree is unseen: then `lookups` is a lower bound. */
  readonly complete: boolean;
  readonly voidLookups: { readonly ipv4: number; readonly ipv6: number };
  /**
   * Every address that the published records name is named. `more`: others as well, those in `added` apart. `fewer`:
   * today everybody passes. `unknown`: who else, nobody could read. `new`: the published records name nobody.
   */
  readonly hosts: 'same' | 'more' | 'fewer' | 'unknown' | 'new';
  /** Given addresses that it is made to authorize. */
  readonly added: readonly string[];
}

export interface FindingDraft<P> {
  /** The canonical thing the finding is about (name, selector, address and list, term): its stable key. */
  readonly about: string;
  readonly params: P;
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
  readonly at?: Place;
  readonly fix?: readonly Fix[];
  readonly evidence: readonly Evidence[];
}

/** What a check could not determine. */
export interface UnknownDraft {
  readonly about: string;
  /** The question that failed, or that nobody can ask. */
  readonly unknown: Question | null;
  /** One clause, no final full stop. */
  readonly reason: Said;
  /** false: coverage only, leaves verdict and exit code alone. */
  readonly blocking: boolean;
}

export type Draft<P> = FindingDraft<P> | UnknownDraft;

export interface CheckContext {
  readonly subject: Subject;
}

export interface CheckDefinition<
  Id extends string,
  M extends Messages,
  N extends FactName,
  O extends FactName = never,
> {
  readonly id: Id;
  readonly area: Area;
  /** The sections of the facts it reads. One that is absent makes the check not applicable, a failed one unknown. */
  readonly needs: readonly N[];
  /** Sections that it reads where they are there. */
  readonly optional?: readonly O[];
  readonly severity: Severity;
  /** The clause, or the receivers' rule, behind it. */
  readonly reference: string;
  /** What must be expected of the domain for it to run; where it is left out, that it sends. */
  readonly profiles?: readonly Profile[];
  /** Findings that make this one superfluous for the same subject. */
  readonly notBeside?: readonly string[];
  readonly messages: M;
  /** False where the facts leave nothing to check: not applicable instead of passed. */
  applies?(facts: Pick<FactSections, N> & Partial<Pick<FactSections, O>>, context: CheckContext): boolean;
  find(
    facts: Pick<FactSections, N> & Partial<Pick<FactSections, O>>,
    context: CheckContext,
  ): Iterable<Draft<Params<M>>>;
}

/** A check with its types erased, as the runner sees it. */
export interface Check {
  readonly id: string;
  readonly area: Area;
  readonly needs: readonly FactName[];
  readonly optional: readonly FactName[];
  readonly severity: Severity;
  readonly reference: string;
  readonly profiles: readonly Profile[];
  readonly notBeside: readonly string[];
  readonly messages: Messages;
  applies(facts: Partial<FactSections>, context: CheckContext): boolean;
  find(facts: Partial<FactSections>, context: CheckContext): Iterable<Draft<Readonly<Record<string, Said>>>>;
}

/** A check whose id is known to the compiler, so that consequences can name it. */
export type CheckOf<Id extends string> = Check & { readonly id: Id };

/** Declares a check; the compiler derives the parameters it must supply from its messages. */
export function defineCheck<
  const Id extends string,
  const M extends Messages,
  const N extends FactName,
  const O extends FactName = never,
>(definition: CheckDefinition<Id, M, N, O>): CheckOf<Id> {
  type Given = Pick<FactSections, N> & Partial<Pick<FactSections, O>>;
  return {
    ...definition,
    optional: definition.optional ?? [],
    profiles: definition.profiles ?? sendingProfiles,
    notBeside: definition.notBeside ?? [],
    // judge() hands over the sections that `needs` names, and only when all of them are there.
    applies: (facts, context) => definition.applies?.(facts as Given, context) ?? true,
    find: (facts, context) => definition.find(facts as Given, context),
  };
}

/** A question and its answer as evidence. */
export function evidence(asked: Asked): Evidence {
  const { name, type, answer } = asked;
  if (answer.status === 'failed')
    return { name, type, status: 'failed', records: [], failure: answer.failure };
  // In one order, whatever the server's: resolvers rotate what they answer.
  return { name, type, status: answer.status, records: presentedRecords(asked).toSorted() };
}

const failures: Readonly<Record<Failure, Words>> = {
  servfail: { en: 'the server answered SERVFAIL', fr: 'le serveur a répondu SERVFAIL' },
  refused: { en: 'the server refused the question', fr: 'le serveur a refusé la requête' },
  timeout: { en: 'no answer came in time', fr: 'aucune réponse dans le délai imparti' },
  unreachable: { en: 'no server could be reached', fr: "aucun serveur n'a pu être joint" },
  badresponse: { en: 'the answer could not be read', fr: "la réponse n'a pas pu être lue" },
  blind: {
    en: 'the resolver denies this top-level domain: it does not see the public DNS; give --server',
    fr: "le résolveur nie l'existence de ce domaine de premier niveau : il ne voit pas le DNS public ; indiquer --server",
  },
  badname: {
    en: 'this name cannot be asked over this transport',
    fr: 'ce nom ne peut pas être interrogé par ce transport',
  },
  other: { en: 'the question failed', fr: 'la requête a échoué' },
};

const settlesNothing: Words = {
  en: 'the answer settles nothing',
  fr: 'la réponse ne permet pas de conclure',
};

/** Why an answer settles nothing, one clause. */
export function failureReason(answer: Answer): Words {
  return answer.status === 'failed' ? failures[answer.failure] : settlesNothing;
}

/** An unknown for a question that failed. */
export function undetermined(about: string, asked: Asked, blocking = true): UnknownDraft {
  const { name, type, answer } = asked;
  return { about, unknown: { name, type }, reason: failureReason(answer), blocking };
}

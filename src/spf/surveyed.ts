import type { Failure } from '../dns/resolver.ts';
import type { Phrase } from '../text/say.ts';
import type { ByFamily } from './family.ts';
import type { SpfTerm } from './record.ts';
import type { SpfPlace } from './tally.ts';

/** A survey of SPF as plain JSON: the whole tree, and what it costs and authorizes. */

/** How many addresses; IPv6 in decimal digits, since there can be more than a number holds. */
export interface SpfAddresses {
  readonly ipv4: number;
  readonly ipv6: string;
  /** False where it may be more or fewer: macros, `ptr`, failed questions. */
  readonly complete: boolean;
}

export interface SpfSurvey {
  readonly domain: string;
  /** Terms that ask the DNS where nothing matches before the end (RFC 7208 §4.6.4). */
  readonly lookups: {
    /** null where there are several records: each counts for itself. */
    readonly total: number | null;
    readonly limit: number;
    /** What is left of the limit, 0 at least; null as `total` is. */
    readonly left: number | null;
    /** False where part of the tree is unseen: then the total is a lower bound. */
    readonly complete: boolean;
    /** The first that is not allowed. */
    readonly passedAt: SpfPlace | null;
    /** The term of the domain's own record that costs most, with all it leads to. */
    readonly dearest: { readonly term: string; readonly cost: number } | null;
  };
  /** Terms whose questions find nothing, by the family of the client (RFC 7208 §4.6.4, §5). */
  readonly voidLookups: {
    readonly limit: number;
    /** False where a failed question, the client, the message or an unseen record may add to them. */
    readonly complete: boolean;
  } & ByFamily<number | null>;
  /** Those that pass: an error ends an evaluation for all that no earlier term matches. */
  readonly addresses: SpfAddresses;
  /** Those that terms let pass, errors aside; of several records all together. */
  readonly named: SpfAddresses;
  /** The providers that the tree names, in its order. */
  readonly providers: readonly string[];
  /** The domain's own record; several where there are several; none where there is none. */
  readonly records: readonly SurveyedRecord[];
}

/** A domain that the tree leads to, and what it publishes. */
export interface SurveyedRecord {
  readonly domain: string;
  readonly state: 'read' | 'missing' | 'no-such-domain' | 'several' | 'failed';
  /** null unless it was read. Cut at 4,000 characters. */
  readonly record: string | null;
  /** Octets of the whole record. */
  readonly octets: number;
  /** In the order of an evaluation: mechanisms, those never reached, then modifiers. */
  readonly terms: readonly SurveyedTerm[];
  /** Terms that are not listed. */
  readonly omitted: number;
}

export interface SurveyedTerm {
  /** Cut at 300 characters, as every term of a survey; one that a note names at 100. */
  readonly text: string;
  /** UTF-16 offsets into the record, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: SpfTerm['kind'];
  /** Which of the lookups it is, from 1; null where it costs none. */
  readonly lookup: number | null;
  /** Lookups of the term and of all it leads to. */
  readonly cost: number;
  readonly void: ByFamily<boolean>;
  /** What it matches by itself; absent where it matches no addresses. */
  readonly addresses?: SpfAddresses;
  /** The name it asks for. */
  readonly target?: string;
  readonly provider?: string;
  readonly notes: readonly SpfNote[];
  /** What an include or redirect leads to. */
  readonly leadsTo?: SurveyedRecord;
}

/** What is to be said of a term. */
export type SpfNote =
  /** The first lookup too many. */
  | { readonly note: 'limit' }
  /** The first void lookup too many for clients of that family. */
  | { readonly note: 'void-limit'; readonly family: 'ipv4' | 'ipv6' }
  /** It stands behind that term, which always matches. */
  | { readonly note: 'unreachable'; readonly by: string }
  /** A modifier that counts for nothing: beside that term, or because nobody knows it (null). */
  | { readonly note: 'ignored'; readonly by: string | null }
  /** Every address it matches belongs to an earlier term; that one has the first of them. */
  | { readonly note: 'covered'; readonly by: string }
  /** The same record was read before, in the record of that domain. */
  | { readonly note: 'repeated'; readonly in: string }
  | { readonly note: 'loop'; readonly path: readonly string[] }
  /** The message decides where it leads. */
  | { readonly note: 'message' }
  /** The client decides whether it matches. */
  | { readonly note: 'client' }
  /** Our own limit ended the walk here. */
  | { readonly note: 'capped' }
  | { readonly note: 'malformed' }
  | { readonly note: 'failed'; readonly failure: Failure }
  /** The names of an `a`, `mx` or `exists` hold no such record. */
  | { readonly note: 'empty' }
  | { readonly note: 'missing'; readonly state: 'missing' | 'no-such-domain' }
  | { readonly note: 'several'; readonly count: number }
  | { readonly note: 'everyone' }
  /** A fault of the grammar: its code, and one clause. */
  | { readonly note: 'fault'; readonly code: string; readonly fault: Phrase };

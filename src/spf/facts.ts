import type { Asked } from '../dns/resolver.ts';
import type { SpfMatch, SpfOutcome, SpfVisit } from './outcome.ts';
import type { SpfRecord } from './parse.ts';

export interface SpfFacts {
  /** The envelope domain that SPF is judged for. */
  readonly domain: string;
  readonly txt: Asked<'TXT'>;
  /** Every TXT record that begins a v=spf1 record (RFC 7208 §4.5), by text: in any order the DNS may answer. */
  readonly records: readonly SpfRecord[];
  /** The walk from the one record; null where there is none or more than one. */
  readonly tree: SpfNode | null;
  /** Where there are several records: a walk from each, as if it were the only one. */
  readonly apart: readonly SpfNode[];
  /**
   * Single hosts that the domain's own records authorize, those it redirects to, and those it includes of the same
   * registrable domain: `ip4`, `ip6`, `a` and `mx` without a range. Of several records all count, redirects aside.
   */
  readonly hosts: readonly AuthorizedHost[];
  /** Failed questions about `a` and `mx` of those records: hosts that `hosts` may lack. */
  readonly hostsFailed: readonly Asked[];
  /** Where SPF is found that receivers do not look for. */
  readonly elsewhere: SpfElsewhere;
  /** The registrable domains of targets that do not exist, asked with type CNAME (RFC 8020 §2). */
  readonly registrations: readonly Asked<'CNAME'>[];
  /** check_host() for the addresses that the user gave, at most 256. */
  readonly evaluations: readonly SpfEvaluation[];
  readonly remedies: readonly SpfRemedy[];
}

/** A record to publish in the place of those at a name, proven over the same DNS. */
export interface SpfRemedy {
  readonly name: string;
  readonly text: string;
  /** Lookups of the domain with it; a lower bound where `complete` is false. */
  readonly lookups: number;
  readonly complete: boolean;
  readonly voidLookups: { readonly ipv4: number; readonly ipv6: number };
  /**
   * Every address that the records name today is named. `more`: others as well, those in `added` apart. `fewer`: today
   * everybody passes. `unknown`: who else, nobody has read. `new`: the records name nobody today.
   */
  readonly hosts: 'same' | 'more' | 'fewer' | 'unknown' | 'new';
  /** Given addresses that the record is made to authorize. */
  readonly added: readonly string[];
}

/** TXT at names beside the domain, each asked only where something can be concluded from it. */
export interface SpfElsewhere {
  readonly dmarc: Asked<'TXT'>;
  /** At `_spf` and `www`, where the domain itself has no record; of `www` the CNAME too. */
  readonly spf?: Asked<'TXT'>;
  readonly www?: Asked<'TXT'>;
  readonly wwwAlias?: Asked<'CNAME'>;
  /** At a name that nobody publishes, where one of the others holds SPF: a wildcard would answer there as well. */
  readonly control?: Asked<'TXT'>;
}

/** SPF evaluated for one address and identity. */
export interface SpfEvaluation extends Omit<SpfOutcome, 'trace' | 'matched'> {
  readonly address: string;
  readonly identity: 'mail-from' | 'helo';
  /** As it went into the evaluation; empty for the null sender and for the EHLO name. */
  readonly sender: string;
  readonly helo: string;
  /** What the result hangs on and the user did not say. */
  readonly presumed: readonly ('sender' | 'helo')[];
  /** Its record is in the tree. */
  readonly matched?: Omit<SpfMatch, 'record'>;
  /** The innermost term that ended it in permerror; absent where that was the domain's own record as a whole. */
  readonly stoppedAt?: Omit<SpfMatch, 'record'>;
  /** For the first addresses; long texts are cut. */
  readonly trace?: SpfVisit;
}

/** One domain whose record the walk read. */
export interface SpfNode {
  readonly domain: string;
  readonly txt: Asked<'TXT'>;
  /** By text, as in `SpfFacts`. */
  readonly records: readonly SpfRecord[];
  /** Terms that ask the DNS and that an evaluation can reach, in its order: mechanisms, then `redirect`. */
  readonly branches: readonly SpfBranch[];
  /** How many more such terms there are: the walk stopped at its cap of branches. */
  readonly omitted?: number;
  /** The `exp` of a record that speaks for the domain itself. */
  readonly explanation?: SpfExplanation;
}

export interface SpfExplanation {
  /** Index into the terms of the node's record. */
  readonly term: number;
  /** The name asked; null where it depends on the message. */
  readonly target: string | null;
  /** null where there is no name to ask. */
  readonly asked: Asked<'TXT'> | null;
}

/** A term that asks the DNS, and what it leads to. */
export interface SpfBranch {
  /** Index into the terms of the node's record, those that the facts omit included. */
  readonly term: number;
  /** The name asked; null where it depends on the message (macros such as %{i}). */
  readonly target: string | null;
  /** The answers for `a` (A, AAAA), `mx` (MX, then A and AAAA of at most ten names) and `exists` (A). */
  readonly asked: readonly Asked[];
  /** For include and redirect; absent for a loop, a macro, a malformed name, or past the cap of the walk. */
  readonly node?: SpfNode;
  /** The domains from the first visit back to it, where the target is already being walked. */
  readonly loop?: readonly string[];
  /** The walk stopped here at its cap of names, depth, text or hosts. */
  readonly capped?: true;
  /** The target is no name that the DNS can hold: check_host() ends in none (RFC 7208 §4.3) unasked. */
  readonly malformed?: true;
}

export interface AuthorizedHost {
  readonly address: string;
  /** The term as written, `ip4:192.0.2.1`. */
  readonly term: string;
}

import type { ListPurpose } from './list.ts';
import type { AddressSource } from '../subject.ts';
import type { Asked } from '../dns/resolver.ts';
import type { Phrase } from '../text/say.ts';

export type ListKind = 'ipv4' | 'ipv6' | 'domain';

/** How much a listing matters, in the words of the severities. */
export type ListWeight = 'critical' | 'error' | 'warning' | 'notice';

/** What the test points of a list said (RFC 5782 §5), asked once a run. */
export type ListHealth =
  | { readonly state: 'working' }
  /** The operator refuses this resolver: the answer is no verdict. */
  | { readonly state: 'refused'; readonly code: string; readonly meaning: string | Phrase }
  /** Emptied, wildcarded, or rewritten by the resolver. */
  | { readonly state: 'broken'; readonly why: 'empty' | 'wildcard' | 'rewritten' }
  | { readonly state: 'unknown'; readonly asked: Asked };

export interface ListStatus {
  readonly zone: string;
  readonly name: string;
  /** Only an entry of a list that blocks is a fault. */
  readonly purpose: ListPurpose;
  readonly kinds: readonly ListKind[];
  /** Page where the operator takes requests for removal, or says how entries expire. */
  readonly delisting: string;
  readonly health: ListHealth;
  /** The question about a test point that decided `health`. */
  readonly test: Asked<'A'>;
}

export interface ListingCode {
  /** The address answered, `127.0.0.3`. */
  readonly code: string;
  readonly meaning: string | Phrase;
}

export type ListingOutcome = 'listed' | 'not-listed' | 'refused' | 'unknown';

/** One subject beside one list. Lists that are not working are not asked. */
export interface Listing {
  /** An address or a domain. */
  readonly subject: string;
  readonly kind: 'address' | 'domain';
  readonly zone: string;
  readonly outcome: ListingOutcome;
  /** The codes behind `listed` or `refused`. */
  readonly codes: readonly ListingCode[];
  /** Of the heaviest code; there where the outcome is `listed`. */
  readonly weight?: ListWeight;
  /** The list's TXT for a listing, joined; untrusted text. */
  readonly reason?: string;
  /** The question for the reason failed: there may be one. */
  readonly reasonUnread?: true;
  readonly asked: Asked<'A'>;
}

export interface DnsblFacts {
  readonly addresses: readonly { readonly address: string; readonly source: AddressSource }[];
  readonly domains: readonly string[];
  /** Questions for hosts that SPF authorizes whose answers failed: addresses may be missing here. */
  readonly failed: readonly Asked[];
  /** Those that know one of the addresses or domains by its kind. */
  readonly lists: readonly ListStatus[];
  /** In the order of addresses, domains and lists. Not-listed ones are kept: they are what was checked. */
  readonly listings: readonly Listing[];
  /** Addresses left out at the cap. */
  readonly omitted: number;
}

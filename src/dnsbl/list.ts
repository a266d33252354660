import type { ListKind, ListWeight } from './facts.ts';

/** What an answer stands for: its meaning in words, and its own weight where that differs from the list's. */
export interface ListEntry {
  readonly meaning: string;
  readonly weight?: ListWeight;
}

/** How a list codes its entries (RFC 5782 §2.3). */
export type Coding =
  /** Each documented answer has its meaning, `127.0.0.2`. */
  | { readonly form: 'values'; readonly values: Readonly<Record<string, ListEntry>> }
  /** The last octet of 127.0.0.x is the sum of these bits. */
  | { readonly form: 'bits'; readonly bits: Readonly<Record<number, ListEntry>> };

/** A blocklist asked over the DNS. */
export interface Dnsbl {
  readonly zone: string;
  readonly name: string;
  readonly kinds: readonly ListKind[];
  /** How much a listing matters: `critical` where large receivers refuse mail for it. */
  readonly weight: ListWeight;
  readonly coding: Coding;
  /** Documented answers that refuse the resolver; 127.255.255.0/24 is one for every list. */
  readonly refusals: Readonly<Record<string, string>>;
  /** Labels in front of the zone (RFC 5782 §5). One of `listed` suffices; they are tried in turn. */
  readonly test: { readonly listed: readonly [string, ...string[]]; readonly unlisted: string };
  readonly delisting: string;
}

import type { Asked } from '../dns/resolver.ts';
import type { DkimKey } from './key.ts';

export type SelectorSource = 'given' | 'common';

export interface DkimFacts {
  /** The From domain, whose signatures align by themselves. */
  readonly domain: string;
  /** `_domainkey.<domain>`, asked with type CNAME: an alias cannot deny its target in its stead (RFC 8020). */
  readonly domainkey: Asked<'CNAME'>;
  /**
   * A selector that nobody publishes: an answer betrays a wildcard. Where this question failed and an answer hangs on
   * it, another such selector was asked for; it stands here if it was answered.
   */
  readonly control: Asked<'TXT'>;
  /** Common selectors that were tried, found or not, in the order tried. */
  readonly tried: readonly string[];
  /**
   * Every given selector, and of the others those that failed, those that have an answer of their own and, where
   * `control` failed, those of which nobody can tell.
   */
  readonly selectors: readonly DkimSelector[];
}

export interface DkimSelector {
  readonly selector: string;
  readonly domain: string;
  readonly source: SelectorSource;
  readonly txt: Asked<'TXT'>;
  /** Where the name is an alias, the key is published by someone else; null where not asked (a common selector without keys here). */
  readonly alias: Asked<'CNAME'> | null;
  /**
   * One a TXT record, its strings joined (RFC 6376 §3.6.2.2), in the order of the texts; at most ten. None where the
   * records of a common selector may be a wildcard's, because `control` failed.
   */
  readonly keys: readonly DkimKey[];
}

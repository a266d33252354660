import type { Asked } from '../dns/resolver.ts';
import type { DkimKey } from './key.ts';
import type { Words } from '../text/say.ts';

/** `provider`: usual for a provider recognized from the domain's MX or SPF; `common`: of the ranked list. */
export type SelectorSource = 'given' | 'provider' | 'common';

/** A provider that the domain's MX hosts or SPF targets name. */
export interface RecognizedProvider {
  readonly key: string;
  readonly name: string;
  /** The MX host or SPF target that told. */
  readonly target: string;
  /** The selectors its customers publish, all of them tried. */
  readonly selectors: readonly string[];
  /** Every customer with DKIM on publishes at least one of them. */
  readonly usual: boolean;
  /** How those look that differ from customer to customer. */
  readonly form?: Words;
}

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
  /** Selectors that nobody gave and that were tried, found or not: common ones by rank, then those of providers alone. */
  readonly tried: readonly string[];
  /** How far down the ranked list of common ones was tried; less than the depth wanted where absence was proven. */
  readonly common: number;
  /** How many common selectors there are to try. */
  readonly known: number;
  readonly providers: readonly RecognizedProvider[];
  /** Questions about MX and SPF that failed: providers may be missing here. */
  readonly providersFailed: readonly Asked[];
  /**
   * Every given selector, and of the others those that failed, those that have an answer of their own, aliases that
   * lead nowhere and, where `control` failed, those of which nobody can tell.
   */
  readonly selectors: readonly DkimSelector[];
}

export interface DkimSelector {
  readonly selector: string;
  readonly domain: string;
  readonly source: SelectorSource;
  /** Name of the provider whose selector it is. */
  readonly provider?: string;
  readonly txt: Asked<'TXT'>;
  /** Where the name is an alias, the key is published by someone else; null where not asked (a common selector without keys here). */
  readonly alias: Asked<'CNAME'> | null;
  /**
   * One a TXT record, its strings joined (RFC 6376 §3.6.2.2), in the order of the texts; at most ten. None where the
   * records of a common selector may be a wildcard's, because `control` failed.
   */
  readonly keys: readonly DkimKey[];
}

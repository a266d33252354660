import type { SelectorSource } from './facts.ts';
import type { SelectorVerdict } from './selector-verdict.ts';
import type { Words } from '../text/say.ts';

/** A survey of DKIM as plain JSON: which selectors were asked for and why, and what they hold. */
export interface DkimSurvey {
  readonly domain: string;
  /** `proven`: `_domainkey` does not exist. `open`: a selector that was not tried may have a key. */
  readonly absence: 'proven' | 'open';
  /** Whether a selector that nobody publishes is answered; null where that question failed. */
  readonly wildcard: boolean | null;
  /** Selectors asked for that nobody gave. */
  readonly tried: number;
  /** Those of them whose question failed. */
  readonly failed: number;
  /** How far down the ranked list of common ones they go, and how long that is. */
  readonly common: { readonly tried: number; readonly known: number };
  readonly providers: readonly SurveyedProvider[];
  /** Given selectors, and of the others those that hold something or might. */
  readonly selectors: readonly SurveyedSelector[];
}

/** A service that MX or SPF names. */
export interface SurveyedProvider {
  readonly name: string;
  /** The MX host or SPF target that told. */
  readonly target: string;
  /** Selectors of its customers; none where they cannot be guessed. */
  readonly selectors: readonly string[];
  /** How those look that differ from customer to customer. */
  readonly form?: Words;
  /** Those that hold a key here. */
  readonly found: readonly string[];
}

export interface SurveyedSelector {
  readonly selector: string;
  readonly domain: string;
  readonly source: SelectorSource;
  /** Whose selector it is. */
  readonly provider?: string;
  /** The name it is an alias of. */
  readonly alias?: string;
  /** What its signatures can come to; `absent`: there is no key. */
  readonly state: SelectorVerdict | 'absent';
  /** One a TXT record. */
  readonly keys: readonly SurveyedKey[];
}

export interface SurveyedKey {
  /** `k=`, cut at 20 characters. */
  readonly type: string;
  /** Length of the modulus, for RSA. */
  readonly bits?: number;
  /** Public exponent, for RSA; null where it is above 2^48. */
  readonly exponent?: number | null;
  readonly revoked: boolean;
  /** `t=`: y for a test, s for signatures of the domain itself alone. At most ten. */
  readonly flags: readonly string[];
  /** `s=`, at most ten. */
  readonly services: readonly string[];
  /** `h=`, at most ten; null where every algorithm is allowed. */
  readonly hashes: readonly string[] | null;
  /** `n=`, cut at 200 characters; untrusted. */
  readonly note?: string;
  /** Names of tags that verifiers do not read, at most ten: g, which RFC 6376 withdrew, and unknown ones. */
  readonly unread: readonly string[];
}

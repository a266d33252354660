import type { DomainName } from './domain.ts';
import type { Profile, Volume } from './profile.ts';
import type { Phrase } from './text/say.ts';

/** Where a sending address comes from: `--ip`, or a single host that SPF authorizes. */
export type AddressSource = 'given' | 'spf';

/** Who is audited: the domain and, as far as they are known, the identities its mail carries. */
export interface Subject {
  readonly domain: DomainName;
  readonly profile: Profile;
  /** How much mail goes out: `bulk` is above the thresholds of receivers, `low` below all of them; null where unsaid. */
  readonly volume: Volume | null;
  /** Domain of the From header: `from` where it has one, otherwise `domain`. */
  readonly authorDomain: DomainName;
  /**
   * The domain that SPF is judged for: of `mailFrom`; for the null sender the EHLO name, as postmaster there is the
   * identity (RFC 7208 §2.4); otherwise `domain`.
   */
  readonly envelopeDomain: DomainName;
  /** `presumed`: the user said nothing that names it. */
  readonly envelopeSource: 'mail-from' | 'helo' | 'presumed';
  /** As given, unchecked; null where not given. */
  readonly from: string | null;
  /** As given, unchecked; null where not given; empty for the null sender. */
  readonly mailFrom: string | null;
  readonly helo: string | null;
  /** Addresses given with `--ip`. */
  readonly ips: readonly string[];
  /** Selectors given with `--selector`; a bare selector signs for the author domain. */
  readonly selectors: readonly GivenSelector[];
}

export interface GivenSelector {
  readonly selector: string;
  readonly domain: DomainName;
}

/** Why an address cannot be used, one clause that follows it; or its parts. */
export type AddressVerdict =
  | { readonly ok: true; readonly domain: DomainName | null }
  | { readonly ok: false; readonly problem: Phrase };

export interface IdentityFacts {
  /** null where the user gave none. */
  readonly mailFrom: { readonly text: string; readonly verdict: AddressVerdict } | null;
  readonly from: { readonly text: string; readonly verdict: AddressVerdict } | null;
}

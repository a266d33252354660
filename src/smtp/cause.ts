import type { Severity } from '../severity.ts';
import type { Said } from '../text/say.ts';

/** As much of a finding as a consequence looks at. */
export interface Cause {
  readonly id: string;
  readonly key: string;
  /** The canonical thing the finding is about. */
  readonly about: string;
  readonly severity: Severity;
  /** Parameters in English, by which consequences tell findings apart. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The same as they are said in each language; `params` where absent. */
  readonly said?: Readonly<Record<string, Said>>;
}

/** What is known of signatures: one can verify, none can, or neither is proven. */
export type SignatureState = 'usable' | 'broken' | 'unknown';

/** What is known of the subject's mail beside the findings. */
export interface Circumstances {
  /** Whether the mail is above the receivers' thresholds for bulk senders; null where the user did not say. */
  readonly volume: 'bulk' | 'low' | null;
  /** The DMARC policy for the author domain, the heaviest where receivers differ; null where none applies or is known. */
  readonly policy: 'none' | 'quarantine' | 'reject' | null;
  /** Receivers agree on that policy and apply it in full. */
  readonly policyCertain: boolean;
  /** `unusable`: receivers find no record whose policy they can use. */
  readonly dmarc: 'usable' | 'unusable' | 'unknown';
  /** SPF of the envelope domain for the addresses that the user gave: all of them pass, or none does. */
  readonly spf: 'pass' | 'no-pass' | 'unknown';
  /** Signatures of any domain. */
  readonly signature: SignatureState;
  /** Signatures of domains that can align with From. */
  readonly aligned: SignatureState;
  /** The domain that SPF is judged for is the one that is used. */
  readonly envelopeGiven: boolean;
  /** That domain, given or presumed. */
  readonly envelopeDomain: string;
  /** That domain can align with From. */
  readonly envelopeAligned: boolean;
  /** It does align, at every receiver. */
  readonly envelopeAligns: boolean;
  /** The user gave the selectors that sign. */
  readonly signersGiven: boolean;
  /** Addresses given with `--ip`. */
  readonly givenAddresses: readonly string[];
  /** Key names of the given selectors, `s1._domainkey.example.com`. */
  readonly givenKeys: readonly string[];
  /** Whether an MX of the envelope domain leads to an address. */
  readonly mx: 'some' | 'none' | 'unknown';
}

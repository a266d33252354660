/** How sure it is that a receiver answers so. */
export type Certainty =
  /** The receiver, or an RFC, publishes the reply and its condition. */
  | 'documented'
  /** Seen in public, not published by the receiver. */
  | 'observed'
  /** What server software answers where its administrator switched the test on, or left it on. */
  | 'stock'
  /** Concluded from a neighbouring fact. */
  | 'inferred';

/** What must be true beside the findings. */
export type ConditionId =
  | 'always'
  /** Only above the receiver's volume threshold. */
  | 'bulk'
  /** Unless another domain's DKIM signature, or an envelope sender of another domain, passes. */
  | 'no-other-authentication'
  /** Only for hosts that no earlier term of the SPF record matches. */
  | 'unmatched-hosts'
  /** Only where neither SPF nor DKIM passes for a domain aligned with From. */
  | 'unaligned'
  /** Only for mail that leaves from an address that SPF authorizes, if it is used. */
  | 'address-used'
  /** Only at receivers that use the blocklist. */
  | 'list-used'
  /** Only where the receiver's administrator switched the test on. */
  | 'test-enabled';

/** A refusal to expect: a receiver's reply joined to the findings that cause it. */
export interface Rejection {
  /** Stable word for the receiver, `gmail`. */
  readonly receiver: string;
  /** As a person calls it, `Gmail`. */
  readonly receiverName: string;
  /** SMTP reply code, 550. */
  readonly reply: number;
  /** Enhanced status code, `5.7.26`; null where the receiver gives none. */
  readonly enhanced: string | null;
  readonly class: 'permanent' | 'transient';
  /** A word of the vocabulary of causes. */
  readonly cause: string;
  /** What the receiver holds against the mail, one clause. */
  readonly meaning: string;
  /** Every condition that the facts leave open; `['always']` where none is. */
  readonly conditions: readonly ConditionId[];
  /** The conditions in words. */
  readonly condition: string;
  /** Every condition is met by what is known of this subject. */
  readonly holds: boolean;
  readonly certainty: Certainty;
  /** Ids of the findings behind it. */
  readonly findings: readonly string[];
  readonly source: string;
}

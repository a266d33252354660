import { type Language, type Said, say } from '../text/say.ts';

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
  /** Only above the receiver's volume threshold. */
  | 'bulk'
  /** Only if the receiver enforces what it publishes: its own pages differ on that. */
  | 'enforcement-unsure'
  /** Only while no other domain's envelope or signature authenticates the mail. */
  | 'no-other-authentication'
  /** Only for mail whose envelope sender is in the domain that was audited: none was given. */
  | 'envelope-presumed'
  /** Only for hosts that no earlier term of the SPF record matches. */
  | 'unmatched-hosts'
  /** Only where no DKIM signature passes. */
  | 'no-dkim-pass'
  /** Only where no domain aligned with From passes SPF or DKIM. */
  | 'unaligned'
  /** Only where the receiver applies the DMARC policy in full: not under `t=y` or `pct`, or where receivers differ. */
  | 'policy-uneven'
  /** Only for mail signed with that selector alone. */
  | 'selector-used'
  /** Only for mail that leaves from that address. */
  | 'address-used'
  /** Only at receivers that use the blocklist. */
  | 'list-used'
  /** Only where the receiver's administrator switched the test on. */
  | 'test-enabled'
  /** Only where the receiver decided to refuse for that: a standard gives it the code, not the duty. */
  | 'refusal-chosen'
  /** Only for mail sent over IPv6. */
  | 'over-ipv6'
  /** Only for mail that carries no DKIM signature. */
  | 'unsigned'
  /** Only where the signing domain demands DKIM. */
  | 'dkim-demanded'
  /** Only where no MX of the domain leads to an address. */
  | 'no-mx-usable';

/** The transient form of a refusal: the receiver answers the one or the other for the same fault. */
export interface Deferral {
  /** SMTP reply code, 421. */
  readonly reply: number;
  /** Enhanced status code, `4.7.26`; null where the receiver gives none. */
  readonly enhanced: string | null;
  /** ISO date, or month, from which on it did so; null where none is published. */
  readonly since: string | null;
}

/** A refusal to expect: a receiver's reply joined to the findings that cause it. */
export interface RejectionIn<Text> {
  /** Stable word for the receiver, `gmail`. */
  readonly receiver: string;
  /** As a person calls it, `Gmail`. */
  readonly receiverName: Text;
  /** SMTP reply code, 550. */
  readonly reply: number;
  /** Enhanced status code, `5.7.26`; null where the receiver gives none. */
  readonly enhanced: string | null;
  readonly class: 'permanent' | 'transient';
  /** A word of the receiver's own that the reply holds, `OFR_515`; null where it has none that is known. */
  readonly token: string | null;
  /** The transient form of the same rule; null where the receiver has none. */
  readonly deferral: Deferral | null;
  /** ISO date, or month, from which on the receiver answers so; null where none is published. */
  readonly since: string | null;
  /** A word of the vocabulary of causes. */
  readonly cause: string;
  /** What the receiver holds against the mail, one clause. */
  readonly meaning: Text;
  /** `always`, or the conditions that the facts leave open, in words. */
  readonly condition: Text;
  /** The same as words of the API; empty for `always`. */
  readonly conditions: readonly ConditionId[];
  /** No condition is open for this subject. */
  readonly holds: boolean;
  readonly certainty: Certainty;
  /** Ids of the findings behind it. */
  readonly findings: readonly string[];
  /** Their keys. */
  readonly keys: readonly string[];
  readonly source: Text;
}

/** As a report shows it. */
export type Rejection = RejectionIn<string>;

/** Before its language is chosen. */
export type SaidRejection = RejectionIn<Said>;

/** A refusal in a language. */
export function sayRejection(one: SaidRejection, language: Language): Rejection {
  return {
    ...one,
    receiverName: say(one.receiverName, language),
    meaning: say(one.meaning, language),
    condition: say(one.condition, language),
    source: say(one.source, language),
  };
}

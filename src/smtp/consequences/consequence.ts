import type { CheckId } from '../../all-checks.ts';
import type { Severity } from '../../severity.ts';
import type { Words } from '../../text/say.ts';
import type { ReceiverId } from '../receivers.ts';
import type { Certainty, ConditionId, Deferral } from '../rejection.ts';
import type { SourceId } from '../sources.ts';

/** A finding as one of the reasons for a reply. */
export interface Contribution {
  readonly finding: CheckId;
  /** What must hold for the finding to have its effect. */
  readonly under?: ConditionId;
  /** How sure it is that this finding leads there; as sure as the reply itself where absent. */
  readonly certainty?: Certainty;
  /** Only findings with one of these values of the parameter. */
  readonly params?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Only listings with one of these codes. */
  readonly codes?: readonly string[];
  /** Only findings of this severity. */
  readonly severity?: Severity;
  /** Only where no DMARC record is left that receivers use. */
  readonly dmarc?: 'unusable';
  /** Only findings about a selector that the user gave. */
  readonly given?: true;
  /** Only findings about an IPv6 address. */
  readonly ipv6?: true;
  /** Only findings about the domain of the envelope sender, or one above it. */
  readonly envelope?: true;
  /** `address-used` is settled only where every given address has such a finding. */
  readonly throughout?: true;
}

/** One of them is enough. */
export type Reason = readonly Contribution[];

/** What a receiver demands, and what breaks it. */
export interface Rule {
  readonly receiver: ReceiverId;
  /** One clause; `{name}` is a parameter of the findings behind it. */
  readonly meaning: Words;
  /** Every one of them is needed: a joint cause. */
  readonly reasons: readonly Reason[];
  /** Nothing in this reason may be present: another consequence covers that. */
  readonly without?: Reason;
  /** The DMARC policy that must apply to the author domain. */
  readonly policy?: 'quarantine' | 'reject';
  /** What must be known of those signatures. */
  readonly dkim?: 'not-usable';
  /** Which signatures matter: any that passes (the default), or only those aligned with From. */
  readonly signatures?: 'any' | 'aligned';
  readonly conditions: readonly ConditionId[];
  /** The receiver speaks of bulk senders and publishes no number. */
  readonly threshold?: 'unpublished';
  readonly certainty: Certainty;
  /** ISO date, or month, from which on; left out where none is published. */
  readonly since?: string;
  readonly source: SourceId;
  /** One rejection for each value of this parameter, with a name of its own in place of the receiver's. */
  readonly each?: { readonly param: string; readonly receiverName?: Words };
}

/** A receiver's reply and what leads to it. */
export interface Consequence extends Rule {
  readonly reply: number;
  readonly enhanced: string | null;
  readonly class: 'permanent' | 'transient';
  /** A word of the receiver's own that its reply holds. */
  readonly token?: string;
  readonly cause: string;
  /** The transient form that the receiver publishes beside it. */
  readonly deferral?: Deferral;
}

/** A demand that is met by no reply that the receiver publishes. */
export interface Demand extends Rule {
  /** `spam-folder`: the mail is taken, and put there. `unsaid`: nobody publishes what happens to it. */
  readonly outcome: 'spam-folder' | 'unsaid';
}

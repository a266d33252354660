import type { CheckId } from '../../all-checks.ts';
import type { ReceiverId } from '../receivers.ts';
import type { Certainty, ConditionId } from '../rejection.ts';
import type { SourceId } from '../sources.ts';

/** A finding as one of the reasons for a reply. */
export interface Contribution {
  readonly finding: CheckId;
  /** What must hold for the finding to have its effect. */
  readonly under?: ConditionId;
  /** Only findings with these parameters. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Only where no DMARC record is left that receivers use. */
  readonly dmarc?: 'unusable';
  /** Only findings about an IPv6 address. */
  readonly ipv6?: true;
}

/** One of them is enough. */
export type Reason = readonly Contribution[];

/** A receiver's reply and what leads to it. */
export interface Consequence {
  readonly receiver: ReceiverId;
  readonly reply: number;
  readonly enhanced: string | null;
  readonly class: 'permanent' | 'transient';
  readonly cause: string;
  /** One clause; `{name}` is a parameter of the findings behind it. */
  readonly meaning: string;
  /** Every one of them is needed: a joint cause. */
  readonly reasons: readonly Reason[];
  /** Nothing in this reason may be present: another consequence covers that. */
  readonly without?: Reason;
  /** The DMARC policy that must apply to the author domain. */
  readonly policy?: 'reject';
  /** What is known of DKIM must be this. */
  readonly dkim?: 'unknown';
  readonly conditions: readonly ConditionId[];
  readonly certainty: Certainty;
  readonly source: SourceId;
  /** One rejection for each value of this parameter, named in place of the receiver. */
  readonly each?: { readonly param: string; readonly receiverName: string };
}

/** SPF ends in none or permerror: it cannot pass. */
export const spfCannotPass: Reason = [
  { finding: 'spf-missing' },
  { finding: 'spf-multiple-records' },
  { finding: 'spf-syntax' },
  { finding: 'spf-lookup-limit', under: 'unmatched-hosts' },
  { finding: 'spf-include-missing', under: 'unmatched-hosts' },
  { finding: 'spf-include-invalid', under: 'unmatched-hosts' },
  { finding: 'spf-redirect-missing', under: 'unmatched-hosts' },
  { finding: 'spf-loop', under: 'unmatched-hosts' },
  { finding: 'spf-mx-limit', under: 'unmatched-hosts' },
];

/** No signature that the domain publishes a key for can pass. */
export const dkimCannotPass: Reason = [
  { finding: 'dkim-missing' },
  { finding: 'dkim-selector-missing', under: 'selector-used' },
  { finding: 'dkim-key-revoked', under: 'selector-used' },
  { finding: 'dkim-key-invalid', under: 'selector-used' },
  { finding: 'dkim-key-short', under: 'selector-used' },
  { finding: 'dkim-multiple-records', under: 'selector-used' },
  { finding: 'dkim-hash-sha1', under: 'selector-used' },
  { finding: 'dkim-service-excluded', under: 'selector-used' },
];

/** No DMARC policy record that receivers can use. */
export const dmarcUnusable: Reason = [
  { finding: 'dmarc-missing' },
  { finding: 'dmarc-multiple-records' },
  { finding: 'dmarc-policy-invalid', dmarc: 'unusable' },
  { finding: 'dmarc-syntax', dmarc: 'unusable' },
];

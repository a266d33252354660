import type { Severity } from '../severity.ts';
import type { Consequence, Contribution, Reason } from './consequences/consequence.ts';
import { consequences } from './consequences/index.ts';
import { cannotAlign, spfCannotPass } from './consequences/reasons.ts';
import { conditionClause } from './conditions.ts';
import { receivers } from './receivers.ts';
import type { Certainty, ConditionId, Rejection } from './rejection.ts';
import { sources } from './sources.ts';

/** As much of a finding as a consequence looks at. */
export interface Cause {
  readonly id: string;
  readonly key: string;
  /** The canonical thing the finding is about. */
  readonly about: string;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is known of signatures: one can verify, none can, or neither is proven. */
export type SignatureState = 'usable' | 'broken' | 'unknown';

/** What is known of the subject's mail beside the findings. */
export interface Circumstances {
  /** Whether the mail is above the receivers' thresholds for bulk senders; null where the user did not say. */
  readonly volume: 'bulk' | 'low' | null;
  /** The DMARC policy for the author domain; null where none applies or none is known. */
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
  /** That domain can align with From. */
  readonly envelopeAligned: boolean;
  /** The user gave the selectors that sign. */
  readonly signersGiven: boolean;
  /** Addresses given with `--ip`. */
  readonly givenAddresses: readonly string[];
  /** Key names of the given selectors, `s1._domainkey.example.com`. */
  readonly givenKeys: readonly string[];
  /** Whether an MX of the envelope domain leads to an address. */
  readonly mx: 'some' | 'none' | 'unknown';
}

/** Findings by which SPF cannot pass. */
const deniesPass: ReadonlySet<string> = new Set(spfCannotPass.map(({ finding }) => finding));

/** The surest first. */
const certainties: readonly Certainty[] = ['documented', 'observed', 'stock', 'inferred'];
const rank = (certainty: Certainty) => certainties.indexOf(certainty);
const surest = (all: readonly Certainty[]) => certainties[Math.min(...all.map(rank))] ?? 'inferred';
const leastSure = (all: readonly Certainty[]) => certainties[Math.max(...all.map(rank))] ?? 'inferred';

/** The address that a finding is about; empty where it is about none. */
function addressOf({ params }: Cause): string {
  return String(params['address'] ?? '');
}

function fits(contribution: Contribution, cause: Cause, known: Circumstances): boolean {
  if (contribution.finding !== cause.id) return false;
  if (contribution.severity && contribution.severity !== cause.severity) return false;
  if (contribution.dmarc && contribution.dmarc !== known.dmarc) return false;
  // Where the selectors that sign are known, the others carry no mail.
  const ofSelectors = contribution.given ?? (contribution.under === 'selector-used' && known.signersGiven);
  if (ofSelectors && !known.givenKeys.includes(cause.about)) return false;
  if (contribution.ipv6 && !addressOf(cause).includes(':')) return false;
  return Object.entries(contribution.params ?? {}).every(([name, values]) => {
    const value = cause.params[name];
    return value !== undefined && values.includes(value);
  });
}

/** Whether what the user gave already settles a condition of one finding. */
function settled(condition: ConditionId, cause: Cause, known: Circumstances): boolean {
  // No host that the user gave is one that an earlier term authorizes.
  if (condition === 'unmatched-hosts') return known.spf === 'no-pass';
  if (condition === 'address-used') {
    // SPF of one given address says nothing of the others: none of them may pass.
    if (deniesPass.has(cause.id)) return known.spf === 'no-pass';
    return known.givenAddresses.includes(addressOf(cause));
  }
  // Another given selector may still pass, unless all of them are known to fail.
  if (condition === 'selector-used')
    return known.signature === 'broken' && known.givenKeys.includes(cause.about);
  return false;
}

interface Met {
  readonly causes: readonly Cause[];
  readonly open: readonly ConditionId[];
  readonly certainty: Certainty;
}

/** The findings that give a reason, the conditions that all of them leave open, and how sure they make it. */
function met(reason: Reason, causes: readonly Cause[], known: Circumstances): Met | null {
  const found = causes.flatMap((cause) => {
    const contribution = reason.find((candidate) => fits(candidate, cause, known));
    if (!contribution) return [];
    const { under, certainty = 'documented' } = contribution;
    return [{ cause, certainty, open: under && !settled(under, cause, known) ? under : null }];
  });
  if (found.length === 0) return null;
  // One finding that holds by itself is enough; the others only add to it.
  const certain = found.filter(({ open }) => open === null);
  const deciding = certain.length > 0 ? certain : found;
  return {
    causes: found.map(({ cause }) => cause),
    open: [...new Set(deciding.flatMap(({ open }) => open ?? []))],
    certainty: surest(deciding.map(({ certainty }) => certainty)),
  };
}

/** Neither SPF nor DKIM can pass for a domain aligned with From: both are proven. */
function cannotPassAligned(causes: readonly Cause[], known: Circumstances): boolean {
  if (met(cannotAlign, causes, known)) return true;
  const spf = met(spfCannotPass, causes, known);
  const noSpf = known.envelopeGiven && (!known.envelopeAligned || spf?.open.length === 0);
  return noSpf && known.signersGiven && known.aligned === 'broken';
}

/** Conditions of the rule itself that are not settled by what is known. */
function openConditions(rule: Consequence, causes: readonly Cause[], known: Circumstances): ConditionId[] {
  const identitiesGiven = known.envelopeGiven && known.signersGiven;
  return rule.conditions.filter((condition) => {
    if (condition === 'no-other-authentication') return !(identitiesGiven && known.signature === 'broken');
    if (condition === 'unaligned') return !cannotPassAligned(causes, known);
    if (condition === 'policy-uneven') return !known.policyCertain;
    if (condition === 'no-mx-usable') return known.mx !== 'none';
    if (condition === 'bulk') return known.volume !== 'bulk';
    return true;
  });
}

function fill(template: string, params: Cause['params']): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

function rejection(
  rule: Consequence,
  reasons: readonly Met[],
  all: readonly Cause[],
  known: Circumstances,
): Rejection {
  const causes = reasons.flatMap((reason) => reason.causes);
  const open = [...reasons.flatMap((reason) => reason.open), ...openConditions(rule, all, known)];
  const conditions = [...new Set(open)];
  const params = causes[0]?.params ?? {};
  const addresses = [...new Set(causes.map(addressOf))].filter((address) => address !== '');
  const { receiver, reply, enhanced, cause, each } = rule;
  return {
    receiver,
    receiverName: each?.receiverName ? fill(each.receiverName, params) : receivers[receiver],
    reply,
    enhanced,
    class: rule.class,
    cause,
    meaning: fill(rule.meaning, params),
    condition:
      conditions.length === 0 ? 'always' : conditions.map((id) => conditionClause(id, addresses)).join('; '),
    conditions,
    holds: conditions.length === 0,
    certainty: leastSure([rule.certainty, ...reasons.map(({ certainty }) => certainty)]),
    findings: [...new Set(causes.map(({ id }) => id))],
    keys: causes.map(({ key }) => key),
    source: sources[rule.source],
  };
}

function expected(rule: Consequence, all: readonly Cause[], known: Circumstances): Rejection | null {
  const signature = rule.signatures === 'aligned' ? known.aligned : known.signature;
  if (rule.policy && rule.policy !== known.policy) return null;
  if (rule.dkim === 'not-usable' && signature === 'usable') return null;
  if (rule.conditions.includes('no-mx-usable') && known.mx === 'some') return null;
  if (rule.conditions.includes('bulk') && known.volume === 'low') return null;
  const causes = all.filter(({ id }) => {
    // One signature that verifies is enough: broken keys beside it refuse nothing.
    if (signature === 'usable' && id.startsWith('dkim-')) return false;
    // Nor does a record that fails others than the hosts which send.
    return !(known.spf === 'pass' && deniesPass.has(id));
  });
  if (rule.without && met(rule.without, causes, known)) return null;
  const reasons = rule.reasons.map((reason) => met(reason, causes, known));
  return reasons.every((reason) => reason !== null) ? rejection(rule, reasons, causes, known) : null;
}

/** The refusals that a set of findings leads to, in the order of the consequences. */
export function expectRejections(
  findings: readonly Cause[],
  known: Circumstances,
  rules: readonly Consequence[] = consequences,
): Rejection[] {
  return rules.flatMap((rule) => {
    const { each } = rule;
    if (!each) return expected(rule, findings, known) ?? [];
    const values = new Set(
      findings.map(({ params }) => params[each.param]).filter((value) => value !== undefined),
    );
    return [...values].flatMap((value) => {
      const causes = findings.filter(({ params }) => params[each.param] === value);
      return expected(rule, causes, known) ?? [];
    });
  });
}

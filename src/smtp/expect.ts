import type { Consequence, Contribution, Reason } from './consequences/consequence.ts';
import { consequences } from './consequences/index.ts';
import { receivers } from './receivers.ts';
import type { ConditionId, Rejection } from './rejection.ts';
import { sources } from './sources.ts';

/** As much of a finding as a consequence looks at. */
export interface Cause {
  readonly id: string;
  readonly key: string;
  /** The canonical thing the finding is about. */
  readonly about: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is known of the subject's mail beside the findings. */
export interface Circumstances {
  /** The DMARC policy for the author domain; null where none applies or none is known. */
  readonly policy: 'none' | 'quarantine' | 'reject' | null;
  /** `usable`: a key that can verify was found. `broken`: every given selector fails, or DKIM is proven absent. */
  readonly dkim: 'usable' | 'broken' | 'unknown';
  /** `unusable`: receivers find no record whose policy they can use. */
  readonly dmarc: 'usable' | 'unusable' | 'unknown';
  /** The user gave the envelope sender: SPF is judged for the domain that really is used. */
  readonly envelopeGiven: boolean;
  /** The user gave the selectors that sign. */
  readonly signersGiven: boolean;
  /** Addresses given with `--ip`. */
  readonly givenAddresses: readonly string[];
  /** Key names of the given selectors, `s1._domainkey.example.com`. */
  readonly givenKeys: readonly string[];
}

const conditionText: Readonly<Record<ConditionId, string>> = {
  bulk: 'above about 5,000 messages a day',
  'no-other-authentication': 'unless the envelope sender or a signature of another domain passes',
  'unmatched-hosts': 'for hosts that no term before the fault matches',
  'no-dkim-pass': 'if no DKIM signature passes',
  unaligned: 'unless SPF or DKIM passes for a domain aligned with From',
  'selector-used': 'for mail signed with that selector alone',
  'address-used': 'for mail that leaves from that address',
  'list-used': 'at receivers that use the list',
  'test-enabled': 'where the administrator switched the test on',
  'no-mx-usable': 'if no MX of the domain resolves',
};

function fits(contribution: Contribution, cause: Cause, known: Circumstances): boolean {
  if (contribution.finding !== cause.id) return false;
  if (contribution.dmarc && contribution.dmarc !== known.dmarc) return false;
  if (contribution.ipv6 && !String(cause.params['address'] ?? '').includes(':')) return false;
  return Object.entries(contribution.params ?? {}).every(([name, value]) => cause.params[name] === value);
}

/** Whether what the user gave already settles a condition of one finding. */
function settled(condition: ConditionId, cause: Cause, known: Circumstances): boolean {
  if (condition === 'address-used')
    return known.givenAddresses.includes(String(cause.params['address'] ?? ''));
  // Another given selector may still pass, unless all of them are known to fail.
  if (condition === 'selector-used') return known.dkim === 'broken' && known.givenKeys.includes(cause.about);
  return false;
}

interface Met {
  readonly causes: readonly Cause[];
  readonly open: readonly ConditionId[];
}

/** The findings that give a reason, and the conditions that all of them leave open. */
function met(reason: Reason, causes: readonly Cause[], known: Circumstances): Met | null {
  const found = causes.flatMap((cause) => {
    const contribution = reason.find((candidate) => fits(candidate, cause, known));
    if (!contribution) return [];
    const { under } = contribution;
    return [{ cause, open: under && !settled(under, cause, known) ? under : null }];
  });
  if (found.length === 0) return null;
  // One finding that holds by itself is enough; the others only add to it.
  const certain = found.some(({ open }) => open === null);
  const open = certain ? [] : found.flatMap((one) => one.open ?? []);
  return { causes: found.map(({ cause }) => cause), open: [...new Set(open)] };
}

const dkimFindings = (cause: Cause) => cause.id.startsWith('dkim-');

/** Conditions of the rule itself that are not settled by what the user gave. */
function openConditions(rule: Consequence, known: Circumstances): ConditionId[] {
  const identitiesGiven = known.envelopeGiven && known.signersGiven;
  return rule.conditions.filter((condition) => {
    return !(identitiesGiven && (condition === 'no-other-authentication' || condition === 'unaligned'));
  });
}

function fill(template: string, params: Cause['params']): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

function rejection(rule: Consequence, reasons: readonly Met[], known: Circumstances): Rejection {
  const causes = reasons.flatMap((reason) => reason.causes);
  const conditions = [
    ...new Set([...reasons.flatMap((reason) => reason.open), ...openConditions(rule, known)]),
  ];
  const params = causes[0]?.params ?? {};
  const { receiver, reply, enhanced, cause, certainty } = rule;
  return {
    receiver,
    receiverName: rule.each ? fill(rule.each.receiverName, params) : receivers[receiver],
    reply,
    enhanced,
    class: rule.class,
    cause,
    meaning: fill(rule.meaning, params),
    condition: conditions.length === 0 ? 'always' : conditions.map((id) => conditionText[id]).join('; '),
    conditions,
    holds: conditions.length === 0,
    certainty,
    findings: [...new Set(causes.map(({ id }) => id))],
    keys: causes.map(({ key }) => key),
    source: sources[rule.source],
  };
}

function expected(rule: Consequence, causes: readonly Cause[], known: Circumstances): Rejection | null {
  if (rule.policy && rule.policy !== known.policy) return null;
  if (rule.dkim && rule.dkim !== known.dkim) return null;
  if (rule.without && met(rule.without, causes, known)) return null;
  const reasons = rule.reasons.map((reason) => met(reason, causes, known));
  return reasons.every((reason) => reason !== null) ? rejection(rule, reasons, known) : null;
}

/**
 * The refusals that a set of findings leads to, in the order of the consequences.
 * Broken keys count only while no key that can verify is known: one good signature is enough.
 */
export function expectRejections(
  findings: readonly Cause[],
  known: Circumstances,
  rules: readonly Consequence[] = consequences,
): Rejection[] {
  const causes = known.dkim === 'usable' ? findings.filter((cause) => !dkimFindings(cause)) : findings;
  return rules.flatMap((rule) => {
    const { each } = rule;
    if (!each) return expected(rule, causes, known) ?? [];
    const values = new Set(
      causes.map(({ params }) => params[each.param]).filter((value) => value !== undefined),
    );
    return [...values].flatMap((value) => {
      return (
        expected(
          rule,
          causes.filter(({ params }) => params[each.param] === value),
          known,
        ) ?? []
      );
    });
  });
}

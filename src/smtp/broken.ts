import type { Said, Words } from '../text/say.ts';
import type { Cause, Circumstances } from './cause.ts';
import { leastSure } from './certainty.ts';
import { conditionClause } from './conditions.ts';
import type { Rule } from './consequences/consequence.ts';
import { cannotAlign, dkimIsBroken, spfCannotPass } from './consequences/reasons.ts';
import { addressOf, deniesPass, isIpv6, type Met, met } from './met.ts';
import { receivers } from './receivers.ts';
import type { Certainty, ConditionId } from './rejection.ts';

/** Neither SPF nor DKIM can pass for a domain aligned with From: both are proven. */
function cannotPassAligned(causes: readonly Cause[], known: Circumstances): boolean {
  if (met(cannotAlign, causes, known)) return true;
  const spf = met(spfCannotPass, causes, known);
  const noSpf = known.envelopeGiven && (!known.envelopeAligned || spf?.open.length === 0);
  return noSpf && known.signersGiven && known.aligned === 'broken';
}

/** How sure it is that no signature lets DMARC pass, where the rule hangs on that. */
function unsigned(rule: Rule, causes: readonly Cause[], known: Circumstances): Certainty[] {
  if (!rule.conditions.includes('unaligned') || met(cannotAlign, causes, known)) return [];
  return [met(dkimIsBroken, causes, known)?.certainty ?? []].flat();
}

/** Conditions of the rule itself that are not settled by what is known. */
function openConditions(rule: Rule, causes: readonly Cause[], known: Circumstances): ConditionId[] {
  const identitiesGiven = known.envelopeGiven && known.signersGiven;
  return rule.conditions.filter((condition) => {
    if (condition === 'no-other-authentication') return !(identitiesGiven && known.signature === 'broken');
    if (condition === 'unaligned') return !cannotPassAligned(causes, known);
    if (condition === 'policy-uneven') return !known.policyCertain;
    if (condition === 'no-mx-usable') return known.mx !== 'none';
    if (condition === 'bulk') return known.volume !== 'bulk';
    if (condition === 'over-ipv6')
      return !(known.givenAddresses.length > 0 && known.givenAddresses.every(isIpv6));
    return true;
  });
}

/** A clause with the parameters of the finding that comes first. */
function filled(words: Words, { params, said }: Pick<Cause, 'params' | 'said'>): Said {
  return { ...words, with: { ...params, ...said } };
}

/** A rule that is broken: how, and under which conditions. */
export interface Broken {
  readonly meaning: Said;
  readonly receiverName: Said;
  readonly condition: Said;
  readonly conditions: readonly ConditionId[];
  readonly certainty: Certainty;
  readonly findings: readonly string[];
  readonly keys: readonly string[];
}

const always: Words = { en: 'always', fr: 'toujours' };

function describe(rule: Rule, reasons: readonly Met[], all: readonly Cause[], known: Circumstances): Broken {
  const causes = reasons.flatMap((reason) => reason.causes);
  const open = [...reasons.flatMap((reason) => reason.open), ...openConditions(rule, all, known)];
  // These say already that another envelope may pass.
  const isSaid = open.includes('no-other-authentication') || open.includes('unaligned');
  const conditions = [...new Set(open)].filter((id) => !(isSaid && id === 'envelope-presumed'));
  const first = causes[0] ?? { params: {} };
  const addresses = [...new Set(causes.map(addressOf))].filter((address) => address !== '');
  const { receiver, each, threshold = 'published' } = rule;
  return {
    receiverName: each?.receiverName ? filled(each.receiverName, first) : receivers[receiver],
    meaning: filled(rule.meaning, first),
    condition: conditions.length === 0 ? always : conditionClause(conditions, addresses, threshold),
    conditions,
    certainty: leastSure([
      rule.certainty,
      ...reasons.map(({ certainty }) => certainty),
      ...unsigned(rule, all, known),
    ]),
    findings: [...new Set(causes.map(({ id }) => id))],
    keys: causes.map(({ key }) => key),
  };
}

/** SPF passes for a domain aligned with From, so DMARC does, whatever becomes of signatures. */
function passesAligned({ spf, envelopeGiven, envelopeAligns }: Circumstances): boolean {
  return spf === 'pass' && envelopeGiven && envelopeAligns;
}

/** None of the addresses that were given is one of IPv6. */
function overIpv4({ givenAddresses }: Circumstances): boolean {
  return givenAddresses.length > 0 && !givenAddresses.some(isIpv6);
}

/** Whether what is known of the mail leaves the rule any effect. */
export function mayApply({ policy, conditions }: Rule, known: Circumstances): boolean {
  if (policy && policy !== known.policy) return false;
  if (conditions.includes('unaligned') && passesAligned(known)) return false;
  if (conditions.includes('no-mx-usable') && known.mx === 'some') return false;
  if (conditions.includes('bulk') && known.volume === 'low') return false;
  return !(conditions.includes('over-ipv6') && overIpv4(known));
}

function broken(rule: Rule, all: readonly Cause[], known: Circumstances): Broken | null {
  const signature = rule.signatures === 'aligned' ? known.aligned : known.signature;
  if (!mayApply(rule, known)) return null;
  if (rule.dkim === 'not-usable' && signature === 'usable') return null;
  const causes = all.filter(({ id }) => {
    // One signature that verifies is enough: broken keys beside it refuse nothing.
    if (signature === 'usable' && id.startsWith('dkim-')) return false;
    // Nor does a record that fails others than the hosts which send.
    return !(known.spf === 'pass' && deniesPass.has(id));
  });
  if (rule.without && met(rule.without, causes, known)) return null;
  const reasons = rule.reasons.map((reason) => met(reason, causes, known));
  return reasons.every((reason) => reason !== null) ? describe(rule, reasons, causes, known) : null;
}

/** A rule once, or once for each value of the parameter that it is split by. */
export function brokenEach(rule: Rule, findings: readonly Cause[], known: Circumstances): Broken[] {
  const { each } = rule;
  if (!each) return [broken(rule, findings, known) ?? []].flat();
  const values = new Set(
    findings.map(({ params }) => params[each.param]).filter((value) => value !== undefined),
  );
  return [...values].flatMap((value) => {
    const causes = findings.filter(({ params }) => params[each.param] === value);
    return broken(rule, causes, known) ?? [];
  });
}

import type { Cause, Circumstances } from './cause.ts';
import { surest } from './certainty.ts';
import type { Contribution, Reason } from './consequences/consequence.ts';
import { spfCannotPass } from './consequences/reasons.ts';
import type { Certainty, ConditionId } from './rejection.ts';

/** Findings by which SPF cannot pass. */
export const deniesPass: ReadonlySet<string> = new Set(spfCannotPass.map(({ finding }) => finding));

/** The address that a finding is about; empty where it is about none. */
export function addressOf({ params }: Cause): string {
  return String(params['address'] ?? '');
}

export const isIpv6 = (address: string) => address.includes(':');

/** The name is that domain, or one above it. */
const isAbove = (name: string, domain: string) => domain === name || domain.endsWith(`.${name}`);

/** One of the codes of a listing is among them. */
function holdsCode({ params }: Cause, codes: readonly string[]): boolean {
  return String(params['codes'] ?? '')
    .split(', ')
    .some((code) => codes.includes(code));
}

function fits(contribution: Contribution, cause: Cause, known: Circumstances): boolean {
  if (contribution.finding !== cause.id) return false;
  if (contribution.severity && contribution.severity !== cause.severity) return false;
  if (contribution.dmarc && contribution.dmarc !== known.dmarc) return false;
  // Where the selectors that sign are known, the others carry no mail.
  const ofSelectors = contribution.given ?? (contribution.under === 'selector-used' && known.signersGiven);
  if (ofSelectors && !known.givenKeys.includes(cause.about)) return false;
  if (contribution.ipv6 && !isIpv6(addressOf(cause))) return false;
  if (contribution.envelope && !isAbove(String(cause.params['domain'] ?? ''), known.envelopeDomain))
    return false;
  if (contribution.codes && !holdsCode(cause, contribution.codes)) return false;
  return Object.entries(contribution.params ?? {}).every(([name, values]) => {
    const value = cause.params[name];
    return value !== undefined && values.includes(value);
  });
}

/** Whether what the user gave already settles the condition of one finding. */
function settled(
  { under: condition, throughout }: Contribution,
  cause: Cause,
  known: Circumstances,
  addresses: readonly string[],
): boolean {
  // No host that the user gave is one that an earlier term authorizes.
  if (condition === 'unmatched-hosts') return known.spf === 'no-pass';
  if (condition === 'address-used') {
    if (throughout)
      return known.givenAddresses.length > 0 && known.givenAddresses.every((one) => addresses.includes(one));
    // SPF of one given address says nothing of the others: none of them may pass.
    if (deniesPass.has(cause.id)) return known.spf === 'no-pass';
    return known.givenAddresses.includes(addressOf(cause));
  }
  if (condition === 'no-dkim-pass') return known.signersGiven && known.signature === 'broken';
  // Another given selector may still pass, unless all of them are known to fail.
  if (condition === 'selector-used')
    return known.signature === 'broken' && known.givenKeys.includes(cause.about);
  return false;
}

/** The finding tells of the envelope sender alone. */
function isOfEnvelope({ envelope, params = {} }: Contribution, { id }: Cause): boolean {
  return envelope === true || deniesPass.has(id) || id.startsWith('mx-') || Object.hasOwn(params, 'role');
}

/** The conditions that one finding leaves open. */
function openOf(
  contribution: Contribution,
  cause: Cause,
  known: Circumstances,
  addresses: readonly string[],
): ConditionId[] {
  const { under } = contribution;
  const isOpen = under && !settled(contribution, cause, known, addresses);
  const isPresumed = !known.envelopeGiven && isOfEnvelope(contribution, cause);
  return [...(isOpen ? [under] : []), ...(isPresumed ? ['envelope-presumed' as const] : [])];
}

/** A reason that is given. */
export interface Met {
  readonly causes: readonly Cause[];
  readonly open: readonly ConditionId[];
  readonly certainty: Certainty;
}

/** The findings that give a reason, the conditions that all of them leave open, and how sure they make it. */
export function met(reason: Reason, causes: readonly Cause[], known: Circumstances): Met | null {
  const fitting = causes.flatMap((cause) => {
    const contribution = reason.find((candidate) => fits(candidate, cause, known));
    return contribution ? [{ cause, contribution }] : [];
  });
  const addresses = fitting.map(({ cause }) => addressOf(cause));
  const found = fitting.map(({ cause, contribution }) => {
    const { certainty = 'documented' } = contribution;
    return { cause, certainty, open: openOf(contribution, cause, known, addresses) };
  });
  if (found.length === 0) return null;
  // One finding that holds by itself is enough; the others only add to it.
  const certain = found.filter(({ open }) => open.length === 0);
  const deciding = certain.length > 0 ? certain : found;
  return {
    causes: found.map(({ cause }) => cause),
    open: [...new Set(deciding.flatMap(({ open }) => open))],
    certainty: surest(deciding.map(({ certainty }) => certainty)),
  };
}

import { mayApply } from './broken.ts';
import type { Circumstances } from './cause.ts';
import type { Rule } from './consequences/consequence.ts';
import { demands } from './consequences/demands.ts';
import { consequences } from './consequences/index.ts';
import { deniesPass } from './met.ts';

/** Whether a rule can still be broken, whatever could not be determined. */
function isOpen(rule: Rule, known: Circumstances): boolean {
  const { policy, ...others } = rule;
  const signature = rule.signatures === 'aligned' ? known.aligned : known.signature;
  if (rule.dkim === 'not-usable' && signature === 'usable') return false;
  // A policy that could not be read may be the one.
  return mayApply(policy && known.dmarc !== 'unknown' ? rule : others, known);
}

/** A check on which a rule hangs. */
export interface Read {
  readonly id: string;
  /** The blocklists in question, one of which is enough; null for any, and for checks of another kind. */
  readonly zones: readonly string[] | null;
}

const isText = (value: string | number) => typeof value === 'string';

/** Every rule of the receiver that can still be broken. */
function openRules(receiver: string, known: Circumstances): Rule[] {
  return [...consequences, ...demands].filter((rule) => rule.receiver === receiver && isOpen(rule, known));
}

/** The checks on which a receiver's rules hang, as far as what is known leaves them any effect. */
export function readBy(receiver: string, known: Circumstances): Read[] {
  const reads = openRules(receiver, known).flatMap(({ reasons, policy }): Read[] => [
    ...reasons
      .flat()
      .map(({ finding, params }) => ({ id: finding, zones: params?.['zone']?.filter(isText) ?? null })),
    ...(policy ? [{ id: 'dmarc-missing', zones: null }] : []),
  ]);
  return reads.filter(({ id }) => !(known.spf === 'pass' && deniesPass.has(id)));
}

/** Tests that a receiver chooses to make: nobody is promised to pass them. */
const chosen: ReadonlySet<string> = new Set(['test-enabled', 'refusal-chosen']);

/** The rule demands a pass of SPF, of DKIM, or of one of them, and none is known that meets it. */
function isUnproven({ reasons, conditions, signatures, dkim }: Rule, known: Circumstances): boolean {
  const ids = reasons.flat().map(({ finding }) => finding);
  const [readsSpf, readsDkim] = [
    ids.some((id) => deniesPass.has(id)),
    ids.some((id) => id.startsWith('dkim-')),
  ];
  const ofFrom = signatures === 'aligned';
  const spf = known.spf === 'pass' && (!ofFrom || known.envelopeAligned);
  const signed = (ofFrom ? known.aligned : known.signature) === 'usable';
  if (conditions.includes('bulk'))
    return known.volume === 'bulk' && ((readsSpf && !spf) || (readsDkim && !signed));
  const eitherDoes = reasons.length > 1 || dkim === 'not-usable';
  return eitherDoes && readsSpf && !spf && !signed;
}

/** Whether a receiver demands authentication of which nothing is known that would pass. */
export function isAuthenticationOpen(receiver: string, known: Circumstances): boolean {
  return openRules(receiver, known).some(
    (rule) => !rule.conditions.some((id) => chosen.has(id)) && isUnproven(rule, known),
  );
}

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

/** The checks on which a receiver's rules hang, as far as what is known leaves them any effect. */
export function readBy(receiver: string, known: Circumstances): Read[] {
  const rules = [...consequences, ...demands].filter(
    (rule) => rule.receiver === receiver && isOpen(rule, known),
  );
  const reads = rules.flatMap(({ reasons, policy }): Read[] => [
    ...reasons.flat().map(({ finding, params }) => ({
      id: finding,
      zones: params?.['zone']?.filter(isText) ?? null,
    })),
    ...(policy ? [{ id: 'dmarc-missing', zones: null }] : []),
  ]);
  return reads.filter(({ id }) => !(known.spf === 'pass' && deniesPass.has(id)));
}

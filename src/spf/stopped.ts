import { recordsOf } from '../dns/resolver.ts';
import type { SpfEvaluation, SpfFacts, SpfNode } from './facts.ts';
import { lookupLimit, mxLimit, voidLimit } from './limits.ts';
import type { SpfMatch, SpfStep, SpfVisit } from './outcome.ts';
import { tally } from './tally.ts';
import { missingState } from './targets.ts';
import { distinctLimbs, type Limb, recordOf } from './tree.ts';

/** The term that ended an evaluation in a permanent error, and whether the tree alone shows why. */

function isStopped({ effect, nested }: SpfStep): boolean {
  return effect === 'permerror' || (effect === 'followed' && nested?.result === 'permerror');
}

/** The innermost term that ended it; null where that was the record as a whole, or where nothing did. */
export function stoppedAt({ result, steps }: SpfVisit): Omit<SpfMatch, 'record'> | null {
  const step = result === 'permerror' ? steps.at(-1) : undefined;
  if (!step || !isStopped(step)) return null;
  const { domain, term, start, end, nested } = step;
  return (nested && stoppedAt(nested)) ?? { domain, term, start, end };
}

/** A record that is in permerror by itself: several of them, or a fault of the grammar. */
function isInvalid(node: SpfNode): boolean {
  return node.records.length > 1 || (recordOf(node)?.problems.length ?? 0) > 0;
}

/** A term that ends every evaluation which comes to it. */
function isAtFault({ branch, term }: Limb): boolean {
  const [first] = branch.asked;
  if (term.kind === 'mx') return first !== undefined && recordsOf(first).length > mxLimit;
  return missingState({ branch }) !== null || (branch.node !== undefined && isInvalid(branch.node));
}

/**
 * Whether a finding about the tree tells why an evaluation ended in permerror. What the client or the message decides,
 * such as a macro or `ptr`, is in no tree.
 */
export function isToldByTree({ tree }: Pick<SpfFacts, 'tree'>, one: SpfEvaluation): boolean {
  if (!tree || !one.stoppedAt) return true;
  const { passedAt, looped, voidPassedAt } = tally(tree);
  const family = one.address.includes(':') ? 'ipv6' : 'ipv4';
  if (one.lookups > lookupLimit && (passedAt || looped)) return true;
  if (one.voidLookups > voidLimit && voidPassedAt[family]) return true;
  const { domain, start, end } = one.stoppedAt;
  const limb = distinctLimbs(tree).find(
    ({ node, term }) => node.domain === domain && term.start === start && term.end === end,
  );
  return limb !== undefined && isAtFault(limb);
}

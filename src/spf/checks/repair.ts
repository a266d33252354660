import type { Fix } from '../../check.ts';
import { whole } from '../abridge.ts';
import type { SpfNode } from '../facts.ts';
import { lookupLimit } from '../limits.ts';
import { lookupTerms, reachableMechanisms, unreachableMechanisms } from '../reach.ts';
import { type SpfRecord, type SpfTerm, termText } from '../record.ts';
import { remembered } from '../remembered.ts';
import {
  allLast,
  endingInSoftfail,
  ignoredRedirect,
  isOpen,
  merged,
  repaired,
  separated,
  without,
} from '../rewrite.ts';
import { tally } from '../tally.ts';
import { recordOf } from '../tree.ts';
import { isOneName, leadsNowhere, missingState, pairIn } from './targets.ts';

/**
 * One repaired record for each record. Every fault of it that can be repaired safely is, so that the fix of one
 * finding undoes no other, and what is proposed makes nothing count that nobody has seen.
 */

function textsOf(record: SpfRecord, terms: readonly SpfTerm[]): Set<string> {
  return new Set(terms.map((term) => termText(record, term)));
}

/** The terms of a node that hold two each, and the includes that only break its record. */
function wrongTerms(node: SpfNode, record: SpfRecord) {
  const pairs = new Map<string, readonly string[]>();
  const useless = new Set<string>();
  for (const branch of node.branches) {
    const term = record.terms[branch.term];
    if (!term) continue;
    const text = termText(record, term);
    const pair = leadsNowhere(term, branch) ? pairIn(text) : null;
    if (pair) pairs.set(text, pair);
    else if (term.kind === 'include' && (branch.loop || (missingState({ branch }) && isOneName(term)))) {
      useless.add(text);
    }
  }
  return { pairs, useless };
}

/** Nothing of what counts today is out of effect in the mended record. */
function keepsReach(record: SpfRecord, mended: SpfRecord): boolean {
  const idle = textsOf(record, unreachableMechanisms(record));
  const lost = [...textsOf(mended, unreachableMechanisms(mended))].filter((text) => !idle.has(text));
  return lost.length === 0 && (!ignoredRedirect(mended) || ignoredRedirect(record) !== null);
}

/** A term that begins to count may bring the record to the limit, never past it. */
function keepsLimit(record: SpfRecord, mended: SpfRecord, tree: SpfNode): boolean {
  const added = lookupTerms(mended).length - lookupTerms(record).length;
  return added <= 0 || tally(tree).total + added <= lookupLimit;
}

function mendedAnew(tree: SpfNode, node: SpfNode): SpfRecord | null {
  const record = recordOf(node);
  const readable = record && repaired(record);
  if (!record || !readable) return null;
  const { pairs, useless } = wrongTerms(node, record);
  const counted = reachableMechanisms(record).map(({ term }) => term);
  const split = separated(readable, pairs);
  const mended = endingInSoftfail(allLast(without(split, useless), textsOf(record, counted)));
  if (mended === record || mended.problems.length > 0 || mended.terms.some(isOpen)) return null;
  return keepsReach(record, mended) && keepsLimit(record, mended, tree) ? mended : null;
}

const mendings = remembered((_tree: SpfNode) => new Map<SpfNode, SpfRecord | null>());

/** The one record of a node with all its safe repairs; null where there is none, or what remains is not fit to publish. */
export function mendedRecord(tree: SpfNode, node: SpfNode): SpfRecord | null {
  const known = mendings(tree);
  const mended = known.get(node);
  if (mended !== undefined) return mended;
  const anew = mendedAnew(tree, node);
  known.set(node, anew);
  return anew;
}

interface Fixed {
  readonly fix?: readonly Fix[];
}

function publish(name: string, record: SpfRecord | null): Fixed {
  return record ? { fix: [{ name, type: 'TXT', value: record.text }] } : {};
}

/** The fix of a finding about a node's record: the mended record, where `settles` tells that the fault is gone from it. */
export function mend(tree: SpfNode, node: SpfNode, settles: (mended: SpfRecord) => boolean): Fixed {
  const record = mendedRecord(tree, node);
  return publish(node.domain, record && settles(record) ? record : null);
}

/** The same for a fault that is one term: gone where the term is. */
export function mendTerm(tree: SpfNode, node: SpfNode, text: string): Fixed {
  return mend(tree, node, (record) => !textsOf(record, record.terms).has(text));
}

/** The fix of several records at one name, where what else counts is known. */
export function merge(tree: SpfNode | null, node: Pick<SpfNode, 'domain' | 'records'>): Fixed {
  const known = tree ? tally(tree) : null;
  if (known && !known.complete) return {};
  return publish(node.domain, merged(node.records.map(whole), lookupLimit - (known?.total ?? 0)));
}

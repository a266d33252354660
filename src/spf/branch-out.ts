import type { Asked } from '../dns/resolver.ts';
import { Budget } from './budget.ts';
import { fixedTarget, isMalformedName } from './expand.ts';
import type { SpfBranch, SpfExplanation, SpfNode } from './facts.ts';
import { type Indexed, type LookupTerm, lookupTerms } from './reach.ts';
import type { SpfRecord } from './record.ts';
import { recordOf } from './tree.ts';

/** One record of a walk: its branches laid out, and what they ask. */

/** Branches of one record, so that those it includes have some as well. */
const maxOwnBranches = 100;

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export interface BranchDraft extends Omit<Draft<SpfBranch>, 'node'> {
  node?: NodeDraft;
}

export interface NodeDraft extends Omit<Draft<SpfNode>, 'branches' | 'explanation'> {
  branches: BranchDraft[];
  explanation?: Draft<SpfExplanation>;
}

export interface Visit {
  readonly node: NodeDraft;
  /** The domain of the sender, which the walk began at. */
  readonly sender: string;
  /** The names from the root to this node. */
  readonly path: readonly string[];
  /** The domain's own record, or one it redirects to. */
  readonly own: boolean;
}

/** An include or redirect to follow. */
export interface Lead extends Omit<Visit, 'node'> {
  readonly branch: BranchDraft;
  readonly target: string;
}

/** An `a`, `mx` or `exists` to ask for. */
interface HostQuestion {
  readonly branch: BranchDraft;
  readonly target: string;
  readonly kind: 'a' | 'mx' | 'exists';
}

/** What a record makes a walk ask. */
export interface Plan {
  readonly leads: Lead[];
  readonly hosts: HostQuestion[];
}

/** The terms that become branches. A redirect, the last, is among them: the record that applies may hang on it. */
function laidOut(record: SpfRecord, node: NodeDraft, budget: Budget): readonly Indexed<LookupTerm>[] {
  const lookups = lookupTerms(record);
  const room = budget.branches(Math.min(lookups.length, maxOwnBranches));
  const laid = lookups.filter(({ term }, place) => place < room || term.kind === 'redirect');
  if (laid.length < lookups.length) node.omitted = lookups.length - laid.length;
  return laid;
}

/** The `exp` of a record, its question still open. */
function explanationOf(record: SpfRecord, { node, sender }: Visit): Draft<SpfExplanation> | null {
  const index = record.terms.findIndex(({ kind }) => kind === 'exp');
  const term = record.terms[index];
  if (term?.kind !== 'exp') return null;
  return { term: index, target: fixedTarget(term.domain, node.domain, sender), asked: null };
}

/** Lays out the branches of a node whose one record is read, and says which of them to ask about. */
export function branchOut(visit: Visit, budget: Budget): Plan {
  const { node, sender, path, own } = visit;
  const plan: Plan = { leads: [], hosts: [] };
  const record = recordOf(node);
  if (!record) return plan;
  const explanation = own ? explanationOf(record, visit) : null;
  if (explanation) node.explanation = explanation;
  for (const { index, term } of laidOut(record, node, budget)) {
    const target = fixedTarget(term.domain, node.domain, sender);
    const branch: BranchDraft = { term: index, target, asked: [] };
    node.branches.push(branch);
    const { kind } = term;
    if (target === null || kind === 'ptr') continue;
    if (isMalformedName(target)) branch.malformed = true;
    else if (kind === 'a' || kind === 'mx' || kind === 'exists') {
      if (budget.askHosts()) plan.hosts.push({ branch, target, kind });
      else branch.capped = true;
    } else if (path.includes(target)) branch.loop = [...path.slice(path.indexOf(target)), target];
    else if (!budget.follow(path)) branch.capped = true;
    else
      plan.leads.push({ branch, target, sender, path: [...path, target], own: own && kind === 'redirect' });
  }
  return plan;
}

export function nodeOf(
  domain: string,
  txt: Asked<'TXT'>,
  records: readonly SpfRecord[],
  budget: Budget,
): NodeDraft {
  return { domain, txt, records: records.map((record) => budget.keep(record)), branches: [] };
}

import { type Asked, isFailed } from '../dns/resolver.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import type { SpfRecord, SpfTerm } from './parse.ts';

/** The one record of a node; null where it has none or several, or where the question failed. */
export function recordOf(node: Pick<SpfNode, 'records'>): SpfRecord | null {
  return node.records.length === 1 ? (node.records[0] ?? null) : null;
}

/** A branch with the record and the term it grows from. */
export interface Limb {
  readonly node: SpfNode;
  readonly record: SpfRecord;
  readonly term: SpfTerm;
  readonly branch: SpfBranch;
}

function limbsOf(node: SpfNode): Limb[] {
  const record = recordOf(node);
  if (!record) return [];
  return node.branches.flatMap((branch) => {
    const term = record.terms[branch.term];
    return term ? [{ node, record, term, branch }] : [];
  });
}

/** Every branch of the tree in the order of an evaluation: each before what it leads to. */
export function* limbs(tree: SpfNode): Generator<Limb> {
  for (const limb of limbsOf(tree)) {
    yield limb;
    if (limb.branch.node) yield* limbs(limb.branch.node);
  }
}

/** The same, a term that several paths reach only once. */
export function* distinctLimbs(tree: SpfNode): Generator<Limb> {
  const seen = new Set<string>();
  for (const limb of limbs(tree)) {
    const key = `${limb.branch.term} ${limb.node.domain}`;
    if (!seen.has(key)) yield limb;
    seen.add(key);
  }
}

/** How a chain of redirects ends. */
export type ChainEnd =
  /** The last node's record applies, or the last node has none or several. */
  | { readonly state: 'known' }
  | { readonly state: 'failed'; readonly asked: Asked<'TXT'> }
  /** The redirect goes where the message decides, or the walk did not go on. */
  | { readonly state: 'open'; readonly limb: Limb };

export interface Chain {
  /** The domain's own node, then those it redirects to. */
  readonly nodes: readonly SpfNode[];
  readonly end: ChainEnd;
}

/** The records that speak for the domain itself: its own and those it redirects to (RFC 7208 §6.1). */
export function chainOf(tree: SpfNode): Chain {
  const nodes: SpfNode[] = [tree];
  let limb = redirectLimb(tree);
  while (limb?.branch.node) {
    const { node } = limb.branch;
    if (isFailed(node.txt)) return { nodes, end: { state: 'failed', asked: node.txt } };
    nodes.push(node);
    limb = redirectLimb(node);
  }
  return limb && (limb.branch.target === null || limb.branch.capped)
    ? { nodes, end: { state: 'open', limb } }
    : { nodes, end: { state: 'known' } };
}

function redirectLimb(node: SpfNode): Limb | undefined {
  return limbsOf(node).find(({ term }) => term.kind === 'redirect');
}

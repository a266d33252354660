import { type Asked, isFailed, recordsOf } from '../dns/resolver.ts';
import { whole } from './abridge.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import type { SpfRecord } from './parse.ts';
import { isLookupTerm, type LookupTerm, lookupTerms } from './reach.ts';
import { remembered } from './remembered.ts';

/** The one record of a node, whole; null where it has none or several, or where the question failed. */
export function recordOf(node: Pick<SpfNode, 'records'>): SpfRecord | null {
  const [record, second] = node.records;
  return record && !second ? whole(record) : null;
}

/** Characters of an answer, in all its records. */
export function answerLength(txt: Asked<'TXT'>): number {
  return recordsOf(txt).reduce((sum, strings) => strings.reduce((all, { length }) => all + length, sum), 0);
}

/** A branch with the record and the term it grows from. */
export interface Limb {
  readonly node: SpfNode;
  readonly record: SpfRecord;
  readonly term: LookupTerm;
  readonly branch: SpfBranch;
}

/** The branches of one node. */
export function limbsOf(node: SpfNode): Limb[] {
  const record = recordOf(node);
  if (!record) return [];
  return node.branches.flatMap((branch) => {
    const term = record.terms[branch.term];
    return term && isLookupTerm(term) ? [{ node, record, term, branch }] : [];
  });
}

/** An include or a redirect. */
export function leadsOn({ term }: Limb): boolean {
  return term.kind === 'include' || term.kind === 'redirect';
}

/** Every branch of a finished tree in the order of an evaluation: each before what it leads to. */
export const limbs: (tree: SpfNode) => readonly Limb[] = remembered((tree) =>
  limbsOf(tree).flatMap((limb) => [limb, ...(limb.branch.node ? limbs(limb.branch.node) : [])]),
);

function distinct(all: readonly Limb[]): readonly Limb[] {
  const first = new Map<string, Limb>();
  for (const limb of all) {
    const key = `${limb.branch.term} ${limb.node.domain}`;
    if (!first.has(key)) first.set(key, limb);
  }
  return [...first.values()];
}

/** The same, a term that several paths reach only once. */
export const distinctLimbs: (tree: SpfNode) => readonly Limb[] = remembered((tree) => distinct(limbs(tree)));

const allPassingLimbs: (node: SpfNode) => readonly Limb[] = remembered((node) =>
  limbsOf(node)
    .filter(({ term }) => !('qualifier' in term) || term.qualifier === '+')
    .flatMap((limb) => [limb, ...(limb.branch.node ? allPassingLimbs(limb.branch.node) : [])]),
);

/** The distinct branches whose match is a pass of the domain: a "+" hands it on (RFC 7208 §5.2), a redirect too (§6.1). */
export const passingLimbs: (tree: SpfNode) => readonly Limb[] = remembered((tree) =>
  distinct(allPassingLimbs(tree)),
);

/** Every node of a finished tree, the root first; the same record once for each path to it. */
export function nodesOf(tree: SpfNode): readonly SpfNode[] {
  return [tree, ...limbs(tree).flatMap(({ branch: { node } }) => node ?? [])];
}

/** Terms that ask the DNS and have no branch, because the walk stopped at its cap of branches. */
export function omittedTerms(node: SpfNode): readonly LookupTerm[] {
  const record = node.omitted === undefined ? null : recordOf(node);
  if (!record) return [];
  const laidOut = new Set(node.branches.map(({ term }) => term));
  return lookupTerms(record).flatMap(({ index, term }) => (laidOut.has(index) ? [] : [term]));
}

/** Nothing of it lies behind our own caps. */
export function isWhole(tree: SpfNode): boolean {
  return nodesOf(tree).every(
    ({ omitted, branches }) => omitted === undefined && branches.every(({ capped }) => !capped),
  );
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

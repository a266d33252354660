import { type Asked, isFailed } from '../dns/resolver.ts';
import { byFamily, type ByFamily } from './family.ts';
import type { SpfNode } from './facts.ts';
import { termText } from './record.ts';
import { remembered } from './remembered.ts';
import { lookupsOf } from './reach.ts';
import { stopsOf } from './stops.ts';
import { leadsOn, type Limb, limbs, limbsOf, nodesOf, omittedTerms } from './tree.ts';
import { maybeVoidsOf, voidsOf } from './voids.ts';

/** A term, and whose record it stands in. */
export interface SpfPlace {
  readonly domain: string;
  readonly term: string;
  /** UTF-16 offsets into the record, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A term that counts. */
export interface CountedTerm extends SpfPlace {
  readonly txt: Asked<'TXT'>;
  /** The whole record, for the offsets. */
  readonly record: string;
}

export interface SpfTally {
  /** Lookups when nothing matches before the end: one for each term that asks the DNS, two with `%{p}` (RFC 7208 §4.6.4). */
  readonly total: number;
  /** They, in the order of an evaluation, as far as the walk went into them. */
  readonly terms: readonly CountedTerm[];
  /** The first that is not allowed. */
  readonly passedAt: CountedTerm | null;
  /** False where part of the tree is unseen: then the total is a lower bound. */
  readonly complete: boolean;
  /** The includes and redirects whose record could not be read. */
  readonly failed: readonly Asked[];
  /** Includes and redirects whose target depends on the message: what they add is unknown to anyone. */
  readonly open: readonly CountedTerm[];
  /** The walk stopped at its own cap before an include or redirect. */
  readonly capped: boolean;
  /** Records read. */
  readonly read: number;
  /** An include or redirect comes back to itself: the count says nothing. */
  readonly looped: boolean;
  /** Terms whose questions find nothing, by the family of the client (RFC 7208 §4.6.4). */
  readonly voids: ByFamily<readonly CountedTerm[]>;
  /** False where a failed question, the client, the message or an unseen record may add to them. */
  readonly voidsComplete: boolean;
  /** The third of them: the first that is not allowed. */
  readonly voidPassedAt: ByFamily<CountedTerm | null>;
}

function counted({ node, record, term }: Limb): CountedTerm {
  const { start, end } = term;
  return {
    domain: node.domain,
    txt: node.txt,
    record: record.text,
    term: termText(record, term),
    start,
    end,
  };
}

/** The lookups of a term and of all that it leads to. */
export function costOfLimb({ term, branch: { node } }: Pick<Limb, 'term' | 'branch'>): number {
  return lookupsOf(term) + (node ? costOf(node) : 0);
}

/** The lookups of a finished tree: those of the record and of all that it leads to. */
export const costOf: (node: SpfNode) => number = remembered((node) => {
  const omitted = omittedTerms(node).reduce((sum, term) => sum + lookupsOf(term), 0);
  return limbsOf(node).reduce((sum, limb) => sum + costOfLimb(limb), omitted);
});

/** Counts the terms of a finished tree that ask the DNS. */
export const tally: (tree: SpfNode) => SpfTally = remembered((tree) => {
  const all = limbs(tree);
  const nodes = nodesOf(tree);
  const omitted = nodes.flatMap(omittedTerms);
  const leads = all.filter(leadsOn);
  const stops = stopsOf(tree);
  const failed = leads.flatMap(({ branch: { node } }) => (node && isFailed(node.txt) ? [node.txt] : []));
  const open = leads.filter(({ branch }) => branch.target === null).map(counted);
  const capped =
    leads.some(({ branch }) => branch.capped === true) || omitted.some(({ kind }) => kind === 'include');
  const complete = failed.length === 0 && open.length === 0 && !capped;
  const maybeVoid = all.some((limb) => Object.values(maybeVoidsOf(limb)).includes(true));
  return {
    total: costOf(tree),
    terms: all.map(counted),
    passedAt: stops.lookups && counted(stops.lookups),
    complete,
    failed,
    open,
    capped,
    read: nodes.filter(({ records }) => records.length > 0).length,
    looped: all.some(({ branch }) => branch.loop !== undefined),
    voids: byFamily((family) => all.filter((limb) => voidsOf(limb)[family]).map(counted)),
    voidsComplete: complete && omitted.length === 0 && !maybeVoid,
    voidPassedAt: byFamily((family) => stops.voids[family] && counted(stops.voids[family])),
  };
});

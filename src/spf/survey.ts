import { type Asked, isFailed } from '../dns/resolver.ts';
import type { SpfNode } from './facts.ts';
import { lookupLimit } from './limits.ts';
import { termText } from './record.ts';
import { remembered } from './remembered.ts';
import { type Limb, limbs, nodesOf, omittedTerms } from './tree.ts';

/** A term that counts, and whose record it stands in. */
export interface CountedTerm {
  readonly domain: string;
  readonly txt: Asked<'TXT'>;
  /** The whole record, for the offsets. */
  readonly record: string;
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

export interface SpfSurvey {
  /** Terms that ask the DNS when nothing matches before the end: each counts 1 (RFC 7208 §4.6.4). */
  readonly total: number;
  /** They, in the order of an evaluation, as far as the walk went into them. */
  readonly terms: readonly CountedTerm[];
  /** The eleventh: the first that is not allowed. */
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
}

export function leadsOn({ term }: Limb): boolean {
  return term.kind === 'include' || term.kind === 'redirect';
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

/** Counts the terms of a finished tree that ask the DNS. */
export const survey: (tree: SpfNode) => SpfSurvey = remembered((tree) => {
  const all = limbs(tree);
  const nodes = nodesOf(tree);
  const omitted = nodes.flatMap(omittedTerms);
  const leads = all.filter(leadsOn);
  const terms = all.map(counted);
  const failed = leads.flatMap(({ branch: { node } }) => (node && isFailed(node.txt) ? [node.txt] : []));
  const open = leads.filter(({ branch }) => branch.target === null).map(counted);
  const capped =
    leads.some(({ branch }) => branch.capped === true) || omitted.some(({ kind }) => kind === 'include');
  return {
    total: terms.length + omitted.length,
    terms,
    passedAt: terms[lookupLimit] ?? null,
    complete: failed.length === 0 && open.length === 0 && !capped,
    failed,
    open,
    capped,
    read: nodes.filter(({ records }) => records.length > 0).length,
    looped: all.some(({ branch }) => branch.loop !== undefined),
  };
});

import { type Asked, isFailed } from '../dns/resolver.ts';
import type { SpfNode } from './facts.ts';
import { lookupLimit, voidLimit } from './limits.ts';
import { termText } from './record.ts';
import { remembered } from './remembered.ts';
import { lookupsOf } from './reach.ts';
import { leadsOn, type Limb, limbs, limbsOf, nodesOf, omittedTerms } from './tree.ts';
import { voidsOf } from './voids.ts';

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
  /**
   * The third of them: the first that is not allowed; null where the limit of lookups ends an evaluation before.
   * Includes and redirects do not count here, since one that leads nowhere is an error by itself (§5.2, §6.1).
   */
  readonly voidPassedAt: ByFamily<CountedTerm | null>;
}

/** One for clients on IPv4, one for those on IPv6. */
export interface ByFamily<T> {
  readonly ipv4: T;
  readonly ipv6: T;
}

function byFamily<T>(of: (family: 'ipv4' | 'ipv6') => T): ByFamily<T> {
  return { ipv4: of('ipv4'), ipv6: of('ipv6') };
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

/** The lookups of a finished tree: those of the record and of all that it leads to. */
export const costOf: (node: SpfNode) => number = remembered((node) => {
  const omitted = omittedTerms(node).reduce((sum, term) => sum + lookupsOf(term), 0);
  return limbsOf(node).reduce((sum, limb) => {
    const next = limb.branch.node;
    return sum + lookupsOf(limb.term) + (next ? costOf(next) : 0);
  }, omitted);
});

/** The lookups up to each branch, itself included. */
function running(all: readonly Limb[]): number[] {
  let sum = 0;
  return all.map((limb) => {
    sum += lookupsOf(limb.term);
    return sum;
  });
}

/** Counts the terms of a finished tree that ask the DNS. */
export const tally: (tree: SpfNode) => SpfTally = remembered((tree) => {
  const all = limbs(tree);
  const nodes = nodesOf(tree);
  const omitted = nodes.flatMap(omittedTerms);
  const leads = all.filter(leadsOn);
  const terms = all.map(counted);
  const reached = running(all).findIndex((sum) => sum > lookupLimit);
  const allowed = reached < 0 ? all.length : reached;
  const failed = leads.flatMap(({ branch: { node } }) => (node && isFailed(node.txt) ? [node.txt] : []));
  const open = leads.filter(({ branch }) => branch.target === null).map(counted);
  const capped =
    leads.some(({ branch }) => branch.capped === true) || omitted.some(({ kind }) => kind === 'include');
  return {
    total: costOf(tree),
    terms,
    passedAt: terms[allowed] ?? null,
    complete: failed.length === 0 && open.length === 0 && !capped,
    failed,
    open,
    capped,
    read: nodes.filter(({ records }) => records.length > 0).length,
    looped: all.some(({ branch }) => branch.loop !== undefined),
    voids: byFamily((family) => all.filter((limb) => voidsOf(limb)[family]).map(counted)),
    voidPassedAt: byFamily((family) => {
      // What stands behind the last lookup that is allowed is never asked.
      const asked = all.slice(0, allowed);
      const limb = asked.filter((one) => !leadsOn(one) && voidsOf(one)[family])[voidLimit];
      return limb ? counted(limb) : null;
    }),
  };
});

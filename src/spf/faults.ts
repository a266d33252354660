import { isForEveryone } from './addresses.ts';
import { authority } from './authority.ts';
import type { SpfNode } from './facts.ts';
import { lookupsOf, lookupTerms } from './reach.ts';
import { remembered } from './remembered.ts';
import { tally } from './tally.ts';
import { missingState } from './targets.ts';
import { chainOf, limbs, nodesOf, recordOf } from './tree.ts';

/** What a receiver would stumble over in a tree. */

/** Terms that ask for the reverse name of the client: not to be published (RFC 7208 §5.5, §7.3). */
function reverseTerms(node: SpfNode): number {
  const record = recordOf(node);
  const asking = record ? lookupTerms(record) : [];
  return asking.filter(({ term }) => term.kind === 'ptr' || lookupsOf(term) > 1).length;
}

const behind = (tree: SpfNode) => nodesOf(tree).slice(1);

/** The kinds of faults, each as how often it is there. */
const counters: readonly ((tree: SpfNode) => number)[] = [
  function tooManyLookups(tree) {
    return Number(tally(tree).passedAt !== null);
  },
  function tooManyVoidsOnIpv4(tree) {
    return Number(tally(tree).voidPassedAt.ipv4 !== null);
  },
  function tooManyVoidsOnIpv6(tree) {
    return Number(tally(tree).voidPassedAt.ipv6 !== null);
  },
  function everyoneAuthorized(tree) {
    return Number(isForEveryone(authority(tree).pass));
  },
  function missingTargets(tree) {
    return limbs(tree).filter(missingState).length;
  },
  function loops(tree) {
    return limbs(tree).filter(({ branch }) => branch.loop).length;
  },
  function severalRecords(tree) {
    return behind(tree).filter(({ records }) => records.length > 1).length;
  },
  function brokenRecords(tree) {
    return behind(tree).filter((node) => (recordOf(node)?.problems.length ?? 0) > 0).length;
  },
  function reverseNamesAsked(tree) {
    return chainOf(tree).nodes.reduce((sum, node) => sum + reverseTerms(node), 0);
  },
];

/** How often each kind is there. */
export type Faults = readonly number[];

export const faultsOf: (tree: SpfNode) => Faults = remembered((tree) => counters.map((count) => count(tree)));

/** The faults of several trees together. */
export function sumOfFaults(trees: readonly SpfNode[]): Faults {
  return counters.map((count) => trees.reduce((sum, tree) => sum + count(tree), 0));
}

/** No kind of fault more often than before. */
export function noWorse(before: Faults, after: Faults): boolean {
  return after.every((count, kind) => count <= (before[kind] ?? 0));
}

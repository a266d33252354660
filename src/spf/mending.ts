import { inNetwork, parseIp } from '../text/ip.ts';
import { type Authority, authority, type Reach } from './authority.ts';
import { groundOf } from './ground.ts';
import { lookupLimit } from './limits.ts';
import { privatePurpose } from './private.ts';
import { reachableMechanisms } from './reach.ts';
import { type SpfRecord, type SpfTerm, termText } from './record.ts';
import { redundantTerms } from './redundancy.ts';
import { allLast, endingInSoftfail, separated, withoutTerms, withMechanisms } from './rewrite.ts';
import { costOf, tally } from './tally.ts';
import { isOneName, leadsNowhere, matchesNobody, missingState, namesSender, pairIn } from './targets.ts';
import { type Limb, limbsOf } from './tree.ts';
import type { Trial } from './trial.ts';

/** Steps that mend a record. Each answers the same record where it has nothing to do. */

/** Two terms that one name holds for lack of a space between them. */
function pairsApart({ record, node }: Trial): SpfRecord {
  const pairs = new Map<string, readonly string[]>();
  for (const { term, branch } of limbsOf(node)) {
    const pair = leadsNowhere(term, branch) ? pairIn(termText(record, term)) : null;
    if (pair) pairs.set(termText(record, term), pair);
  }
  // An "all" that is split off may stand anywhere.
  const apart = separated(record, pairs);
  return apart === record ? record : allLast(apart);
}

/** What was found behind the term holds for every domain that leads to this record. */
function isSettled({ node, tree }: Trial, term: SpfTerm): boolean {
  return node.domain === tree.domain || !namesSender(term);
}

/** Includes that only break the record: they lead nowhere, or in a circle. */
function deadIncludesDropped(trial: Trial): SpfRecord {
  const { record, node } = trial;
  const dead = limbsOf(node).filter((limb) => {
    const { term, branch } = limb;
    if (term.kind !== 'include' || !isSettled(trial, term) || pairIn(termText(record, term))) return false;
    return branch.loop !== undefined || (missingState(limb) !== null && isOneName(term));
  });
  return withoutTerms(record, new Set(dead.map(({ term }) => term)));
}

/** Hosts that do not exist any more. */
function voidTermsDropped(trial: Trial): SpfRecord {
  const { record, node } = trial;
  const empty = limbsOf(node).filter(({ term, branch }) => {
    if (!matchesNobody(term, branch) || !isSettled(trial, term)) return false;
    return isOneName(term) && !pairIn(termText(record, term));
  });
  return withoutTerms(record, new Set(empty.map(({ term }) => term)));
}

/** Networks that others in the record hold, and includes that stand there twice. */
function redundantDropped({ node, record }: Trial): SpfRecord {
  const ground = groundOf(node);
  const idle = ground ? redundantTerms(ground).filter(({ lasting }) => lasting) : [];
  return withoutTerms(record, new Set(idle.map(({ term }) => term)));
}

/** Networks that no receiver on the internet sees a client from, those apart that mail is said to leave from. */
function privateDropped({ record, tree }: Trial, given: readonly string[]): SpfRecord {
  const clients = given.flatMap((address) => parseIp(address) ?? []);
  const apart = reachableMechanisms(record).flatMap(({ term }): SpfTerm[] => {
    if ((term.kind !== 'ip4' && term.kind !== 'ip6') || term.qualifier !== '+') return [];
    const ip = parseIp(term.address);
    if (!ip || privatePurpose(ip, term.prefix, tree.domain) === null) return [];
    return clients.some((client) => inNetwork(client, ip, term.prefix)) ? [] : [term];
  });
  return withoutTerms(record, new Set(apart));
}

/** All its addresses are known, and each passes by another term as well. */
function isDispensable({ claims, reaches }: Authority, reach: Reach): boolean {
  const index = reaches.indexOf(reach);
  const { ipv4, ipv6 } = reach.addresses;
  if (!reach.known || ipv4.length + ipv6.length === 0) return false;
  return [...claims.ipv4, ...claims.ipv6].every(({ owner, heir }) => {
    if (owner !== index) return true;
    const next = heir === null ? undefined : reaches[heir]?.term;
    return next !== undefined && next.kind !== 'all' && 'qualifier' in next && next.qualifier === '+';
  });
}

/** The dearest term that others make superfluous today: where the limit is passed it is one too many. */
function dispensableDropped(trial: Trial): SpfRecord {
  const { record, node, tree } = trial;
  if (tally(tree).total <= lookupLimit) return record;
  const known = authority(node);
  const cost = ({ branch }: Limb) => (branch.node ? costOf(branch.node) : 0);
  const [dearest] = limbsOf(node)
    .filter(({ term }) => {
      const reach = known.reaches.find((one) => one.term === term);
      if (!reach || term.kind === 'redirect' || !('qualifier' in term) || term.qualifier !== '+')
        return false;
      return isSettled(trial, term) && isDispensable(known, reach);
    })
    .toSorted((a, b) => cost(b) - cost(a));
  return dearest ? withoutTerms(record, new Set([dearest.term])) : record;
}

/** @param given addresses that mail is said to leave from */
export type Step = (trial: Trial, given: readonly string[]) => SpfRecord;

/** In the order in which they are tried; the last as often as it helps. */
export const steps: readonly Step[] = [
  pairsApart,
  deadIncludesDropped,
  voidTermsDropped,
  ({ record }) => withMechanisms(record),
  ({ record }) => allLast(record),
  redundantDropped,
  privateDropped,
  ({ record }) => endingInSoftfail(record),
];

export const lastResort: (trial: Trial) => SpfRecord = dispensableDropped;

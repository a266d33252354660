import { parseIp } from '../text/ip.ts';
import { specialNetworks } from '../text/special-purpose.ts';
import { type Addresses, authority } from './authority.ts';
import type { SpfNode } from './facts.ts';
import { lookupLimit } from './limits.ts';
import { countOf, everyAddress, joined, lessRanges, networkRange, type Ranges } from './ranges.ts';
import { unreachableMechanisms } from './reach.ts';
import { type SpfRecord, type SpfTerm, termText } from './record.ts';
import { ignoredRedirect, isOpen } from './rewrite.ts';
import { tally } from './tally.ts';
import { missingState } from './targets.ts';
import { limbs, recordOf } from './tree.ts';
import type { Trial } from './trial.ts';

/** What must hold of a record before it is proposed in the place of another. */

function special(family: 4 | 6): Ranges {
  return joined(
    specialNetworks.flatMap(({ network, prefix }) =>
      network.family === family ? [networkRange(network, prefix)] : [],
    ),
  );
}

const unreal: Addresses = { ipv4: special(4), ipv6: special(6) };

const anybody: Addresses = { ipv4: everyAddress(4), ipv6: everyAddress(6) };

const isEmpty = (ranges: Ranges) => ranges.length === 0;

/** Everybody passes, on one family at least. */
function isForEveryone({ ipv4, ipv6 }: Addresses): boolean {
  return countOf(ipv4) === countOf(anybody.ipv4) || countOf(ipv6) === countOf(anybody.ipv6);
}

/** Those that pass because a term names them, and not because everybody does. */
export function namedAddresses(node: SpfNode): Addresses {
  const { reaches, claims } = authority(node);
  const named = (owner: number) => {
    const reach = reaches[owner];
    if (!reach || reach.term.kind === 'all' || isForEveryone(reach.addresses)) return false;
    return reach.term.kind === 'redirect' || ('qualifier' in reach.term && reach.term.qualifier === '+');
  };
  return {
    ipv4: joined(claims.ipv4.filter(({ owner }) => named(owner))),
    ipv6: joined(claims.ipv6.filter(({ owner }) => named(owner))),
  };
}

/** The addresses of several nodes together. */
export function together(nodes: readonly SpfNode[]): Addresses {
  const each = nodes.map(namedAddresses);
  return {
    ipv4: joined(each.flatMap(({ ipv4 }) => ipv4)),
    ipv6: joined(each.flatMap(({ ipv6 }) => ipv6)),
  };
}

/** All of `before`, those apart that nobody can have, is in `after`. */
function holdsAll(before: Addresses, after: Addresses): boolean {
  return (['ipv4', 'ipv6'] as const).every((family) =>
    isEmpty(lessRanges(lessRanges(before[family], unreal[family]), after[family])),
  );
}

/** What a receiver would stumble over in a tree, and how often. */
export type Faults = Readonly<Record<FaultKind, number>>;

type FaultKind =
  | 'lookups'
  | 'ipv4-voids'
  | 'ipv6-voids'
  | 'everyone'
  | 'missing'
  | 'loops'
  | 'several'
  | 'invalid';

export function faultsOf(tree: SpfNode): Faults {
  const { passedAt, voidPassedAt } = tally(tree);
  const all = limbs(tree);
  const behind = all.flatMap(({ branch: { node } }) => node ?? []);
  return {
    lookups: Number(passedAt !== null),
    'ipv4-voids': Number(voidPassedAt.ipv4 !== null),
    'ipv6-voids': Number(voidPassedAt.ipv6 !== null),
    everyone: Number(isForEveryone(authority(tree).pass)),
    missing: all.filter(missingState).length,
    loops: all.filter(({ branch }) => branch.loop).length,
    several: behind.filter(({ records }) => records.length > 1).length,
    invalid: behind.filter((node) => (recordOf(node)?.problems.length ?? 0) > 0).length,
  };
}

/** The faults of several trees together. */
export function sumOfFaults(trees: readonly SpfNode[]): Faults {
  const none: Faults = {
    lookups: 0,
    'ipv4-voids': 0,
    'ipv6-voids': 0,
    everyone: 0,
    missing: 0,
    loops: 0,
    several: 0,
    invalid: 0,
  };
  return trees.map(faultsOf).reduce<Faults>((sum, faults) => {
    const added = Object.entries(faults).map(([kind, count]) => [kind, sum[kind as FaultKind] + count]);
    return { ...none, ...Object.fromEntries(added) };
  }, none);
}

/** No kind of fault more often than before. */
function noWorse(before: Faults, after: Faults): boolean {
  return Object.entries(after).every(([kind, count]) => count <= before[kind as FaultKind]);
}

function textsOf(record: SpfRecord, terms: readonly SpfTerm[]): Set<string> {
  return new Set(terms.map((term) => termText(record, term)));
}

/** Nothing of what counts in a record is out of effect in the other. */
function keepsReach(record: SpfRecord, mended: SpfRecord): boolean {
  const idle = textsOf(record, unreachableMechanisms(record));
  const lost = [...textsOf(mended, unreachableMechanisms(mended))].filter((text) => !idle.has(text));
  return lost.length === 0 && (!ignoredRedirect(mended) || ignoredRedirect(record) !== null);
}

/** How a record stands today, as far as its successor is measured by it. */
export interface Standing {
  readonly record: SpfRecord | null;
  readonly addresses: Addresses;
  readonly lookups: number;
  readonly faults: Faults;
}

export function standingOf({ record, tree }: Pick<Trial, 'record' | 'tree'>): Standing {
  return {
    record,
    addresses: namedAddresses(tree),
    lookups: tally(tree).total,
    faults: faultsOf(tree),
  };
}

/**
 * The record in its place has no fault that the other had not, needs no more lookups than that or than are allowed, and
 * authorizes every address that the other names.
 */
export function isProven(before: Standing, after: Trial): boolean {
  const { record, tree } = after;
  if (record.problems.length > 0) return false;
  if (before.record && !keepsReach(before.record, record)) return false;
  if (tally(tree).total > Math.max(lookupLimit, before.lookups)) return false;
  if (!noWorse(before.faults, faultsOf(tree))) return false;
  return holdsAll(before.addresses, authority(tree).pass);
}

/** Whether it authorizes more than the other names, the addresses in `added` apart. */
export function authorizesMore(before: Addresses, { tree }: Trial, added: readonly string[]): boolean {
  const after = authority(tree).pass;
  const hosts = added.flatMap((text) => parseIp(text) ?? []);
  return ([4, 6] as const).some((number) => {
    const family = number === 4 ? 'ipv4' : 'ipv6';
    const single = hosts
      .filter((ip) => ip.family === number)
      .map((ip) => networkRange(ip, ip.octets.length * 8));
    return !isEmpty(lessRanges(after[family], joined([...before[family], ...single])));
  });
}

/** Fit to be shown: it lets nobody pass whom no term names. */
export function isFit({ record }: Trial): boolean {
  return record.problems.length === 0 && !record.terms.some(isOpen);
}

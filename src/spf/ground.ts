import { type Authority, authority, type Reach } from './authority.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import { ownersWithin } from './ranges.ts';
import { unreachableMechanisms } from './reach.ts';
import type { SpfRecord, SpfTerm } from './record.ts';
import { recordOf } from './tree.ts';

/** The one record of a node with what is known of each of its terms. */
export interface Ground {
  readonly node: SpfNode;
  readonly record: SpfRecord;
  readonly authority: Authority;
  readonly branches: ReadonlyMap<SpfTerm, SpfBranch>;
  readonly reaches: ReadonlyMap<SpfTerm, Reach>;
  /** The terms that decide for some address. */
  readonly owners: ReadonlySet<Reach>;
  readonly unreachable: ReadonlySet<SpfTerm>;
}

/** null where the node has no record, or several. */
export function groundOf(node: SpfNode): Ground | null {
  const record = recordOf(node);
  if (!record) return null;
  const known = authority(node);
  const { ipv4, ipv6 } = known.claims;
  const branches = node.branches.flatMap((branch): [SpfTerm, SpfBranch][] => {
    const term = record.terms[branch.term];
    return term ? [[term, branch]] : [];
  });
  return {
    node,
    record,
    authority: known,
    branches: new Map(branches),
    reaches: new Map(known.reaches.map((reach) => [reach.term, reach])),
    owners: new Set([...ipv4, ...ipv6].flatMap(({ owner }) => known.reaches[owner] ?? [])),
    unreachable: new Set(unreachableMechanisms(record)),
  };
}

/** The terms that decide for the addresses which `reach` matches, itself among them where it decides for some. */
export function ownersOf({ authority: { claims, reaches } }: Ground, { addresses }: Reach): readonly Reach[] {
  const owners = new Set([
    ...ownersWithin(claims.ipv4, addresses.ipv4),
    ...ownersWithin(claims.ipv6, addresses.ipv6),
  ]);
  return [...owners].toSorted((a, b) => a - b).flatMap((owner) => reaches[owner] ?? []);
}

/** The term that has the first of the addresses which `reach` matches, where it decides for none of them itself. */
export function coverOf({ authority: { claims, reaches }, owners }: Ground, reach: Reach): SpfTerm | null {
  const { ipv4, ipv6 } = reach.addresses;
  const [first, found] = ipv4[0] ? [ipv4[0], claims.ipv4] : [ipv6[0], claims.ipv6];
  if (!first || owners.has(reach)) return null;
  const claim = found.find(({ last }) => last >= first.first);
  return (claim && reaches[claim.owner]?.term) ?? null;
}

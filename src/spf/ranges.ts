import type { Ip } from '../text/ip.ts';

/** Sets of addresses of one family as runs of numbers. */

/** A run of addresses, both ends in it. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
}

/** In ascending order, without overlap. */
export type Ranges = readonly Range[];

/** Every address of a family. */
export function everyAddress(family: 4 | 6): Ranges {
  return [{ first: 0n, last: (1n << (family === 4 ? 32n : 128n)) - 1n }];
}

/** The addresses whose first `prefix` bits are those of `ip`. */
export function networkRange({ octets }: Ip, prefix: number): Range {
  const value = octets.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
  const hosts = (1n << BigInt(octets.length * 8 - prefix)) - 1n;
  return { first: value & ~hosts, last: value | hosts };
}

/** The first address of the network. */
export function maskedIp({ family, octets }: Ip, prefix: number): Ip {
  const masked = octets.map((octet, index) => {
    const bits = Math.min(8, Math.max(0, prefix - index * 8));
    return octet & (0xff << (8 - bits)) & 0xff;
  });
  return { family, octets: masked };
}

/** The runs of any list of runs, joined where they touch. */
export function joined(ranges: readonly Range[]): Ranges {
  const union: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const open = union.at(-1);
    if (open && first <= open.last + 1n) open.last = last > open.last ? last : open.last;
    else union.push({ first, last });
  }
  return union;
}

/** The addresses of `ranges` that are not in `taken`. */
export function lessRanges(ranges: Ranges, taken: Ranges): Ranges {
  const left: Range[] = [];
  let index = 0;
  for (const { first, last } of ranges) {
    let from = first;
    while ((taken[index]?.last ?? last) < from) index += 1;
    for (let at = index; from <= last; at += 1) {
      const next = taken[at];
      if (!next || next.first > last) {
        left.push({ first: from, last });
        break;
      }
      if (next.first > from) left.push({ first: from, last: next.first - 1n });
      from = next.last + 1n;
    }
  }
  return left;
}

/** The addresses that are in both. */
export function commonRanges(one: Ranges, other: Ranges): Ranges {
  const both: Range[] = [];
  let at = 0;
  for (const { first, last } of one) {
    while ((other[at]?.last ?? first) < first) at += 1;
    for (let next = at; (other[next]?.first ?? last + 1n) <= last; next += 1) {
      const { first: from, last: to } = other[next] as Range;
      both.push({ first: from > first ? from : first, last: to < last ? to : last });
    }
  }
  return both;
}

/** How many addresses there are. */
export function countOf(ranges: Ranges): bigint {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
}

/** A run of addresses that the same claimants want: the first in order has it, the second would have it next. */
export interface Claim extends Range {
  readonly owner: number;
  readonly heir: number | null;
}

/** The first index of a list at which `reached` holds, where it holds from there on. */
function firstAt<T>(list: readonly T[], reached: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Who owns some of these addresses, each claimant once. */
export function ownersWithin(owned: readonly Claim[], ranges: Ranges): ReadonlySet<number> {
  const owners = new Set<number>();
  for (const { first, last } of ranges) {
    for (let at = firstAt(owned, (claim) => claim.last >= first); at < owned.length; at += 1) {
      const claim = owned[at] as Claim;
      if (claim.first > last) break;
      owners.add(claim.owner);
    }
  }
  return owners;
}

/**
 * Who owns which addresses where the first claimant of the list that wants one has it, as the first term that matches
 * decides (RFC 7208 §4.6.2). In ascending order.
 */
export function claims(claimants: readonly Ranges[]): Claim[] {
  const edges = claimants.flatMap((ranges, claimant) =>
    ranges.flatMap(({ first, last }) => [
      { at: first, claimant, opens: true },
      { at: last + 1n, claimant, opens: false },
    ]),
  );
  edges.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const found: Claim[] = [];
  const active: number[] = [];
  let from = 0n;
  for (const { at, claimant, opens } of edges) {
    const [owner, heir = null] = active;
    if (owner !== undefined && at > from) found.push({ first: from, last: at - 1n, owner, heir });
    from = at;
    const index = firstAt(active, (one) => one >= claimant);
    if (opens) active.splice(index, 0, claimant);
    else active.splice(index, 1);
  }
  return found;
}

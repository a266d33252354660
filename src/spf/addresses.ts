import { type Ip, parseIp, unmapped } from '../text/ip.ts';
import { countOf, everyAddress, joined, lessRanges, networkRange, type Ranges } from './ranges.ts';
import type { ByFamily } from './family.ts';

/** Sets of addresses of both families. */
export type Addresses = ByFamily<Ranges>;

export const families = ['ipv4', 'ipv6'] as const;

export const nobody: Addresses = { ipv4: [], ipv6: [] };

export const everyone: Addresses = { ipv4: everyAddress(4), ipv6: everyAddress(6) };

const sizes = { ipv4: countOf(everyone.ipv4), ipv6: countOf(everyone.ipv6) };

/** Every address of one family at least. */
export function isForEveryone(addresses: Addresses): boolean {
  return families.some((family) => countOf(addresses[family]) === sizes[family]);
}

export function isNobody({ ipv4, ipv6 }: Addresses): boolean {
  return ipv4.length + ipv6.length === 0;
}

/** The networks around these addresses. */
export function networksOf(ips: readonly Ip[], prefix4: number, prefix6: number): Addresses {
  const ranges = (family: 4 | 6, prefix: number) =>
    joined(ips.filter((ip) => ip.family === family).map((ip) => networkRange(ip, prefix)));
  return { ipv4: ranges(4, prefix4), ipv6: ranges(6, prefix6) };
}

/** The addresses that these texts stand for. */
export function hostsOf(texts: readonly string[]): Addresses {
  const ips = texts.flatMap((text) => parseIp(text) ?? []);
  return networksOf(ips.map(unmapped), 32, 128);
}

export function union(sets: readonly Addresses[]): Addresses {
  return {
    ipv4: joined(sets.flatMap(({ ipv4 }) => ipv4)),
    ipv6: joined(sets.flatMap(({ ipv6 }) => ipv6)),
  };
}

/** Those of `set` that are not in `taken`. */
export function less(set: Addresses, taken: Addresses): Addresses {
  return { ipv4: lessRanges(set.ipv4, taken.ipv4), ipv6: lessRanges(set.ipv6, taken.ipv6) };
}

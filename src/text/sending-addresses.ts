import { formatIp, parseIp, unmapped } from './ip.ts';

interface Sourced {
  readonly address: string;
  readonly source: string;
}

/**
 * Each address once, in canonical text and in the order given; what is no address is dropped.
 * At most `cap` of them, but never fewer than the user gave; `omitted` counts those left out.
 */
export function firstAddresses<T extends Sourced>(
  entries: readonly T[],
  cap: number,
): { kept: T[]; omitted: number } {
  const distinct = new Map<string, T>();
  // What the user gave counts as given, wherever else it stands.
  const ordered = entries.toSorted((a, b) => Number(b.source === 'given') - Number(a.source === 'given'));
  for (const entry of ordered) {
    const ip = parseIp(entry.address);
    if (!ip) continue;
    const address = formatIp(unmapped(ip));
    if (!distinct.has(address)) distinct.set(address, { ...entry, address });
  }
  const all = [...distinct.values()];
  const given = all.filter(({ source }) => source === 'given').length;
  const kept = all.slice(0, Math.max(cap, given));
  return { kept, omitted: all.length - kept.length };
}

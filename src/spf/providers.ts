import { foldName, parentName } from '../dns/name.ts';
import { type ProviderEntry, type ProviderKind, providerNames, providerZones } from './providers/entries.ts';

export type { ProviderKind };

export interface SpfProvider {
  /** As its customers know it now. */
  readonly name: string;
  readonly kind: ProviderKind;
}

function index(entries: readonly ProviderEntry[]): ReadonlyMap<string, SpfProvider> {
  return new Map(entries.map(([key, name, kind]) => [key, { name, kind }]));
}

const byZone = index(providerZones);
const byName = index(providerNames);
const longestZone = Math.max(...providerZones.map(([zone]) => zone.length));

/**
 * Who stands behind the target of an `include`, by the closest known zone around it; null for strangers.
 * Macros count as text: they vary the labels in front, which the provider owns as well.
 */
export function providerOf(target: string): SpfProvider | null {
  const name = foldName(target);
  const own = byName.get(name);
  if (own) return own;
  for (let zone: string | null = name; zone !== null; zone = parentName(zone)) {
    // No zone is longer; and to look up every tail of an endless name would cost its length squared.
    const provider = zone.length <= longestZone ? byZone.get(zone) : undefined;
    if (provider) return provider;
  }
  return null;
}

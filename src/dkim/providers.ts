import { foldName, parentName } from '../dns/name.ts';
import type { DkimProvider } from './providers/entry.ts';
import { hostingProviders } from './providers/hosting.ts';
import { mailboxProviders } from './providers/mailboxes.ts';
import { marketingProviders } from './providers/marketing.ts';
import { panelProviders } from './providers/panels.ts';
import { securityProviders } from './providers/security.ts';
import { softwareProviders } from './providers/software.ts';
import { transactionalProviders } from './providers/transactional.ts';

export type { DkimProvider };

/** Every provider known here. */
export const dkimProviders: readonly DkimProvider[] = [
  ...mailboxProviders,
  ...hostingProviders,
  ...panelProviders,
  ...marketingProviders,
  ...transactionalProviders,
  ...softwareProviders,
  ...securityProviders,
];

type Zones = ReadonlyMap<string, DkimProvider>;

function byZone(zonesOf: (provider: DkimProvider) => readonly string[]): Zones {
  return new Map(
    dkimProviders.flatMap((provider) => zonesOf(provider).map((zone) => [zone, provider] as const)),
  );
}

const used = byZone(({ zones }) => zones);
const aliased = byZone(({ aliases }) => aliases);
const longestZone = Math.max(...[...used.keys(), ...aliased.keys()].map((zone) => zone.length));

/** The provider of the closest known zone around a name. Macros count as text. */
function closest(zones: Zones, target: string): DkimProvider | null {
  for (let zone: string | null = foldName(target); zone !== null; zone = parentName(zone)) {
    // No zone is longer; and to look up every tail of an endless name would cost its length squared.
    const provider = zone.length <= longestZone ? zones.get(zone) : undefined;
    if (provider) return provider;
  }
  return null;
}

/** The provider that publishes the key to which an alias at a selector leads; null where it is none known here. */
export function providerOfAlias(target: string): DkimProvider | null {
  return closest(aliased, target);
}

/**
 * The providers behind MX hosts and the targets of SPF's `include` and `redirect`, each once, in the order of
 * the targets.
 */
export function providersOf(targets: readonly string[]): readonly DkimProvider[] {
  return [...new Set(targets.map((target) => closest(used, target)).filter((provider) => provider !== null))];
}

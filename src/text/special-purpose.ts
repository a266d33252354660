import { inNetwork, type Ip, parseIp, unmapped } from './ip.ts';

/** Why an address is reachable from nowhere, or not by everyone. */
export type SpecialPurpose =
  | 'unspecified'
  | 'private'
  | 'shared'
  | 'loopback'
  | 'link-local'
  | 'multicast'
  | 'reserved';

// The IANA special-purpose address registries, without the documentation ranges: examples and tests live there.
const registry: readonly (readonly [network: string, prefix: number, purpose: SpecialPurpose])[] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'reserved'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
  ['::', 128, 'unspecified'],
  ['::1', 128, 'loopback'],
  ['100::', 64, 'reserved'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'private'],
  ['ff00::', 8, 'multicast'],
];

const networks = registry.flatMap(([text, prefix, purpose]) => {
  const network = parseIp(text);
  return network ? [{ network, prefix, purpose }] : [];
});

/** What keeps an address off the public Internet; null for a public (or documentation) address. */
export function specialPurpose(ip: Ip): SpecialPurpose | null {
  const plain = unmapped(ip);
  return networks.find(({ network, prefix }) => inNetwork(plain, network, prefix))?.purpose ?? null;
}

import { inNetwork, type Ip, parseIp, unmapped } from './ip.ts';
import type { Words } from './say.ts';

/** Why an address is reachable from nowhere, or not by everyone. */
export type SpecialPurpose =
  | 'unspecified'
  | 'private'
  | 'shared'
  | 'loopback'
  | 'link-local'
  | 'multicast'
  | 'reserved';

/** The purposes as a text names them, in brackets behind an address or a network. */
export const purposeWords: Readonly<Record<SpecialPurpose | 'documentation', Words>> = {
  unspecified: { en: 'unspecified', fr: 'adresse non spécifiée' },
  private: { en: 'private', fr: 'réseau privé' },
  shared: { en: 'shared', fr: 'espace partagé entre opérateurs' },
  loopback: { en: 'loopback', fr: 'boucle locale' },
  'link-local': { en: 'link-local', fr: 'lien local' },
  multicast: { en: 'multicast', fr: 'multicast' },
  reserved: { en: 'reserved', fr: 'plage réservée' },
  documentation: { en: 'documentation', fr: 'plage de documentation' },
};

type Row<P> = readonly [network: string, prefix: number, purpose: P];

// The IANA special-purpose address registries, the documentation ranges apart: examples and tests live there.
const registry: readonly Row<SpecialPurpose>[] = [
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

// RFC 5737, RFC 3849, RFC 9637.
const documentation: readonly Row<'documentation'>[] = [
  ['192.0.2.0', 24, 'documentation'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['2001:db8::', 32, 'documentation'],
  ['3fff::', 20, 'documentation'],
];

function read<P>(rows: readonly Row<P>[]) {
  return rows.flatMap(([text, prefix, purpose]) => {
    const network = parseIp(text);
    return network ? [{ network, prefix, purpose }] : [];
  });
}

const networks = read(registry);
const examples = read(documentation);

/** What keeps an address off the public Internet; null for a public (or documentation) address. */
export function specialPurpose(ip: Ip): SpecialPurpose | null {
  const plain = unmapped(ip);
  return networks.find(({ network, prefix }) => inNetwork(plain, network, prefix))?.purpose ?? null;
}

/** What keeps every address of a network off the public Internet, documentation ranges included; null for others. */
export function networkPurpose(ip: Ip, prefix: number): SpecialPurpose | 'documentation' | null {
  const rows = [...networks, ...examples];
  return rows.find((row) => row.prefix <= prefix && inNetwork(ip, row.network, row.prefix))?.purpose ?? null;
}

/** Networks that no client on the public Internet comes from, documentation ranges included. */
export const specialNetworks: readonly { readonly network: Ip; readonly prefix: number }[] = [
  ...networks,
  ...examples,
];

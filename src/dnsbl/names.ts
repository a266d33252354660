import { type Ip, parseIp, reversedLabels, unmapped } from '../text/ip.ts';
import { registrableDomain } from '../domain.ts';
import type { ListKind } from './facts.ts';
import type { Dnsbl } from './list.ts';

function plainIp(subject: string): Ip | null {
  const ip = parseIp(subject);
  return ip && unmapped(ip);
}

/** The kind of list that knows a subject; whatever is no address counts as a domain. */
export function kindOf(subject: string): ListKind {
  const ip = plainIp(subject);
  if (!ip) return 'domain';
  return ip.family === 4 ? 'ipv4' : 'ipv6';
}

/**
 * Whether a list can hold a subject. An address is never put to a list of domains: some refuse it with a code. A name
 * below a registrable domain is not put to a list that holds registrable domains only.
 */
export function covers({ kinds, names }: Pick<Dnsbl, 'kinds' | 'names'>, subject: string): boolean {
  const kind = kindOf(subject);
  if (!kinds.includes(kind)) return false;
  if (kind !== 'domain' || names !== 'registrable') return true;
  const registrable = registrableDomain(subject);
  return registrable === null || registrable === subject;
}

/** The name to ask: reversed octets or nibbles (RFC 5782 §2.1, §2.4), or the domain as it stands (§3). */
export function queryName(subject: string, zone: string): string {
  const ip = plainIp(subject);
  return `${ip ? reversedLabels(ip) : subject}.${zone}`;
}

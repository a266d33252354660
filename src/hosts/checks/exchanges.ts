import { recordsOf } from '../../dns/resolver.ts';
import { type Ip, parseIp } from '../../text/ip.ts';
import type { MxHost } from '../facts.ts';

/** The address that stands where the name of a host should. */
export function literalIn(exchange: string): Ip | null {
  return parseIp(exchange.replace(/^\[(?:ipv6:)?(.*)\]$/, '$1'));
}

/** What Microsoft 365 has a new customer publish, to prove who owns the domain: `ms12345678.msv1.invalid`. */
export function isPlaceholder(exchange: string): boolean {
  return /(?:^|\.)msv1\.invalid$/.test(exchange);
}

/** Every address that an exchange leads to. */
export function addressesOf({ a, aaaa }: MxHost): Ip[] {
  return [...recordsOf(a), ...recordsOf(aaaa)].flatMap((text) => parseIp(text) ?? []);
}

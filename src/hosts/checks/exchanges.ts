import { recordsOf } from '../../dns/resolver.ts';
import { type Ip, parseIp } from '../../text/ip.ts';
import type { MxHost } from '../facts.ts';

/** The address that stands where the name of a host should. */
export function literalIn(exchange: string): Ip | null {
  return parseIp(exchange.replace(/^\[(?:ipv6:)?(.*)\]$/, '$1'));
}

/** Every address that an exchange leads to. */
export function addressesOf({ a, aaaa }: MxHost): Ip[] {
  return [...recordsOf(a), ...recordsOf(aaaa)].flatMap((text) => parseIp(text) ?? []);
}

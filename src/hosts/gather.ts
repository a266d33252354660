import type { DomainName } from '../domain.ts';
import { ask, type Asked, isFailed, recordsOf, type Resolver } from '../dns/resolver.ts';
import type { Fact } from '../facts.ts';
import type { AddressSource } from '../subject.ts';
import { isMapped } from '../text/ip.ts';
import { firstAddresses } from '../text/sending-addresses.ts';
import { presumedHelos, readHelo } from './helo.ts';
import { gatherReverse } from './reverse.ts';
import type {
  DomainFacts,
  DomainHosts,
  DomainRole,
  HeloFacts,
  MxFacts,
  MxHost,
  Sender,
  SenderFacts,
} from './facts.ts';

/** Exchanges whose addresses are asked for. */
const exchangeCap = 20;

/** Addresses of MX hosts whose reverse DNS is looked at. */
const reverseCap = 10;

/** Addresses looked at in one audit, beyond those that the user gave. */
const addressCap = 32;

async function domainHosts(domain: string, role: DomainRole, resolver: Resolver): Promise<DomainHosts> {
  const [cname, a, aaaa, mx, txt] = await Promise.all([
    ask(resolver, domain, 'CNAME'),
    ask(resolver, domain, 'A'),
    ask(resolver, domain, 'AAAA'),
    ask(resolver, domain, 'MX'),
    ask(resolver, domain, 'TXT'),
  ]);
  return { domain, role, cname, a, aaaa, mx, txt };
}

/** Whether the domains of a mail exist and can be answered. Always ok: each question can settle that by itself. */
export async function gatherDomain(
  envelope: DomainName,
  author: DomainName,
  resolver: Resolver,
): Promise<Fact<DomainFacts>> {
  const domains = await Promise.all(
    envelope === author
      ? [domainHosts(envelope, 'envelope sender and From', resolver)]
      : [domainHosts(envelope, 'envelope sender', resolver), domainHosts(author, 'From', resolver)],
  );
  return { ok: true, value: { domains } };
}

/** The distinct exchanges in the order they are tried; a null MX names none. */
function exchanges(mx: Asked<'MX'>): { exchange: string; preference: number }[] {
  const lowest = new Map<string, number>();
  for (const { exchange, preference } of recordsOf(mx)) {
    const name = exchange.toLowerCase();
    if (name !== '') lowest.set(name, Math.min(preference, lowest.get(name) ?? preference));
  }
  return [...lowest]
    .map(([exchange, preference]) => ({ exchange, preference }))
    .toSorted((x, y) => x.preference - y.preference || (x.exchange < y.exchange ? -1 : 1));
}

/** The mail exchangers of a domain with their addresses. Not ok where the MX question failed. */
export async function gatherMx(domain: DomainName, resolver: Resolver): Promise<Fact<MxFacts>> {
  const [mx, a, aaaa] = await Promise.all([
    ask(resolver, domain, 'MX'),
    ask(resolver, domain, 'A'),
    ask(resolver, domain, 'AAAA'),
  ]);
  if (isFailed(mx)) return { ok: false, failed: mx };
  const hosts = await Promise.all(
    exchanges(mx)
      .slice(0, exchangeCap)
      .map(async ({ exchange, preference }): Promise<MxHost> => {
        const [cname, own4, own6] = await Promise.all([
          ask(resolver, exchange, 'CNAME'),
          ask(resolver, exchange, 'A'),
          ask(resolver, exchange, 'AAAA'),
        ]);
        return { exchange, preference, cname, a: own4, aaaa: own6 };
      }),
  );
  const addresses = hosts.flatMap((host) => [...recordsOf(host.a), ...recordsOf(host.aaaa)]);
  // An IPv4 address written as an IPv6 one is on no network, and has no reverse name.
  const reachable = addresses.filter((address) => !isMapped(address));
  const first = [...new Set(reachable)].slice(0, reverseCap);
  const reverse = await Promise.all(first.map((address) => gatherReverse(address, resolver)));
  const value = { domain, mx, hosts, reverse: reverse.filter((one) => one !== null), implicit: { a, aaaa } };
  return { ok: true, value };
}

/**
 * The EHLO name that the user gave, and its addresses; without one, the reverse names that stand in for it. Always ok:
 * syntax needs no DNS.
 */
export async function gatherHelo(
  text: string | null,
  senders: Promise<SenderFacts | undefined>,
  resolver: Resolver,
): Promise<Fact<HeloFacts>> {
  if (text === null) {
    const known = await senders;
    return { ok: true, value: { given: null, presumed: known ? presumedHelos(known) : [] } };
  }
  const read = readHelo(text);
  if (read.kind !== 'name') return { ok: true, value: { given: { text, read, hosts: null }, presumed: [] } };
  const [a, aaaa] = await Promise.all([ask(resolver, read.name, 'A'), ask(resolver, read.name, 'AAAA')]);
  return { ok: true, value: { given: { text, read, hosts: { a, aaaa } }, presumed: [] } };
}

interface SendingAddress {
  readonly address: string;
  readonly source: AddressSource;
  readonly term?: string;
}

async function gatherSender(sender: SendingAddress, resolver: Resolver): Promise<Sender[]> {
  const reverse = await gatherReverse(sender.address, resolver);
  return reverse ? [{ ...sender, ...reverse }] : [];
}

/**
 * The reverse DNS of sending addresses, each name followed forward in the family of the address. Addresses come out
 * in canonical text, at most `cap` of them, but all that the user gave. `failed` holds the questions that may hide more.
 */
export async function gatherSenders(
  addresses: readonly SendingAddress[],
  resolver: Resolver,
  failed: readonly Asked[] = [],
  cap = addressCap,
): Promise<SenderFacts> {
  const { kept, omitted } = firstAddresses(addresses, cap);
  const senders = await Promise.all(kept.map((sender) => gatherSender(sender, resolver)));
  return { senders: senders.flat(), failed, omitted };
}

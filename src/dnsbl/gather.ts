import { atMost } from '../dns/layers/at-most.ts';
import { giveUpSilent } from '../dns/layers/give-up-silent.ts';
import type { Asked, Resolver } from '../dns/resolver.ts';
import type { AddressSource } from '../subject.ts';
import { parseIp } from '../text/ip.ts';
import { firstAddresses } from '../text/sending-addresses.ts';
import { specialPurpose } from '../text/special-purpose.ts';
import type { DnsblFacts, Listing } from './facts.ts';
import { type ListTester, type TestedList, testList } from './health.ts';
import type { Dnsbl } from './list.ts';
import { defaultLists } from './register/index.ts';
import { covers } from './names.ts';
import { lookUp } from './query.ts';

/** Addresses looked up in one audit, beyond those that the user gave. */
const addressCap = 32;

export interface DnsblSubjects {
  readonly addresses: readonly { readonly address: string; readonly source: AddressSource }[];
  readonly domains: readonly string[];
  /** Failed questions that may hide more addresses. */
  readonly failed?: readonly Asked[];
}

export interface DnsblOptions {
  /** By default those that receivers are known to go by. */
  readonly lists?: readonly Dnsbl[];
  /** Addresses looked up beyond those that the user gave. */
  readonly cap?: number;
  /** May be replaced by one that remembers: the health of a list is the same for a whole run. */
  readonly test?: ListTester;
  /** Asks on where a list falls silent. */
  readonly patient?: boolean;
}

/** Questions about one list on their way at once: a slow one must leave room for the others. */
const inFlightPerList = 16;

/** Unanswered questions in a row after which a list is asked nothing more. */
const patience = 8;

interface Asking extends TestedList {
  readonly listings: ReadonlyMap<string, Listing>;
}

/** Addresses that no list can hold are left out: 127.0.0.2 would find the test entry. */
export function isListable(address: string): boolean {
  const ip = parseIp(address);
  return ip !== null && specialPurpose(ip) === null;
}

/**
 * Asks the lists about addresses and domains: test points first, each list by itself, then the subjects at the lists
 * that work, then the reason for each listing. At most `cap` addresses, but all that were given by the user.
 */
export async function gatherDnsbl(
  subjects: DnsblSubjects,
  resolver: Resolver,
  { lists = defaultLists, cap = addressCap, test = testList, patient = false }: DnsblOptions = {},
): Promise<DnsblFacts> {
  const listable = subjects.addresses.filter(({ address }) => isListable(address));
  const { kept, omitted } = firstAddresses(listable, cap);
  const addresses = kept.map(({ address, source }) => ({ address, source }));
  const domains = [...new Set(subjects.domains)];
  const all = [...addresses.map(({ address }) => address), ...domains];
  const consult = async (list: Dnsbl, known: readonly string[]): Promise<Asking> => {
    const lane = patient ? resolver : atMost(giveUpSilent(resolver, patience), inFlightPerList);
    const tested = await test(list, resolver);
    const asked = tested.health.state === 'working' ? known : [];
    const listings = await Promise.all(asked.map((subject) => lookUp(subject, list, lane)));
    return { ...tested, listings: new Map(listings.map((listing) => [listing.subject, listing])) };
  };
  const asking = await Promise.all(
    lists.flatMap((list) => {
      const known = all.filter((subject) => covers(list, subject));
      return known.length > 0 ? consult(list, known) : [];
    }),
  );
  return {
    addresses,
    domains,
    failed: subjects.failed ?? [],
    lists: asking.map(({ list: { zone, name, purpose, kinds, delisting }, health, test: asked }) => {
      return { zone, name, purpose, kinds, delisting, health, test: asked };
    }),
    listings: all.flatMap((subject) => asking.flatMap(({ listings }) => listings.get(subject) ?? [])),
    omitted,
  };
}

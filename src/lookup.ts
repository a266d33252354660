import { once } from './dns/layers/once.ts';
import { type Exchange, recorded } from './dns/layers/recorded.ts';
import type { Resolver } from './dns/resolver.ts';
import { parseIp } from './text/ip.ts';
import { type Language, say, type Spoken, spoken } from './text/say.ts';
import { leftOpen, outage } from './dnsbl/checks/coverage.ts';
import type { DnsblFacts, Listing, ListStatus } from './dnsbl/facts.ts';
import { gatherDnsbl, isListable } from './dnsbl/gather.ts';
import { type ListTester, testList as testOnce } from './dnsbl/health.ts';
import type { Dnsbl } from './dnsbl/list.ts';

/** A list and how it stands. */
export interface LookedUpList extends Spoken<ListStatus> {
  /** Why it says nothing of anybody; null for one that works. */
  readonly outage: string | null;
}

function withOutage(list: ListStatus, language: Language): LookedUpList {
  const why = outage(list);
  return { ...spoken(list, language), outage: why === null ? null : say(why, language) };
}

/** One subject beside one list. */
export interface LookedUp extends Spoken<Listing> {
  /** Why a working list left it open; null where it did not. */
  readonly open: string | null;
}

/** What the lists that block come to: an entry in one, or none as far as a list answers for every subject. */
export type LookupVerdict = 'listed' | 'not-listed' | 'unknown';

/** Addresses and domains beside lists. */
export interface DnsblLookup {
  readonly at: string;
  readonly durationMs: number;
  /** Distinct questions. */
  readonly queries: number;
  readonly verdict: LookupVerdict;
  /** In the order given. */
  readonly subjects: readonly string[];
  /** Subjects that no list can hold: private addresses and their like. */
  readonly unlistable: readonly string[];
  readonly lists: readonly LookedUpList[];
  /** By subject, then by list. */
  readonly listings: readonly LookedUp[];
}

function verdictOf(subjects: readonly string[], { lists, listings }: DnsblFacts): LookupVerdict {
  const blocking = new Set(lists.filter(({ purpose }) => purpose === 'block').map(({ zone }) => zone));
  const counted = listings.filter(({ zone }) => blocking.has(zone));
  if (counted.some(({ outcome }) => outcome === 'listed')) return 'listed';
  const clear = counted.filter(({ outcome }) => outcome === 'not-listed').map(({ subject }) => subject);
  const answered = new Set(clear);
  // Of nobody nothing was asked.
  return subjects.length > 0 && subjects.every((subject) => answered.has(subject)) ? 'not-listed' : 'unknown';
}

export interface LookupOptions {
  readonly lists: readonly Dnsbl[];
  readonly testList?: ListTester;
  readonly now?: () => number;
  /** Of the meanings and reasons; English by default. */
  readonly language?: Language;
}

/** Looks addresses and domains up in lists, each list after its test points. */
export async function lookUpAll(
  subjects: readonly string[],
  resolver: Resolver,
  { lists, testList, now = Date.now, language = 'en' }: LookupOptions,
): Promise<DnsblLookup> {
  const started = now();
  const log: Exchange[] = [];
  const dns = once(recorded(resolver, log), 'kept');
  const addresses = subjects.filter((subject) => parseIp(subject) !== null);
  const facts = await gatherDnsbl(
    {
      addresses: addresses.map((address) => ({ address, source: 'given' as const })),
      domains: subjects.filter((subject) => parseIp(subject) === null),
    },
    dns,
    { lists, ...(testList && { test: testList }) },
  );
  const names = new Map(facts.lists.map(({ zone, name }) => [zone, name]));
  const unlistable = addresses.filter((address) => !isListable(address));
  const order = new Map(subjects.map((subject, index) => [subject, index]));
  return {
    at: new Date(started).toISOString(),
    durationMs: now() - started,
    queries: log.length,
    verdict: verdictOf(
      subjects.filter((subject) => !unlistable.includes(subject)),
      facts,
    ),
    subjects,
    unlistable,
    lists: facts.lists.map((list) => withOutage(list, language)),
    listings: facts.listings
      .toSorted((a, b) => (order.get(a.subject) ?? 0) - (order.get(b.subject) ?? 0))
      .map((one) => {
        const open = leftOpen(one, names.get(one.zone) ?? one.zone);
        return { ...spoken(one, language), open: open === null ? null : say(open, language) };
      }),
  };
}

/** A list of the register and how it stands now. */
export interface RegisteredList {
  readonly list: Spoken<Dnsbl>;
  /** null where it was not asked: it needs a key. */
  readonly status: LookedUpList | null;
}

/** How lists stand now, by their test points; those that need a key which is not there are not asked. */
export async function testLists(
  lists: readonly Dnsbl[],
  resolver: Resolver,
  askable: (list: Dnsbl) => boolean = () => true,
  language: Language = 'en',
): Promise<RegisteredList[]> {
  return Promise.all(
    lists.map(async (list) => {
      const told = spoken(list, language);
      if (!askable(list)) return { list: told, status: null };
      const { zone, name, purpose, kinds, delisting } = list;
      const { health, test } = await testOnce(list, resolver);
      const status = { zone, name, purpose, kinds, delisting, health, test };
      return { list: told, status: withOutage(status, language) };
    }),
  );
}

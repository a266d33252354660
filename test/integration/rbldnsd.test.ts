import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeResolver } from '../../src/index.ts';
import { type Exchange, recorded } from '../../src/dns/layers/recorded.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import { gatherDnsbl } from '../../src/dnsbl/gather.ts';
import { spoken } from '../../src/text/say.ts';
import type { Listing } from '../../src/dnsbl/facts.ts';
import { testList } from '../../src/dnsbl/health.ts';
import { lookupDnsbl } from '../../src/dnsbl/query.ts';
import { rawServer } from '../dns/raw-server.ts';
import * as lists from './blocklists.ts';
import type { Blocklist } from './blocklists.ts';
import { absent, type Daemon } from './daemon.ts';
import { startRbldnsd } from './rbldnsd.ts';
import { startUnbound } from './unbound.ts';

const reason = absent('rbldnsd', '-h') ?? absent('unbound', '-V');
const all: readonly Blocklist[] = Object.values(lists);
const working = new Set([
  lists.addressSet,
  lists.addressTrie,
  lists.sixTrie,
  lists.domainSet,
  lists.bitMask,
  lists.mixed,
]);
const silent = new Set([lists.silent, lists.mute, lists.ignored]);
const named = (blocklists: Iterable<Blocklist>) =>
  [...blocklists].map((one) => [one.list.name, one] as const);

/** What each entry ends in, `outcome: code meaning, weight`, and the reason. */
const entries: readonly (readonly [Blocklist, subject: string, ending: string, txt?: string])[] = [
  [
    lists.addressSet,
    '192.0.2.1',
    'listed: 127.0.0.2 spam, error',
    'Spam, see https://set.bl.test/?ip=192.0.2.1',
  ],
  [
    lists.addressSet,
    '::ffff:192.0.2.1',
    'listed: 127.0.0.2 spam, error',
    'Spam, see https://set.bl.test/?ip=192.0.2.1',
  ],
  [lists.addressSet, '192.0.2.2', 'listed: 127.0.0.4 proxy, critical', 'Proxy at 192.0.2.2 for $5'],
  [lists.addressSet, '192.0.2.3', 'listed: 127.0.0.10 dynamic, notice'],
  [lists.addressSet, '192.0.2.4', 'unknown: '],
  [
    lists.addressSet,
    '192.0.2.5',
    'listed: 127.0.0.4 proxy, 127.0.0.10 dynamic, critical',
    'A proxy / A range',
  ],
  [lists.addressSet, '192.0.2.16', 'listed: 127.0.0.10 dynamic, notice', 'Range around 192.0.2.16'],
  [lists.addressSet, '192.0.2.17', 'not-listed: '],
  [lists.addressSet, '192.0.2.31', 'listed: 127.0.0.10 dynamic, notice', 'Range around 192.0.2.31'],
  [lists.addressSet, '192.0.2.32', 'not-listed: '],
  [lists.addressTrie, '198.51.100.1', 'listed: 127.0.0.2 spam, error', '198.51.100.1 sent spam'],
  [lists.addressTrie, '198.51.100.129', 'listed: 127.0.0.10 dynamic, notice', '198.51.100.129 is dynamic'],
  [lists.addressTrie, '198.51.100.200', 'not-listed: '],
  [lists.addressTrie, '203.0.113.1', 'not-listed: '],
  [lists.addressTrie, '2001:db8:4::1', 'listed: 127.0.0.4 proxy, critical'],
  [lists.sixTrie, '2001:db8:bad::1', 'listed: 127.0.0.2 spam, error', '2001:db8:bad::1 sent spam'],
  [lists.sixTrie, '2001:DB8:BAD:1:0::9', 'listed: 127.0.0.4 proxy, critical', 'Proxies in this network'],
  [lists.sixTrie, '2001:db8:bad::25', 'not-listed: '],
  [lists.sixTrie, '2001:db8:bae::1', 'not-listed: '],
  [lists.domainSet, 'spam.example', 'listed: 127.0.0.2 spam, error', 'spam.example was seen in spam'],
  [lists.domainSet, 'www.spam.example', 'listed: 127.0.0.2 spam, error', 'spam.example was seen in spam'],
  [lists.domainSet, 'only.example', 'listed: 127.0.0.2 spam, error', 'only.example was seen in spam'],
  [lists.domainSet, 'www.only.example', 'not-listed: '],
  [lists.domainSet, 'www.under.example', 'listed: 127.0.0.2 spam, error', 'under.example was seen in spam'],
  [lists.domainSet, 'under.example', 'not-listed: '],
  [lists.domainSet, 'antispam.example', 'not-listed: '],
  [lists.bitMask, 'both.example', 'listed: 127.0.0.6 black, grey, warning', 'both.example is black and grey'],
  [lists.bitMask, 'grey.example', 'listed: 127.0.0.4 grey, notice', 'grey.example is grey'],
  [lists.bitMask, 'blocked.example', 'refused: 127.0.0.1 access is blocked'],
  [lists.bitMask, 'unknown-bit.example', 'unknown: '],
  [lists.bitMask, 'other.example', 'not-listed: '],
  [lists.mixed, '192.0.2.1', 'listed: 127.0.0.2 spam, error', '192.0.2.1 sent spam'],
  [lists.mixed, '192.0.2.2', 'refused: 127.255.255.254 the operator refuses the question'],
  [lists.mixed, '192.0.2.3', 'not-listed: '],
];

/** The listing in the words of the table above, without its evidence: unbound rotates the records of an answer. */
function endingOf(listing: Listing): string {
  const { outcome, codes, weight } = spoken(listing, 'en');
  return `${outcome}: ${[...codes.map(({ code, meaning }) => `${code} ${meaning}`), ...(weight ? [weight] : [])].join(', ')}`;
}

const addresses = ['192.0.2.1', '192.0.2.32', '2001:db8:bad::1'].map((address) => ({
  address,
  source: 'given' as const,
}));
const domains = ['spam.example', 'other.example'];

describe.skipIf(reason !== null)(
  `blocklists on rbldnsd behind unbound${reason === null ? '' : ` (skipped: ${reason})`}`,
  { timeout: 60_000 },
  () => {
    let rbldnsd: Daemon | undefined;
    let unbound: Daemon | undefined;
    let nobody: Awaited<ReturnType<typeof rawServer>> | undefined;
    let server: string;
    /** For lists that answer: an answer that is late on a busy machine is no failure. */
    let resolver: Resolver;

    beforeAll(async () => {
      const probe = '2.0.0.127.set.bl.test';
      const served = all.filter(({ datasets }) => datasets.length > 0);
      rbldnsd = await startRbldnsd(new Map(served.map((one) => [one.list.zone, one.datasets])), probe);
      nobody = await rawServer({ udp: () => [] });
      const { zone: rewritten } = lists.rewritten.list;
      unbound = await startUnbound({
        probe,
        stubs: new Map([
          ...served.map((one) => [one.list.zone, rbldnsd?.server ?? ''] as const),
          [lists.silent.list.zone, nobody.server],
          [lists.mute.list.zone, nobody.server],
        ]),
        own: [
          `local-zone: "${rewritten}." redirect`,
          `local-data: "${rewritten}. A 203.0.113.99"`,
          `local-data: "1.0.0.127.${lists.filledIn.list.zone}. A 203.0.113.99"`,
        ],
      });
      server = unbound.server;
      resolver = nodeResolver({ servers: [server], timeoutMs: 20_000 });
    }, 60_000);
    afterAll(async () => {
      await unbound?.stop();
      await rbldnsd?.stop();
      nobody?.close();
    }, 60_000);

    it.each(named(working))('%s passes its test points', async (_, { list }) => {
      expect((await testList(list, resolver)).health).toEqual({ state: 'working' });
    });

    it.each<[string, Blocklist, object, outcome: string]>([
      [
        'refuses with its test entries',
        lists.refusingByEntries,
        { state: 'refused', code: '127.255.255.254', meaning: 'the operator refuses the question' },
        'refused',
      ],
      [
        'refuses the resolver',
        lists.refusing,
        { state: 'refused', code: '127.255.255.254', meaning: 'public or open resolver' },
        'refused',
      ],
      ['lists nothing any more', lists.emptied, { state: 'broken', why: 'empty' }, 'unknown'],
      ['pretends that nothing is listed', lists.pretending, { state: 'broken', why: 'empty' }, 'unknown'],
      ['lists everything', lists.wildcarded, { state: 'broken', why: 'wildcard' }, 'unknown'],
      ['is rewritten by the resolver', lists.rewritten, { state: 'broken', why: 'rewritten' }, 'unknown'],
      ['has its denials rewritten', lists.filledIn, { state: 'broken', why: 'rewritten' }, 'unknown'],
      [
        'answers REFUSED',
        lists.denied,
        { state: 'unknown', asked: { answer: { status: 'failed', failure: 'servfail' } } },
        'unknown',
      ],
    ])('a list that %s is believed nothing', async (_, { list }, health, outcome) => {
      expect(spoken((await testList(list, resolver)).health, 'en')).toMatchObject(health);
      const [listing] = await lookupDnsbl('192.0.2.1', [list], resolver);
      expect(listing).toMatchObject({ subject: '192.0.2.1', zone: list.zone, outcome });
      expect(listing).not.toHaveProperty('reason');
    });

    it.each(named([lists.silent, lists.ignored]))(
      '%s, which never answers, is unknown',
      async (_, { list }) => {
        const impatient = nodeResolver({ servers: [server], timeoutMs: 300 });
        expect((await testList(list, impatient)).health).toMatchObject({
          state: 'unknown',
          asked: { answer: { status: 'failed' } },
        });
        const [listing] = await lookupDnsbl('192.0.2.1', [list], impatient);
        expect(listing).toMatchObject({ outcome: 'unknown', codes: [] });
      },
    );

    it('puts the questions for the silent list to the one that is silent', () => {
      expect(nobody?.queries.length).toBeGreaterThan(0);
    });

    it.each(entries.map(([{ list }, ...rest]) => [list.name, ...rest] as const))(
      '%s, %s: %s',
      async (name, subject, ending, txt) => {
        const asked = all.map(({ list }) => list).filter((list) => list.name === name);
        const [listing, ...others] = await lookupDnsbl(subject, asked, resolver);
        expect(others).toEqual([]);
        expect(listing && endingOf(listing)).toBe(ending);
        expect(listing?.reason).toBe(txt);
      },
    );

    it('asks all at once: listings at the lists that work, of the others test points alone', async () => {
      const answering = all.filter((one) => !silent.has(one));
      const log: Exchange[] = [];
      const facts = await gatherDnsbl({ addresses, domains }, recorded(resolver, log), {
        lists: answering.map(({ list }) => list),
      });
      expect(facts.listings.map(({ subject, zone, outcome }) => `${subject} ${zone} ${outcome}`)).toEqual([
        '192.0.2.1 set.bl.test listed',
        '192.0.2.1 trie.bl.test not-listed',
        '192.0.2.1 mixed.bl.test listed',
        '192.0.2.32 set.bl.test not-listed',
        '192.0.2.32 trie.bl.test not-listed',
        '192.0.2.32 mixed.bl.test not-listed',
        '2001:db8:bad::1 trie.bl.test not-listed',
        '2001:db8:bad::1 six.bl.test listed',
        'spam.example names.bl.test listed',
        'spam.example bits.bl.test not-listed',
        'other.example names.bl.test not-listed',
        'other.example bits.bl.test not-listed',
      ]);
      const works = facts.lists.filter(({ health }) => health.state === 'working');
      expect(works.map(({ zone }) => zone).toSorted()).toEqual(
        [...working].map(({ list }) => list.zone).toSorted(),
      );
      const broken = answering.filter((one) => !working.has(one)).map(({ list }) => list);
      for (const { zone, test } of broken) {
        const asked = log.filter(({ name }) => name.endsWith(`.${zone}`)).map(({ name }) => name);
        expect(asked.toSorted()).toEqual(
          [test.unlisted, ...test.listed].map((label) => `${label}.${zone}`).toSorted(),
        );
      }
      expect(new Set(log.map(({ name, type }) => `${type} ${name}`)).size).toBe(log.length);
    });

    it('waits with no list for a silent one: they have all answered while it is still asked', async () => {
      const living = [...working].map(({ list }) => list);
      const log: Exchange[] = [];
      const alone = await gatherDnsbl({ addresses, domains }, recorded(resolver, log), { lists: living });

      // The silent list is given up with the last answer of the others, unless they wait for it.
      const end = new AbortController();
      const patient = nodeResolver({ servers: [server], timeoutMs: 600_000, signal: end.signal });
      const open = new Set(log.map(({ name, type }) => `${type} ${name}`));
      const early: string[] = [];
      const watched: Resolver = {
        async query(name, type, signal) {
          const answer = await patient.query(name, type, signal);
          if (open.size > 0 && name.endsWith(lists.mute.list.zone)) early.push(name);
          open.delete(`${type} ${name}`);
          if (open.size === 0) end.abort();
          return answer;
        },
      };
      const beside = await gatherDnsbl({ addresses, domains }, watched, {
        lists: [lists.mute.list, ...living],
      });
      expect(early).toEqual([]);
      const [mute, ...others] = beside.lists;
      expect(mute?.health).toMatchObject({ state: 'unknown', asked: { answer: { status: 'failed' } } });
      expect(others.map(({ health }) => health)).toEqual(alone.lists.map(({ health }) => health));
      expect(beside.listings.map(endingOf)).toEqual(alone.listings.map(endingOf));
    });
  },
);

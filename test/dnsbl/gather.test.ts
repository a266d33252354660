import { describe, expect, it } from 'vitest';
import { gatherDnsbl } from '../../src/dnsbl/gather.ts';
import { rememberTests } from '../../src/dnsbl/health.ts';
import { lookupDnsbl } from '../../src/dnsbl/query.ts';
import { listOf, serving } from './support.ts';

const lists = ['zen.spamhaus.org', 'psbl.surriel.com', 'dbl.spamhaus.org'].map(listOf);
const working = [
  '2.0.0.127.zen.spamhaus.org. A 127.0.0.2',
  '2.0.0.127.psbl.surriel.com. A 127.0.0.2',
  'test.dbl.spamhaus.org. A 127.0.1.2',
].join('\n');

const given = (...addresses: string[]) => addresses.map((address) => ({ address, source: 'given' as const }));

describe('gatherDnsbl', () => {
  it('asks every list about what it knows, in a stable order', async () => {
    const zone = `${working}
1.2.0.192.psbl.surriel.com. A 127.0.0.2
1.2.0.192.psbl.surriel.com. TXT "caught" " in a trap"`;
    const subjects = { addresses: given('192.0.2.1', '2001:db8::1'), domains: ['example.test'] };
    const { result } = await serving(zone, (resolver) => gatherDnsbl(subjects, resolver, { lists }));
    expect(
      result.listings.map(({ subject, zone: list, outcome }) => `${subject} ${list} ${outcome}`),
    ).toEqual([
      '192.0.2.1 zen.spamhaus.org not-listed',
      '192.0.2.1 psbl.surriel.com listed',
      '2001:db8::1 zen.spamhaus.org not-listed',
      'example.test dbl.spamhaus.org not-listed',
    ]);
    expect(result.listings[1]).toMatchObject({
      reason: 'caught in a trap',
      weight: 'warning',
      kind: 'address',
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('asks for reasons of listings only, and each question once', async () => {
    const subjects = {
      addresses: given('192.0.2.1', '192.0.2.1', '::ffff:192.0.2.1'),
      domains: ['a.test', 'a.test'],
    };
    const zone = `${working}\n1.2.0.192.zen.spamhaus.org. A 127.0.0.2`;
    const { questions } = await serving(zone, (resolver) => gatherDnsbl(subjects, resolver, { lists }));
    const asked = questions.map(({ name, type }) => `${name} ${type}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((question) => question.endsWith('TXT'))).toEqual(['1.2.0.192.zen.spamhaus.org TXT']);
  });

  it('asks a list that does not work about nobody', async () => {
    const subjects = { addresses: given('192.0.2.1'), domains: [] };
    const { result, questions } = await serving('*.psbl.surriel.com. A 127.0.0.2', (resolver) =>
      gatherDnsbl(subjects, resolver, { lists: [listOf('psbl.surriel.com')] }),
    );
    expect(result.listings).toEqual([]);
    expect(result.lists).toMatchObject([
      { zone: 'psbl.surriel.com', health: { state: 'broken', why: 'wildcard' } },
    ]);
    expect(questions.filter(({ name }) => name.startsWith('1.2.0.192.'))).toEqual([]);
  });

  it('asks nothing of lists that know none of the subjects', async () => {
    const { result, questions } = await serving(working, (resolver) =>
      gatherDnsbl({ addresses: [], domains: ['example.test'] }, resolver, { lists }),
    );
    expect(result.lists.map(({ zone }) => zone)).toEqual(['dbl.spamhaus.org']);
    expect(questions.every(({ name }) => name.endsWith('.dbl.spamhaus.org'))).toBe(true);
  });

  it('leaves out what is over the cap, counts it, and keeps all that was given', async () => {
    const spf = ['192.0.2.3', '192.0.2.4'].map((address) => ({ address, source: 'spf' as const }));
    const subjects = { addresses: [...spf, ...given('192.0.2.1', '192.0.2.2')], domains: [] };
    const { result } = await serving(working, (resolver) =>
      gatherDnsbl(subjects, resolver, { lists, cap: 1 }),
    );
    expect(result.addresses.map(({ address }) => address)).toEqual(['192.0.2.1', '192.0.2.2']);
    expect(result.omitted).toBe(2);
  });

  it('never looks up an address that no list can hold', async () => {
    const subjects = { addresses: given('127.0.0.2', '10.0.0.1', 'fe80::1'), domains: [] };
    const { result, questions } = await serving(working, (resolver) =>
      gatherDnsbl(subjects, resolver, { lists }),
    );
    expect(result.addresses).toEqual([]);
    expect(questions).toEqual([]);
  });

  it('asks the test points of a list once, where they are remembered', async () => {
    const { questions } = await serving(working, async (resolver) => {
      const test = rememberTests();
      await Promise.all(
        ['a.test', 'b.test', 'c.test'].map((domain) =>
          gatherDnsbl({ addresses: [], domains: [domain] }, resolver, { lists, test }),
        ),
      );
    });
    expect(questions.filter(({ name }) => name === 'test.dbl.spamhaus.org')).toHaveLength(1);
  });
});

describe('lookupDnsbl', () => {
  it('gives one listing for each list that knows the subject', async () => {
    const { result } = await serving(`${working}\n1.2.0.192.zen.spamhaus.org. A 127.0.0.4`, (resolver) =>
      lookupDnsbl('192.0.2.1', lists, resolver),
    );
    expect(result.map(({ zone, outcome }) => [zone, outcome])).toEqual([
      ['zen.spamhaus.org', 'listed'],
      ['psbl.surriel.com', 'not-listed'],
    ]);
  });

  it.each([
    ['*.psbl.surriel.com. A 127.0.0.2', 'unknown', 'a wildcard lists the world'],
    ['other.test. A 192.0.2.1', 'unknown', 'an emptied list clears it'],
    ['*.psbl.surriel.com. A 127.255.255.254', 'refused', 'a refusal is no verdict'],
  ])('believes no list that does not work: %s, %s (%s)', async (zone, outcome) => {
    const { result } = await serving(zone, (resolver) =>
      lookupDnsbl('192.0.2.1', [listOf('psbl.surriel.com')], resolver),
    );
    expect(result).toMatchObject([{ subject: '192.0.2.1', outcome, zone: 'psbl.surriel.com' }]);
  });
});

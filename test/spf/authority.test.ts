import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainName } from '../../src/domain.ts';
import { authority } from '../../src/spf/authority.ts';
import { checkHost } from '../../src/spf/evaluate.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import { countOf, type Ranges } from '../../src/spf/ranges.ts';
import type { SpfNode } from '../../src/spf/facts.ts';
import type { Names } from './evaluation.ts';
import { published, txt } from './published.ts';

const domain = 'example.test' as DomainName;

async function treeOf(names: Names): Promise<SpfNode> {
  const fact = await gatherSpf(domain, published(names));
  if (!fact.ok || !fact.value.tree) throw new Error('no tree');
  return fact.value.tree;
}

const world: Names = {
  'host.test': { A: ['45.64.7.1'], AAAA: ['2a10:50c0::1'] },
  'mail.test': {
    MX: [
      { preference: 1, exchange: 'host.test' },
      { preference: 2, exchange: 'other.test' },
    ],
  },
  'other.test': { A: ['45.64.9.1'] },
  'i.test': txt('v=spf1 -ip4:45.64.8.0/25 ip4:45.64.8.0/24 ~all'),
  'j.test': txt('v=spf1 include:i.test ip4:45.64.16.0/20 ?all'),
  'open.test': txt('v=spf1 +all'),
  'down.test': 'servfail',
};

const authorityOf = async (record: string) =>
  authority(await treeOf({ ...world, 'example.test': txt(record) }));

describe('whom a record authorizes', () => {
  it.each([
    ['ip4:45.64.0.0/24 ip4:45.64.1.0/24', 512n, 0n, 'networks that touch'],
    ['ip4:45.64.0.0/24 ip4:45.64.0.128/25', 256n, 0n, 'networks that overlap, once'],
    ['a:host.test', 1n, 1n, 'both families of a host'],
    ['a:host.test/24//64', 256n, 2n ** 64n, 'each with its prefix'],
    ['mx:mail.test', 2n, 1n, 'every host of an MX'],
    ['include:i.test', 128n, 0n, 'of an include those that its record lets pass'],
    ['include:j.test', 128n + 4096n, 0n, 'and so on down'],
    ['-include:i.test ip4:45.64.8.0/24', 128n, 0n, 'a negated include takes away what it matches'],
    ['-ip4:45.64.8.0/30 ip4:45.64.8.0/29', 4n, 0n, 'the first match decides'],
    ['ip4:45.64.8.0/29 -ip4:45.64.8.0/30', 8n, 0n, 'and not the last'],
    ['-all ip4:45.64.8.0/29', 0n, 0n, 'behind "all" nothing counts'],
    ['include:open.test', 2n ** 32n, 2n ** 128n, 'everyone'],
    ['exists:host.test', 2n ** 32n, 2n ** 128n, 'a name without the client in it answers all clients alike'],
    ['exists:gone.test', 0n, 0n, 'or none of them'],
    ['?ip4:45.64.8.128/29 redirect=i.test', 120n, 0n, 'a redirect decides for the others'],
    ['ip4:45.64.8.0/29 moo redirect=i.test', 136n, 0n, 'a broken word is read over'],
  ])('%s: %s IPv4, %s IPv6: %s', async (terms, ipv4, ipv6) => {
    const { pass, complete } = await authorityOf(
      `v=spf1 ${terms}${terms.includes('redirect') ? '' : ' ~all'}`,
    );
    expect([countOf(pass.ipv4), countOf(pass.ipv6)]).toEqual([ipv4, ipv6]);
    expect(complete).toBe(true);
  });

  it.each([
    'ptr',
    'exists:%{i}.host.test',
    'include:down.test',
    'include:%{i}.test',
    'a:down.test',
    'redirect=down.test',
  ])('may be more behind %s', async (term) => {
    expect(await authorityOf(`v=spf1 ${term}`)).toMatchObject({ complete: false });
  });
});

/** Networks in a small corner, so that they often meet. */
const network = fc
  .tuple(fc.constantFrom('+', '-', '~', '?'), fc.nat(15), fc.integer({ min: 26, max: 32 }))
  .map(([qualifier, last, prefix]) => `${qualifier}ip4:45.64.8.${last * 4}/${prefix}`);
const term = fc.oneof(
  { weight: 5, arbitrary: network },
  fc.constantFrom(
    'a:host.test/28',
    'mx:mail.test',
    'include:a.test',
    '-include:b.test',
    '~include:i.test',
    '-all',
  ),
);
const record = fc.array(term, { maxLength: 7 }).map((terms) => ['v=spf1', ...terms].join(' '));

it('agrees with check_host() on every address of a corner', async () => {
  const corner = Array.from({ length: 64 }, (_, last) => `45.64.8.${last}`);
  await fc.assert(
    fc.asyncProperty(record, record, record, async (own, a, b) => {
      const names = { ...world, 'a.test': txt(a), 'b.test': txt(b), 'example.test': txt(own) };
      const { pass } = authority(await treeOf(names));
      const resolver = published(names);
      const within = (ranges: Ranges, last: number) => {
        const at = BigInt(((45 * 256 + 64) * 256 + 8) * 256 + last);
        return ranges.some(({ first, last: end }) => first <= at && at <= end);
      };
      const limits = { lookups: 100, voidLookups: 100 };
      const outcomes = await Promise.all(
        corner.map((ip) => checkHost({ ip, sender: `x@${domain}`, helo: 'h.test' }, resolver, limits)),
      );
      const passing = outcomes.map(({ result }) => result === 'pass');
      // What ends in an error passes nobody, and is none of a survey's business.
      if (outcomes.some(({ result }) => result === 'permerror')) return;
      expect(corner.map((_, last) => within(pass.ipv4, last))).toEqual(passing);
    }),
    { numRuns: 60 },
  );
});

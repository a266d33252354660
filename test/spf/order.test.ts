import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judged } from './findings.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];
type Zone = Exclude<Names[string], 'servfail'>;

const terms = fc.shuffledSubarray([
  'a',
  'mx',
  'mx:many.test',
  'ip4:45.64.7.9',
  'ipv4:45.64.7.8',
  'include:i.test',
  'include:gone.test',
  'moo',
  '+all',
  '-all',
  '~all',
  'redirect=i.test',
]);
const record = terms.map((some) => ['v=spf1', ...some].join(' '));
const records = fc.uniqueArray(record, { minLength: 1, maxLength: 3 });
const octet = fc.integer({ min: 1, max: 200 });
const addresses = fc.uniqueArray(octet, { minLength: 1, maxLength: 4 });

const zone = fc.record({
  own: records,
  included: records,
  hosts: fc.array(
    fc.record({ preference: fc.integer({ min: 1, max: 3 }), four: addresses, six: addresses }),
    {
      minLength: 1,
      maxLength: 14,
    },
  ),
});

type Shuffle = <T>(answers: readonly T[]) => readonly T[];

function names(
  { own, included, hosts }: typeof zone extends fc.Arbitrary<infer Z> ? Z : never,
  order: Shuffle,
) {
  const TXT = (texts: readonly string[]) => order([...texts.map((text) => [text]), ['other=text']]);
  const MX = order(hosts.map(({ preference }, n) => ({ preference, exchange: `Host${n}.test` })));
  const mail = hosts.map(({ four, six }, n): [string, Zone] => [
    `host${n}.test`,
    {
      A: order(four.map((last) => `45.64.${n}.${last}`)),
      AAAA: order(six.map((last) => `2a10:50c0:${n}::${last}`)),
    },
  ]);
  return {
    'example.test': { TXT: TXT(own), MX, A: order(['45.64.7.1', '45.64.7.2', '45.64.100.1']) },
    'i.test': { TXT: TXT(included) },
    'many.test': { MX },
    ...Object.fromEntries(mail),
  } satisfies Names;
}

/** What a report and the later questions rest on, without the answers as they came. */
async function outcome(zoneNames: Names) {
  const resolver = published(zoneNames);
  const result = await judged(resolver);
  return {
    hosts: result?.facts.hosts,
    hostsFailed: result?.facts.hostsFailed,
    found: result?.found.map(({ evidence: _evidence, ...rest }) => rest),
    unknown: result?.unknown,
    asked: resolver.asked.toSorted(),
  };
}

/** Another order for each seed: multiples of it modulo a prime. */
const shuffled =
  (seed: number): Shuffle =>
  (answers) =>
    answers
      .map((answer, index) => ({ answer, rank: ((index + 1) * seed) % 101 }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ answer }) => answer);

describe('the order of records in an answer, which means nothing (RFC 1034 §3.6)', () => {
  it('changes neither hosts nor questions nor findings', async () => {
    await fc.assert(
      fc.asyncProperty(zone, fc.integer({ min: 2, max: 100 }), async (some, seed) => {
        const asPublished = await outcome(names(some, (answers) => answers));
        expect(await outcome(names(some, shuffled(seed)))).toEqual(asPublished);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the same ten of more mail hosts, by preference', async () => {
    const mx = Array.from({ length: 12 }, (_, n) => ({ preference: 20 - n, exchange: `h${n}.test` }));
    const hosts = mx.map(({ exchange }, n): [string, Zone] => [exchange, { A: [`45.64.7.${n}`] }]);
    const { hosts: found } = await outcome({
      'example.test': { ...txt('v=spf1 mx ~all'), MX: mx },
      ...Object.fromEntries(hosts),
    });
    expect(found?.map(({ address }) => address)).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => `45.64.7.${n}`),
    );
  });
});

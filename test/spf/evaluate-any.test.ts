import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, RecordData, RecordType, Resolver } from '../../src/dns/resolver.ts';
import { checkHost } from '../../src/spf/evaluate.ts';
import { client, type Names, reverse } from './evaluation.ts';
import { txt } from './published.ts';

/** A small world in which names lead to each other. */
const someName = fc.constantFrom('example.test', 'a.test', 'b.test', 'no.test', 'mx.example.test');
const someTerm = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '-', '~', '?'),
      fc.constantFrom('a', 'mx', 'include', 'exists', 'ptr'),
      fc.oneof(someName, fc.constantFrom('%{p}.a.test', '%{l}.test', '%{ir}.%{v}.%{d}', 'x..test')),
    )
    .map(([qualifier, name, value]) => `${qualifier}${name}:${value}`),
  someName.map((name) => `redirect=${name}`),
  fc.constantFrom('ip4:192.0.2.0/31', '?ip6:::/0', 'mx', 'ptr', '~all', 'exp=%{p}.test', 'foo', 'a/24//64'),
);
const someRecords = fc.record(
  {
    TXT: fc.array(
      fc.array(someTerm, { maxLength: 6 }).map((terms) => [['v=spf1', ...terms].join(' ')]),
      { minLength: 1, maxLength: 2 },
    ),
    A: fc.uniqueArray(fc.constantFrom('192.0.2.1', '192.0.2.9', '203.0.113.1'), { minLength: 1 }),
    MX: fc.array(fc.record({ preference: fc.nat(2), exchange: fc.oneof(someName, fc.constant('')) }), {
      minLength: 1,
      maxLength: 12,
    }),
    PTR: fc.array(someName, { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const someWorld: fc.Arbitrary<Names> = fc.dictionary(
  fc.oneof(someName, fc.constant(reverse)),
  fc.oneof({ weight: 6, arbitrary: someRecords }, { weight: 1, arbitrary: fc.constant('servfail' as const) }),
  { maxKeys: 6 },
);

/** Answers at once, the records of each in an order of its own. */
function shuffled(names: Names, reversed: boolean): Resolver {
  return {
    async query<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
      const records = Object.hasOwn(names, name) ? names[name] : undefined;
      if (records === 'servfail') return { status: 'failed', failure: 'servfail' };
      const found: readonly RecordData[T][] | undefined = records?.[type];
      if (!found) return { status: records ? 'nodata' : 'nxdomain' };
      return { status: 'found', records: reversed ? found.toReversed() : found };
    },
  };
}

describe('any zone', () => {
  it('ends, within the limits unless that is the error, and whatever the order of answers', async () => {
    const results = new Set<string>();
    await fc.assert(
      fc.asyncProperty(someWorld, fc.array(someTerm, { maxLength: 8 }), async (world, terms) => {
        const names = { ...world, 'example.test': txt(['v=spf1', ...terms].join(' ')) };
        const outcome = await checkHost(client, shuffled(names, false));
        results.add(outcome.result);
        if (outcome.result !== 'permerror') {
          expect(outcome.lookups).toBeLessThanOrEqual(10);
          expect(outcome.voidLookups).toBeLessThanOrEqual(2);
        }
        expect(await checkHost(client, shuffled(names, true))).toEqual(outcome);
      }),
      { numRuns: 1000 },
    );
    // The worlds are worth their while.
    expect([...results].toSorted()).toEqual(
      expect.arrayContaining(['fail', 'neutral', 'pass', 'permerror', 'temperror']),
    );
  });

  it('never throws, whatever the record, the sender and the HELO name', async () => {
    const anything = fc.string({ unit: 'binary', maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, fc.boolean(), async (text, local, helo, first) => {
        const record = txt(first ? `v=spf1 exists:%{s}.%{h}.test ${text}` : `v=spf1 -all exp=e.test`);
        const names = { 'example.test': record, 'e.test': txt(`${text}%{h}`) };
        const sender = `${local}@example.test`;
        const outcome = await checkHost({ ip: '2001:db8::1', sender, helo }, shuffled(names, false));
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
        expect(outcome.explanation ?? '').toMatch(/^[\x20-\x7e]*$/);
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, anything, async (sender, helo) => {
        const { result } = await checkHost({ ...client, sender, helo }, shuffled({}, false));
        expect(result).toBe('none');
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHost } from '../../src/spf/evaluate.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import { groundOf } from '../../src/spf/ground.ts';
import { redundantTerms } from '../../src/spf/redundancy.ts';
import { withoutTerms } from '../../src/spf/rewrite.ts';
import { corner, domain, someRecord, someTerm, world } from './corner.ts';
import type { Names } from './evaluation.ts';
import { published, txt } from './published.ts';

/** Faults that a remedy mends, among terms of all kinds. */
const fault = fc.constantFrom(
  'include:gone.test',
  'include:example.test',
  'include:gone.test-all',
  'a:gone.test',
  'include=a.test',
  'ipv4:45.64.8.5',
  'redirct=hop.test',
  'v=spf1',
  'ip4:45.64.8.0/28',
  'ip4:10.0.0.1',
);
const terms = fc.array(fc.oneof({ weight: 2, arbitrary: someTerm }, { weight: 1, arbitrary: fault }), {
  maxLength: 9,
});
const end = fc.constantFrom('-all', '~all', '?all', '', 'redirect=hop.test', 'redirect=own.example.test');
const faulty = fc
  .tuple(terms, end, fc.array(someTerm, { maxLength: 1 }))
  .map((parts) => ['v=spf1', ...parts.flat()].join(' ').trim());

/** Without "+all", behind which everybody passes and nobody is named. */
const included = someRecord.map((text) => text.replace('+all', '-all'));
const given = fc.array(fc.constantFrom(...corner), { maxLength: 2 });
const zone = fc
  .record({ own: fc.array(faulty, { minLength: 1, maxLength: 2 }), target: faulty, a: included, b: included })
  .map(
    ({ own, target, a, b }): Names => ({
      ...world,
      [domain]: { TXT: own.map((text) => [text]) },
      'own.example.test': txt(target),
      'a.test': txt(a),
      'b.test': txt(b),
    }),
  );

async function results(names: Names): Promise<ReadonlyMap<string, string>> {
  const resolver = published(names);
  const outcomes = corner.map(async (ip): Promise<[string, string]> => {
    const { result } = await checkHost({ ip, sender: `x@${domain}`, helo: 'h.test' }, resolver);
    return [ip, result];
  });
  return new Map(await Promise.all(outcomes));
}

async function factsOf(names: Names, addresses: readonly string[]) {
  const spf = await gatherSpf(domain, published(names), { addresses, sender: null, helo: null });
  if (!spf.ok) throw new Error('not ok');
  return spf.value;
}

const isError = (result: string | undefined) => /error/.test(result ?? '');

describe('nobody is worse off', () => {
  it('with the record that is to be published, which is final', async () => {
    await fc.assert(
      fc.asyncProperty(zone, given, async (names, addresses) => {
        const { remedies } = await factsOf(names, addresses);
        const before = remedies.length > 0 ? await results(names) : new Map<string, string>();
        for (const { name, text, hosts, added } of remedies) {
          const mended = { ...names, [name]: txt(text) };
          // oxlint-disable-next-line no-await-in-loop -- one remedy at a time
          const [after, again] = await Promise.all([results(mended), factsOf(mended, addresses)]);
          const passes = (ip: string) => after.get(ip) === 'pass';
          const was = (ip: string, result: string) => before.get(ip) === result;
          expect(corner.filter((ip) => was(ip, 'pass') && !passes(ip))).toEqual([]);
          expect(corner.filter((ip) => !isError(before.get(ip)) && isError(after.get(ip)))).toEqual([]);
          expect(added.filter((ip) => !passes(ip))).toEqual([]);
          const gained = corner.filter((ip) => passes(ip) && !was(ip, 'pass') && !isError(before.get(ip)));
          if (hosts === 'same') expect(gained.filter((ip) => !added.includes(ip))).toEqual([]);
          expect(again.remedies.filter((one) => one.name === name)).toEqual([]);
        }
      }),
      { numRuns: 150, seed: 7208 },
    );
  }, 30_000);

  it('without the terms that are said to be redundant, each alone and all together', async () => {
    await fc.assert(
      fc.asyncProperty(zone, async (names) => {
        const { tree } = await factsOf(names, []);
        const ground = tree && groundOf(tree);
        if (!ground || ground.record.problems.length > 0) return;
        const found = redundantTerms(ground).map(({ term }) => term);
        if (found.length === 0) return;
        const before = await results(names);
        for (const dropped of [found, ...found.map((term) => [term])]) {
          const left = withoutTerms(ground.record, new Set(dropped));
          // oxlint-disable-next-line no-await-in-loop -- one record at a time
          const after = await results({ ...names, [domain]: txt(left.text) });
          expect(corner.filter((ip) => before.get(ip) === 'pass' && after.get(ip) !== 'pass')).toEqual([]);
        }
      }),
      { numRuns: 150, seed: 7208 },
    );
  }, 30_000);
});

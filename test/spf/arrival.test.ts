import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atMost } from '../../src/dns/layers/at-most.ts';
import { deadline } from '../../src/dns/layers/deadline.ts';
import { once } from '../../src/dns/layers/once.ts';
import { retry } from '../../src/dns/layers/retry.ts';
import type { Answer, RecordType, Resolver } from '../../src/dns/resolver.ts';
import type { DomainName } from '../../src/domain.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import { surveySpf } from '../../src/spf/survey.ts';
import type { Names } from './evaluation.ts';
import { txt } from './published.ts';

const domain = 'example.test' as DomainName;
const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => `${label}.test`);

const term = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names).map((name) => `include:${name}`) },
  fc.constantFrom(...names).map((name) => `a:${name}`),
  fc.constantFrom(
    'mx:a.test',
    'ip4:45.64.7.0/24',
    '-ip4:45.64.7.9',
    'exists:%{i}.a.test',
    'ip4=45.1.1.1',
    'moo',
  ),
);
const record = fc.array(term, { maxLength: 14 }).map((terms) => txt(['v=spf1', ...terms, '~all'].join(' ')));
const world: fc.Arbitrary<Names> = fc.tuple(...names.map(() => record)).map((records) => ({
  ...Object.fromEntries(
    names.map((name, index) => [
      name,
      { ...records[index], A: [`45.64.7.${index}`], MX: [{ preference: 1, exchange: 'b.test' }] },
    ]),
  ),
  'f.test': 'servfail',
}));

/** Answers in an order that the seed decides: each waits for a number of turns. */
function shuffled(published: Names, seed: number): Resolver {
  return {
    async query<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
      let turns =
        (Array.from(`${name} ${type}`).reduce((sum, char) => sum * 31 + char.charCodeAt(0), seed) >>> 0) % 6;
      for (; turns > 0; turns -= 1) {
        // oxlint-disable-next-line no-await-in-loop -- the waiting is the point
        await new Promise((resolve) => setImmediate(resolve));
      }
      const records = published[name];
      if (records === 'servfail') return { status: 'failed', failure: 'servfail' };
      if (!records) return { status: 'nxdomain' };
      const found = records[type];
      return found ? { status: 'found', records: found } : { status: 'nodata' };
    },
  };
}

const mail = { addresses: ['45.64.7.9', '45.99.9.9'], sender: 'joe@example.test', helo: 'h.test' };

it('neither the order in which answers arrive nor the layers around the resolver change what is found', async () => {
  await fc.assert(
    fc.asyncProperty(record, world, fc.integer({ min: 1, max: 1000 }), async (own, others, seed) => {
      const published: Names = { ...others, [domain]: own };
      const plain = await gatherSpf(domain, shuffled(published, 0), mail);
      const layered = once(retry(atMost(deadline(shuffled(published, seed), 5000), 3)));
      const again = await gatherSpf(domain, layered, mail);
      expect(again).toEqual(plain);
      if (plain.ok && again.ok) expect(surveySpf(again.value)).toEqual(surveySpf(plain.value));
    }),
    { numRuns: 60 },
  );
}, 60_000);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHost } from '../../src/spf/evaluate.ts';
import { walkSpf } from '../../src/spf/gather.ts';
import { networkRange } from '../../src/spf/ranges.ts';
import { type Fate, sweep } from '../../src/spf/sweep.ts';
import { parseIp } from '../../src/text/ip.ts';
import type { Names } from './evaluation.ts';
import { corner, domain, someRecord as record, world } from './corner.ts';
import { published, txt } from './published.ts';

async function fatesIn(names: Names) {
  const { walked } = await walkSpf(domain, published(names));
  if (!walked.ok || !walked.value.tree) throw new Error('no tree');
  const fates = sweep(walked.value.tree);
  if (!fates) throw new Error('too much');
  const at = (ip: string, all: readonly Fate[]) => {
    const network = parseIp(ip);
    const address = network && networkRange(network, ip.includes(':') ? 128 : 32).first;
    return all.filter(({ ranges }) =>
      ranges.some(({ first, last }) => address !== null && first <= address && address <= last),
    );
  };
  return { of: (ip: string) => at(ip, ip.includes(':') ? fates.ipv6 : fates.ipv4) };
}

describe('a sweep over all addresses', () => {
  it('agrees with check_host() on every address, limits and errors included', async () => {
    await fc.assert(
      fc.asyncProperty(record, record, record, async (own, a, b) => {
        const names = { ...world, 'example.test': txt(own), 'a.test': txt(a), 'b.test': txt(b) };
        const fates = await fatesIn(names);
        const resolver = published(names);
        const sender = { sender: `x@${domain}`, helo: 'h.test' };
        const outcomes = await Promise.all(
          corner.map(async (ip) => (await checkHost({ ip, ...sender }, resolver)).result),
        );
        const swept = corner.map(fates.of);
        for (const [index, found] of swept.entries()) {
          const [fate, second] = found;
          expect([fate !== undefined, second]).toEqual([true, undefined]);
          const result = outcomes[index];
          // What nobody has read may end in anything.
          if (!fate || fate.unread.length > 0) continue;
          const word = result === 'pass' ? 'pass' : /error/.test(result ?? '') ? 'error' : 'refused';
          expect(`${corner[index]} ${fate.result}`).toBe(`${corner[index]} ${word}`);
        }
      }),
      { numRuns: 400, seed: 7208 },
    );
  }, 30_000);

  it.each<[string, string, string, string]>([
    ['45.64.8.1', 'include:down.test ip4:45.64.8.1', 'pass', 'example.test include:down.test'],
    ['45.64.8.1', 'ip4:45.64.8.1 include:down.test', 'pass', ''],
    ['45.64.8.2', 'ip4:45.64.8.1 include:down.test', 'refused', 'example.test include:down.test'],
    ['45.64.8.1', 'include:via.test ip4:45.64.8.1', 'pass', 'via.test exists:%{i}.test'],
    ['45.64.8.1', 'include:via.test include:via.test ip4:45.64.8.1', 'pass', 'via.test exists:%{i}.test'],
    [
      '45.64.8.1',
      'ptr a:half.test redirect=down.test',
      'refused',
      'example.test ptr,example.test redirect=down.test',
    ],
  ])('%s with "%s" is %s behind "%s"', async (ip, terms, result, unread) => {
    const via = { 'via.test': txt('v=spf1 exists:%{i}.test -all'), 'half.test': { A: ['45.64.9.9'] } };
    const fates = await fatesIn({ ...world, ...via, 'example.test': txt(`v=spf1 ${terms}`) });
    expect(fates.of(ip).map((fate) => [fate.result, fate.unread.join(',')])).toEqual([[result, unread]]);
  });
});

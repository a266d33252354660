import { describe, expect, it } from 'vitest';
import type { DomainName } from '../../src/domain.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import { type SpfTally, tally } from '../../src/spf/tally.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

async function tallyOf(record: string, others: Names = {}): Promise<SpfTally> {
  const fact = await gatherSpf(
    'example.test' as DomainName,
    published({ 'example.test': txt(record), ...others }),
  );
  if (!fact.ok || !fact.value.tree) throw new Error('no tree');
  return tally(fact.value.tree);
}

describe('the tally (RFC 7208 §4.6.4)', () => {
  it.each([
    ['v=spf1 -all', 0, 'all costs nothing'],
    [
      'v=spf1 ip4:45.64.7.1 ip6:2a10:50c0::1 exp=e.test x=y -all',
      0,
      'neither do addresses and other modifiers',
    ],
    ['v=spf1 a mx ptr exists:%{i}.e.test include:a.test redirect=r.test', 6, 'each of the six costs one'],
    ['v=spf1 a a a', 3, 'the same term again costs again'],
    ['v=spf1 -all a mx', 0, 'behind "all" nothing is reached'],
    ['v=spf1 include:%{i}.a.test -all', 1, 'a term that the message decides'],
  ])('%s: %s, %s', async (record, total) => {
    expect((await tallyOf(record)).total).toBe(total);
  });

  it('counts in the order of an evaluation and names the eleventh term', async () => {
    const { terms, passedAt } = await tallyOf('v=spf1 redirect=r.test include:a.test mx', {
      'a.test': txt('v=spf1 include:b.test a -all'),
      'b.test': txt('v=spf1 mx mx:c.test -all'),
      'r.test': txt('v=spf1 a:1.test a:2.test a:3.test  a:4.test a:5.test -all'),
    });
    expect(terms.map(({ domain, term }) => `${domain} ${term}`)).toEqual([
      'example.test include:a.test',
      'a.test include:b.test',
      'b.test mx',
      'b.test mx:c.test',
      'a.test a',
      'example.test mx',
      'example.test redirect=r.test',
      ...[1, 2, 3, 4, 5].map((host) => `r.test a:${host}.test`),
    ]);
    expect(passedAt).toMatchObject({ domain: 'r.test', term: 'a:4.test' });
    expect(passedAt?.record.slice(passedAt.start, passedAt.end)).toBe('a:4.test');
  });

  it('is complete where missing includes and void names are proven, and exactly 10 pass no limit', async () => {
    const ten = await tallyOf(`v=spf1 include:gone.test ${'a '.repeat(9)}-all`);
    expect(ten).toMatchObject({ total: 10, passedAt: null, complete: true, failed: [], open: [] });
  });

  it('is a lower bound where an include failed or depends on the message', async () => {
    const failed = await tallyOf('v=spf1 include:a.test -all', { 'a.test': 'servfail' });
    expect(failed).toMatchObject({ total: 1, complete: false, failed: [{ name: 'a.test', type: 'TXT' }] });
    const open = await tallyOf('v=spf1 include:%{l}.a.test -all');
    expect(open).toMatchObject({ total: 1, complete: false, open: [{ term: 'include:%{l}.a.test' }] });
  });

  it('notices a circle', async () => {
    expect(await tallyOf('v=spf1 include:example.test -all')).toMatchObject({ total: 1, looped: true });
  });
});

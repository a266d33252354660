import { describe, expect, it } from 'vitest';
import { judge, readSubject } from '../../src/index.ts';
import { gather } from '../../src/gather.ts';
import type { SpfMail } from '../../src/spf/evaluations.ts';
import { judged } from './findings.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

const hosts: Names = {
  'four.test': { A: ['45.64.7.1'] },
  'six.test': { AAAA: ['2a10:50c0::1'] },
  'both.test': { A: ['45.64.7.1'], AAAA: ['2a10:50c0::1'] },
  'down.test': 'servfail',
  'gone.test': { TXT: [['nothing']] },
  'spf.test': txt('v=spf1 ip4:45.64.16.0/20 ip6:2a10:50c0::/32 ~all'),
  'mail.test': {
    MX: [
      { preference: 1, exchange: 'both.test' },
      { preference: 2, exchange: 'four.test' },
    ],
  },
  'liam.test': {
    MX: [
      { preference: 1, exchange: 'four.test' },
      { preference: 2, exchange: 'both.test' },
    ],
  },
};

const nobody: SpfMail = { addresses: [], sender: null, helo: null };

/** What spf-void-limit says: `ipv6` for a finding, `? name TYPE` or `?` for what it cannot tell, `!` where that blocks. */
async function said(record: string, addresses: readonly string[] = []): Promise<readonly string[]> {
  const resolver = published({ ...hosts, 'example.test': txt(record) });
  const result = await judged(resolver, { ...nobody, addresses });
  if (!result) throw new Error('no record');
  const id = 'spf-void-limit';
  return [
    ...result.found.filter((one) => one.id === id).map(({ about }) => about.replace(/^.* /, '')),
    ...result.unknown
      .filter((one) => one.id === id)
      .map(({ unknown, blocking }) =>
        [blocking ? '?!' : '?', unknown?.name, unknown?.type].filter(Boolean).join(' '),
      ),
  ];
}

describe('spf-void-limit over IPv6', () => {
  const void4 = 'a:six.test a:six.test a:six.test';
  const void6 = 'a:four.test a:four.test a:four.test';
  it.each<[string, readonly string[], readonly string[], string]>([
    [`v=spf1 ${void6} -all`, [], [], 'nobody sends over IPv6'],
    [`v=spf1 ${void6} ip6:2a10:50c0::1 -all`, [], ['ipv6'], 'an address behind the third'],
    [`v=spf1 ip6:2a10:50c0::1 ${void6} -all`, [], [], 'it matches before'],
    [`v=spf1 include:spf.test ${void6} ~all`, [], [], 'an include matches before'],
    [`v=spf1 ${void6} include:spf.test ~all`, [], ['ipv6'], 'an include behind'],
    [`v=spf1 include:spf.test ${void6} redirect=spf.test`, [], [], 'a redirect that adds nobody'],
    [`v=spf1 ip6:2a10:50c0::/64 ${void6} ip6:2a10:50c0::9 -all`, [], [], 'the one behind is matched before'],
    [`v=spf1 -ip6:2a10:50c0::/64 ${void6} ip6:2a10:50c0::9 -all`, [], [], 'the one behind is refused before'],
    [`v=spf1 a:four.test ip6:2a10:50c0::1 a:four.test a:four.test -all`, [], [], 'it is between them'],
    [`v=spf1 a:four.test a:four.test mx:mail.test -all`, [], [], 'the first of its hosts matches before'],
    [`v=spf1 a:four.test a:four.test mx:liam.test -all`, [], ['ipv6'], 'the second of its hosts does not'],
    [`v=spf1 ${void6} -all`, ['2a10:50c0::7'], ['ipv6'], 'a given address ends in it'],
    [`v=spf1 ip6:2a10:50c0::7 ${void6} -all`, ['2a10:50c0::7'], [], 'a given address passes before'],
    [`v=spf1 ${void4} -all`, [], ['ipv4'], 'IPv4 always counts'],
  ])('%s, given %j: %j, %s', async (record, addresses, expected) => {
    expect(await said(record, addresses)).toEqual(expected);
  });
});

describe('what may be a void lookup', () => {
  const down = 'a:down.test';
  it.each<[string, readonly string[], string]>([
    [`v=spf1 ${down} mx:down.test -all`, [], 'two are allowed'],
    [`v=spf1 ${down} mx:down.test exists:down.test -all`, Array(3).fill('?!'), 'three failed'],
    [`v=spf1 a:gone.test a:gone.test ${down} -all`, ['?!'], 'two are void, one failed'],
    [`v=spf1 a:gone.test a:gone.test a:both.test ${down} -all`, ['?!'], 'and one found something'],
    [`v=spf1 a:gone.test a:gone.test a:gone.test ${down} -all`, ['ipv4'], 'three are void for certain'],
    ['v=spf1 exists:%{i}.a.test exists:%{l}.b.test ptr -all', ['?'], 'the client and the message decide'],
    ['v=spf1 exists:%{i}.a.test exists:%{l}.b.test a:both.test -all', [], 'two are allowed there too'],
    [`v=spf1 a:gone.test exists:%{i}.a.test ${down} -all`, ['?!', '?'], 'one of each kind'],
    [
      'v=spf1 a:gone.test a:gone.test include:%{p}.a.test -all',
      ['?', '?'],
      'the name of the client may be void',
    ],
    [`v=spf1 include:gone.test include:gone.test ${down} -all`, [], 'includes are errors by themselves'],
    [`v=spf1 a:four.test a:four.test ${down} ip6:2a10:50c0::1 -all`, ['?!'], 'over IPv6, with one behind'],
    [`v=spf1 ip6:2a10:50c0::1 a:four.test a:four.test ${down} -all`, [], 'over IPv6, with none behind'],
    [`v=spf1 ${'a:both.test '.repeat(10)}${`${down} `.repeat(3)} -all`, [], 'behind the tenth lookup'],
  ])('%s: %j, %s', async (record, expected) => {
    const told = await said(record);
    expect(told.map((one) => one.replace(/ down\.test (?:A|AAAA|MX)$/, ''))).toEqual(expected);
  });

  it('is not told by the EHLO name, whose record is another one', async () => {
    const void6 = 'a:four.test a:four.test a:four.test';
    const own = `v=spf1 ip6:2a10:50c0::7 ${void6} -all`;
    const resolver = published({
      ...hosts,
      'example.test': txt(own),
      'mx.test': txt(`v=spf1 ${void6} -all`),
    });
    const result = await judged(resolver, { addresses: ['2a10:50c0::7'], sender: null, helo: 'mx.test' });
    expect(result?.facts.evaluations.map((one) => one.result)).toEqual(['pass', 'permerror']);
    expect(result?.found.map(({ id }) => id)).not.toContain('spf-void-limit');
  });

  it('keeps the verdict open where the question failed', async () => {
    const subject = readSubject({ domain: 'example.test' });
    const resolver = published({
      ...hosts,
      'example.test': { ...txt(`v=spf1 ${down} -all`), A: ['45.64.7.1'] },
    });
    const report = judge(subject, await gather(subject, resolver, { sections: ['domain', 'spf'] }));
    expect(report.verdict).toBe('unknown');
    expect(report.unknown.map(({ id, blocking }) => [id, blocking])).toEqual([['spf-term-void', true]]);
  });
});

import { describe, expect, it } from 'vitest';
import { judged } from './findings.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

const names: Names = {
  'four.test': { A: ['45.64.7.1'] },
  'six.test': { AAAA: ['2a10::1'] },
  'both.test': { A: ['45.64.7.1', '45.65.7.1'], AAAA: ['2a10::1'] },
  'inside.test': { A: ['10.1.2.3'] },
  'down.test': 'servfail',
};

async function said(id: string, record: string) {
  const result = await judged(published({ ...names, 'example.test': txt(record) }));
  const mine = <T extends { readonly id: string }>(all: readonly T[] = []) =>
    all.filter((one) => one.id === id);
  return { found: mine(result?.found).map(({ params }) => params), unknown: mine(result?.unknown) };
}

describe('spf-network-wide', () => {
  it.each<[string, readonly string[], string]>([
    ['a:six.test/16', [], 'a host without IPv4 makes a prefix of IPv4 nobody'],
    ['a:four.test/16', ['65,536 IPv4 addresses'], 'a host with IPv4'],
    ['a:four.test//32', [], 'a host without IPv6'],
    ['a:both.test/16//32', ['131,072 IPv4 addresses', '2^96 IPv6 addresses'], 'two networks, and one'],
    ['mx:nowhere.test/8', [], 'a name that does not exist'],
    ['ip4:10.0.0.0/8', [], 'private: nobody is authorized'],
    ['ip6:fc00::/7', [], 'private over IPv6'],
    ['a:inside.test/8', [], 'a host inside a private network'],
    ['ip4:8.0.0.0/5', ['134,217,728 IPv4 addresses'], 'private addresses are a part of it'],
    ['ip4:45.64.0.0/16', ['65,536 IPv4 addresses'], 'a literal network'],
  ])('of %s: %j, %s', async (term, sizes) => {
    const { found, unknown } = await said('spf-network-wide', `v=spf1 ${term} -all`);
    expect(found.map((params) => params['size'])).toEqual(sizes);
    expect(unknown).toEqual([]);
  });

  it('cannot tell of a host whose question failed', async () => {
    const { found, unknown } = await said('spf-network-wide', 'v=spf1 a:down.test/8 a:down.test/24 -all');
    expect(found).toEqual([]);
    expect(unknown.map(({ blocking, unknown: asked }) => [blocking, asked?.name])).toEqual([
      [false, 'down.test'],
    ]);
  });
});

describe('spf-network-redundant', () => {
  it('advises nothing that would authorize what a minus refuses', async () => {
    const { found } = await said('spf-network-redundant', 'v=spf1 -ip4:45.64.1.7/24 mx -all');
    expect(found).toEqual([
      {
        term: '-ip4:45.64.1.7/24',
        owner: 'example.test',
        what: 'decides for a whole network',
        why: 'The prefix /24 makes it "-ip4:45.64.1.0/24", all of the network around 45.64.1.7',
        harm: 'If one host was meant, all others of the network get its result as well',
        advice: 'Write "-ip4:45.64.1.7" if one host is meant, "-ip4:45.64.1.0/24" if the network is',
      },
    ]);
  });

  it('calls refused addresses not authorized', async () => {
    const { found } = await said('spf-network-redundant', 'v=spf1 -ip4:45.64.1.0/24 -ip4:45.64.1.9 ~all');
    expect(found.map(({ what, why }) => [what, why])).toEqual([
      ['decides nothing new', 'Each of its addresses belongs to "-ip4:45.64.1.0/24", with the same result'],
    ]);
  });

  it('tells of one host or a network that passes', async () => {
    const { found } = await said('spf-network-redundant', 'v=spf1 ip4:45.64.1.7/24 ip4:45.64.1.9 ~all');
    expect(found.map(({ what, harm }) => [what, String(harm).slice(0, 21)])).toEqual([
      ['authorizes a whole network', 'If one host was meant'],
      ['authorizes nobody new', 'A record that says th'],
    ]);
  });
});

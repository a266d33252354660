import { describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/dns/resolver.ts';
import type { DomainName } from '../../src/domain.ts';
import { gatherSpf, walkSpf } from '../../src/spf/gather.ts';
import type { SpfFacts, SpfNode } from '../../src/spf/facts.ts';
import { tally } from '../../src/spf/tally.ts';
import { limbs } from '../../src/spf/tree.ts';
import { type Published, published, treeQuestions, txt } from './published.ts';

const domain = 'example.test' as DomainName;

async function factsOf(resolver: Published): Promise<SpfFacts> {
  const fact = await gatherSpf(domain, resolver);
  if (!fact.ok) throw new Error(`not ok: ${fact.failed.answer.failure}`);
  expect(JSON.parse(JSON.stringify(fact.value))).toEqual(fact.value);
  return fact.value;
}

const namesOf = (tree: SpfNode | null) =>
  tree ? [tree.domain, ...[...limbs(tree)].map(({ branch }) => branch.target)] : null;

describe('gatherSpf', () => {
  it('is not ok where the TXT question fails, whatever the reason', async () => {
    expect(await gatherSpf(domain, published({ 'example.test': 'servfail' }))).toEqual({
      ok: false,
      failed: { name: 'example.test', type: 'TXT', answer: { status: 'failed', failure: 'servfail' } },
    });
  });

  it('is ok and empty where the domain does not exist', async () => {
    expect(await factsOf(published({}))).toMatchObject({ records: [], tree: null, hosts: [] });
  });

  it('asks by level: what does not depend on each other is asked at once', async () => {
    const resolver = published({
      'example.test': {
        ...txt('v=spf1 a mx include:a.test include:b.test redirect=r.test'),
        MX: [{ preference: 1, exchange: 'mx.test' }],
      },
      'a.test': txt('v=spf1 include:c.test -all'),
      'b.test': txt('v=spf1 -all'),
      'c.test': txt('v=spf1 -all'),
      'r.test': txt('v=spf1 a:h.test -all'),
    });
    await factsOf(resolver);
    expect(resolver.rounds.map((round) => round.toSorted())).toEqual([
      ['_dmarc.example.test TXT', 'example.test TXT'],
      ['a.test TXT', 'b.test TXT', 'example.test A', 'example.test AAAA', 'example.test MX', 'r.test TXT'],
      ['c.test TXT', 'h.test A', 'h.test AAAA', 'mx.test A', 'mx.test AAAA'],
    ]);
  });

  it('asks no question twice, however often a name is used', async () => {
    const resolver = published({
      'example.test': {
        ...txt('v=spf1 a a:EXAMPLE.test mx mx include:a.test include:A.test. include:b.test ~all'),
        MX: [{ preference: 1, exchange: 'Example.test' }],
      },
      'a.test': txt('v=spf1 -all'),
      'b.test': txt('v=spf1 include:a.test -all'),
    });
    await factsOf(resolver);
    expect(new Set(resolver.asked).size).toBe(resolver.asked.length);
  });

  it('goes only where an evaluation can go: not behind "all", not to a redirect beside it', async () => {
    const resolver = published({
      'example.test': txt('v=spf1 redirect=r.test include:a.test -all include:b.test a:c.test'),
      'a.test': txt('v=spf1 ~all include:d.test'),
    });
    const { walked } = await walkSpf(domain, resolver);
    expect(walked.ok && namesOf(walked.value.tree)).toEqual(['example.test', 'a.test']);
    expect(treeQuestions(resolver)).toEqual(['example.test TXT', 'a.test TXT']);
  });

  it('takes the redirect last, wherever it stands', async () => {
    const { tree } = await factsOf(
      published({ 'example.test': txt('v=spf1 redirect=r.test include:a.test exists:%{i}.e.test') }),
    );
    expect(namesOf(tree)).toEqual(['example.test', 'a.test', null, 'r.test']);
  });

  it('asks for the hosts of others too, but does not take them for those of the domain', async () => {
    const resolver = published({
      'example.test': txt('v=spf1 include:a.test -all'),
      'a.test': txt('v=spf1 a:host.a.test mx:mail.a.test -all'),
      'mail.a.test': { MX: [{ preference: 1, exchange: 'mx.a.test' }] },
      'mx.a.test': { A: ['45.64.7.1'] },
    });
    const { hosts } = await factsOf(resolver);
    expect(resolver.asked).toEqual(
      expect.arrayContaining(['mail.a.test MX', 'mx.a.test A', 'host.a.test AAAA']),
    );
    expect(hosts).toEqual([]);
  });

  it('asks what "exists" asks, A alone, and the explanation of the record that applies', async () => {
    const resolver = published({
      'example.test': txt('v=spf1 exists:%{o}.e.test include:a.test redirect=r.test exp=x.test'),
      'a.test': txt('v=spf1 -all exp=not.asked.test'),
      'r.test': txt('v=spf1 -all exp=%{d}.x.test'),
      'r.test.x.test': txt('no'),
    });
    const { tree } = await factsOf(resolver);
    expect(treeQuestions(resolver).toSorted()).toEqual([
      'a.test TXT',
      'example.test TXT',
      'example.test.e.test A',
      'r.test TXT',
      'r.test.x.test TXT',
      'x.test TXT',
    ]);
    expect(tree?.explanation).toMatchObject({ target: 'x.test', asked: { answer: { status: 'nxdomain' } } });
  });

  it('lets no branch wait for a slower one beside it', async () => {
    const known = published({
      'example.test': txt('v=spf1 include:slow.test include:a.test -all'),
      'slow.test': txt('v=spf1 -all'),
      'a.test': txt('v=spf1 include:b.test -all'),
      'b.test': txt('v=spf1 include:c.test -all'),
      'c.test': txt('v=spf1 -all'),
    });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const resolver: Resolver = {
      query: async (name, type) => {
        if (name === 'slow.test') await released;
        if (name === 'c.test') release();
        return known.query(name, type);
      },
    };
    // Before it asks for c.test, which releases it, slow.test is not answered.
    expect((await gatherSpf(domain, resolver)).ok).toBe(true);
  });

  it('keeps a failed include in the tree, apart from a missing one', async () => {
    const { tree } = await factsOf(
      published({ 'example.test': txt('v=spf1 include:a.test include:b.test -all'), 'a.test': 'servfail' }),
    );
    expect(tree?.branches.map(({ node }) => node?.txt.answer.status)).toEqual(['failed', 'nxdomain']);
  });

  it('asks nothing about a name that cannot be, or that the message decides', async () => {
    const resolver = published({
      'example.test': txt('v=spf1 include:a..test include:%{i}.test a:%{h} -all'),
    });
    const { tree } = await factsOf(resolver);
    expect(tree?.branches).toMatchObject([{ malformed: true }, { target: null }, { target: null }]);
    expect(treeQuestions(resolver)).toEqual(['example.test TXT']);
  });

  it('does not follow a circle, and tells its path', async () => {
    const { tree } = await factsOf(
      published({
        'example.test': txt('v=spf1 include:a.test -all'),
        'a.test': txt('v=spf1 include:b.test -all'),
        'b.test': txt('v=spf1 redirect=a.test'),
      }),
    );
    const loops = tree ? [...limbs(tree)].flatMap(({ branch }) => branch.loop ?? []) : [];
    expect(loops).toEqual(['a.test', 'b.test', 'a.test']);
  });
});

describe('the caps of the walk', () => {
  it('ends after 100 records of a tree that never ends, and says where', async () => {
    const resolver = published({});
    const endless: Published = {
      ...resolver,
      query: async (name, type) => {
        resolver.asked.push(`${name} ${type}`);
        const text = `v=spf1 ${['a', 'b', 'c', 'd'].map((label) => `include:${label}.${name}`).join(' ')} -all`;
        return { status: 'found', records: [[text]] } as never;
      },
    };
    const { tree } = await factsOf(endless);
    expect(treeQuestions(resolver)).toHaveLength(100);
    expect(tree && tally(tree)).toMatchObject({ capped: true, complete: false, total: 400 });
  });

  it('ends after 20 includes in a row', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        i === 0 ? 'example.test' : `n${i}.test`,
        txt(`v=spf1 include:n${i + 1}.test -all`),
      ]),
    );
    const resolver = published(chain);
    const { tree } = await factsOf(resolver);
    expect(treeQuestions(resolver)).toHaveLength(21);
    expect(tree && tally(tree)).toMatchObject({ capped: true, total: 21 });
  });

  it('ends a tree of few names that double at each level', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 18 }, (_, i) => [
        i === 0 ? 'example.test' : `n${i}.test`,
        txt(`v=spf1 include:n${i + 1}.test include:N${i + 1}.test -all`),
      ]),
    );
    const { tree } = await factsOf(published(chain));
    expect(tree && [...limbs(tree)].length).toBeLessThanOrEqual(200);
  });

  it('bounds the hosts of a record that lists thousands', async () => {
    const terms = Array.from({ length: 3000 }, (_, i) => `mx:h${i}.test`).join(' ');
    const resolver = published({ 'example.test': txt(`v=spf1 ${terms} -all`) });
    const { tree } = await factsOf(resolver);
    expect(resolver.asked.length).toBeLessThan(50);
    expect(tree && tally(tree)).toMatchObject({ total: 3000, capped: false, complete: true });
  });
});

describe('hosts', () => {
  const mail = { MX: [{ preference: 1, exchange: 'mx.test' }] };
  const addresses = { A: ['45.64.7.1'], AAAA: ['2a10:50c0::1'] };

  it.each([
    [
      'ip4:45.64.7.1 ip4:45.64.8.0/24 ip4:45.64.7.2/32',
      ['45.64.7.1', '45.64.7.2'],
      'single addresses, no ranges',
    ],
    ['ip6:2A10:50C0:0::1 ip6:2a10:50c0::1', ['2a10:50c0::1'], 'one text for one address'],
    ['ip6:::ffff:45.64.7.1', [], 'a mapped address matches no client (RFC 7208 §5)'],
    ['a:mx.test', ['45.64.7.1', '2a10:50c0::1'], 'both families'],
    ['a:mx.test/24', ['2a10:50c0::1'], 'the IPv4 prefix makes a range of IPv4 only'],
    ['mx//64', ['45.64.7.1'], 'and the IPv6 prefix of IPv6'],
    ['mx ip4:45.64.7.1', ['45.64.7.1', '2a10:50c0::1'], 'each address once'],
    ['-ip4:45.64.7.1 mx', ['2a10:50c0::1'], 'the first match decides'],
    ['~mx ?ip4:45.64.7.9', [], 'only pass authorizes'],
    ['-all ip4:45.64.7.1', [], 'behind "all" nothing counts'],
    ['exists:mx.test ptr', [], 'what cannot be listed'],
  ])('%s: %s', async (terms, hosts) => {
    const facts = await factsOf(
      published({ 'example.test': { ...txt(`v=spf1 ${terms} ~all`), ...mail }, 'mx.test': addresses }),
    );
    expect(facts.hosts.map(({ address }) => address)).toEqual(hosts);
  });

  it('names the term that authorizes', async () => {
    const facts = await factsOf(
      published({ 'example.test': { ...txt('v=spf1 +mx ~all'), ...mail }, 'mx.test': addresses }),
    );
    expect(facts.hosts.map(({ term }) => term)).toEqual(['+mx', '+mx']);
  });

  it('takes them from every record where there are several, and from the redirect target', async () => {
    const several = published({
      'example.test': { TXT: [['v=spf1 ip4:45.64.7.5 -all'], ['v=spf1 a:mx.test -all']] },
      'mx.test': addresses,
    });
    expect((await factsOf(several)).hosts).toHaveLength(3);
    const redirected = published({
      'example.test': txt('v=spf1 redirect=r.test'),
      'r.test': txt('v=spf1 ip4:45.64.7.5 -all'),
    });
    expect((await factsOf(redirected)).hosts).toEqual([{ address: '45.64.7.5', term: 'ip4:45.64.7.5' }]);
  });

  it('does not take the hosts of an included record for those of the domain', async () => {
    const facts = await factsOf(
      published({
        'example.test': txt('v=spf1 include:a.test -all'),
        'a.test': txt('v=spf1 ip4:45.64.7.5 -all'),
      }),
    );
    expect(facts.hosts).toEqual([]);
  });

  it('walks each of several records as if it were the only one', async () => {
    const { apart, tree } = await factsOf(
      published({
        'example.test': { TXT: [['v=spf1 include:b.test -all'], ['v=spf1 include:a.test ~all']] },
        'a.test': txt('v=spf1 ip4:45.64.7.5 -all'),
        'b.test': txt('v=spf1 ip4:45.64.7.6 -all'),
      }),
    );
    expect(tree).toBeNull();
    expect(
      apart.map(({ records, branches }) => [records[0]?.text, branches[0]?.node?.records.length]),
    ).toEqual([
      ['v=spf1 include:a.test ~all', 1],
      ['v=spf1 include:b.test -all', 1],
    ]);
  });

  it('tells the host questions that failed: they are not "no hosts"', async () => {
    const facts = await factsOf(
      published({ 'example.test': { ...txt('v=spf1 mx a:mx.test ~all'), ...mail }, 'mx.test': 'servfail' }),
    );
    expect(facts.hostsFailed.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'mx.test A',
      'mx.test AAAA',
    ]);
  });
});

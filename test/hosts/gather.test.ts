import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../src/check.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import { type DomainName, toDomainName } from '../../src/domain.ts';
import { spoken } from '../../src/text/say.ts';
import { mxUnresolvable } from '../../src/hosts/checks/mx-unresolvable.ts';
import { ptrMissing } from '../../src/hosts/checks/ptr-missing.ts';
import { ptrUnconfirmed } from '../../src/hosts/checks/ptr-unconfirmed.ts';
import { gatherDomain, gatherMx, gatherSenders } from '../../src/hosts/gather.ts';
import { type Question, startDnsServer } from '../support/dns-server.ts';

const context = {} as CheckContext;

function domain(text: string): DomainName {
  const name = toDomainName(text);
  if (name === null) throw new Error(`${text} is no domain`);
  return name;
}

async function serving<T>(
  zone: string,
  use: (resolver: Resolver) => Promise<T>,
): Promise<{ result: T; questions: Question[] }> {
  const server = await startDnsServer(zone);
  try {
    const result = await use(nodeResolver({ servers: [server.server], timeoutMs: 250 }));
    return { result, questions: server.questions };
  } finally {
    await server.close();
  }
}

async function mxOf(zone: string) {
  const { result, questions } = await serving(zone, (resolver) => gatherMx(domain('example.test'), resolver));
  return { fact: result, questions };
}

describe('gatherMx', () => {
  it('asks for the addresses of each exchange once, in the order they are tried', async () => {
    const { fact, questions } = await mxOf(`$ORIGIN example.test.
@ MX 20 B
@ MX 10 a
@ MX 30 b
@ MX 10 c
a A 192.0.2.1`);
    expect(
      fact.ok && fact.value.hosts.map(({ exchange, preference }) => `${preference} ${exchange}`),
    ).toEqual(['10 a.example.test', '10 c.example.test', '20 b.example.test']);
    expect(questions).toHaveLength(3 + 3 * 3 + 1);
    expect(JSON.parse(JSON.stringify(fact))).toEqual(fact);
  });

  it('asks for no host of a null MX', async () => {
    const { fact, questions } = await mxOf('example.test. MX 0 .');
    expect(fact.ok && fact.value.hosts).toEqual([]);
    expect(questions).toHaveLength(3);
  });

  it.each(['SERVFAIL', 'REFUSED', 'TIMEOUT'])('concludes nothing from %s', async (fault) => {
    const { fact } = await mxOf(`; answer example.test MX ${fault}\nexample.test. A 192.0.2.1`);
    expect(fact.ok).toBe(false);
  });

  it('stops at 20 hosts and says so', async () => {
    const records = Array.from(
      { length: 23 },
      (_, i) => `example.test. MX ${i} m${i}.test.\nm${i}.test. A 192.0.2.1`,
    );
    const { fact } = await mxOf(records.join('\n'));
    if (!fact.ok) throw new Error('no answer');
    expect(fact.value.hosts).toHaveLength(20);
    expect(spoken([...mxUnresolvable.find({ mx: fact.value }, context)], 'en')).toMatchObject([
      { unknown: null, blocking: false, reason: 'of the MX hosts, not all were looked at; left out: 3' },
    ]);
  });
});

describe('gatherDomain', () => {
  it('asks about each domain once, with five types, and says what the mail uses it for', async () => {
    const [envelope, author] = [domain('example.test'), domain('other.test')];
    const { result, questions } = await serving('example.test. A 192.0.2.1', (resolver) =>
      gatherDomain(envelope, author, resolver),
    );
    expect(
      result.ok &&
        result.value.domains.map(({ domain: name, role, cname }) => [name, role, cname.answer.status]),
    ).toEqual([
      ['example.test', 'envelope sender', 'nodata'],
      ['other.test', 'From', 'nxdomain'],
    ]);
    expect(questions).toHaveLength(10);
  });

  it('asks once about a domain that is both', async () => {
    const name = domain('example.test');
    const { result, questions } = await serving('example.test. A 192.0.2.1', (resolver) =>
      gatherDomain(name, name, resolver),
    );
    expect(result.ok && result.value.domains.map(({ role }) => role)).toEqual(['envelope sender and From']);
    expect(questions).toHaveLength(5);
  });
});

const given = (...addresses: string[]) => addresses.map((address) => ({ address, source: 'given' as const }));

describe('gatherSenders', () => {
  it.each([
    ['1.2.0.192.in-addr.arpa. PTR m.test.\nm.test. A 192.0.2.1', '192.0.2.1', 'yes', 'the name leads back'],
    ['1.2.0.192.in-addr.arpa. PTR M.TEST.\nm.test. A 192.0.2.1', '192.0.2.1', 'yes', 'names have no case'],
    ['1.2.0.192.in-addr.arpa. PTR m.test.\nm.test. A 192.0.2.2', '192.0.2.1', 'no', 'it leads elsewhere'],
    ['1.2.0.192.in-addr.arpa. PTR m.test.', '192.0.2.1', 'no', 'it leads nowhere'],
    ['m.test. A 192.0.2.1', '192.0.2.1', 'no', 'there is no name'],
    ['1.2.0.192.in-addr.arpa. PTR .', '192.0.2.1', 'no', 'the root is no name of a host'],
    [
      '; answer 1.2.0.192.in-addr.arpa PTR SERVFAIL\nm.test. A 192.0.2.1',
      '192.0.2.1',
      'unknown',
      'the name is not known',
    ],
    [
      '; answer m.test A REFUSED\n1.2.0.192.in-addr.arpa. PTR m.test.\nm.test. A 192.0.2.1',
      '192.0.2.1',
      'unknown',
      'the way forward is not known',
    ],
    [
      '; answer m.test A SERVFAIL\n1.2.0.192.in-addr.arpa. PTR m.test.\n1.2.0.192.in-addr.arpa. PTR n.test.\nn.test. A 192.0.2.1',
      '192.0.2.1',
      'yes',
      'one name is enough',
    ],
    [
      '1.2.0.192.in-addr.arpa. PTR m.test.\nm.test. CNAME n.test.\nn.test. A 192.0.2.1',
      '192.0.2.1',
      'yes',
      'through an alias',
    ],
    [
      '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR m.test.\nm.test. AAAA 2001:db8:0:0::1',
      '2001:db8::1',
      'yes',
      'another spelling of the address',
    ],
  ])('%s: %s is confirmed: %s (%s)', async (zone, address, confirmed) => {
    const { result } = await serving(zone, (resolver) => gatherSenders(given(address), resolver));
    expect(result.senders).toMatchObject([{ address, confirmed }]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('follows ten names, and leaves it open whether an eleventh leads back', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `1.2.0.192.in-addr.arpa. PTR m${i}.test.`);
    const { result, questions } = await serving(names.join('\n'), (resolver) =>
      gatherSenders(given('192.0.2.1'), resolver),
    );
    expect(questions.filter(({ type }) => type === 'A')).toHaveLength(10);
    expect([...ptrUnconfirmed.find({ senders: result }, context)]).toMatchObject([
      { about: '192.0.2.1', blocking: true },
    ]);
  });

  it('keeps what was given, and counts what SPF authorizes beyond the cap', async () => {
    const spf = ['192.0.2.7', '192.0.2.8', '192.0.2.1'].map((address) => ({
      address,
      source: 'spf' as const,
      term: `ip4:${address}`,
    }));
    const { result } = await serving('m.test. A 192.0.2.1', (resolver) => {
      return gatherSenders([...spf, ...given('192.0.2.1', '192.0.2.2')], resolver, [], 3);
    });
    expect(result.senders.map(({ address, source }) => `${address} ${source}`)).toEqual([
      '192.0.2.1 given',
      '192.0.2.2 given',
      '192.0.2.7 spf',
    ]);
    expect(result.omitted).toBe(1);
    const drafts = [...ptrMissing.find({ senders: result }, context)];
    expect(drafts.filter((draft) => 'unknown' in draft)).toMatchObject([{ unknown: null, blocking: false }]);
  });
});

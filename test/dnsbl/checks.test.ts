import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../src/check.ts';
import { dnsblDomainListed } from '../../src/dnsbl/checks/dnsbl-domain-listed.ts';
import { dnsblListed } from '../../src/dnsbl/checks/dnsbl-listed.ts';
import type { DnsblFacts } from '../../src/dnsbl/facts.ts';
import { gatherDnsbl } from '../../src/dnsbl/gather.ts';
import { spoken } from '../../src/text/say.ts';
import { listOf, serving } from './support.ts';

const context = {} as CheckContext;

function said<T>(drafts: Iterable<T>) {
  return spoken([...drafts], 'en');
}

async function facts(zone: string, lists: readonly string[], cap = 32): Promise<DnsblFacts> {
  const addresses = ['192.0.2.1', '192.0.2.2'].map((address) => ({ address, source: 'spf' as const }));
  const subjects = { addresses, domains: ['example.test'] };
  const { result } = await serving(zone, (resolver) =>
    gatherDnsbl(subjects, resolver, { lists: lists.map(listOf), cap }),
  );
  return result;
}

describe('dnsbl-listed', () => {
  it('finds one thing for each address and list, by the weight of the list', async () => {
    const dnsbl = await facts(
      `2.0.0.127.bl.spamcop.net. A 127.0.0.2
2.0.0.127.all.s5h.net. A 127.0.0.2
1.2.0.192.bl.spamcop.net. A 127.0.0.2
1.2.0.192.all.s5h.net. A 127.0.0.2
2.2.0.192.all.s5h.net. A 127.0.0.2`,
      ['bl.spamcop.net', 'all.s5h.net'],
    );
    expect(said(dnsblListed.find({ dnsbl }, context))).toMatchObject([
      {
        about: '192.0.2.1 bl.spamcop.net',
        severity: 'error',
        params: { address: '192.0.2.1', list: 'SpamCop' },
      },
      {
        about: '192.0.2.1 all.s5h.net',
        severity: 'notice',
        params: { zone: 'all.s5h.net', codes: '127.0.0.2' },
      },
      { about: '192.0.2.2 all.s5h.net', severity: 'notice' },
    ]);
  });

  it('shows the reason of a list as data', async () => {
    const dnsbl = await facts(
      `2.0.0.127.bl.spamcop.net. A 127.0.0.2
1.2.0.192.bl.spamcop.net. A 127.0.0.2
1.2.0.192.bl.spamcop.net. TXT "a\\027[31m \\"b\\" \\233 {domain}"`,
      ['bl.spamcop.net'],
    );
    const [finding] = dnsblListed.find({ dnsbl }, context);
    expect(finding).toMatchObject({ params: { reason: '"a\\027[31m \\"b\\" \\233 {domain}"' } });
  });

  it('does not say of a reason that could not be read that none is given', async () => {
    const dnsbl = await facts(
      `; answer 1.2.0.192.bl.spamcop.net TXT SERVFAIL
2.0.0.127.bl.spamcop.net. A 127.0.0.2
1.2.0.192.bl.spamcop.net. A 127.0.0.2
2.2.0.192.bl.spamcop.net. A 127.0.0.2`,
      ['bl.spamcop.net'],
    );
    expect(said(dnsblListed.find({ dnsbl }, context))).toMatchObject([
      { params: { address: '192.0.2.1', reason: 'could not be read' } },
      { params: { address: '192.0.2.2', reason: 'none given' } },
    ]);
  });

  it('leaves one unknown for each list, however many subjects it leaves open', async () => {
    const dnsbl = await facts(
      `; answer 1.2.0.192.bl.spamcop.net A SERVFAIL
; answer 2.2.0.192.bl.spamcop.net A SERVFAIL
2.0.0.127.bl.spamcop.net. A 127.0.0.2`,
      ['bl.spamcop.net'],
    );
    expect(said(dnsblListed.find({ dnsbl }, context))).toEqual([
      {
        about: 'bl.spamcop.net',
        unknown: { name: '1.2.0.192.bl.spamcop.net', type: 'A' },
        reason: 'SpamCop gave no verdict on 192.0.2.1: the server answered SERVFAIL; left open as well: 1',
        blocking: false,
      },
    ]);
  });

  it('names the list that refuses, and why', async () => {
    const dnsbl = await facts('*.zen.spamhaus.org. A 127.255.255.254', [
      'zen.spamhaus.org',
      'dbl.spamhaus.org',
    ]);
    expect(said(dnsblListed.find({ dnsbl }, context))).toMatchObject([
      {
        about: 'zen.spamhaus.org',
        reason:
          'the list refuses this resolver: public or open resolver (127.255.255.254); it may answer a resolver of your own: give --server',
      },
    ]);
    expect(said(dnsblDomainListed.find({ dnsbl }, context))).toMatchObject([
      { about: 'dbl.spamhaus.org', blocking: false },
    ]);
  });

  it('names a few of many answers that mean nothing, and how many more there are', async () => {
    const many = (name: string, net: string) =>
      Array.from({ length: 40 }, (_, index) => `${name}. A ${net}.${index + 100}`).join('\n');
    const dnsbl = await facts(
      `${many('2.0.0.127.zen.spamhaus.org', '127.3.0')}
2.0.0.127.bl.spamcop.net. A 127.0.0.2
${many('1.2.0.192.bl.spamcop.net', '10.127.0')}`,
      ['bl.spamcop.net', 'zen.spamhaus.org'],
    );
    const reasons = said(dnsblListed.find({ dnsbl }, context)).map((one) => 'reason' in one && one.reason);
    expect(reasons).toEqual([
      expect.stringMatching(
        /^SpamCop answers for 192\.0\.2\.1 outside 127\.0\.0\.0\/8: (?:10[\d.]+, ){4}10[\d.]+ and 35 more$/,
      ),
      expect.stringMatching(/with a code it does not document: (?:127[\d.]+, ){4}127[\d.]+ and 35 more$/),
    ]);
  });

  it('does not pass over subjects that no chosen list holds, or none that blocks', async () => {
    const dnsbl = await facts('2.0.0.127.list.dnswl.org. A 127.0.2.0', ['list.dnswl.org']);
    expect(said(dnsblListed.find({ dnsbl }, context))).toEqual([
      {
        about: 'IPv4 addresses',
        unknown: null,
        reason:
          'none of the chosen blocklists holds IPv4 addresses, so 192.0.2.1 and 1 more were not looked up',
        blocking: false,
      },
    ]);
    expect(said(dnsblDomainListed.find({ dnsbl }, context))).toMatchObject([
      { reason: 'none of the chosen blocklists holds domains, so example.test was not looked up' },
    ]);
  });

  it('does not pass over addresses that were left out', async () => {
    const dnsbl = await facts('2.0.0.127.bl.spamcop.net. A 127.0.0.2', ['bl.spamcop.net'], 1);
    expect(said(dnsblListed.find({ dnsbl }, context))).toMatchObject([{ unknown: null, blocking: false }]);
  });

  it('has nothing to look at without addresses, nor without domains', () => {
    const dnsbl: DnsblFacts = { addresses: [], domains: [], failed: [], lists: [], listings: [], omitted: 0 };
    expect(dnsblListed.applies({ dnsbl }, context)).toBe(false);
    expect(dnsblDomainListed.applies({ dnsbl }, context)).toBe(false);
  });
});

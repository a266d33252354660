import { describe, expect, it } from 'vitest';
import { audit, type FactName, nodeResolver, once, type SubjectInput } from '../../src/index.ts';
import { startDnsServer } from '../support/dns-server.ts';

const zone = `com. SOA a.test. b.test. 1 3600 600 86400 300
gmail.com. A 192.0.2.9
gmail.com. TXT "v=spf1 ip4:192.0.2.9 ~all"`;

const sections: readonly FactName[] = ['identities', 'spf', 'dkim'];

async function told(input: Omit<SubjectInput, 'domain'>, faults = ''): Promise<string> {
  const server = await startDnsServer(`${faults}\n${zone}`);
  try {
    const resolver = once(nodeResolver({ servers: [server.server] }));
    const report = await audit({ domain: 'gmail.com', ...input }, { resolver, sections });
    const finding = report.findings.find(({ id }) => id === 'from-mailbox-provider');
    if (finding) return finding.severity;
    return report.unknown.some(({ id }) => id === 'from-mailbox-provider') ? 'unknown' : 'nothing';
  } finally {
    await server.close();
  }
}

const from = 'me@gmail.com';
const mailFrom = 'me@gmail.com';

describe('from-mailbox-provider', () => {
  it.each<[string, Omit<SubjectInput, 'domain'>, string]>([
    ['advice where From is only presumed', {}, 'notice'],
    ['a fault where it was given', { from }, 'error'],
    ['whose host sends it, is in order', { from, mailFrom, ips: ['192.0.2.9'] }, 'nothing'],
    ['a host that SPF does not name', { from, mailFrom, ips: ['192.0.2.1'] }, 'error'],
    ['one such host among others', { from, mailFrom, ips: ['192.0.2.9', '192.0.2.1'] }, 'error'],
    ['another envelope sender', { from, mailFrom: 'b@example.com', ips: ['192.0.2.9'] }, 'error'],
    ['a selector without a key', { from, selectors: ['s1'] }, 'error'],
    ['a selector of another domain', { from, selectors: ['s1@example.com'] }, 'error'],
  ])('%s', async (_reason, input, expected) => {
    expect(await told(input)).toBe(expected);
  });

  it.each<[string, Omit<SubjectInput, 'domain'>]>([
    ['; answer gmail.com TXT SERVFAIL', { from, mailFrom, ips: ['192.0.2.9'] }],
    ['; answer s1._domainkey.gmail.com TXT SERVFAIL', { from, selectors: ['s1'] }],
  ])('concludes nothing from %s', async (fault, input) => {
    expect(await told(input, fault)).toBe('unknown');
  });
});

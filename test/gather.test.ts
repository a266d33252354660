import { describe, expect, it } from 'vitest';
import { audit, nodeResolver, once, type Report } from '../src/index.ts';
import type { FactName } from '../src/facts.ts';
import { parseFaults, startDnsServer } from './support/dns-server.ts';

const lists = `
2.0.0.127.zen.spamhaus.org. A 127.0.0.2
1.7.64.45.zen.spamhaus.org. A 127.0.0.3
`;
const zone = `; a sender on a blocklist
example.test. MX 10 mx.example.test.
mx.example.test. A 45.64.7.1
1.7.64.45.in-addr.arpa. PTR mx.example.test.
example.test. TXT "v=spf1 ip4:45.64.7.1 -all"
${lists}`;

async function judged(faults: string, sections?: readonly FactName[]): Promise<Report> {
  const server = await startDnsServer(zone, parseFaults(faults));
  try {
    const resolver = once(nodeResolver({ servers: [server.server] }));
    return await audit('example.test', { resolver, ...(sections && { sections }) });
  } finally {
    await server.close();
  }
}

const unknownIds = ({ unknown }: Report) => unknown.filter(({ blocking }) => blocking).map(({ id }) => id);

describe('a section that looks at senders without SPF being judged', () => {
  it('finds the listing of a host that SPF authorizes', async () => {
    const report = await judged('', ['domain', 'dnsbl']);
    expect(report.findings.map(({ id }) => id)).toEqual(['dnsbl-listed']);
    expect(report.facts.spf).toBeUndefined();
  });

  it('is no all-clear where the record could not be read', async () => {
    const report = await judged('; answer example.test TXT SERVFAIL', ['domain', 'dnsbl']);
    expect(unknownIds(report)).toEqual(['dnsbl-listed']);
    expect(report.verdict).toBe('unknown');
    expect(report.passed).not.toContain('dnsbl-listed');
  });
});

describe('domains of the mail', () => {
  it('are those of the identities, not one that the mail does not carry', async () => {
    const server = await startDnsServer(zone);
    try {
      const resolver = once(nodeResolver({ servers: [server.server] }));
      const input = { domain: 'gone.test', from: 'n@example.test', mailFrom: 'b@example.test' };
      const report = await audit(input, { resolver, sections: ['domain'] });
      expect(report.findings).toEqual([]);
      expect(server.questions.filter(({ name }) => name.startsWith('gone.'))).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

describe('a resolver that does not see the public DNS', () => {
  it('denies everything, and proves nothing by it', async () => {
    const server = await startDnsServer(zone);
    try {
      const resolver = once(nodeResolver({ servers: [server.server] }));
      const report = await audit('example.com', { resolver });
      expect(report.findings).toEqual([]);
      expect(report.verdict).toBe('unknown');
      expect(new Set(unknownIds(report)).size).toBeGreaterThan(20);
      expect(report.unknown[0]?.question).toEqual({ name: 'com', type: 'SOA' });
    } finally {
      await server.close();
    }
  });

  it('is not taken for one that denies the domain alone', async () => {
    const server = await startDnsServer(`${zone}\nother.com. A 192.0.2.1\n`);
    try {
      const resolver = once(nodeResolver({ servers: [server.server] }));
      const report = await audit('example.com', { resolver });
      expect(report.findings.map(({ id }) => id)).toContain('domain-missing');
    } finally {
      await server.close();
    }
  });
});

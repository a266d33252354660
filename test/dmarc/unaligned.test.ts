import { describe, expect, it } from 'vitest';
import { audit } from '../../src/index.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

interface Mail {
  readonly domain?: string;
  readonly mailFrom?: string;
  readonly selectors?: readonly string[];
}

/** What dmarc-unaligned says of mail from an envelope sender at esp.test, signed by esp.test. */
async function told(records: readonly string[], { domain = 'example.test', ...mail }: Mail = {}) {
  const hosts = ['example.test', 'news.example.test', 'esp.test', 'user.github.io', 'other.github.io'];
  const zone = ['$TTL 60', ...hosts.map((name) => `${name}. A 192.0.2.1`), ...records].join('\n');
  const subject = { domain, mailFrom: 'b@esp.test', ips: [], selectors: ['s1@esp.test'], ...mail };
  const report = await audit(subject, { resolver: zoneResolver(zone), sections: ['domain', 'dmarc'] });
  const unknown = report.unknown.filter(({ id }) => id === 'dmarc-unaligned').map(({ reason }) => reason);
  const finding = report.findings.find(({ id }) => id === 'dmarc-unaligned');
  return { finding, unknown };
}

const record = (text: string, name = 'example.test') => `_dmarc.${name}. TXT ${JSON.stringify(text)}`;

describe('mail in which nothing aligns', () => {
  it.each([
    ['p=reject', 'receivers are asked to reject it'],
    ['p=none', 'nothing is refused for the policy alone, which is none'],
    ['p=reject; t=y', 'the policy is reject, though not all receivers apply it in full'],
    ['p=foo', 'nothing is refused for the policy alone, which cannot be read'],
  ])('%s: %s', async (tags, policy) => {
    const { finding } = await told([record(`v=DMARC1; ${tags}`)]);
    expect(finding?.consequence).toContain(policy);
  });

  it.each([
    ['s1@esp.test', 'b@esp.test', false],
    ['s1@esp.test', 'b@news.example.test', true],
    ['s1@news.example.test', 'b@esp.test', true],
  ])(
    'signed by %s, sent by %s: without strict mode it would pass: %j',
    async (selector, mailFrom, relaxes) => {
      const strict = [record('v=DMARC1; p=reject; adkim=s; aspf=s')];
      const { finding } = await told(strict, { mailFrom, selectors: [selector] });
      expect(finding?.remedy.includes('without adkim=s')).toBe(relaxes);
      expect(finding?.remedy).toContain('an envelope sender at example.test');
    },
  );

  it('fails at no receiver that finds no record', async () => {
    const mail = { domain: 'user.github.io', mailFrom: 'b@other.github.io' };
    expect(await told([record('v=DMARC1; p=reject', 'github.io')], mail)).toEqual({ unknown: [] });
  });

  it('could not be told of more domains than are looked up', async () => {
    const selectors = Array.from({ length: 25 }, (_, i) => `s1@esp${i}.test`);
    const { finding, unknown } = await told([record('v=DMARC1; p=reject')], { selectors });
    expect([finding, unknown]).toEqual([undefined, ['more domains were given than are looked up']]);
  });
});

import { describe, expect, it } from 'vitest';
import { audit, correct, type Report, zoneResolver } from '../src/index.ts';
import { readArguments } from './support/audit-fixture.ts';
import { allFixtures } from './support/fixture.ts';

/** Without faults of the transport, which a zone cannot show. */
const fixtures = allFixtures().filter(
  ({ name, zone }) => /^(?:spf|dkim|dmarc|parked|report)\//.test(name) && !/^; answer /m.test(zone),
);

/** What a mended record brings to light or begins with: an evaluation now comes to it, a policy is there at all. */
const revealed: ReadonlySet<string> = new Set([
  'spf-lookup-headroom',
  'spf-void-limit',
  'spf-term-void',
  'spf-network-redundant',
  'dmarc-policy-none',
  'dmarc-walk-differs',
  'dmarc-report-undeliverable',
  'dkim-key-weak',
  'dkim-testing',
  'dkim-ed25519-only',
  // A host is known as a sender once SPF can be read.
  'ptr-missing',
]);

const ids = ({ findings }: Report) => findings.map(({ id }) => id);

describe.each(fixtures)('the records for $name', (fixture) => {
  it('leave none of the findings that ask for them, and bring no new one', async () => {
    const { domain, options } = readArguments(fixture.args);
    const { profile, from, mailFrom, helo, ip, selector } = options;
    const input = { domain, profile, from, mailFrom, helo, ips: ip, selectors: selector };
    const published = zoneResolver(fixture.zone);
    const before = await audit(input, { resolver: published });
    const correction = await correct(input, before, published);
    const asking = before.findings.filter(({ fix = [] }) => fix.length > 0);
    expect(correction === null).toBe(asking.length === 0);
    if (!correction) return;
    const after = await audit(input, { resolver: zoneResolver(correction.zone, published) });
    expect(ids(after)).toEqual(ids(correction.report));
    const left = after.findings.filter(({ fix = [] }) => fix.length > 0).map(({ key }) => key);
    expect(left, correction.zone).toEqual([]);
    const gone = new Set(asking.filter(({ id }) => id !== 'dmarc-misplaced').map(({ key }) => key));
    const kept = after.findings.map(({ key }) => key).filter((key) => gone.has(key));
    expect(kept, correction.zone).toEqual([]);
    const fresh = ids(after).filter((id) => !ids(before).includes(id) && !revealed.has(id));
    expect(fresh, correction.zone).toEqual([]);
  });
});

describe('the file of the records', () => {
  const zone = `example.test. A 192.0.2.1
example.test. TXT "site-verification=a\\"b\\\\c\\233"
example.test. TXT "v=spf1 mx -al"
example.test. MX 1 mx.example.test.
mx.example.test. A 192.0.2.2
_dmarc.example.test. TXT "v=DMARC1; p=rejct; rua=mailto:a@example.test"
`;

  it('keeps the other TXT records of the name, octet for octet', async () => {
    const published = zoneResolver(zone);
    const input = { domain: 'example.test' };
    const report = await audit(input, { resolver: published });
    const correction = await correct(input, report, published);
    const again = zoneResolver(correction?.zone ?? '');
    const answer = await again.query('example.test', 'TXT');
    const texts = answer.status === 'found' ? answer.records.map((strings) => strings.join('')) : [];
    expect(texts).toContain('site-verification=a"b\\c\xe9');
    expect(texts.filter((text) => text.startsWith('v=spf1'))).toHaveLength(1);
    expect(correction?.records.map(({ name }) => name)).toContain('_dmarc.example.test');
  });
});

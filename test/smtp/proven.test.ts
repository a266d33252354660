import { describe, expect, it } from 'vitest';
import { auditFixture } from '../support/audit-fixture.ts';
import { allFixtures } from '../support/fixture.ts';

/** Replies that people meet, each with findings that lead to it and the fixture whose audit shows so. */
const proven: Readonly<Record<string, readonly (readonly [finding: string, fixture: string])[]>> = {
  '5.7.26': [
    ['spf-missing', 'report/joint-both'],
    ['dkim-missing', 'report/joint-both'],
    ['dmarc-unaligned', 'report/reject-unaligned'],
    ['spf-multiple-records', 'report/reject-in-testing'],
    ['dkim-selector-missing', 'report/reject-dkim-unsent'],
    ['from-mailbox-provider', 'address/from-mailbox-provider'],
  ],
  '553': [
    ['dnsbl-listed', 'report/listed'],
    ['mail-from-syntax', 'report/sender-addresses'],
    ['domain-missing', 'report/domain-gone'],
    ['domain-unmailable', 'report/sender-unmailable'],
  ],
  '554': [
    ['ptr-missing', 'report/listed'],
    ['dnsbl-listed', 'report/listed'],
    ['spf-missing', 'report/joint-both'],
    ['dkim-missing', 'report/joint-both'],
    ['dmarc-unaligned', 'report/reject-unaligned'],
    ['domain-missing', 'report/domain-gone'],
    ['from-syntax', 'report/sender-addresses'],
  ],
};

const fixtures = new Map(allFixtures().map((fixture) => [fixture.name, fixture]));

describe.each(Object.entries(proven))('%s', (code, cases) => {
  it('has at least three findings behind it', () => {
    expect(new Set(cases.map(([finding]) => finding)).size).toBeGreaterThanOrEqual(3);
  });

  it.each([...cases])('comes of %s, as the audit of %s shows', async (finding, name) => {
    const fixture = fixtures.get(name);
    if (!fixture) throw new Error(`no fixture ${name}`);
    const { report } = await auditFixture(fixture);
    const keys = new Set(report.findings.filter(({ id }) => id === finding).map(({ key }) => key));
    const rejections = report.rejections.filter(
      ({ reply, enhanced, findings }) =>
        (String(reply) === code || enhanced === code) && findings.includes(finding),
    );
    expect(rejections).not.toEqual([]);
    for (const one of rejections) expect(one.keys.some((key) => keys.has(key))).toBe(true);
  });
});

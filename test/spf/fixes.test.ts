import { describe, expect, it } from 'vitest';
import { auditFixture } from '../support/audit-fixture.ts';
import { allFixtures } from '../support/fixture.ts';

const fixtures = allFixtures().filter(({ name }) => name.startsWith('spf/'));
const sections = ['domain', 'spf'] as const;

/** What a mended record may bring to light: an evaluation now comes to it. */
const revealed: ReadonlySet<string> = new Set([
  'spf-lookup-headroom',
  'spf-void-limit',
  'spf-term-void',
  'spf-network-redundant',
]);

function inQuotes(text: string): string {
  const strings = text.match(/[^]{1,255}/g) ?? [''];
  return strings.map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(' ');
}

describe.each(fixtures)('what is proposed for $name', (fixture) => {
  it('settles the finding that it stands beside, and brings no other', async () => {
    const { report } = await auditFixture(fixture, sections);
    const before = new Set(report.findings.map(({ id }) => id));
    for (const { key, area, fix = [] } of report.findings) {
      for (const { name, value } of area === 'spf' ? fix : []) {
        const zone = `${name}. 300 TXT ${inQuotes(value)}\n`;
        // oxlint-disable-next-line no-await-in-loop -- one after the other: the server is the fixture's own
        const after = (await auditFixture(fixture, sections, zone)).report;
        expect(
          after.findings.map((one) => one.key),
          value,
        ).not.toContain(key);
        const fresh = after.findings.map(({ id }) => id).filter((id) => !before.has(id) && !revealed.has(id));
        expect(fresh, value).toEqual([]);
      }
    }
  });
});

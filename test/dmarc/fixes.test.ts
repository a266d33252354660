import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/index.ts';
import { parseDmarc } from '../../src/dmarc/parse.ts';
import { auditFixture } from '../support/audit-fixture.ts';
import { allFixtures } from '../support/fixture.ts';

/** What a record says that had no effect before: a policy to begin with, and who does not find it. */
const begun: Readonly<Record<string, readonly string[]>> = {
  'dmarc-missing': ['dmarc-policy-none', 'dmarc-walk-differs'],
  // The owner's report address stays, even where no mail arrives.
  'dmarc-parked-weak': ['dmarc-report-undeliverable'],
  'dmarc-policy-invalid': ['dmarc-policy-none'],
  // A record without p is void until it has an address; with one it means none.
  'dmarc-rua-missing': ['dmarc-policy-none'],
};

const fixtures = allFixtures().filter(({ name }) => /^(?:dmarc|parked)\//.test(name));

function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** The mailboxes that records of a finding's evidence send reports to. */
function mailboxes(texts: readonly string[]): string[] {
  return texts.flatMap((text) => parseDmarc(text).rua.flatMap(({ address }) => address ?? []));
}

describe.each(fixtures)('the steps ahead for $name', (fixture) => {
  it('make their policy that of every receiver, and lose no report mailbox', async () => {
    const sections = ['domain', 'dmarc'] as const;
    const { report } = await auditFixture(fixture, sections);
    const { stages = [], reports = [] } = report.survey.dmarc ?? {};
    const named = reports.flatMap(({ addresses }) => addresses);
    for (const { name, value, policy } of stages) {
      const zone = `${name}. 300 TXT ${inQuotes(value)}\n`;
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the server is the fixture's own
      const after = (await auditFixture(fixture, sections, zone)).report;
      const { walk, classic, reports: kept = [] } = after.survey.dmarc ?? {};
      expect(walk, value).toMatchObject({ policy, applied: policy, percent: 100 });
      expect(classic, value).toMatchObject({ policy, applied: policy, percent: 100 });
      expect(kept.flatMap(({ addresses }) => addresses)).toEqual(expect.arrayContaining(named));
    }
    expect(stages.map(({ policy }) => policy)).toEqual(
      ['none', 'quarantine', 'reject'].slice(3 - stages.length),
    );
  });
});

describe('the steps ahead', () => {
  it('are there for most that have not come to their end', async () => {
    const counts = await Promise.all(
      fixtures.slice(0, 40).map(async (fixture) => {
        const { report } = await auditFixture(fixture, ['domain', 'dmarc']);
        return report.survey.dmarc?.stages.length ?? 0;
      }),
    );
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(10);
  });
});

describe.each(fixtures)('what is proposed for $name', (fixture) => {
  it('mends the fault, brings no other, and loses no report mailbox', async () => {
    const sections = ['domain', 'dmarc'] as const;
    const { report } = await auditFixture(fixture, sections);
    const before = new Set(report.findings.map(({ id }) => id));
    const mended = async ({ id, key, fix = [], evidence }: Finding) => {
      for (const { name, type, value } of fix) {
        const zone = `${name}. 300 ${type} ${inQuotes(value)}\n`;
        // oxlint-disable-next-line no-await-in-loop -- one after the other: the server is the fixture's own
        const after = (await auditFixture(fixture, sections, zone)).report;
        const left = after.findings.find(
          (one) => one.key === key || (one.id === id && one.key.includes(name)),
        );
        // The record in the wrong place has yet to be deleted, but no receiver is without one any more.
        if (id === 'dmarc-misplaced') expect(left?.severity ?? 'warning').toBe('warning');
        else expect(left, value).toBeUndefined();
        const fresh = after.findings.map((one) => one.id).filter((one) => !before.has(one));
        expect(
          fresh.filter((one) => !begun[id]?.includes(one)),
          value,
        ).toEqual([]);
        const replaced = evidence.filter((one) => one.name === name).flatMap(({ records }) => records);
        expect(mailboxes([value])).toEqual(expect.arrayContaining(mailboxes(replaced)));
      }
    };
    for (const finding of report.findings) {
      // oxlint-disable-next-line no-await-in-loop
      if (finding.area === 'dmarc') await mended(finding);
    }
  });
});

describe.each(fixtures)('the policies proposed for $name', (fixture) => {
  it('do not contradict each other', async () => {
    const { report } = await auditFixture(fixture, ['domain', 'dmarc']);
    const fixes = report.findings.filter(({ area }) => area === 'dmarc').flatMap(({ fix = [] }) => fix);
    for (const { name } of fixes) {
      const values = fixes.filter((other) => other.name === name).map(({ value }) => parseDmarc(value));
      expect(new Set(values.map(({ p }) => p?.policy ?? 'none')).size, name).toBe(1);
    }
  });
});

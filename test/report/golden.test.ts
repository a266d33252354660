import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type FactName, type FormatName, type Report, renderers } from '../../src/index.ts';
import { auditFixture } from '../support/audit-fixture.ts';
import { allFixtures, type Fixture } from '../support/fixture.ts';

const folder = fileURLToPath(new URL('../../fixtures/golden/', import.meta.url));

/** `UPDATE_GOLDEN=1 npm test` writes them anew; read the difference before you commit it. */
const update = env['UPDATE_GOLDEN'] === '1';

interface Form {
  readonly suffix: string;
  readonly format: FormatName;
  readonly width: number;
  readonly color: boolean;
}

const forms: readonly Form[] = [
  { suffix: 'txt', format: 'text', width: 80, color: false },
  { suffix: 'narrow.txt', format: 'text', width: 44, color: false },
  { suffix: 'ansi', format: 'text', width: 80, color: true },
];

/** The same report wherever and whenever it is made. */
function steady(report: Report): Report {
  return { ...report, tool: 'presend 0.0.0', durationMs: 0 };
}

interface Kind {
  readonly fixture: Fixture;
  readonly sections: readonly FactName[] | undefined;
}

/** Whole reports, and those of one protocol alone, with what its records lead to. */
const chosen = allFixtures().flatMap((fixture): Kind[] => {
  if (fixture.name.startsWith('report/')) return [{ fixture, sections: undefined }];
  const [, protocol = 'spf'] = /^survey\/(?:(dkim|dmarc)-)?/.exec(fixture.name) ?? [];
  const section = protocol === 'dkim' || protocol === 'dmarc' ? protocol : 'spf';
  return fixture.name.startsWith('survey/') ? [{ fixture, sections: ['domain', section] }] : [];
});

describe.each(chosen)('the report of $fixture.name', ({ fixture, sections }) => {
  const survey = sections !== undefined;
  it.each(forms)('as $suffix', async ({ suffix, format, width, color }) => {
    const { report } = await auditFixture(fixture, sections);
    const drawn = renderers[format].render([steady(report)], { width, color, survey });
    const path = `${folder}${fixture.name.replaceAll('/', '.')}.${suffix}`;
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, drawn);
    }
    expect(existsSync(path), 'no golden report: UPDATE_GOLDEN=1 npm test').toBe(true);
    expect(drawn).toBe(readFileSync(path, 'utf8'));
  });

  it('keeps to the width and lets nothing of the DNS act on a terminal', async () => {
    const { report } = await auditFixture(fixture, sections);
    for (const { width } of forms) {
      const drawn = renderers.text.render([report], { width, color: false, survey });
      expect(drawn.split('\n').filter((line) => line.length > width)).toEqual([]);
      // oxlint-disable-next-line no-control-regex
      expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/);
    }
    const document = renderers.json.render([report], { width: 80, color: false });
    // oxlint-disable-next-line no-control-regex
    expect(document).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/);
  });
});

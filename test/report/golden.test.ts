import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type FactName, type FormatName, type Language, type Report, renderers } from '../../src/index.ts';
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
  readonly language?: Language;
}

const forms: readonly Form[] = [
  { suffix: 'txt', format: 'text', width: 80, color: false },
  { suffix: 'narrow.txt', format: 'text', width: 44, color: false },
  { suffix: 'ansi', format: 'text', width: 80, color: true },
];

const frenchForm: Form = { suffix: 'fr.txt', format: 'text', width: 80, color: false, language: 'fr' };

/** The longest reports and surveys, which are drawn in French too. */
const inFrench: ReadonlySet<string> = new Set([
  'report/hostile',
  'report/listed',
  'report/redirect-fault-unmatched',
  'report/sender-addresses',
  'survey/dkim-hostile',
  'survey/dkim-services',
  'survey/dmarc-steps',
  'survey/dmarc-unaligned',
  'survey/hostile',
  'survey/past-the-limit',
]);

/** The fixture audited in the language of a form. */
function spokenIn(fixture: Fixture, language: Language): Fixture {
  return { ...fixture, args: [...fixture.args, '--lang', language] };
}

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

it('draws in French what is there', () => {
  expect(chosen.map(({ fixture }) => fixture.name)).toEqual(expect.arrayContaining([...inFrench]));
});

describe.each(chosen)('the report of $fixture.name', ({ fixture, sections }) => {
  const survey = sections !== undefined;
  const own = inFrench.has(fixture.name) ? [...forms, frenchForm] : forms;
  it.each(own)('as $suffix', async ({ suffix, format, width, color, language = 'en' }) => {
    const { report } = await auditFixture(spokenIn(fixture, language), sections);
    const drawn = renderers[format].render([steady(report)], { width, color, survey, language });
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

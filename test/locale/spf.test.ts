import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.ts';
import { proven } from '../../src/report/text/proof.ts';
import { spfSurvey } from '../../src/report/text/spf-survey.ts';
import { painter } from '../../src/report/text/style.ts';
import { say } from '../../src/text/say.ts';
import { auditFixture } from '../support/audit-fixture.ts';
import { englishWords } from '../support/english-words.ts';
import { allFixtures, type Fixture } from '../support/fixture.ts';

const fixtures = allFixtures().filter(
  ({ name, args }) => /^(?:spf|survey|report)\//.test(name) && !args.includes('parked'),
);

function auditIn(language: string, fixture: Fixture): Promise<Report> {
  const args = [...fixture.args, '--lang', language];
  return auditFixture({ ...fixture, args }, ['spf']).then(({ report }) => report);
}

/** The texts below these keys, wherever they stand. */
function textsAt(keys: ReadonlySet<string>, part: unknown, inside = false): string[] {
  if (typeof part === 'string') return inside ? [part] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => textsAt(keys, inner, inside || keys.has(key)));
}

/** What holds sentences of ours, or parts of them. */
const ofFindings = new Set(['title', 'explanation', 'consequence', 'remedy', 'reason', 'params']);
/** `data`: the pieces of a record that its fault names. */
const ofFacts = new Set(['reason', 'fault', 'data']);

function toldBy({ findings, unknown, survey, facts }: Report): string[] {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  return [
    ...textsAt(ofFindings, [findings, unknown]),
    ...textsAt(ofFacts, [survey, facts]),
    ...fixes.flatMap(({ proof }) => (proof ? [say(proven(proof), 'fr')] : [])),
  ];
}

/** What is drawn of a survey, its wrapped lines joined. */
function drawn(report: Report, width: number): string {
  const options = { width, color: false, language: 'fr' } as const;
  return spfSurvey(report, options, painter(options)).join(' ').replace(/\s+/g, ' ');
}

const mixed = (texts: readonly string[]) => texts.filter((text) => englishWords(text).length > 0);

describe('a French report of SPF', () => {
  it.each(fixtures)('of $name holds no English', async (fixture) => {
    const report = await auditIn('fr', fixture);
    expect(mixed(toldBy(report))).toEqual([]);
    expect(englishWords(drawn(report, 80))).toEqual([]);
    expect(englishWords(drawn(report, 44))).toEqual([]);
  });

  it.each(fixtures)('of $name finds what the English one finds', async (fixture) => {
    const [french, english] = await Promise.all([auditIn('fr', fixture), auditIn('en', fixture)]);
    const told = ({ findings, unknown, rejections, verdict }: Report) => ({
      findings: findings.map(({ key, severity, fix }) => ({ key, severity, fix })),
      unknown: unknown.map(({ key, blocking }) => ({ key, blocking })),
      rejections: rejections.map(({ receiver, findings: of, certainty, holds }) => ({
        receiver,
        of,
        certainty,
        holds,
      })),
      verdict,
    });
    expect(told(french)).toEqual(told(english));
  });
});

/** The French texts that stand beside English ones in the code of SPF. */
function frenchTexts(): { file: string; text: string }[] {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:spf|report[/\\]text)[/\\].*\.ts$/.test(file))
    .filter((file) => file.startsWith('spf') || /[/\\](?:spf-\w+|proof)\.ts$/.test(file))
    .flatMap((file) =>
      Array.from(
        readFileSync(join(source, file), 'utf8').matchAll(/\bfr:\s*(?:'([^'\n]*)'|"([^"\n]*)")/g),
        ([, single, double]) => ({ file, text: single ?? double ?? '' }),
      ),
    );
}

describe('the French texts of SPF', () => {
  const texts = frenchTexts();

  it('are many', () => {
    expect(texts.length).toBeGreaterThan(150);
  });

  it.each(texts)('$file: $text', ({ text }) => {
    expect(englishWords(text)).toEqual([]);
    expect(text.replace(/« [^«»]+ »/g, '« x »')).not.toMatch(
      /[\w)»"][!?;](?:\s|$)|[^\s\d]:\s|«\S|\S»|[\u00a0\u202f’]|\s{2}/,
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dkimChecks } from '../../src/dkim/checks/index.ts';
import { dkimProviders } from '../../src/dkim/providers.ts';
import { commonSelectors } from '../../src/dkim/selectors.ts';
import { dmarcChecks } from '../../src/dmarc/checks/index.ts';
import type { Report } from '../../src/index.ts';
import { jointChecks } from '../../src/joint/index.ts';
import { parkedChecks } from '../../src/parked/index.ts';
import { dkimSurvey } from '../../src/report/text/dkim-survey.ts';
import { dmarcSurvey } from '../../src/report/text/dmarc-survey.ts';
import { painter } from '../../src/report/text/style.ts';
import { auditFixture } from '../support/audit-fixture.ts';
import { englishWords } from '../support/english-words.ts';
import { allFixtures, type Fixture } from '../support/fixture.ts';

type Selector = NonNullable<Report['survey']['dkim']>['selectors'][number];

const ids: ReadonlySet<string> = new Set(
  [...dkimChecks, ...dmarcChecks, ...jointChecks, ...parkedChecks].map(({ id }) => id),
);

const fixtures = allFixtures().filter(({ name }) =>
  /^(?:dkim|dmarc|parked|address|report|survey\/dkim|survey\/dmarc)/.test(name),
);

function auditIn(language: string, fixture: Fixture): Promise<Report> {
  return auditFixture({ ...fixture, args: [...fixture.args, '--lang', language] }).then(
    ({ report }) => report,
  );
}

/** Every sentence of the checks of these areas, and what they fill in. */
function toldBy({ findings, unknown }: Report): string[] {
  return [
    ...findings
      .filter(({ id }) => ids.has(id))
      .flatMap(({ title, explanation, consequence, remedy, params }) => [
        title,
        explanation,
        consequence,
        remedy,
        ...Object.values(params).map(String),
      ]),
    ...unknown.filter(({ id }) => ids.has(id)).map(({ reason }) => reason),
  ];
}

/** What is drawn of the surveys, the lines of an entry joined; what the DNS holds in it is left out. */
function drawn({ survey: { dkim, dmarc } }: Report, width: number): string {
  const options = { width, color: false, language: 'fr' } as const;
  const paint = painter(options);
  const lines = [
    ...(dkim ? dkimSurvey({ ...dkim, selectors: dkim.selectors.map(unnamed) }, options, paint) : []),
    ...(dmarc ? dmarcSurvey({ ...dmarc, places: dmarc.places.map(bare) }, options, paint) : []),
  ];
  // The name that a record is to be published at is never cut.
  expect(lines.filter((line) => line.length > width && !line.endsWith(' TXT'))).toEqual([]);
  return lines.join(' ').replace(/\s+/g, ' ');
}

/** Without its name and what its owner noted. */
function unnamed(one: Selector): Selector {
  return { ...one, selector: 's1', keys: one.keys.map((key) => ({ ...key, note: '' })) };
}

const bare = <T extends { readonly records: readonly string[] }>(place: T) => ({ ...place, records: [] });

/** What follows a mark or "à" and is the name of a selector. */
const selectorNames = new RegExp(String.raw`(?<=[à,:] )(?:${commonSelectors.join('|')})(?![\w-])`, 'g');

/** English words but for the names of selectors. */
function english(text: string): readonly string[] {
  return englishWords(text.replace(/\S+\._domainkey\b/g, 'x').replace(selectorNames, 'x'));
}

const mixed = (texts: readonly string[]) => texts.filter((text) => english(text).length > 0);

describe('a French report of DKIM and DMARC', () => {
  it.each(fixtures)('of $name holds no English, and finds what the English one finds', async (fixture) => {
    const [french, other] = [await auditIn('fr', fixture), await auditIn('en', fixture)];
    expect(mixed(toldBy(french))).toEqual([]);
    expect(english(drawn(french, 80))).toEqual([]);
    expect(english(drawn(french, 44))).toEqual([]);
    const found = ({ findings, unknown, verdict, rejections }: Report) => ({
      findings: findings.map(({ key, severity, fix }) => ({ key, severity, fix })),
      unknown: unknown.map(({ key, blocking }) => ({ key, blocking })),
      rejections: rejections.map(({ receiver, findings: of, holds }) => ({ receiver, of, holds })),
      verdict,
    });
    expect(found(french)).toEqual(found(other));
  });
});

const files = /^(?:dkim|dmarc|joint|parked|report[/\\]text[/\\](?:dkim|dmarc)-)/;

/** The French texts that stand beside English ones in the code. */
function frenchTexts(): string[] {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => files.test(file) && file.endsWith('.ts'))
    .flatMap((file) =>
      Array.from(
        readFileSync(join(source, file), 'utf8').matchAll(/\bfr:\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)")/g),
        ([, single, double]) => single?.replaceAll("\\'", "'") ?? double ?? '',
      ),
    );
}

describe('the French texts of DKIM and DMARC', () => {
  const texts = frenchTexts();

  it('are many', () => {
    expect(texts.length).toBeGreaterThan(190);
  });

  it.each(texts)('%s', (text) => {
    // Names of selectors are words that look English.
    const forms = dkimProviders.flatMap(({ form }) => (form ? [form.fr] : []));
    if (!forms.includes(text)) expect(english(text)).toEqual([]);
    expect(text).not.toMatch(/[\w)»"}][!?;](?:\s|$)|(?<!mailto)(?:[^\s\d]):\s|«\S|\S»|[\u00a0\u202f’]|\s{2}/);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addressChecks } from '../../src/address/checks/index.ts';
import { dnsblChecks } from '../../src/dnsbl/checks/index.ts';
import { hostsChecks } from '../../src/hosts/checks/index.ts';
import {
  type Dnsbl,
  dnsblRegister,
  InputError,
  lookUpAll,
  readOwnLists,
  testLists,
} from '../../src/index.ts';
import type { Report } from '../../src/index.ts';
import { chooseLists } from '../../src/dnsbl/register/choose.ts';
import { goneLists } from '../../src/dnsbl/register/gone.ts';
import { renderLookup } from '../../src/report/text/dnsbl-lookup.ts';
import { renderRegister } from '../../src/report/text/dnsbl-register.ts';
import { dnsblSurvey } from '../../src/report/text/dnsbl-survey.ts';
import { painter } from '../../src/report/text/style.ts';
import { say, spoken } from '../../src/text/say.ts';
import { listOf, serving } from '../dnsbl/support.ts';
import { auditFixture } from '../support/audit-fixture.ts';
import { englishWords } from '../support/english-words.ts';
import { allFixtures, type Fixture } from '../support/fixture.ts';

const checks: ReadonlySet<string> = new Set(
  [...addressChecks, ...hostsChecks, ...dnsblChecks].map(({ id }) => id),
);
const fixtures = allFixtures().filter(({ name }) => /^(?:hosts|address|dnsbl)\//.test(name));

async function auditIn(language: string, fixture: Fixture): Promise<Report> {
  const { report } = await auditFixture({ ...fixture, args: [...fixture.args, '--lang', language] });
  return report;
}

/** The texts below these keys, wherever they stand. */
function textsAt(keys: ReadonlySet<string>, part: unknown, inside = false): string[] {
  if (typeof part === 'string') return inside ? [part] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => textsAt(keys, inner, inside || keys.has(key)));
}

const ofFindings = new Set(['title', 'explanation', 'consequence', 'remedy', 'reason', 'params']);
const ofFacts = new Set(['problem', 'fault', 'meaning']);

/** What the checks of addresses, hosts and lists say. */
function toldBy({ findings, unknown, facts }: Report): string[] {
  const { identities, helo, dnsbl } = facts;
  const own = [...findings, ...unknown].filter(({ id }) => checks.has(id));
  return [...textsAt(ofFindings, own), ...textsAt(ofFacts, [identities, helo, dnsbl])];
}

const options = (width: number) => ({ width, color: false, language: 'fr' }) as const;

/** Wrapped lines joined. */
const unwrapped = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ');

const mixed = (texts: readonly string[]) => texts.filter((text) => englishWords(text).length > 0);

describe('a French report of addresses, hosts and lists', () => {
  it.each(fixtures)('of $name holds no English, and finds what the English one finds', async (fixture) => {
    const [french, english] = await Promise.all([auditIn('fr', fixture), auditIn('en', fixture)]);
    expect(mixed(toldBy(french))).toEqual([]);
    const { dnsbl } = french.facts;
    for (const width of dnsbl?.ok ? [80, 44] : []) {
      const drawn = dnsbl?.ok ? dnsblSurvey(dnsbl.value, options(width), painter(options(width))) : [];
      expect(englishWords(unwrapped(drawn))).toEqual([]);
      expect(drawn.filter((line) => line.length > width)).toEqual([]);
    }
    const told = ({ findings, unknown, rejections, verdict }: Report) => ({
      findings: findings.map(({ key, severity }) => ({ key, severity })),
      unknown: unknown.map(({ key, blocking }) => ({ key, blocking })),
      rejections: rejections.map(({ receiver, findings: of, certainty, holds }) => {
        return { receiver, of, certainty, holds };
      }),
      verdict,
    });
    expect(told(french)).toEqual(told(english));
  });
});

/** What a list says of itself, but for names and addresses of pages. */
function saidBy({ coding, refusals, terms, usedBy }: Dnsbl): string[] {
  const keys = new Set(['meaning', 'refusals', 'terms', 'usedBy']);
  return textsAt(keys, spoken({ coding, refusals, terms, usedBy }, 'fr'));
}

describe('what the register says in French', () => {
  it.each(dnsblRegister.map((list) => [list.zone, list] as const))('of %s', (_, list) => {
    expect(mixed(saidBy(list))).toEqual([]);
  });

  it('of lists that are gone', () => {
    expect(mixed(goneLists.map(({ why }) => why.fr))).toEqual([]);
  });
});

/** One list that works, one of each way not to, and subjects listed, not listed, left open and special. */
const zone = `2.0.0.127.zen.spamhaus.org. A 127.0.0.2
7.113.0.203.zen.spamhaus.org. A 127.0.0.4
7.113.0.203.zen.spamhaus.org. A 127.0.0.10
7.113.0.203.zen.spamhaus.org. TXT "listed as such"
2.0.0.127.bl.spamcop.net. A 127.0.0.2
7.113.0.203.bl.spamcop.net. A 127.0.0.99
8.113.0.203.bl.spamcop.net. A 198.51.100.1
9.113.0.203.bl.spamcop.net. A 127.255.255.255
1.0.0.127.psbl.surriel.com. A 127.0.0.2
2.0.0.127.bl.mailspike.net. A 198.51.100.1
38.0.0.127.all.spamrats.com. A 127.0.0.99
2.0.0.127.dnsbl.dronebl.org. A 127.255.255.254
; answer 2.0.0.127.b.barracudacentral.org A SERVFAIL
2.0.0.127.list.dnswl.org. A 127.0.2.0
9.113.0.203.list.dnswl.org. A 127.0.5.2
2.0.0.127.score.senderscore.com. A 127.0.4.50
`;

const zones = [
  'zen.spamhaus.org',
  'bl.spamcop.net',
  'psbl.surriel.com',
  'bl.mailspike.net',
  'all.spamrats.com',
  'dnsbl.dronebl.org',
  'b.barracudacentral.org',
  'list.dnswl.org',
  'score.senderscore.com',
];

/** What is drawn, its lines joined, without what lists call themselves and say. */
function ownWords(drawn: string): string {
  return ['listed as such', ...zones.map((one) => listOf(one).name)].reduce(
    (text, theirs) => text.replaceAll(theirs, ''),
    unwrapped(drawn.split('\n')),
  );
}

describe('presend dnsbl in French', () => {
  const lists = zones.map(listOf);
  const subjects = [
    ...Array.from({ length: 60 }, (_, index) => `203.0.113.${index}`),
    ...Array.from({ length: 8 }, (_, index) => `10.0.0.${index}`),
    '2001:db9::1',
  ];

  it('says what lists have about subjects, in text and in JSON', async () => {
    const { result } = await serving(zone, (resolver) =>
      lookUpAll(subjects, resolver, { lists, language: 'fr' }),
    );
    expect(mixed(textsAt(new Set(['meaning', 'outage', 'open']), result))).toEqual([]);
    expect(result.listings.filter(({ open }) => open !== null).length).toBeGreaterThan(2);
    for (const width of [80, 44]) {
      const drawn = renderLookup(result, options(width));
      expect(englishWords(ownWords(drawn))).toEqual([]);
      expect(drawn).toContain('XBL : hôte piraté ou infecté');
      expect(drawn.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('says how the lists of the register stand, in text and in JSON', async () => {
    const { result } = await serving(zone, (resolver) => testLists(lists, resolver, () => true, 'fr'));
    expect(mixed(textsAt(new Set(['meaning', 'outage', 'refusals', 'terms', 'usedBy']), result))).toEqual([]);
    for (const width of [80, 44]) {
      const drawn = renderRegister(result, options(width));
      expect(englishWords(ownWords(drawn))).toEqual([]);
      expect(drawn).toContain('fonctionne');
      expect(drawn.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('speaks English to who asks for no language', async () => {
    const { result } = await serving(zone, (resolver) => lookUpAll(['203.0.113.7'], resolver, { lists }));
    expect(result.listings[0]?.codes[0]?.meaning).toBe('XBL: a hijacked or infected host');
  });
});

describe('complaints about lists', () => {
  const complaint = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof InputError) return say(error.said, 'fr');
    }
    throw new Error('no complaint');
  };

  it.each([
    'dnsbl.sorbs.net',
    'list.example.com',
    '<key>.combined.mail.abusix.zone',
    'k.zen.dq.spamhaus.net',
  ])('%s is refused in French', (name) => {
    expect(englishWords(complaint(() => chooseLists([name])))).toEqual([]);
  });

  it.each<unknown>([
    '',
    '{}',
    { lists: ['x'] },
    { lists: [{ zone: 'bl.example.com', wieght: 'error' }] },
    { lists: [{ zone: '' }] },
    { lists: [{ zone: 'bl.example.com', weight: 'huge' }] },
    { lists: [{ zone: 'bl.example.com', kinds: 'ipv4' }] },
    { lists: [{ zone: 'bl.example.com', test: 'x' }] },
    { lists: [{ zone: 'bl.example.com', codes: { '10.0.0.1': 'x' } }] },
    { lists: [{ zone: 'bl.example.com', bits: { 1: 'x' } }] },
    { lists: [{ zone: 'bl.example.com', bits: { 2: 'x' }, codes: { '127.0.0.2': 'y' } }] },
  ])('%j is told in French', (configuration) => {
    const text = typeof configuration === 'string' ? configuration : JSON.stringify(configuration);
    const fields = /sont connus .*/;
    expect(englishWords(complaint(() => readOwnLists(text)).replace(fields, ''))).toEqual([]);
  });
});

/** The French texts that stand beside English ones in the code. */
function frenchTexts(): { file: string; text: string }[] {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const own = /^(?:hosts|address|dnsbl)\/|^report\/text\/dnsbl-|^text\/(?:special-purpose|first-of)\.ts$/;
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && own.test(file))
    .flatMap((file) =>
      Array.from(
        readFileSync(join(source, file), 'utf8').matchAll(/\bfr:\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)")/g),
        ([, single, double]) => ({ file, text: single ?? double ?? '' }),
      ),
    );
}

describe('the French texts of addresses, hosts and lists', () => {
  const texts = frenchTexts();

  it('are many', () => {
    expect(texts.length).toBeGreaterThan(150);
  });

  it.each(texts)('$file: $text', ({ text }) => {
    expect(englishWords(text)).toEqual([]);
    // JSON has its own marks.
    expect(text.replace(/^ |\{ .* \}/g, '')).not.toMatch(
      /[\w)»"}][!?;](?:\s|$)|[^\s\d]:\s|«\S|\S»|[\u00a0\u202f’]|\s{2}/,
    );
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainProblem } from '../../src/spf/problems.ts';
import { say } from '../../src/text/say.ts';
import { isSpf, parseSpf } from '../../src/spf/parse.ts';
import { repaired } from '../../src/spf/rewrite.ts';
import { isLegal } from './abnf.ts';

const starts = 'all include a mx ptr ip4 ip6 exists redirect exp foo v=spf1 ipv4'.split(' ');
const marks = ': = / // . , ; - + ~ ? % %% %_ %- " _ { } %{d} %{i %{ir.} %{l1r-} %{d0} %{c} %{S}'.split(' ');
const values = 'example.com com 192.0.2.1 300.1.1.1 2001:db8::1 :: 24 0 33 064 128'.split(' ');
const strangers = ['\t', '\u00a0', '\u00e2\u0080\u0093', '\0', '\ud800'];
const fragments = [...starts, ...marks, ...values, ...strangers, ' ', ' ', ' '];
const near = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fragments) }, fc.string({ maxLength: 4 })), {
    maxLength: 24,
  })
  .map((pieces) => `v=spf1 ${pieces.join('')}`);
const texts = fc.oneof(near, fc.string({ unit: 'binary' }), fc.string());

describe('parseSpf on any text', () => {
  it('finds a problem exactly where the grammar of RFC 7208 §12 is broken', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseSpf(text).problems.length === 0).toBe(isLegal(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every word as a term, every offset inside the text, every problem explained', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { terms, problems } = parseSpf(text);
        const words = text.split(' ').filter((word) => word !== '');
        expect(terms.map(({ start, end }) => text.slice(start, end))).toEqual(words.slice(1));
        for (const { start, end } of problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const one of problems) expect(say(explainProblem(one).fault, 'en')).not.toBe('');
        expect(problems.map(({ start }) => start)).toEqual(
          problems.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it('leaves no invalid term without a problem, and no problem without an invalid term or a duplicate', () => {
    fc.assert(
      fc.property(near, (text) => {
        const { terms, problems } = parseSpf(text);
        for (const term of terms.filter(({ kind }) => kind === 'invalid')) {
          expect(problems.some(({ start, end }) => start <= term.end && end >= term.start)).toBe(true);
        }
        if (problems.some(({ code }) => code !== 'duplicate-modifier' && code !== 'version')) {
          expect(terms.some(({ kind }) => kind === 'invalid')).toBe(true);
        }
      }),
    );
  });

  it('repairs to a record without problems, or not at all', () => {
    fc.assert(
      fc.property(near, (text) => {
        const record = parseSpf(text);
        const mended = repaired(record);
        if (mended !== null) expect(isLegal(mended.text)).toBe(true);
      }),
    );
  });

  it('makes plain JSON', () => {
    fc.assert(
      fc.property(near, (text) => {
        const record = parseSpf(text);
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
      }),
    );
  });

  it.each([
    ['percent signs', '%'.repeat(60_000)],
    ['open macros', '%{'.repeat(30_000)],
    ['slashes', `a:${'/'.repeat(60_000)}`],
    ['dots', `a:${'.'.repeat(60_000)}`],
    ['commas', ','.repeat(60_000)],
    ['names run together', 'ip4:'.repeat(15_000)],
    ['words', 'a '.repeat(30_000)],
    ['open values', 'include: '.repeat(7_000)],
    ['digits', `a/${'9'.repeat(60_000)}`],
    ['control characters', 'a\t'.repeat(30_000)],
  ])('reads 60,000 characters of %s to the end', (_, text) => {
    const record = parseSpf(`v=spf1 ${text}`);
    expect(record.terms.at(-1)?.end).toBe(`v=spf1 ${text}`.replace(/ +$/, '').length);
  });
});

const shared = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));

interface Case {
  readonly test: string;
  readonly mailfrom: string;
  readonly helo: string;
  readonly expect: readonly string[];
  readonly zone: Readonly<Record<string, { readonly TXT?: readonly (readonly string[])[] }>>;
}

/** Cases whose permerror does not come from the text of the record. */
const beyondSyntax = new Set(
  (
    'multitxt1 multitxt2 include-permerror include-none redirect-none redirect-loop include-loop mx-limit ' +
    'mech-over-limit include-over-limit void-over-limit'
  ).split(' '),
);

const suite = shared('conformance/spf-rfc7208.jsonl');

describe.skipIf(!existsSync(suite))(
  'the public RFC 7208 suite, as far as syntax decides (skipped where it is not at hand)',
  () => {
    const cases = existsSync(suite)
      ? readFileSync(suite, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Case)
      : [];
    const recordsOf = ({ mailfrom, helo, zone }: Case) => {
      const domain = (mailfrom || helo).split('@').at(-1)?.toLowerCase();
      const [, records] = Object.entries(zone).find(([name]) => name.toLowerCase() === domain) ?? [];
      return (records?.TXT ?? []).map((strings) => strings.join('')).filter(isSpf);
    };

    it.each(cases.map((one) => [one.test, one] as const))('%s', (name, one) => {
      const [text, second] = recordsOf(one);
      if (text === undefined || second !== undefined) return;
      const { problems } = parseSpf(text);
      if (!one.expect.includes('permerror')) expect(problems).toEqual([]);
      else if (one.expect.length === 1 && !beyondSyntax.has(name)) expect(problems).not.toEqual([]);
    });
  },
);

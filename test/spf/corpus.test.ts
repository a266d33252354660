import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isSpf, parseSpf } from '../../src/spf/parse.ts';
import { type Span, type SpfRecord, type SpfTerm, termText } from '../../src/spf/record.ts';
import { isLegal } from './abnf.ts';

const corpus = new URL('../../../shared/corpora/real-spf-mx-2026.json.gz', import.meta.url);
const atHand = existsSync(corpus);

/** Every record that a domain really publishes, each text once. Names with macros were never asked for as such. */
function readTexts(): string[] {
  const names = JSON.parse(gunzipSync(readFileSync(corpus)).toString()) as Record<string, { TXT?: string[] }>;
  const texts = Object.entries(names).flatMap(([name, { TXT = [] }]) => (name.includes('%') ? [] : TXT));
  return [...new Set(texts)].filter(isSpf);
}

function lies({ start, end }: Span, { start: from, end: to }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && from <= start && start <= end && end <= to;
}

function inOrder(spans: readonly Span[], follows: (one: Span, next: Span) => boolean): boolean {
  return spans.every((one, index) => {
    const next = spans[index + 1];
    return !next || follows(one, next);
  });
}

/** The macro-string of a term, or its network, as text that stands in the record where the term says. */
function valuesInPlace(record: SpfRecord, term: SpfTerm): boolean {
  if (term.kind === 'ip4' || term.kind === 'ip6') {
    return lies(term.value, term) && termText(record, term).endsWith(`:${termText(record, term.value)}`);
  }
  const string = term.kind === 'modifier' ? term.value : 'domain' in term ? term.domain : null;
  if (!string) return true;
  const parts = string.parts.map((part) => termText(record, part)).join('');
  return lies(string, term) && termText(record, string) === string.text && parts === string.text;
}

/** What must survive printing: the kinds and texts of the terms, and the codes of the problems. */
function outline(record: SpfRecord): string {
  const terms = record.terms.map((term) => `${term.kind} ${termText(record, term)}`);
  return [...terms, ...record.problems.map(({ code }) => code)].join('\n');
}

function attempt(text: string): SpfRecord | null {
  try {
    return parseSpf(text);
  } catch {
    return null;
  }
}

function totals(records: readonly SpfRecord[]): string {
  const broken = records.filter(({ problems }) => problems.length > 0);
  const counts = new Map<string, number>();
  for (const { code } of broken.flatMap(({ problems }) => problems)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const byCode = [...counts].toSorted((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`);
  const share = ((100 * broken.length) / records.length).toFixed(2);
  return `${records.length} distinct records, ${broken.length} with problems (${share} %): ${byCode.join(', ')}`;
}

describe.skipIf(!atHand)(
  'parseSpf on every record really published (skipped where the corpus is not at hand)',
  () => {
    const texts = atHand ? readTexts() : [];
    const parsed = texts.map(attempt);
    const records = parsed.filter((record) => record !== null);

    it('reads them all and never throws', () => {
      expect(texts.length).toBeGreaterThan(20_000);
      expect(texts.filter((_, index) => parsed[index] === null)).toEqual([]);
      console.log(totals(records));
    });

    /** The texts of the records of which it does not hold. */
    const failing = (holds: (record: SpfRecord) => boolean) =>
      records.filter((record) => !holds(record)).map(({ text }) => text);

    it('keeps every offset inside the text', () => {
      const outside = failing(({ text, terms, problems }) =>
        [...terms, ...problems].every((span) => lies(span, { start: 0, end: text.length })),
      );
      expect(outside).toEqual([]);
    });

    it('tells terms in order and apart, problems in order', () => {
      const unordered = failing(
        ({ terms, problems }) =>
          inOrder(terms, (one, next) => one.end <= next.start) &&
          inOrder(problems, (one, next) => one.start <= next.start),
      );
      expect(unordered).toEqual([]);
    });

    it('takes every term and its value from where it stands', () => {
      const words = (text: string) => text.split(' ').filter((word) => word !== '');
      const misplaced = failing((record) => {
        const written = record.terms.map((term) => termText(record, term));
        const whole = written.join(' ') === words(record.text).slice(1).join(' ');
        return whole && record.terms.every((term) => valuesInPlace(record, term));
      });
      expect(misplaced).toEqual([]);
    });

    it('reads the same again from its terms printed with single spaces', () => {
      const unstable = failing((record) => {
        const printed = ['v=spf1', ...record.terms.map((term) => termText(record, term))].join(' ');
        return outline(parseSpf(printed)) === outline(record);
      });
      expect(unstable).toEqual([]);
    });

    it('finds a problem exactly where RFC 7208 §12 does not hold', () => {
      expect(failing(({ text, problems }) => (problems.length === 0) === isLegal(text))).toEqual([]);
    });
  },
);

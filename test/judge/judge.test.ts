import { describe, expect, it } from 'vitest';
import { checks, judge, readSubject } from '../../src/index.ts';
import type { AllFacts } from '../../src/facts.ts';
import { defineCheck } from '../../src/check.ts';

const run = { at: '2026-01-15T12:00:00.000Z', durationMs: 0, queries: 0, servers: [] };
const subject = readSubject({ domain: 'example.com' });
const identities = { ok: true, value: { from: null, mailFrom: null } } as const;

const messages = { title: 'T {what}', explanation: 'E', consequence: 'C', remedy: 'R' } as const;
const base = {
  area: 'address',
  needs: ['identities'],
  severity: 'warning',
  reference: 'none',
  messages,
} as const;
const draft = (about: string) => ({ about, params: { what: about }, evidence: [] });

const fires = defineCheck({
  ...base,
  id: 'test-fires',
  *find() {
    yield draft('b');
    yield draft('a');
  },
});
const silent = defineCheck({ ...base, id: 'test-silent', *find() {} });
const crashes = defineCheck({
  ...base,
  id: 'test-crashes',
  *find() {
    yield draft('x');
    throw new Error('a bug');
  },
});
const eclipsed = defineCheck({
  ...base,
  id: 'test-eclipsed',
  notBeside: ['test-fires'],
  *find() {
    yield draft('c');
  },
});

describe('judge', () => {
  const facts: AllFacts = { run, identities };

  it('isolates a check that crashes: the others stand, and it is neither passed nor found', () => {
    const report = judge(subject, facts, [crashes, fires, silent]);
    expect(report.findings.map(({ key }) => key)).toEqual(['test-fires:a', 'test-fires:b']);
    expect(report.passed).toEqual(['test-silent']);
    expect(report.unknown).toMatchObject([
      { id: 'test-crashes', blocking: true, reason: 'internal error in test-crashes' },
    ]);
    expect(report.internalErrors).toEqual([{ id: 'test-crashes', message: 'a bug' }]);
    expect(report.verdict).toBe('unknown');
  });

  it('drops what another finding makes superfluous', () => {
    const report = judge(subject, facts, [eclipsed, fires]);
    expect(report.findings.map(({ id }) => id)).toEqual(['test-fires', 'test-fires']);
    expect(report.notApplicable).toEqual(['test-eclipsed']);
    expect(judge(subject, facts, [eclipsed, silent]).findings.map(({ id }) => id)).toEqual(['test-eclipsed']);
  });

  it('numbers findings about the same thing, so that every key is one of its own', () => {
    const twice = defineCheck({
      ...base,
      id: 'test-twice',
      *find() {
        yield draft('a');
        yield draft('a');
      },
    });
    expect(judge(subject, facts, [twice]).findings.map(({ key }) => key)).toEqual([
      'test-twice:a',
      'test-twice:a#2',
    ]);
  });

  it('sorts by severity, then by check, then by the place of the fault, then by key with numbers as numbers', () => {
    const at = (start: number) => ({ record: 'x'.repeat(50), start, end: start + 1 });
    const placed = defineCheck({
      ...base,
      id: 'test-placed',
      *find() {
        for (const start of [40, 9, 25]) yield { ...draft(`r:${start}`), at: at(start) };
        for (let count = 0; count < 11; count += 1) yield draft('same');
      },
    });
    const grave = defineCheck({
      ...base,
      id: 'test-zz',
      severity: 'error',
      *find() {
        yield draft('z');
      },
    });
    const keys = judge(subject, facts, [placed, fires, grave]).findings.map(({ key }) => key);
    expect(keys).toEqual([
      'test-zz:z',
      'test-fires:a',
      'test-fires:b',
      'test-placed:same',
      ...Array.from({ length: 10 }, (_, index) => `test-placed:same#${index + 2}`),
      'test-placed:r:9',
      'test-placed:r:25',
      'test-placed:r:40',
    ]);
  });

  it('fills the templates', () => {
    expect(judge(subject, facts, [fires]).findings[0]?.title).toBe('T a');
  });

  it('turns a section that failed into unknowns that name the question, never into a pass', () => {
    const failed = {
      name: 'example.com',
      type: 'TXT',
      answer: { status: 'failed', failure: 'servfail' },
    } as const;
    const report = judge(subject, { run, spf: { ok: false, failed } });
    const spf: string[] = checks
      .filter(({ needs, profiles }) => needs.includes('spf') && profiles.includes('sending'))
      .map(({ id }) => id);
    expect(spf.length).toBeGreaterThan(5);
    expect(
      report.unknown
        .filter(({ id }) => spf.includes(id))
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(spf.toSorted());
    expect(report.unknown[0]?.question).toEqual({ name: 'example.com', type: 'TXT' });
    expect(report.passed).toEqual([]);
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('unknown');
  });

  it('says of sections that were not asked that they do not apply', () => {
    const report = judge(subject, { run });
    expect(report.notApplicable).toHaveLength(checks.length);
    expect(report.verdict).toBe('ready');
  });

  it('gives the same report for the same facts, which are plain JSON', () => {
    const again = JSON.parse(JSON.stringify(facts)) as AllFacts;
    expect(judge(subject, again, [fires])).toEqual(judge(subject, facts, [fires]));
  });
});

describe('the catalogue', () => {
  it('has each id once, of the form that ids have, in the area it names', () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, area } of checks) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      const prefix: Readonly<Record<string, readonly string[]>> = {
        address: ['mail-from', 'from'],
        domain: ['domain', 'soa', 'ns'],
      };
      expect(
        (prefix[area] ?? [area]).some((start) => id.startsWith(`${start}-`)),
        `${id} in ${area}`,
      ).toBe(true);
    }
  });

  it('has texts that end as sentences do, and titles that fit a line', () => {
    for (const {
      id,
      messages: { title, explanation, consequence, remedy },
    } of checks) {
      expect(title.length, id).toBeLessThanOrEqual(100);
      expect(title, id).not.toMatch(/[.!]$/);
      for (const text of [explanation, consequence, remedy]) expect(text, id).toMatch(/[.:)}]$/);
    }
  });

  it('names only checks that exist as those it is not reported beside', () => {
    const ids = new Set<string>(checks.map(({ id }) => id));
    for (const { notBeside } of checks) expect(notBeside.filter((id) => !ids.has(id))).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commonSelectors, defaultDepth } from '../../src/dkim/selectors.ts';
import { dkimProviders } from '../../src/dkim/providers.ts';

const asked = new Set(commonSelectors.slice(0, defaultDepth));

describe('the common selectors', () => {
  it('are at least 300', () => {
    expect(commonSelectors.length).toBeGreaterThanOrEqual(300);
  });

  it('come once each', () => {
    expect(commonSelectors.filter((one, at) => commonSelectors.indexOf(one) !== at)).toEqual([]);
  });

  it('are legal, in lower case', () => {
    // RFC 6376 §3.1, with the underscores that the DNS takes and providers use.
    const legal = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/;
    expect(commonSelectors.filter((selector) => !legal.test(selector))).toEqual([]);
  });

  it('begin with those of the largest providers and of server software', () => {
    const first = commonSelectors.slice(0, 10);
    expect(first).toEqual(
      expect.arrayContaining(['google', 'selector1', 'selector2', 'default', 'mail', 's1']),
    );
  });

  it('hold every selector of every provider', () => {
    const known = new Set(commonSelectors);
    const missing = dkimProviders.flatMap(({ selectors }) => selectors.filter((one) => !known.has(one)));
    expect(missing).toEqual([]);
  });

  it('hold the numbers and dates of one sender behind the default depth, if at all', () => {
    const shared = new Set(dkimProviders.flatMap(({ selectors }) => selectors));
    expect([...asked].filter((one) => /^[\d-]+$/.test(one) && !shared.has(one))).toEqual([]);
  });
});

describe('the default depth', () => {
  it('leaves selectors unasked, and fits in one wave of questions with what else is asked', () => {
    expect(Number.isInteger(defaultDepth)).toBe(true);
    expect(defaultDepth).toBeGreaterThanOrEqual(50);
    expect(defaultDepth).toBeLessThanOrEqual(124);
    expect(commonSelectors.length).toBeGreaterThan(defaultDepth);
  });

  it('reaches four of five providers whose selectors can be guessed', () => {
    const guessed = dkimProviders.filter(({ selectors }) => selectors.length > 0);
    const reached = guessed.filter(({ selectors }) => selectors.some((one) => asked.has(one)));
    expect(reached.length / guessed.length).toBeGreaterThan(0.8);
  });
});

const reference = new URL('../../../shared/reference/dkim-selectors.tsv', import.meta.url);
const collected = existsSync(reference);

describe.skipIf(!collected)(
  `the selectors of public collections${collected ? '' : ' (skipped: the table of them is not there)'}`,
  () => {
    const rows = collected
      ? readFileSync(reference, 'utf8')
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith('*'))
          .map((line) => line.split('\t'))
          .map(([selector = '', where = '']) => ({ selector, where: where.split(',') }))
      : [];
    const share = (of: readonly { readonly selector: string }[], among: ReadonlySet<string>): number =>
      of.filter(({ selector }) => among.has(selector)).length / of.length;

    it('are asked for by default wherever three collections have them', () => {
      const often = rows.filter(({ where }) => where.length >= 3);
      expect(often.length).toBeGreaterThan(10);
      expect(share(often, asked)).toBe(1);
    });

    it('are asked for by default in more than a third of those seen in real zones', () => {
      const seen = rows.filter(({ where }) => where.includes('seen-in-zones'));
      expect(seen.length).toBeGreaterThan(50);
      expect(share(seen, asked)).toBeGreaterThan(1 / 3);
    });
  },
);

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainReply } from '../../src/smtp/explain.ts';

const bounces = new URL('../../../shared/conformance/bounces.tsv', import.meta.url);
const atHand = existsSync(bounces);

const rows = atHand
  ? readFileSync(bounces, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([line = '', cause = '']) => ({ line, cause }))
  : [];

describe.skipIf(!atHand)('real bounces (skipped where the shared conformance data is not at hand)', () => {
  it('has rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(135);
  });

  it.each(rows)('$cause: $line', ({ line, cause }) => {
    expect(explainReply(line).cause).toBe(cause);
  });
});

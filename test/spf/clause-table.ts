import { describe, expect, it } from 'vitest';
import type { SpfOutcome } from '../../src/spf/evaluate.ts';
import { client, evaluate, type Names } from './evaluation.ts';

/** A clause, what it says, the names, what comes of it, and the client where it is another. */
export type Row = readonly [
  clause: string,
  why: string,
  names: Names,
  expected: Partial<SpfOutcome>,
  more?: Partial<typeof client>,
];

/** A table of clauses, each through check_host(). */
export function table(title: string, rows: readonly Row[]): void {
  const cases = rows.map(([clause, why, names, expected, more]) => ({ clause, why, names, expected, more }));
  describe(title, () => {
    it.each(cases)('$clause: $why', async ({ names, expected, more }) => {
      expect(await evaluate(names, more)).toMatchObject(expected);
    });
  });
}

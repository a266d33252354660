import { expect } from 'vitest';
import type { Tag } from '../../src/text/tag-list.ts';

interface Read {
  readonly tags: readonly Tag[];
  readonly problems: readonly { readonly tag: string | null; readonly start: number; readonly end: number }[];
}

/** Problems come in order and lie inside the text, each inside the tag that it names. */
export function expectInPlace(text: string, { tags, problems }: Read): void {
  expect(problems.every(({ start, end }) => 0 <= start && start <= end && end <= text.length)).toBe(true);
  const starts = problems.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  const strays = problems.filter(
    ({ tag, start, end }) =>
      tag !== null && !tags.some((one) => one.name === tag && one.start <= start && end <= one.end),
  );
  expect(strays).toEqual([]);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFragments } from '../../src/text/fragments.ts';

function found(fragments: readonly string[], text: string): string[] {
  const places: string[] = [];
  findFragments(fragments).scan(text, (fragment, end) => places.push(`${fragment}@${end}`));
  return places.toSorted();
}

/** The same by looking everywhere for everything. */
function everywhere(fragments: readonly string[], text: string): string[] {
  return Array.from({ length: text.length }, (_, start) => start)
    .flatMap((start) =>
      fragments.flatMap((fragment, index) =>
        text.startsWith(fragment, start) ? [`${index}@${start + fragment.length}`] : [],
      ),
    )
    .toSorted();
}

describe('findFragments', () => {
  it.each([
    [['he', 'she', 'his', 'hers'], 'ushers'],
    [['a', 'aa', 'aaa'], 'aaaa'],
    [['abc'], 'ababcab'],
    [['x'], ''],
    [['é'.normalize('NFD')[0] ?? 'e'], 'caf\u00E9e\uFFFF'],
  ])('%j in %j', (fragments, text) => {
    expect(found(fragments, text)).toEqual(everywhere(fragments, text));
  });

  it('finds what looking everywhere finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z', '\u00E9'), maxLength: 60 }),
        (fragments, text) => {
          expect(found(fragments, text)).toEqual(everywhere(fragments, text));
        },
      ),
    );
  });

  it('refuses fragments that are no ASCII', () => {
    expect(() => findFragments(['\u00E9'])).toThrow(RangeError);
  });
});

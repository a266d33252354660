import { byCount } from './by-count.ts';
import type { Said } from './say.ts';

/**
 * The first of a list by name and the others by number: `192.0.2.1, 192.0.2.2 and 3 more`.
 * @param total how many there are, where `all` does not hold them all
 */
export function firstOf(all: readonly string[], most: number, total = all.length): Said {
  const named = all.slice(0, most);
  const left = total - named.length;
  if (left <= 0) return named.join(', ');
  const words = byCount(
    left,
    { en: '{named} and {left} more', fr: '{named} et {left} autre' },
    { en: '{named} and {left} more', fr: '{named} et {left} autres' },
  );
  return { ...words, with: { named: named.join(', '), left } };
}

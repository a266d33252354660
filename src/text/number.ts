import type { Words } from './say.ts';

/** A whole number with its thousands apart, in French by a plain space. */
export function grouped(count: number): Words {
  const en = count.toLocaleString('en-US');
  return { en, fr: en.replaceAll(',', ' ') };
}

/** One of two texts by the number that they tell of: French says 0 in the singular. */
export function byCount(count: number, one: Words, many: Words): Words {
  return { en: count === 1 ? one.en : many.en, fr: Math.abs(count) < 2 ? one.fr : many.fr };
}

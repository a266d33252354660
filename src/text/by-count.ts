import type { Words } from './say.ts';

/** One of two texts by the number that they tell of: French says 0 in the singular. */
export function byCount(count: number, one: Words, many: Words): Words {
  return { en: count === 1 ? one.en : many.en, fr: count < 2 ? one.fr : many.fr };
}

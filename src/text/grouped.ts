import type { Words } from './say.ts';

/** A whole number in groups of three digits: `65,536` in English, `65 536` in French with a plain space. */
export function grouped(value: number | bigint): Words {
  const en = value.toLocaleString('en-US');
  return { en, fr: en.replaceAll(',', ' ') };
}

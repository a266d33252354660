import type { Said, Words } from './say.ts';

/** `a, b and c`. */
const lastOf: Words = { en: '{before} and {last}', fr: '{before} et {last}' };

/** `a; b`: French has a space before the mark. */
const clauseAfter: Words = { en: '{before}; {last}', fr: '{before} ; {last}' };

const itemAfter: Words = { en: '{before}, {last}', fr: '{before}, {last}' };

function linked(parts: readonly Said[], link: Words): Said {
  const [first = '', ...others] = parts;
  return others.reduce((before: Said, last) => ({ ...link, with: { before, last } }), first);
}

/** The parts as a list in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly Said[]): Said {
  const last = parts.at(-1);
  if (last === undefined || parts.length === 1) return last ?? '';
  return linked([linked(parts.slice(0, -1), itemAfter), last], lastOf);
}

/** The parts one beside the other, where they hold commas: `a and b and c`. */
export function paired(parts: readonly Said[]): Said {
  return linked(parts, lastOf);
}

/** The parts as clauses of one sentence: `a; b; c`. */
export function clauses(parts: readonly Said[]): Said {
  return linked(parts, clauseAfter);
}

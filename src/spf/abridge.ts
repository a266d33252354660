import { parseSpf } from './parse.ts';
import type { SpfRecord, SpfTerm } from './record.ts';

/**
 * Records as facts hold them. 64 kB of text can hold 30,000 terms, and a tree many such records: facts keep the first
 * terms and problems of each, and the counts of the rest. What is judged is always the whole record.
 */

/** Terms of one record, the pieces of its macro-strings counted as well. */
const maxTerms = 500;
/** Problems of one record. */
const maxProblems = 100;

/** What the records of one tree may still take up in the facts. */
export interface Room {
  terms: number;
  problems: number;
}

export function emptyRoom(): Room {
  return { terms: 1000, problems: 300 };
}

const wholes = new WeakMap<SpfRecord, SpfRecord>();

function weight(term: SpfTerm): number {
  const string = term.kind === 'modifier' ? term.value : 'domain' in term ? term.domain : null;
  return 1 + (string?.parts.length ?? 0);
}

/** The first terms of a record that fit, and what they weigh together. */
function fitting(terms: readonly SpfTerm[], room: number): { kept: readonly SpfTerm[]; weighs: number } {
  let weighs = 0;
  for (const [index, term] of terms.entries()) {
    const more = weighs + weight(term);
    if (more > room) return { kept: terms.slice(0, index), weighs };
    weighs = more;
  }
  return { kept: terms, weighs };
}

/** The record as far as there is room for it: the same object where there is for all. */
export function abridged(record: SpfRecord, room: Room): SpfRecord {
  const { kept, weighs } = fitting(record.terms, Math.min(room.terms, maxTerms));
  const problems = record.problems.slice(0, Math.min(room.problems, maxProblems));
  room.terms -= weighs;
  room.problems -= problems.length;
  const omitted = {
    terms: record.terms.length - kept.length,
    problems: record.problems.length - problems.length,
  };
  if (omitted.terms === 0 && omitted.problems === 0) return record;
  const short = { text: record.text, terms: kept, problems, omitted };
  wholes.set(short, record);
  return short;
}

/** The record with all its terms and problems. */
export function whole(record: SpfRecord): SpfRecord {
  if (!record.omitted) return record;
  const known = wholes.get(record) ?? parseSpf(record.text);
  wholes.set(record, known);
  return known;
}

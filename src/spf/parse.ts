import type { Words } from '../text/say.ts';
import { isModifier } from './names.ts';
import { explainSlip } from './mend.ts';
import { problem, shown, type SpfProblem } from './problems.ts';
import type { SpfRecord, SpfTerm } from './record.ts';
import { type ParsedTerm, parseTerm, type Word } from './term.ts';

/**
 * The text of a v=spf1 record (RFC 7208 §12): one tree for any text, and every problem in it.
 *
 * A record without problems is one that check_host() evaluates; a record with one is a permerror (§4.6). What is
 * legal but odd (`include=`, `a:one.example,two.example`) is in the tree and no problem.
 */

export type { SpfProblemCode } from './problems.ts';
export type * from './record.ts';

/** The text is a v=spf1 record to those who select one (RFC 7208 §4.5): the version, then a space or the end. */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[^ ]+/g), (match) => {
    const [word] = match;
    return { text: word, start: match.index, end: match.index + word.length };
  });
}

function octets(text: string): string {
  const hex = Array.from(text.slice(0, 6), (char) =>
    char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'),
  );
  return `0x${hex.join(' 0x')}${text.length > 6 ? ' …' : ''}`;
}

/** What looks like a hyphen, like a space, or like nothing: as UTF-8 octets and as characters. */
const lookalikes: readonly (readonly [RegExp, string, Words])[] = [
  [/^(?:\u00e2\u0080[\u0090-\u0095]|[\u2010-\u2015])$/, '-', { en: 'a dash', fr: 'un tiret typographique' }],
  [/^(?:\u00c2?\u00a0)+$/, ' ', { en: 'a no-break space', fr: 'un espace insécable' }],
  [
    /^(?:\u00e2\u0080[\u008b-\u008f]|[\u200b-\u200f]|\u00ef\u00bb\u00bf|\ufeff)+$/,
    '',
    { en: 'one that takes no room', fr: 'sans largeur' },
  ],
  [/^\t+$/, ' ', { en: 'a tab', fr: 'une tabulation' }],
  [/^[\t\n\r]+$/, ' ', { en: 'a line break', fr: 'un saut de ligne' }],
];

/** `a tab (0x09)`. */
function named(run: string, name: Words | undefined): string | Words {
  if (!name) return octets(run);
  return { en: shown(`${name.en} (${octets(run)})`), fr: `${name.fr} (${octets(run)})` };
}

/** A break behind the colon of a term: without it the two pieces are one. */
function splitsTerm(text: string, index: number, run: string): boolean {
  const before = text.slice(0, index);
  if (!before.endsWith(':')) return false;
  const whole = before + text.slice(index + run.length);
  return parseTerm({ text: whole, start: 0, end: whole.length }).problems.length === 0;
}

/** Characters that no term may hold (RFC 7208 §12 macro-literal): the runs of them. */
function strangeCharacters(word: Word): SpfProblem[] {
  if (/^[\x20-\x7e]*$/.test(word.text)) return [];
  // oxlint-disable-next-line no-control-regex
  return Array.from(word.text.matchAll(/[\0-\x1f\x7f]+|[^\0-\x7f]+/g), (match) => {
    const [run] = match;
    const start = word.start + match.index;
    const code = run.charCodeAt(0) > 0x7f ? 'non-ascii' : 'control-character';
    const [, likeness, name] = lookalikes.find(([pattern]) => pattern.test(run)) ?? [];
    const repair = likeness === ' ' && splitsTerm(word.text, match.index, run) ? '' : likeness;
    return problem(code, { start, end: start + run.length }, { octets: named(run, name) }, repair);
  });
}

function parseWord(word: Word): ParsedTerm {
  const strange = strangeCharacters(word);
  if (strange.length > 0) {
    return { term: { kind: 'invalid', start: word.start, end: word.end, name: null }, problems: strange };
  }
  const strict = parseTerm(word);
  if (strict.problems.length === 0) return strict;
  return { term: strict.term, problems: explainSlip(word) ?? strict.problems };
}

/**
 * Joins `include:` and the value that a space cut off from it, and a qualifier to its mechanism. Both words keep
 * their terms; what was wrong with each becomes one problem.
 */
function joinSplit(parsed: readonly ParsedTerm[], text: string): ParsedTerm[] {
  const joined: ParsedTerm[] = [...parsed];
  for (const [index, { term, problems }] of parsed.entries()) {
    const next = parsed[index + 1];
    const head = text.slice(term.start, term.end);
    const open =
      problems[0]?.code === 'lone-qualifier' || (problems[0]?.code === 'missing-value' && head.endsWith(':'));
    if (!next || !open || joined[index]?.problems.length === 0) continue;
    const whole = head + text.slice(next.term.start, next.term.end);
    const whatFollows = next.term.kind === 'invalid' || head.length === 1;
    const word = { text: whole, start: term.start, end: term.start + whole.length };
    if (!whatFollows || parseTerm(word).problems.length > 0) continue;
    const span = { start: term.start, end: next.term.end };
    const data = { text: text.slice(span.start, span.end), joined: whole };
    joined[index] = { term, problems: [problem('space-in-term', span, data, whole)] };
    joined[index + 1] = { term: next.term, problems: [] };
  }
  return joined;
}

function nameOf(term: SpfTerm): string | null {
  return term.kind === 'invalid' ? term.name : term.kind;
}

/** RFC 7208 §6: redirect and exp at most once each. */
function duplicates(terms: readonly SpfTerm[], text: string): SpfProblem[] {
  const first = new Map<string, string>();
  return terms.flatMap((term) => {
    const name = nameOf(term);
    if (name === null || !isModifier(name)) return [];
    const written = text.slice(term.start, term.end);
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, written);
      return [];
    }
    return [problem('duplicate-modifier', term, { name }, before === written ? '' : undefined)];
  });
}

/** Reads a v=spf1 record: any text in, a tree and all its problems out, in linear time. Never throws. */
export function parseSpf(text: string): SpfRecord {
  const [version, ...words] = wordsOf(text);
  const versioned = version?.start === 0 && /^v=spf1$/i.test(version.text);
  const parsed = joinSplit(words.map(parseWord), text);
  const terms = parsed.map(({ term }) => term);
  const problems = [
    ...(versioned ? [] : [problem('version', { start: 0, end: version?.end ?? text.length }, {})]),
    ...parsed.flatMap((word) => word.problems),
    ...duplicates(terms, text),
  ];
  return { text, terms, problems: problems.toSorted((a, b) => a.start - b.start) };
}

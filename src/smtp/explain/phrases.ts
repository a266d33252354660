import { findFragments } from '../../text/fragments.ts';

/**
 * The notation of phrases. Lower case; whole words; `|` between alternatives, also inside `{…}`; ` … ` for up to 80
 * characters between two parts, ` …… ` for up to 400, ` ~ ` for a space; `*` at the end of a part where its last (or first) word may go on.
 * Every phrase becomes sequences of fixed texts, all of which are sought in one pass.
 */
const gaps: Readonly<Record<string, number>> = { ' ~ ': 1, ' … ': 80, ' …… ': 400 };
const textsAtMost = 1_000;
/** Places kept for each part in one text; more of them add nothing but work. */
const placesAtMost = 12;

/** Parts that must follow each other within their gaps. */
interface Sequence {
  readonly phrase: number;
  /** Indexes of slots. */
  readonly parts: readonly number[];
  readonly gaps: readonly number[];
}

/** One fixed text of a part, and the slots that it may fill. */
interface Term {
  readonly length: number;
  readonly openLeft: boolean;
  readonly openRight: boolean;
  /** One bare word: it does not count inside of a host name, an address or a path. */
  readonly word: boolean;
  readonly slots: number[];
}

/** A place of a part in the text, with the characters of the sequence up to there. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

export interface Found {
  /** Index of the phrase. */
  readonly phrase: number;
  /** Characters of it that stand in the text, gaps apart. */
  readonly length: number;
}

export interface Phrases {
  /** The phrases that stand in a text, each once. */
  find(text: string): { readonly found: readonly Found[]; readonly steps: number };
}

/** Splits at `|` outside of braces. */
function alternatives(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}') depth--;
    if (text[at] === '|' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** One alternative of a phrase: its parts, each with every text that it stands for, and the gaps between them. */
export interface Alternative {
  readonly parts: readonly (readonly string[])[];
  readonly gaps: readonly number[];
}

/** Reads the notation; throws RangeError where a part has too many texts. */
export function readPhrase(notation: string): readonly Alternative[] {
  return alternatives(notation).map((alternative) => {
    const pieces = alternative.split(/( (?:…{1,2}|~) )/);
    return {
      parts: pieces.filter((_, index) => index % 2 === 0).map((part) => expand(part)),
      gaps: pieces.filter((_, index) => index % 2 === 1).map((gap) => gaps[gap] ?? 0),
    };
  });
}

/** Every text that the braces of a part stand for, spaces folded. */
function expand(part: string): readonly string[] {
  const texts = expandBraces(part);
  if (texts.length > textsAtMost) throw new RangeError(`too many alternatives: ${part}`);
  return [...new Set(texts.map((text) => text.replace(/ {2,}/g, ' ').trim()))];
}

function expandBraces(text: string): string[] {
  const open = text.indexOf('{');
  if (open === -1) return [text];
  const close = text.indexOf('}', open);
  if (close === -1) throw new RangeError(`an open brace: ${text}`);
  const before = text.slice(0, open);
  const rests = expandBraces(text.slice(close + 1));
  return text
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => rests.map((rest) => before + choice + rest));
}

function isWordChar(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95;
}

function endsWord(text: string, at: number): boolean {
  return at >= text.length || !isWordChar(text.charCodeAt(at));
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !isWordChar(text.charCodeAt(at - 1));
}

/** Whether a bare word stands in a host name, an address, a path or a query. */
function inName(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  if ('@/=&?'.includes(before) || (before === '.' && !startsWord(text, start - 1))) return true;
  const after = text[end] ?? ' ';
  return after === '@' || after === '=' || (after === '.' && !endsWord(text, end + 1));
}

/** The places that follow one of those before within the gap. */
function joined(before: readonly Place[], here: readonly Place[], gap: number): Place[] {
  const following: Place[] = [];
  for (const place of here) {
    let most = 0;
    for (const { end, length } of before) {
      if (place.start >= end && place.start - end <= gap) most = Math.max(most, length);
    }
    if (most > 0) following.push({ ...place, length: place.length + most });
  }
  return following;
}

/** The texts to seek, and what each of them is part of. */
class Index {
  readonly terms: Term[] = [];
  readonly termsOf: number[][] = [];
  readonly sequences: Sequence[] = [];
  /** Sequences that end with a slot. */
  readonly closes: number[][] = [];
  readonly #termOf = new Map<string, number>();
  readonly #fragmentOf = new Map<string, number>();
  readonly #slotOf = new Map<string, number>();

  add(phrase: number, { parts, gaps: between }: Alternative): void {
    const slots = parts.map((texts) => this.#slot(texts));
    this.closes[slots.at(-1) ?? 0]?.push(this.sequences.length);
    this.sequences.push({ phrase, parts: slots, gaps: between });
  }

  fragments(): string[] {
    return [...this.#fragmentOf.keys()];
  }

  #slot(texts: readonly string[]): number {
    const key = texts.join('\n');
    const known = this.#slotOf.get(key);
    if (known !== undefined) return known;
    const slot = this.closes.length;
    this.closes.push([]);
    this.#slotOf.set(key, slot);
    for (const text of texts) this.#term(text).slots.push(slot);
    return slot;
  }

  #term(part: string): Term {
    const known = this.terms[this.#termOf.get(part) ?? -1];
    if (known) return known;
    const openLeft = part.startsWith('*');
    const openRight = part.endsWith('*');
    const text = part.slice(openLeft ? 1 : 0, openRight ? -1 : undefined);
    if (text === '' || text.includes('*')) throw new RangeError(`no part of a phrase: "${part}"`);
    const fragment = this.#fragmentOf.get(text) ?? this.#fragmentOf.size;
    this.#fragmentOf.set(text, fragment);
    // A mark of punctuation is its own boundary.
    const term = {
      length: text.length,
      openLeft: openLeft || !isWordChar(text.charCodeAt(0)),
      openRight: openRight || !isWordChar(text.charCodeAt(text.length - 1)),
      word: /^[a-z]+$/.test(text) && !openLeft,
      slots: [],
    };
    this.#termOf.set(part, this.terms.length);
    (this.termsOf[fragment] ??= []).push(this.terms.length);
    this.terms.push(term);
    return term;
  }
}

function counts(text: string, { length, openLeft, openRight, word }: Term, end: number): boolean {
  return (
    (openLeft || startsWord(text, end - length)) &&
    (openRight || endsWord(text, end)) &&
    !(word && inName(text, end - length, end))
  );
}

/** Compiles phrases; throws RangeError for one that is no ASCII, is empty or has too many alternatives. */
export function compilePhrases(notations: readonly string[]): Phrases {
  const index = new Index();
  for (const [phrase, notation] of notations.entries()) {
    for (const alternative of readPhrase(notation)) index.add(phrase, alternative);
  }
  const { terms, termsOf, sequences, closes } = index;
  const fragments = findFragments(index.fragments());

  return {
    find(text) {
      const places = new Map<number, Place[]>();
      let steps = text.length;
      fragments.scan(text, (fragment, end) => {
        for (const known of termsOf[fragment] ?? []) {
          steps++;
          const term = terms[known];
          if (!term || !counts(text, term, end)) continue;
          const place = { start: end - term.length, end, length: term.length };
          for (const slot of term.slots) {
            const here = places.get(slot);
            if (!here) places.set(slot, [place]);
            else if (here.length < placesAtMost) here.push(place);
          }
          steps += term.slots.length;
        }
      });

      /** The most characters of a sequence that stand in the text in order; 0 where it does not stand there. */
      const lengthOf = ({ parts, gaps: between }: Sequence): number => {
        let reached = places.get(parts[0] ?? -1) ?? [];
        for (let at = 1; at < parts.length && reached.length > 0; at++) {
          const here = places.get(parts[at] ?? -1) ?? [];
          steps += here.length * reached.length;
          reached = joined(reached, here, between[at - 1] ?? 0);
        }
        return reached.reduce((most, { length }) => Math.max(most, length), 0);
      };

      const best = new Map<number, number>();
      for (const slot of places.keys()) {
        for (const closed of closes[slot] ?? []) {
          const sequence = sequences[closed];
          if (!sequence) continue;
          steps++;
          const length = lengthOf(sequence);
          if (length > (best.get(sequence.phrase) ?? 0)) best.set(sequence.phrase, length);
        }
      }
      return { found: [...best].map(([phrase, length]) => ({ phrase, length })), steps };
    },
  };
}

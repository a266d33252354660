import type { Words } from '../text/say.ts';
import { atext } from './mailbox.ts';

/** A piece of a structured header field; comments and white space are only noted (RFC 5322 §3.2). */
export interface Token {
  readonly kind: 'atom' | 'quoted' | 'literal' | 'special';
  readonly text: string;
  /** White space or a comment stands before it. */
  readonly gap: boolean;
}

/** What encloses a token, and the fault where it is never closed: one clause that follows the value. */
const enclosures: Readonly<Record<string, { readonly closer: string; readonly unclosed: Words }>> = {
  '"': {
    closer: '"',
    unclosed: {
      en: 'has an opening quote without a closing one',
      fr: 'a un guillemet ouvrant sans guillemet fermant',
    },
  },
  '[': {
    closer: ']',
    unclosed: {
      en: 'has an opening square bracket without a closing one',
      fr: 'a un crochet ouvrant sans crochet fermant',
    },
  },
  '(': {
    closer: ')',
    unclosed: {
      en: 'has an opening parenthesis without a closing one',
      fr: 'a une parenthèse ouvrante sans parenthèse fermante',
    },
  },
};

/** The end of what begins at `start` with a quote, bracket or parenthesis; -1 where it is never closed. */
function closing(text: string, start: number, closer: string): number {
  let depth = 1;
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === closer) {
      depth -= 1;
      if (depth === 0) return at + 1;
      // Only comments nest.
    } else if (char === '(' && closer === ')') depth += 1;
  }
  return -1;
}

const charAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0);

function atomEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && atext.test(charAt(text, at))) at += charAt(text, at).length;
  return at;
}

/** Cuts a header value into tokens; or the fault, as a clause, that keeps it from being cut. */
export function tokenize(text: string): Token[] | Words {
  const tokens: Token[] = [];
  let gap = false;
  let at = 0;
  while (at < text.length) {
    const char = charAt(text, at);
    const enclosure = enclosures[char];
    const end = enclosure
      ? closing(text, at, enclosure.closer)
      : Math.max(atomEnd(text, at), at + char.length);
    if (enclosure && end < 0) return enclosure.unclosed;
    if (char === ' ' || char === '\t' || char === '(') gap = true;
    else {
      const kind = char === '"' ? 'quoted' : char === '[' ? 'literal' : atext.test(char) ? 'atom' : 'special';
      tokens.push({ kind, text: text.slice(at, end), gap });
      gap = false;
    }
    at = end;
  }
  return tokens;
}

import { InputError } from '../domain.ts';
import { phrase, type Said } from '../text/say.ts';

const atLine = { en: 'line {line}: {fault}', fr: 'ligne {line} : {fault}' } as const;

/** A master file that cannot be read; the message begins with the line. */
export class ZoneFileError extends InputError {
  readonly line: number;

  constructor(line: number, fault: Said) {
    super(phrase(atLine, { line, fault }));
    this.line = line;
  }
}

export interface Token {
  /** As written, without the quotes, escapes untouched. */
  readonly text: string;
  readonly quoted: boolean;
  readonly line: number;
}

/** One entry of a master file: a line, or several that parentheses join. */
export interface Entry {
  readonly line: number;
  /** It begins with a blank: the owner is the one before. */
  readonly inherits: boolean;
  readonly tokens: readonly Token[];
  /** A `;` outside quotation marks took away what looks like text: it touches a word, or `name=` follows it. */
  readonly cut: boolean;
}

interface Cursor {
  readonly text: string;
  at: number;
  line: number;
}

const blanks = ' \t\r';
const delimiters = `${blanks}\n;()"`;

const faults = {
  backslash: {
    en: 'ends in a backslash; write \\\\ for a backslash',
    fr: 'finit par une barre oblique inverse ; pour en écrire une, la doubler : \\\\',
  },
  openString: {
    en: 'a quoted string is not closed on its line; add the closing "',
    fr: `une chaîne entre guillemets n'est pas fermée sur sa ligne ; ajouter le " final`,
  },
  strayClose: {
    en: 'a ) without its (; remove it, or quote it inside a string',
    fr: 'une ) sans sa ( ; la retirer, ou la mettre dans une chaîne entre guillemets',
  },
  unclosed: {
    en: 'the ( is never closed; add the )',
    fr: "la ( n'est jamais fermée ; ajouter la )",
  },
} as const;

function fail(line: number, fault: keyof typeof faults): never {
  throw new ZoneFileError(line, faults[fault]);
}

/** Moves past one char, or past two where the first is a backslash. */
function step(cursor: Cursor): void {
  if (cursor.text[cursor.at] === '\\') {
    cursor.at += 1;
    const next = cursor.text[cursor.at];
    if (next === undefined || next === '\n' || next === '\r') {
      fail(cursor.line, 'backslash');
    }
  }
  cursor.at += 1;
}

function readQuoted(cursor: Cursor): Token {
  const { line, text } = cursor;
  cursor.at += 1;
  const start = cursor.at;
  while (text[cursor.at] !== '"') {
    const char = text[cursor.at];
    // RFC 1035 §5.1 lets a string run over the line end; then one forgotten quote would swallow the file.
    if (char === undefined || char === '\n') fail(line, 'openString');
    step(cursor);
  }
  cursor.at += 1;
  return { text: text.slice(start, cursor.at - 1), quoted: true, line };
}

function readPlain(cursor: Cursor): Token {
  const { line, text } = cursor;
  const start = cursor.at;
  while (cursor.at < text.length && !delimiters.includes(text.charAt(cursor.at))) step(cursor);
  return { text: text.slice(start, cursor.at), quoted: false, line };
}

/** Skips a comment; true where it may have been meant as text. */
function skipComment(cursor: Cursor): boolean {
  const { text, at } = cursor;
  const end = text.indexOf('\n', at);
  cursor.at = end < 0 ? text.length : end;
  const touches = at > 0 && !delimiters.includes(text.charAt(at - 1));
  return touches || /^;\s*[a-z]{1,8}\s*=/i.test(text.slice(at, at + 20));
}

/** Reads up to the line end outside parentheses. */
function readEntry(cursor: Cursor): Entry {
  const { line, text } = cursor;
  const inherits = blanks.includes(text.charAt(cursor.at));
  const tokens: Token[] = [];
  const open: number[] = [];
  let cut = false;
  while (cursor.at < text.length) {
    const char = text.charAt(cursor.at);
    if (char === '\n') {
      cursor.at += 1;
      cursor.line += 1;
      if (open.length === 0) return { line, inherits, tokens, cut };
    } else if (blanks.includes(char)) cursor.at += 1;
    else if (char === ';') cut = skipComment(cursor) || cut;
    else if (char === '"') tokens.push(readQuoted(cursor));
    else if (char === '(') {
      open.push(cursor.line);
      cursor.at += 1;
    } else if (char === ')') {
      if (open.pop() === undefined) fail(cursor.line, 'strayClose');
      cursor.at += 1;
    } else tokens.push(readPlain(cursor));
  }
  const unclosed = open.pop();
  if (unclosed !== undefined) fail(unclosed, 'unclosed');
  return { line, inherits, tokens, cut };
}

/**
 * The entries of a master file (RFC 1035 §5.1) that hold anything.
 * @throws ZoneFileError
 */
export function* readEntries(text: string): Generator<Entry> {
  const cursor: Cursor = { text, at: text.startsWith('\uFEFF') ? 1 : 0, line: 1 };
  while (cursor.at < text.length) {
    const entry = readEntry(cursor);
    if (entry.tokens.length > 0) yield entry;
  }
}

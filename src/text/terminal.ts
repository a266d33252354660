import { grouped } from './grouped.ts';
import { type Language, phrase, say } from './say.ts';

/**
 * Control characters (C0, DEL, C1), and what turns or hides text: no terminal may see them from the DNS.
 * The last alternative is U+E0000 to U+E03FF, tags and their like.
 */
const unsafe =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;

/** Untrusted text made safe to print on one line of a terminal: `\x1b`, `\u{202e}`. */
export function printable(text: string): string {
  return text.replace(unsafe, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/** JSON text with the same characters as escapes that JSON reads, but for the line ends of its layout. */
export function jsonEscaped(json: string): string {
  const unit = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(unsafe, (char) => (char === '\n' ? char : char.split('').map(unit).join('')));
}

/** The characters beyond ASCII as UTF-8 writes them, one char for one octet (RFC 3629 §4). */
const utf8 =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g;

/** Text of the DNS, one char for one octet, for a person: what is UTF-8 decoded, then all made safe to print. */
export function legible(text: string): string {
  return printable(text.replace(utf8, (octets) => Buffer.from(octets, 'latin1').toString('utf8')));
}

/** The end of a piece of at most `width` from `start`, not inside a surrogate pair. */
function pieceEnd(text: string, start: number, width: number): number {
  const end = start + width;
  const splits = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(end - 1, end + 1));
  return splits && width > 1 ? end - 1 : end;
}

/** The pieces a word is cut into where it is longer than a line. */
function pieces(word: string, width: number): string[] {
  const cut: string[] = [];
  for (let at = 0; at < word.length; ) {
    const end = pieceEnd(word, at, width);
    cut.push(word.slice(at, end));
    at = end;
  }
  return cut;
}

/**
 * Words between which a line may break: French writes a space before its high marks, inside its quotes, and between the
 * thousands of a number.
 */
function words(text: string): string[] {
  return text.split(
    /(?<!«)(?<!(?<![\w.:/-])\d{1,3}(?: \d{3}){0,4}(?= \d{3}(?![\w:/-]|\.\w))) (?![:;?!»]+[.,)]*(?: |$))/,
  );
}

/** Lines of at most `width` characters, broken at spaces, longer words cut. Never empty. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words(text)) {
    for (const piece of word.length > width ? pieces(word, width) : [word]) {
      if (line === '') line = piece;
      else if (line.length + 1 + piece.length <= width) line += ` ${piece}`;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return [...lines, line];
}

/** A run of a record's text on one line, with the offsets it covers. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** Offsets of the lines of `text`, broken after spaces, or anywhere in a word longer than a line. */
function runs(text: string, width: number): Run[] {
  const found: Run[] = [];
  let start = 0;
  while (text.length - start > width) {
    const space = text.lastIndexOf(' ', start + width);
    const end = space > start ? space + 1 : pieceEnd(text, start, width);
    found.push({ start, end });
    start = end;
  }
  return [...found, { start, end: text.length }];
}

/** A record of at most so many lines is shown whole. */
const wholeUpTo = 10;

/** Lines kept either side of the marks in a longer one. */
const beside = 2;

const omitted = { en: '… {count} characters …', fr: '… {count} caractères …' } as const;

/** Only the lines near the marks of a long record; `… 60,112 characters …` in place of the others. */
function nearMarks(
  all: readonly Run[],
  touched: (run: Run) => boolean,
  language: Language,
): (Run | string)[] {
  if (all.length <= wholeUpTo) return [...all];
  const first = all.findIndex(touched) - beside;
  const last = all.findLastIndex(touched) + beside;
  const left = (from: number, to: number) => {
    const characters = all
      .slice(Math.max(0, from), Math.max(0, to))
      .reduce((sum, run) => sum + run.end - run.start, 0);
    return characters === 0 ? [] : [say(phrase(omitted, { count: grouped(characters) }), language)];
  };
  return [...left(0, first), ...all.slice(Math.max(0, first), last + 1), ...left(last + 1, all.length)];
}

/**
 * A record of the DNS in lines of at most `width`, and under each line that the range touches a line of marks.
 * Long faults are cut, and so are long records away from the fault.
 * @param language of the line in the place of what is cut
 */
export function marked(
  record: string,
  start: number,
  end: number,
  width: number,
  language: Language = 'en',
): string[] {
  const before = legible(record.slice(0, start));
  const whole = legible(record.slice(start, end));
  // Whoever must mend a key of many lines needs its beginning only.
  const fault = whole.length > 2 * width ? `${whole.slice(0, pieceEnd(whole, 0, width))}…` : whole;
  const text = before + fault + legible(record.slice(end));
  // A fault of no width (something missing) is marked where it should stand.
  const from = before.length;
  const to = from + Math.max(1, fault.length);
  const all = runs(text, width);
  const lastRun = all.at(-1);
  const touched = (run: Run) =>
    from < (run === lastRun ? Number.POSITIVE_INFINITY : run.end) && to > run.start;
  return nearMarks(all, touched, language).flatMap((run) => {
    if (typeof run === 'string') return [run];
    const line = text.slice(run.start, run.end).trimEnd();
    const left = Math.max(from, run.start);
    const right = Math.min(to, run === lastRun ? Number.POSITIVE_INFINITY : run.start + line.length);
    if (left >= right) return [line];
    return [line, `${' '.repeat(left - run.start)}${'^'.repeat(right - left)}`];
  });
}

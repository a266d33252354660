/** Control characters (C0, DEL, C1), and what turns or hides text: no terminal may see them from the DNS. */
const unsafe =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Untrusted text made safe to print on one line of a terminal: `\x1b`, `\u{202e}`. */
export function printable(text: string): string {
  return text.replace(unsafe, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}

/** The pieces a word is cut into where it is longer than a line. */
function pieces(word: string, width: number): string[] {
  const cut: string[] = [];
  for (let at = 0; at < word.length; at += width) cut.push(word.slice(at, at + width));
  return cut;
}

/** Lines of at most `width` characters, broken at spaces, longer words cut. Never empty. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
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
    const end = space > start ? space + 1 : start + width;
    found.push({ start, end });
    start = end;
  }
  return [...found, { start, end: text.length }];
}

/** A record in lines of at most `width`, and under each line that the range touches a line of marks. Long faults are cut. */
export function marked(record: string, start: number, end: number, width: number): string[] {
  const before = printable(record.slice(0, start));
  const whole = printable(record.slice(start, end));
  // Whoever must mend a key of many lines needs its beginning only.
  const fault = whole.length > 2 * width ? `${whole.slice(0, width)}…` : whole;
  const text = before + fault + printable(record.slice(end));
  // A fault of no width (something missing) is marked where it should stand.
  const from = before.length;
  const to = from + Math.max(1, fault.length);
  return runs(text, width).flatMap((run, index, all) => {
    const line = text.slice(run.start, run.end).trimEnd();
    const last = index === all.length - 1;
    const left = Math.max(from, run.start);
    const right = Math.min(to, last ? Number.POSITIVE_INFINITY : run.start + line.length);
    if (left >= right) return [line];
    return [line, `${' '.repeat(left - run.start)}${'^'.repeat(right - left)}`];
  });
}

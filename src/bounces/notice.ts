/** What the text of a notification says of one recipient. */
export interface Notice {
  readonly recipient: string | null;
  /** Lines together, with the words of the sending server. */
  readonly text: string;
  /** Index of the line in which it begins. */
  readonly at: number;
}

const maxNotices = 1000;
const maxLines = 60;

/** A line that names a recipient, alone or before what is said of it: Postfix, Exim, qmail, Exchange. */
const recipientLine =
  /^\s{0,8}<?([^\s<>:,;"()]{1,64}@[^\s<>:,;"()]{1,255}?)>?(?:\s?\([^()]{0,100}\))?:?\s*(?:$|:\s|(?<=:)\s?)/;

/** The mail that comes back begins here. */
const copy =
  /^(?:-{2,} ?(?:Below this line is a copy|This is a copy|The body of the message|The header of the original)|Original message headers:|-{3,}\s?Original message|-{3,}\s?Returned message)/i;

/** A reply that stands in the text without a recipient in front. */
const codedLine = /^\s{0,8}(?:<<< |#< ?|['"])?#?[45]\d\d[- ]/;

/** Said by the sending server behind a reply. */
const asides = /^\s*(?:Giving up on |I'm not going to try again)/;

/** Where the copy of the returned mail begins, as an index of lines; their number where there is none. */
export function copyStart(lines: readonly string[]): number {
  const at = lines.findIndex((line) => copy.test(line));
  return at < 0 ? lines.length : at;
}

/** The lines of one notice from `start` on: up to an empty line, another recipient, or the copy. */
function body(lines: readonly string[], start: number, first: string): { text: string; next: number } {
  const parts = first === '' ? [] : [first];
  let at = start;
  for (; at < lines.length && parts.length < maxLines; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || recipientLine.test(line) || copy.test(line)) break;
    if (!asides.test(line)) parts.push(line.trim());
  }
  return { text: parts.join(' '), next: at };
}

/** Takes out of the text of a notification what it says of each recipient. */
export function readNotices(lines: readonly string[]): Notice[] {
  const found: Notice[] = [];
  const end = copyStart(lines);
  for (let at = 0; at < end && found.length < maxNotices; ) {
    const line = lines[at] ?? '';
    const recipient = recipientLine.exec(line);
    if (!recipient && !codedLine.test(line)) {
      at += 1;
      continue;
    }
    const first = recipient ? line.slice(recipient[0].length).trim() : line.trim();
    const { text, next } = body(lines, at + 1, first);
    const said = text.replace(/^(?:<<< |#< ?|#|['"])/, '').replace(/[#>\s]{0,4}(?: ##)?$/, '');
    if (said !== '') found.push({ recipient: recipient?.[1] ?? null, text: said, at });
    at = Math.max(next, at + 1);
  }
  return found;
}

import { foundReply, type Reader, type Sink } from './found.ts';
import { accepts, isCoded, oneLine, unwrapped } from './reply-text.ts';

/** Lines of one paragraph that are looked at together. */
const maxParagraph = 60;

/** Quote marks, bullets and what a transcript writes in front of a reply. */
function bared(line: string): string {
  return line.replace(/^(?:[\s>|*•"'`-]{0,12}(?:<<<\s?)?)(?:(?:Diagnostic-Code:\s?)?smtp;\s?)?/i, '');
}

/** What a client said, in the transcript of a session. */
const isCommand = (line: string) => /^\s{0,8}>>>\s/.test(line);

/** `<a@b.example>: ` or `a@b.example: ` in front of what a mail server says of this recipient. */
const addressed = /^<?([^\s<>:,;"]{1,64}@[^\s<>:,;"]{1,255})>?:? (?=\S)/;

/** Begins what a mail server says: a code, or its own words around one. */
function startsReply(line: string): boolean {
  if (isCoded(line) || addressed.test(line)) return true;
  return /^(?:host \S|SMTP error from|Remote (?:host|server)|\(?(?:expanded|reason:)|status=|dsn=)/i.test(
    line,
  );
}

interface Piece {
  text: string;
  readonly line: number;
  /** Its last line says that more follow: `550-`. */
  open: boolean;
}

/** The three digits, and whether the reply goes on in the next line. */
function codeOf(text: string): { code: string; more: boolean } | null {
  const found = /^([2-5]\d\d)([- ]|$)/.exec(text);
  return found ? { code: found[1] ?? '', more: found[2] === '-' } : null;
}

/** The replies of one paragraph: lines of one multi-line reply together, and lines that an editor wrapped. */
function pieces(lines: readonly { text: string; line: number }[]): Piece[] {
  const starts = lines.filter(({ text }) => startsReply(bared(text))).length;
  const found: Piece[] = [];
  for (const { text, line } of lines) {
    const bare = bared(text);
    const last = found.at(-1);
    const code = codeOf(bare);
    const goesOn = last?.open === true && (code === null || last.text.startsWith(code.code));
    // With one beginning only, all else is its continuation; with several, only what is indented.
    const wrapped = last !== undefined && !startsReply(bare) && (starts === 1 || /^\s/.test(text));
    if (last && (goesOn || wrapped)) {
      last.text += ` ${bare}`;
      if (code) last.open = code.more;
    } else {
      found.push({ text: bare, line, open: code?.more ?? false });
    }
  }
  return found;
}

/** A pasted reply; null for one that accepts. */
function replyOf({ text, line }: Piece) {
  const recipient = addressed.exec(text);
  const behind = recipient ? text.slice(recipient[0].length) : text;
  const { reply, host, hostAddress } = unwrapped(behind);
  const said = oneLine(reply.replace(/["'`]+$/, ''));
  if (said === '' || accepts(said)) return null;
  return foundReply(said, line, { host, hostAddress, recipient: recipient?.[1] ?? null });
}

/** Reads pasted replies: several lines, several replies, a transcript; an empty line ends a reply. */
export function pastedReplies(sink: Sink): Reader {
  let paragraph: { text: string; line: number }[] = [];
  const flush = () => {
    for (const piece of pieces(paragraph)) {
      const reply = replyOf(piece);
      if (reply) sink(reply);
    }
    paragraph = [];
  };
  return {
    take(text, line) {
      if (text.trim() === '') return flush();
      if (isCommand(text)) return;
      paragraph.push({ text, line });
      if (paragraph.length >= maxParagraph) flush();
    },
    end: flush,
  };
}

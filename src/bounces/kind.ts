import { columnsOf } from './csv.ts';
import { holdsLogLine } from './log.ts';
import { isCoded } from './reply-text.ts';

/** What an input is: replies as they were pasted, one message or a mailbox of them, a mail log, a table. */
export const inputKinds = ['replies', 'message', 'log', 'csv'] as const;

export type InputKind = (typeof inputKinds)[number];

/** Lines by which the kind is told. */
export const probedLines = 200;

/** First line of a message in a mailbox: `From a@b.example Wed Nov 25 19:37:49 2026`. */
export function isMailboxLine(line: string): boolean {
  return /^From \S{1,320} {1,3}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d/.test(line);
}

/** Fields that stand in the header of every bounce, or in the report within. */
const telling =
  /^(?:Received|Return-Path|MIME-Version|Message-ID|Delivered-To|Content-Type|Reporting-MTA|Final-Recipient|Auto-Submitted|X-Failed-Recipients|Subject|From|To|Date)\s?:/i;

/** The header of a message: fields and their continuations, two telling ones at least. */
function isHeader(lines: readonly string[]): boolean {
  const end = lines.findIndex((line) => line.trim() === '');
  const header = end < 0 ? lines : lines.slice(0, end);
  const fields = header.every((line) => /^[ \t]|^[!-9;-~]{1,100}\s?:/.test(line));
  return fields && header.filter((line) => telling.test(line)).length >= 2;
}

/** Tells the kind of an input by its first lines. */
export function kindOf(lines: readonly string[], column?: string): InputKind {
  if (column !== undefined) return 'csv';
  const begun = lines.slice(
    Math.max(
      0,
      lines.findIndex((line) => line.trim() !== ''),
    ),
  );
  const [first = ''] = begun;
  if (isMailboxLine(first) || isHeader(begun)) return 'message';
  if (holdsLogLine(begun)) return 'log';
  if (begun.some((line) => /^(?:Final-Recipient|Reporting-MTA)\s?:/i.test(line))) return 'message';
  if (!isCoded(first) && columnsOf(first) !== null) return 'csv';
  return 'replies';
}

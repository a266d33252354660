import { InputError } from '../domain.ts';
import { columnsOf, csvColumn } from './csv.ts';
import type { FoundReply, Reader, Sink } from './found.ts';
import { type InputKind, isMailboxLine, kindOf, probedLines } from './kind.ts';
import { type LineSplitter, lineSplitter } from './lines.ts';
import { mailLog } from './log.ts';
import { repliesOfMessage } from './message.ts';
import { pastedReplies } from './replies.ts';
import { cannotRead } from './words.ts';

/** What the input is, where its first lines do not show it. */
export interface ReadOptions {
  readonly kind?: InputKind | undefined;
  /** Column of a table with the replies: its name, or its number from 1. */
  readonly column?: string | undefined;
}

/** What was read so far. */
export interface Progress {
  kind: InputKind | null;
  lines: number;
  /** Lines that are too long, of which only the beginning was read. */
  cut: number;
  messages: number;
}

export type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Characters of a message that are kept: report and header stand in front of what else comes back. */
const maxMessage = 2 * 1024 * 1024;

/** Reads a line after the other, of a mailbox a message after the other. */
interface LineReader {
  /** Replies that were found meanwhile. */
  take(lines: readonly string[], first: number): Promise<FoundReply[]>;
  end(): Promise<FoundReply[]>;
}

/** A reader of lines that keeps what it finds until it is fetched. */
function collecting(make: (sink: Sink) => Reader): LineReader {
  let found: FoundReply[] = [];
  const reader = make((one) => found.push(one));
  const fetched = () => {
    const done = found;
    found = [];
    return Promise.resolve(done);
  };
  return {
    take(lines, first) {
      for (const [index, line] of lines.entries()) reader.take(line, first + index);
      return fetched();
    },
    end() {
      reader.end();
      return fetched();
    },
  };
}

/** Messages one after the other, in a mailbox or alone. */
function mailbox(progress: Progress): LineReader {
  let message: string[] = [];
  let size = 0;
  let begins = 1;
  const flush = async (): Promise<FoundReply[]> => {
    const text = message.join('\n');
    message = [];
    size = 0;
    if (text.trim() === '') return [];
    progress.messages += 1;
    return repliesOfMessage(text, begins);
  };
  return {
    async take(lines, first) {
      const found: FoundReply[] = [];
      for (const [index, line] of lines.entries()) {
        if (isMailboxLine(line)) {
          // oxlint-disable-next-line no-await-in-loop -- one message after the other: memory holds one
          found.push(...(await flush()));
          begins = first + index;
        } else if (size < maxMessage) {
          message.push(line);
          size += line.length + 1;
        }
      }
      return found;
    },
    end: flush,
  };
}

/** @throws InputError for a column that is not there */
function readerOf(kind: InputKind, probe: readonly string[], options: ReadOptions, progress: Progress) {
  if (kind === 'message') return mailbox(progress);
  if (kind === 'log') return collecting(mailLog);
  if (kind === 'replies') return collecting(pastedReplies);
  const header = probe.find((line) => line.trim() !== '') ?? '';
  const columns = columnsOf(header, options.column);
  if (!columns) throw new InputError(cannotRead.column(header, options.column));
  return collecting((sink) => csvColumn(columns, sink));
}

/** The lines of a stream, some at a time. */
async function* linesOf(source: Chunks, splitter: LineSplitter): AsyncGenerator<string[]> {
  for await (const chunk of source) {
    const lines = splitter.push(chunk);
    if (splitter.unreadable) throw new InputError(cannotRead[splitter.unreadable]);
    if (lines.length > 0) yield lines;
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

/**
 * Finds the replies in an input, some at a time, in memory that does not grow with it.
 * @param progress is kept up to date
 * @throws InputError for what is no text, and for a column that is not there
 */
export async function* readReplies(
  source: Chunks,
  options: ReadOptions,
  progress: Progress,
): AsyncGenerator<FoundReply[]> {
  const splitter = lineSplitter();
  let reader: LineReader | null = null;
  let probe: string[] = [];
  let taken = 0;
  const begin = () => {
    progress.kind = options.kind ?? kindOf(probe.slice(0, probedLines), options.column);
    reader = readerOf(progress.kind, probe, options, progress);
    return reader;
  };
  for await (const lines of linesOf(source, splitter)) {
    progress.lines += lines.length;
    progress.cut = splitter.cut;
    if (reader === null) {
      probe = probe.length === 0 ? lines : [...probe, ...lines];
      if (probe.length < probedLines) continue;
    }
    const batch: string[] = reader === null ? probe : lines;
    const found = await (reader ?? begin()).take(batch, taken + 1);
    taken += batch.length;
    probe = [];
    if (found.length > 0) yield found;
  }
  if (reader === null && probe.length > 0) {
    const found = await begin().take(probe, 1);
    if (found.length > 0) yield found;
  }
  const last = await ((reader as LineReader | null)?.end() ?? Promise.resolve([]));
  progress.cut = splitter.cut;
  if (last.length > 0) yield last;
}

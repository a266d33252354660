import { InputError } from '../domain.ts';
import { columnsOf, csvColumn } from './csv.ts';
import type { Reader, Sink } from './found.ts';
import { type InputKind, isMailboxLine, kindOf, probedLines } from './kind.ts';
import { lineSplitter } from './lines.ts';
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

/** Reads lines; what takes time waits for the end of a chunk. */
interface LineReader extends Reader {
  settle?(): Promise<void>;
}

/** Messages one after the other, in a mailbox or alone. */
function mailbox(sink: Sink, progress: Progress): LineReader {
  const waiting: { readonly text: string; readonly line: number }[] = [];
  let message: string[] = [];
  let size = 0;
  let begins = 1;
  const close = () => {
    const text = message.join('\n');
    message = [];
    size = 0;
    if (text.trim() !== '') waiting.push({ text, line: begins });
  };
  return {
    take(text, line) {
      if (isMailboxLine(text)) {
        close();
        begins = line;
      } else if (size < maxMessage) {
        message.push(text);
        size += text.length + 1;
      }
    },
    end: close,
    async settle() {
      for (const { text, line } of waiting.splice(0)) {
        progress.messages += 1;
        // oxlint-disable-next-line no-await-in-loop -- one message after the other: memory holds few
        for (const found of await repliesOfMessage(text, line)) sink(found);
      }
    },
  };
}

/** @throws InputError for a column that is not there */
function readerOf(
  kind: InputKind,
  probe: readonly string[],
  { column, sink, progress }: { column: string | undefined; sink: Sink; progress: Progress },
): LineReader {
  if (kind === 'message') return mailbox(sink, progress);
  if (kind === 'log') return mailLog(sink);
  if (kind === 'replies') return pastedReplies(sink);
  const header = probe.find((line) => line.trim() !== '') ?? '';
  const columns = columnsOf(header, column);
  if (!columns) throw new InputError(cannotRead.column(header, column));
  return csvColumn(columns, sink);
}

/** A reader that looks at the first lines before it decides what the input is. */
function decidingReader(options: ReadOptions, progress: Progress, sink: Sink): LineReader {
  let reader: LineReader | null = null;
  let probe: string[] = [];
  const decide = () => {
    progress.kind = options.kind ?? kindOf(probe, options.column);
    reader = readerOf(progress.kind, probe, { column: options.column, sink, progress });
    for (const [index, line] of probe.entries()) reader.take(line, index + 1);
    probe = [];
  };
  return {
    take(text, line) {
      if (reader) return reader.take(text, line);
      probe.push(text);
      if (probe.length === probedLines) decide();
    },
    end() {
      if (!reader && probe.some((line) => line.trim() !== '')) decide();
      reader?.end();
    },
    settle: async () => reader?.settle?.(),
  };
}

/**
 * Finds the replies in an input, in memory that does not grow with it. Each goes to the sink as soon as it is read.
 * @param progress is kept up to date
 * @yields after each chunk
 * @throws InputError for what is no text, and for a column that is not there
 */
export async function* readReplies(
  source: Chunks,
  options: ReadOptions,
  progress: Progress,
  sink: Sink,
): AsyncGenerator<undefined> {
  const reader = decidingReader(options, progress, sink);
  const splitter = lineSplitter((line) => {
    progress.lines += 1;
    reader.take(line, progress.lines);
  });
  for await (const chunk of source) {
    splitter.push(chunk);
    if (splitter.unreadable) throw new InputError(cannotRead[splitter.unreadable]);
    progress.cut = splitter.cut;
    await reader.settle?.();
    yield undefined;
  }
  splitter.end();
  progress.cut = splitter.cut;
  reader.end();
  await reader.settle?.();
  yield undefined;
}

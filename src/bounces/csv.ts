import { foundReply, type Reader, type Sink } from './found.ts';
import { accepts, oneLine, unwrapped } from './reply-text.ts';

const separators = [',', ';', '\t'] as const;

type Separator = (typeof separators)[number];

/** Cells of a row that are looked at, and characters of one that are kept. */
const maxCells = 500;
const maxCell = 16_384;

/** Columns by the names that mail services and lists give them, the likeliest first. */
const names = {
  reply: [
    'smtp_reply',
    'smtp_response',
    'smtpresponse',
    'bounce_reason',
    'bouncereason',
    'dsndiag',
    'diagnosticcode',
    'diagnostic_code',
    'diagnostic',
    'raw_reason',
    'rawreason',
    'bounce_message',
    'error_message',
    'reply',
    'response',
    'reason',
    'diag',
    'error',
    'message',
    'description',
    'details',
  ],
  recipient: ['recipient', 'rcpt', 'rcpt_to', 'to', 'email', 'address', 'destination'],
  sender: ['mail_from', 'mailfrom', 'envelope_sender', 'orig', 'sender', 'from'],
} as const;

/** Cuts the text of a table into rows of cells (RFC 4180): quotes may hold separators and line ends. */
interface RowReader {
  /** The row that ends with this line; null inside of quotes. */
  take(line: string): string[] | null;
  /** Cells of a row that no quote closes; null where there are none. */
  end(): string[] | null;
}

function rowReader(separator: Separator): RowReader {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const append = (text: string) => {
    if (cell.length < maxCell) cell += text.slice(0, maxCell - cell.length);
  };
  const close = () => {
    if (cells.length < maxCells) cells.push(cell);
    cell = '';
  };
  const row = () => {
    close();
    const done = cells;
    cells = [];
    return done;
  };
  /** Takes the text of a quoted cell from `at`, and returns where it goes on behind the closing quote. */
  const takeQuoted = (line: string, at: number): number => {
    const end = line.indexOf('"', at);
    if (end < 0) {
      append(line.slice(at));
      return line.length;
    }
    append(line.slice(at, end));
    if (line[end + 1] === '"') {
      append('"');
      return end + 2;
    }
    quoted = false;
    return end + 1;
  };
  return {
    take(line) {
      if (quoted) append('\n');
      let at = 0;
      while (at < line.length) {
        if (quoted) at = takeQuoted(line, at);
        else if (line[at] === '"' && cell === '') {
          quoted = true;
          at += 1;
        } else {
          const next = line.indexOf(separator, at);
          append(line.slice(at, next < 0 ? undefined : next));
          if (next < 0) break;
          close();
          at = next + 1;
        }
      }
      return quoted ? null : row();
    },
    end: () => (quoted || cells.length > 0 ? row() : null),
  };
}

/** The separator that a first line has most of; null where it has none. */
export function separatorOf(line: string): Separator | null {
  const counted = separators.map((one) => ({ one, count: line.split(one, maxCells).length - 1 }));
  const most = counted.reduce((best, next) => (next.count > best.count ? next : best));
  return most.count === 0 ? null : most.one;
}

/** The cells of a first line. */
export function firstRow(line: string, separator: Separator): readonly string[] {
  const reader = rowReader(separator);
  return reader.take(line) ?? reader.end() ?? [];
}

const bare = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');

function indexOf(header: readonly string[], candidates: readonly string[]): number {
  const bared = header.map(bare);
  for (const name of candidates) {
    const at = bared.indexOf(name);
    if (at >= 0) return at;
  }
  return -1;
}

/** Which column of a table holds the replies, and whether its first row names the columns. */
export interface Columns {
  readonly separator: Separator;
  readonly reply: number;
  readonly recipient: number;
  readonly sender: number;
  readonly header: boolean;
}

/**
 * The columns of a table by its first line.
 * @param column name or number (from 1) of the one with the replies; without it, one of the usual names is looked for
 * @returns null where there is no such column
 */
export function columnsOf(line: string, column?: string): Columns | null {
  const separator = separatorOf(line) ?? (column === undefined ? null : ',');
  if (separator === null) return null;
  const header = firstRow(line.replace(/^\uFEFF/, ''), separator);
  const others = { recipient: indexOf(header, names.recipient), sender: indexOf(header, names.sender) };
  if (column === undefined) {
    const reply = indexOf(header, names.reply);
    return reply < 0 ? null : { separator, reply, ...others, header: true };
  }
  const named = header.map(bare).indexOf(bare(column));
  if (named >= 0) return { separator, reply: named, ...others, header: true };
  if (!/^[1-9]\d{0,2}$/.test(column) || Number(column) > header.length) return null;
  const cell = (header[Number(column) - 1] ?? '').trim();
  // A first row whose cell is no reply names the columns.
  const isHeader = /^[\w .-]{1,40}$/.test(cell) && !/\d{3}/.test(cell);
  const known = isHeader ? others : { recipient: -1, sender: -1 };
  return { separator, reply: Number(column) - 1, ...known, header: isHeader };
}

/** Reads the replies in one column of a table. */
export function csvColumn(columns: Columns, sink: Sink): Reader {
  const rows = rowReader(columns.separator);
  let first = columns.header;
  let begun = 0;
  const use = (row: readonly string[], line: number) => {
    if (first) {
      first = false;
      return;
    }
    const cell = row[columns.reply] ?? '';
    const { reply, host, hostAddress } = unwrapped(cell.replaceAll('\n', ' '));
    const text = oneLine(reply.replace(/^smtp;\s?/i, ''));
    if (text === '' || accepts(text)) return;
    const known = (index: number) => row[index]?.trim().slice(0, 320) || null;
    sink(
      foundReply(text, line, {
        host,
        hostAddress,
        recipient: known(columns.recipient),
        sender: known(columns.sender),
      }),
    );
  };
  return {
    take(text, line) {
      begun = begun === 0 ? line : begun;
      const row = rows.take(text);
      if (!row) return;
      use(row, begun);
      begun = 0;
    },
    end() {
      const row = rows.end();
      if (row) use(row, begun);
    },
  };
}

import { eximLog } from './exim-log.ts';
import type { LogReader, Reader, Sink } from './found.ts';
import { postfixLog } from './postfix-log.ts';
import { sendmailLog } from './sendmail-log.ts';

/** Readers of the logs that are known; the order is that of how sure the signs are. */
const readersOf = (sink: Sink): readonly LogReader[] => [eximLog(sink), sendmailLog(sink), postfixLog(sink)];

/** Some line is one of a mail log. */
export function holdsLogLine(lines: readonly string[]): boolean {
  const readers = readersOf(() => {});
  return lines.some((line) => readers.some((reader) => reader.take(line, 1)));
}

/** Reads a mail log; one file may hold the lines of several mail servers. */
export function mailLog(sink: Sink): Reader {
  const readers = readersOf(sink);
  /** Lines of one server come in long runs. */
  let last = readers[0];
  return {
    take(text, line) {
      if (last?.take(text, line)) return;
      const other = readers.find((reader) => reader !== last && reader.take(text, line));
      last = other ?? last;
    },
    end() {},
  };
}

import { eximLog, isEximLine } from './exim-log.ts';
import type { Reader, Sink } from './found.ts';
import { isPostfixLine, postfixLog } from './postfix-log.ts';
import { isSendmailLine, sendmailLog } from './sendmail-log.ts';

/** Mail servers whose logs are read, by how their lines are known. The order is that of how sure the sign is. */
const servers = [
  { is: isEximLine, reader: eximLog },
  { is: isSendmailLine, reader: sendmailLog },
  { is: isPostfixLine, reader: postfixLog },
] as const;

/** The line is one of a mail log. */
export function isLogLine(text: string): boolean {
  return servers.some(({ is }) => is(text));
}

/** Reads a mail log; one file may hold the lines of several mail servers. */
export function mailLog(sink: Sink): Reader {
  const readers = servers.map(({ is, reader }) => ({ is, reader: reader(sink) }));
  /** Lines of one server come in long runs. */
  let last = readers[0];
  return {
    take(text, line) {
      if (!last?.is(text)) {
        const other = readers.find(({ is }) => is(text));
        if (!other) return;
        last = other;
      }
      last?.reader.take(text, line);
    },
    end() {},
  };
}

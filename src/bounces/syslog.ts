import { copied } from './copied.ts';

/** A line of syslog: what wrote it and what it says. */
export interface LogLine {
  /** As written; null where none stands in front. */
  readonly time: string | null;
  /** `postfix/smtp`, `sm-mta`. */
  readonly program: string;
  readonly message: string;
}

/** Characters in which the name of the program ends. */
const maxPrefix = 200;

/** `Nov  5 19:37:49` (RFC 3164), or a timestamp of ISO 8601. */
const stamp =
  /(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ][\d:.,]{5,20}(?:Z|[+-]\d\d:?\d\d)?)/;

/**
 * Reads a line `time host program[pid]: message`; whatever stands in front (priority, container) is passed over.
 * Null for a line of another form.
 */
export function readLogLine(line: string): LogLine | null {
  const end = line.indexOf(']: ');
  if (end < 0 || end > maxPrefix) return null;
  const start = line.lastIndexOf('[', end);
  if (start < 1) return null;
  const before = line.slice(0, start);
  const program = before.slice(before.lastIndexOf(' ') + 1);
  if (program === '') return null;
  return { time: stamp.exec(before)?.[0] ?? null, program, message: line.slice(end + 3) };
}

/** The same in strings of its own: a reply that is found in it may outlive the chunk. */
export function ownLine({ time, program, message }: LogLine): LogLine {
  return { time: time === null ? null : copied(time), program, message: copied(message) };
}

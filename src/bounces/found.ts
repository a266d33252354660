/**
 * Who refused: a server that the mail was handed to; the sending server itself, which found no way on (no such host,
 * no such user here); or the server whose log it is, to mail that others brought.
 */
export type Origin = 'remote' | 'local' | 'inbound';

/** A reply, and what stands around it. All of it is text of strangers. */
export interface FoundReply {
  /** On one line, without what the sending server wrote around it. */
  readonly text: string;
  readonly origin: Origin;
  /** Line of the input where it begins, from 1. */
  readonly line: number;
  readonly recipient: string | null;
  /** Envelope sender; empty for the null sender. */
  readonly sender: string | null;
  /** Address of the From header. */
  readonly from: string | null;
  /** The address that the mail left from, as far as headers tell. */
  readonly address: string | null;
  /** Who signed the returned mail, `s1@example.net`. */
  readonly selectors: readonly string[];
  /** Name of the server that refused. */
  readonly host: string | null;
  readonly hostAddress: string | null;
  readonly queueId: string | null;
  /** As written. */
  readonly time: string | null;
}

/** Takes what a reader finds. */
export type Sink = (found: FoundReply) => void;

/** Reads an input of one kind, line after line, in bounded memory. */
export interface Reader {
  /** @param line its number, from 1 */
  take(text: string, line: number): void;
  end(): void;
}

/** Reads the log of one kind of mail server, line after line, in bounded memory. */
export interface LogReader {
  /** @returns whether the line is one of this kind of server */
  take(text: string, line: number): boolean;
}

/** A found reply of which nothing but the text is known. */
export function foundReply(text: string, line: number, known: Partial<FoundReply> = {}): FoundReply {
  return {
    text,
    origin: 'remote',
    line,
    recipient: null,
    sender: null,
    from: null,
    address: null,
    selectors: [],
    host: null,
    hostAddress: null,
    queueId: null,
    time: null,
    ...known,
  };
}

import type { Words } from '../../text/say.ts';
import type { Cause } from '../causes/index.ts';
import type { SenderOfReplies } from './senders.ts';

/**
 * What kind of mark an entry goes by: a token that one receiver alone writes; a phrase of one receiver; the stock
 * phrase of server software; a phrase that many use; a code without any text.
 */
export type Mark = 'token' | 'phrase' | 'stock' | 'generic' | 'code';

/** A reply code, an enhanced status code, or both. */
export interface Codes {
  readonly reply: number | null;
  readonly enhanced: string | null;
}

/** One known reply, and what it means. */
export interface ReplyEntry {
  readonly mark: Mark;
  readonly receiver: SenderOfReplies | null;
  readonly cause: Cause;
  /** Codes that the reply is known with; none where it comes with any. */
  readonly codes: readonly Codes[];
  /** The codes are part of the mark: the phrase alone says too little. */
  readonly needsCodes: boolean;
  /** What identifies the reply, in the notation of phrases.ts; empty for a code alone. */
  readonly phrase: string;
  /** How much the mark says: tokens from 40, receivers' phrases from 30, general ones from 20, codes below. */
  readonly rank: number;
  /** Other causes that the same reply may have. */
  readonly also: readonly Cause[];
  /** The text settles the cause, although others may stand behind it. */
  readonly settled: boolean;
  /** What this receiver asks of the sender, where it is more than the cause asks anyway. */
  readonly remedy: Words | null;
  /** Where the reply was read. */
  readonly source: string;
}

interface Details {
  readonly rank?: number;
  readonly also?: readonly Cause[];
  readonly settled?: boolean;
  readonly remedy?: Words;
  readonly source?: string;
}

/**
 * Cause, codes, phrase (several are alternatives). Codes: `550 5.7.26`, `550`, `5.7.26`, several with commas, `!` before them where the
 * phrase means this with them only.
 */
export type Row = readonly [
  cause: Cause,
  codes: string,
  phrase: string | readonly string[],
  details?: Details,
];

const ranks: Readonly<Record<Mark, number>> = { token: 46, phrase: 33, stock: 33, generic: 25, code: 12 };

function readCodes(text: string): readonly Codes[] {
  return text
    .replaceAll('!', '')
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const parts = pair.split(' ');
      const reply = parts.find((part) => !part.includes('.'));
      return {
        reply: reply === undefined ? null : Number(reply),
        enhanced: parts.find((part) => part.includes('.')) ?? null,
      };
    });
}

/** Entries that share receiver, mark and source. */
export function entries(
  family: { mark: Mark; receiver?: SenderOfReplies; source: string; rank?: number; remedy?: Words },
  rows: readonly Row[],
): readonly ReplyEntry[] {
  return rows.map(([cause, codes, phrase, details = {}]) => ({
    mark: family.mark,
    receiver: family.receiver ?? null,
    cause,
    codes: readCodes(codes),
    needsCodes: codes.startsWith('!'),
    phrase: typeof phrase === 'string' ? phrase : phrase.join('|'),
    rank: details.rank ?? family.rank ?? ranks[family.mark],
    also: details.also ?? [],
    settled: details.settled ?? (details.also ?? []).length === 0,
    remedy: details.remedy ?? family.remedy ?? null,
    source: details.source ?? family.source,
  }));
}

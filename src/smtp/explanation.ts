import type { CheckId } from '../all-checks.ts';
import type { Cause } from './causes/index.ts';

/** How sure an explanation is: a token or phrase that one receiver alone uses, a likely reading, or the best of several. */
export type Confidence = 'certain' | 'likely' | 'guess';

/** What to do with the mail: send it again later, mend the cause before, or never write to that address again. */
export type Action = 'retry' | 'give-up' | 'suppress';

/** One reading of a reply. */
export interface Reading {
  /** A word of the vocabulary of causes, `spf-fail`. */
  readonly cause: Cause;
  readonly meaning: string;
  readonly remedy: string;
  /** Ids of findings that would explain the reply. */
  readonly findings: readonly CheckId[];
}

/** A reply of a receiver, read back to its cause. */
export interface ReplyExplanation extends Reading {
  /** The reply in one line, as it was read. */
  readonly text: string;
  /** Stable word for the receiver, `gmail`; null where the text does not show it. */
  readonly receiver: string | null;
  readonly receiverName: string | null;
  /** SMTP reply code, 550. */
  readonly reply: number | null;
  /** Enhanced status code, `5.7.26`. */
  readonly enhanced: string | null;
  readonly class: 'permanent' | 'transient';
  readonly action: Action;
  readonly confidence: Confidence;
  /** Other causes that come close, the nearest first; empty where none does. */
  readonly also: readonly Reading[];
  /** Where the reply was read; null where it was explained by its codes alone. */
  readonly source: string | null;
}

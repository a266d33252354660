import { type Language, type Said, say } from '../text/say.ts';
import type { Certainty } from './rejection.ts';

/** What becomes of the mail: `unknown` where it hangs on what nobody said, or on a question without an answer. */
export type ReceiverOutcome = 'accept' | 'rate-limit' | 'reject' | 'unknown';

/** What one receiver does with the mail, and the rule that decides. */
export interface VerdictIn<Text> {
  /** Stable word for the receiver, `gmail`. */
  readonly receiver: string;
  /** As a person calls it, `Gmail`. */
  readonly receiverName: Text;
  readonly verdict: ReceiverOutcome;
  /** The rule that decides, one clause. */
  readonly rule: Text;
  /** ISO date, or month, from which on it applies; null where none is published. */
  readonly since: string | null;
  /** What it hangs on, or what was not looked at; null where nothing is left open. */
  readonly condition: Text | null;
  /** SMTP reply code, 550; null where no reply is to be expected. */
  readonly reply: number | null;
  /** Enhanced status code, `5.7.26`. */
  readonly enhanced: string | null;
  /** How sure the rule is; null where none is broken. */
  readonly certainty: Certainty | null;
  /** Ids of the findings behind it. */
  readonly findings: readonly string[];
  /** Their keys. */
  readonly keys: readonly string[];
  readonly source: Text | null;
}

/** As a report shows it. */
export type ReceiverVerdict = VerdictIn<string>;

/** Before its language is chosen. */
export type SaidVerdict = VerdictIn<Said>;

/** A verdict in a language. */
export function sayVerdict(one: SaidVerdict, language: Language): ReceiverVerdict {
  return {
    ...one,
    receiverName: say(one.receiverName, language),
    rule: say(one.rule, language),
    condition: one.condition === null ? null : say(one.condition, language),
    source: one.source === null ? null : say(one.source, language),
  };
}

import { explainReply } from '../smtp/explain.ts';
import type { Language } from '../text/say.ts';
import { type Explain, type ExplainedReply, explainer } from './explained.ts';
import { keptReply } from './copied.ts';
import type { FoundReply } from './found.ts';
import { collectGroups, maxGroups, type ReplyGroup } from './groups.ts';
import type { InputKind } from './kind.ts';
import { type Chunks, type Progress, readReplies, type ReadOptions } from './read.ts';
import { collectSenders, type Sender } from './senders.ts';

export interface BouncesOptions extends ReadOptions {
  /** Of the explanations; English where it is left out. */
  readonly language?: Language;
  /** What explains a reply; `explainReply` by default. */
  readonly explain?: Explain;
  /** Groups that are kept apart; 5,000 by default. */
  readonly maxGroups?: number;
}

/** What an input tells of refused mail. Plain data. */
export interface Bounces {
  /** What the input was; null where it was empty. */
  readonly kind: InputKind | null;
  readonly lines: number;
  /** Lines that were too long, of which only the beginning was read. */
  readonly cut: number;
  /** Messages that were read, of a message or a mailbox. */
  readonly messages: number;
  /** Replies that were found. */
  readonly replies: number;
  /** The first replies one by one, in the order of the input: at most 100. */
  readonly first: readonly ExplainedReply[];
  /** By family, receiver and cause, the largest first. */
  readonly groups: readonly ReplyGroup[];
  /** Replies beyond the groups that are kept. */
  readonly others: number;
  /** Sending domains whose mail others refused, those with most replies first; at most 1,000. */
  readonly senders: readonly Sender[];
  /** Sending addresses in replies that name no sender. */
  readonly addresses: readonly string[];
}

const maxFirst = 100;

const nothing = (): Progress => ({ kind: null, lines: 0, cut: 0, messages: 0 });

/**
 * Explains every reply in an input: pasted replies, a bounce message or a mailbox of them, a mail log of Postfix, Exim
 * or sendmail, a table. One after the other, in memory that does not grow with the input.
 * @throws InputError for what is no text, and for a column that is not there
 */
export async function* eachBounce(
  source: Chunks,
  options: BouncesOptions = {},
): AsyncGenerator<ExplainedReply> {
  const explanationOf = explainer(options.explain ?? explainReply, options.language ?? 'en');
  const found: FoundReply[] = [];
  for await (const _ of readReplies(source, options, nothing(), (one) => found.push(one))) {
    for (const one of found) yield { found: one, explanation: explanationOf(one) };
    found.length = 0;
  }
}

/**
 * The same, summed up.
 * @throws InputError for what is no text, and for a column that is not there
 */
export async function explainBounces(source: Chunks, options: BouncesOptions = {}): Promise<Bounces> {
  const progress = nothing();
  const groups = collectGroups(options.maxGroups ?? maxGroups);
  const senders = collectSenders();
  const explanationOf = explainer(options.explain ?? explainReply, options.language ?? 'en');
  const first: ExplainedReply[] = [];
  let count = 0;
  const add = (found: FoundReply) => {
    const explanation = explanationOf(found);
    count += 1;
    if (first.length < maxFirst) first.push({ found: keptReply(found), explanation });
    // Who brought mail to this server is no sender of it.
    groups.add({ found, explanation }, found.origin === 'inbound' ? null : senders.add(found));
  };
  for await (const _ of readReplies(source, options, progress, add));
  return {
    ...progress,
    replies: count,
    first,
    groups: groups.list(),
    others: groups.others,
    senders: senders.list(),
    addresses: senders.loose(),
  };
}

import { catalogue } from '../replies/index.ts';
import type { Codes, Mark, ReplyEntry } from '../replies/entry.ts';
import { hints, hintWeights } from '../replies/hints.ts';
import type { SenderOfReplies } from '../replies/senders.ts';
import { compilePhrases } from './phrases.ts';
import type { ReplyText } from './read.ts';

/** An entry that fits a reply, and how well. */
export interface Candidate {
  readonly entry: ReplyEntry;
  readonly score: number;
  /** Characters of its phrase that stand in the text; 0 for a code alone. */
  readonly length: number;
}

export interface Matches {
  readonly receiver: SenderOfReplies | null;
  /** The best first. */
  readonly candidates: readonly Candidate[];
  /** Characters looked at and parts of phrases tried: the work, for tests. */
  readonly steps: number;
}

/** An entry without text, and that one of its codes that the reply has. */
interface CodeEntry {
  readonly entry: ReplyEntry;
  readonly codes: Codes;
}

/** Built at the first reply: about a tenth of a second, and none of it for those who explain nothing. */
function lazy<T>(build: () => T): () => T {
  let built: { value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}

const known = lazy(() => {
  const phrased = catalogue.filter(({ phrase }) => phrase !== '');
  const byCode = new Map<string, CodeEntry[]>();
  for (const entry of catalogue.filter(({ phrase }) => phrase === '')) {
    for (const codes of entry.codes) {
      const key = codes.enhanced ?? String(codes.reply);
      const others = byCode.get(key);
      if (others) others.push({ entry, codes });
      else byCode.set(key, [{ entry, codes }]);
    }
  }
  return {
    phrased,
    phrases: compilePhrases(phrased.map(({ phrase }) => phrase)),
    hints: compilePhrases(hints.map(([, , phrase]) => phrase)),
    byCode,
    order: new Map(catalogue.map((entry, index) => [entry, index])),
  };
});

/** Who refused, as far as the line shows: the surest kind of hint decides, then the longest. */
function recognise(whole: string): { receiver: SenderOfReplies | null; steps: number } {
  const { found, steps } = known().hints.find(whole);
  let best: { receiver: SenderOfReplies; weight: number } | null = null;
  for (const { phrase, length } of found) {
    const hint = hints[phrase];
    if (!hint) continue;
    const [receiver, kind] = hint;
    const weight = hintWeights[kind] * 1_000 + length;
    if (!best || weight > best.weight) best = { receiver, weight };
  }
  return { receiver: best?.receiver ?? null, steps };
}

/** Marks that only one receiver writes: at another they mean little. Software and filters run everywhere. */
const own: ReadonlySet<Mark> = new Set(['token', 'phrase', 'code']);

const sameReceiver = 3;
const otherReceiver = -10;

function receiverScore({ mark, receiver }: ReplyEntry, recognised: SenderOfReplies | null): number {
  if (receiver === null || recognised === null) return 0;
  if (receiver === recognised) return sameReceiver;
  if (related(receiver, recognised)) return 1;
  return own.has(mark) ? otherReceiver : 0;
}

const microsoft: ReadonlySet<string> = new Set(['outlook', 'exchange-online', 'exchange']);
const french: ReadonlySet<string> = new Set(['orange', 'laposte']);

/** Receivers that share servers, texts or numbering. */
export function related(one: string, other: string): boolean {
  return [microsoft, french].some((family) => family.has(one) && family.has(other));
}

/** Codes that say nothing about the cause. */
const vague: ReadonlySet<string> = new Set(['0.0', '5.0', '7.0', '7.1', '3.0', '1.0', '2.0', '4.0', '6.0']);

function detail(enhanced: string): string {
  return enhanced.slice(2);
}

function codeScore({ codes }: ReplyEntry, { reply, enhanced }: ReplyText): number {
  if (codes.length === 0) return 0;
  return Math.max(...codes.map((expected) => pairScore(expected, reply, enhanced)));
}

function pairScore(expected: Codes, reply: number | null, enhanced: string | null): number {
  let score = 0;
  if (expected.reply !== null && reply !== null) {
    if (expected.reply === reply) score += 1;
    else score -= Math.floor(expected.reply / 100) === Math.floor(reply / 100) ? 1 : 3;
  }
  if (expected.enhanced !== null && enhanced !== null) {
    if (expected.enhanced === enhanced) score += 3;
    else if (detail(expected.enhanced) === detail(enhanced)) score += 1;
    else score -= vague.has(detail(enhanced)) ? 1 : 2;
  }
  return score;
}

/** Whether the codes stand in the reply. */
function fits(expected: Codes, { reply, enhanced }: ReplyText): boolean {
  return (
    (expected.reply === null || expected.reply === reply) &&
    (expected.enhanced === null || expected.enhanced === enhanced)
  );
}

const charactersAPoint = 8;
const lengthPoints = 5;

function codeEntries(text: ReplyText, receiver: SenderOfReplies | null): CodeEntry[] {
  const { byCode } = known();
  const { reply, enhanced } = text;
  const fitting = [
    ...(enhanced === null ? [] : (byCode.get(enhanced) ?? [])),
    ...(reply === null ? [] : (byCode.get(String(reply)) ?? [])),
  ];
  return fitting.filter(
    ({ entry, codes }) => fits(codes, text) && (entry.receiver === null || speaks(entry, receiver, enhanced)),
  );
}

/** A receiver's own code counts where the receiver is known, or where nobody else uses such a number. */
function speaks(entry: ReplyEntry, receiver: SenderOfReplies | null, enhanced: string | null): boolean {
  if (
    entry.receiver === receiver ||
    (receiver !== null && entry.receiver !== null && related(entry.receiver, receiver))
  )
    return true;
  return receiver === null && /\.\d{3}$/.test(enhanced ?? '');
}

/** What the enhanced code says by the registry, in favour of general phrases that say the same. */
function agreement(entry: ReplyEntry, registered: ReplyEntry | undefined): number {
  if (entry.mark !== 'generic' || !registered || registered.cause !== entry.cause) return 0;
  return 3;
}

/** A token tells the receiver where nothing else does. */
function tokensReceiver(found: Iterable<number>): SenderOfReplies | null {
  for (const index of found) {
    const entry = known().phrased[index];
    if (entry?.mark === 'token') return entry.receiver;
  }
  return null;
}

/** Finds the entries that fit a reply. */
export function match(text: ReplyText): Matches {
  const { phrased, phrases, byCode, order } = known();
  const { receiver: hinted, steps: hinting } = recognise(text.whole);
  let steps = hinting;
  const lengths = new Map<number, number>();
  for (const view of text.views) {
    const result = phrases.find(view);
    steps += result.steps;
    for (const { phrase, length } of result.found) {
      lengths.set(phrase, Math.max(lengths.get(phrase) ?? 0, length));
    }
  }
  const receiver = hinted ?? tokensReceiver(lengths.keys());
  const registered =
    text.enhanced === null || vague.has(detail(text.enhanced))
      ? undefined
      : byCode.get(text.enhanced)?.find(({ entry }) => entry.receiver === null)?.entry;

  const candidates: Candidate[] = [];
  for (const [index, length] of lengths) {
    const entry = phrased[index];
    if (!entry || (entry.needsCodes && !entry.codes.some((codes) => fits(codes, text)))) continue;
    // A token is short and says it all.
    const said =
      entry.mark === 'token' ? lengthPoints : Math.min(lengthPoints, Math.floor(length / charactersAPoint));
    const score =
      entry.rank +
      said +
      codeScore(entry, text) +
      receiverScore(entry, receiver) +
      agreement(entry, registered);
    candidates.push({ entry, score, length });
  }
  for (const { entry, codes } of codeEntries(text, receiver)) {
    const score = entry.rank + pairScore(codes, text.reply, text.enhanced) + receiverScore(entry, receiver);
    candidates.push({ entry, score, length: 0 });
  }
  candidates.sort(
    (one, other) => other.score - one.score || (order.get(one.entry) ?? 0) - (order.get(other.entry) ?? 0),
  );
  return { receiver, candidates, steps };
}

import { type Language, say, spoken } from '../text/say.ts';
import { type Cause, causeTexts } from './causes/index.ts';
import { type Candidate, match, type Matches, related } from './explain/match.ts';
import { type ReplyText, readReply } from './explain/read.ts';
import type { Action, Confidence, Reading, ReplyExplanation } from './explanation.ts';
import type { ReplyEntry } from './replies/entry.ts';
import { type SenderOfReplies, sendersOfReplies } from './replies/senders.ts';

/** Causes within so many points of the best are shown beside it. */
const closeBy = 3;
const othersAtMost = 3;
const fallbacks: ReadonlySet<Cause> = new Set(['generic-permanent', 'generic-transient']);

function reading(cause: Cause, language: Language, entry?: ReplyEntry): Reading {
  const text = causeTexts[cause];
  return {
    cause,
    meaning: say(text.meaning, language),
    remedy: say(entry?.remedy ?? text.remedy, language),
    findings: text.findings,
  };
}

/** The class that the codes show; the reply decides over the enhanced code, since the sender's server goes by it. */
function classOf({ reply, enhanced, deferred }: ReplyText, cause: Cause): 'permanent' | 'transient' {
  // Nothing comes after the end of the queue, whatever the failures before it were.
  if (cause === 'expired' && reply === null) return 'permanent';
  const digit = reply === null ? enhanced?.[0] : String(reply)[0];
  if (digit === '4') return 'transient';
  if (digit === '5') return 'permanent';
  return deferred ? 'transient' : causeTexts[cause].class;
}

function causesCloseTo(best: Candidate, candidates: readonly Candidate[]): Cause[] {
  const near = candidates
    .filter(({ score, entry }) => score >= best.score - closeBy && !fallbacks.has(entry.cause))
    .map(({ entry }) => entry.cause);
  return [...new Set([...best.entry.also, ...near])]
    .filter((cause) => cause !== best.entry.cause)
    .slice(0, othersAtMost);
}

/** A general phrase as short as one word, or as vague as `policy`, is no more than a guess. */
const likelyFrom = 26;

function confidenceIn(best: Candidate, { receiver, candidates }: Matches): Confidence {
  const { entry, score } = best;
  if (entry.mark === 'code') {
    const ownNumber = entry.receiver !== null && entry.receiver === receiver && entry.rank >= 20;
    return ownNumber && entry.also.length === 0 ? 'likely' : 'guess';
  }
  if (fallbacks.has(entry.cause)) return 'guess';
  if (entry.mark === 'generic') return score >= likelyFrom ? 'likely' : 'guess';
  const rival = candidates.find((other) => other.entry.cause !== entry.cause && other.entry.mark !== 'code');
  const contested = (rival !== undefined && score - rival.score <= 1) || !entry.settled;
  if (contested) return 'likely';
  if (entry.mark === 'stock') return entry.rank >= 33 ? 'certain' : 'likely';
  return isFrom(entry, receiver) ? 'certain' : 'likely';
}

function isFrom(entry: ReplyEntry, receiver: SenderOfReplies | null): boolean {
  if (entry.receiver === null || receiver === null) return false;
  return entry.receiver === receiver || related(entry.receiver, receiver);
}

/** Who refused: as recognised; the entry's receiver where the line shows no other, or only the company. */
function receiverOf({ entry }: Candidate, recognised: SenderOfReplies | null): SenderOfReplies | null {
  if (entry.mark === 'code' || entry.receiver === null) return recognised;
  const company = recognised !== 'exchange' && isFrom(entry, recognised) && entry.mark !== 'stock';
  return recognised === null || company ? entry.receiver : recognised;
}

/** Of a text without a code and without words that are known. */
const unrecognised = {
  meaning: {
    en: 'The text shows neither a reply code nor words that presend knows: it may be no refusal at all.',
    fr: "Le texte ne montre ni code de réponse ni mots que presend connaît : ce n'est peut-être pas un refus.",
  },
  remedy: {
    en: 'Give the reply as the receiver sent it, with its code, or the whole bounce message.',
    fr: "Fournir la réponse telle que le destinataire l'a envoyée, avec son code, ou l'avis de non-remise entier.",
  },
} as const;

/** An address is given up for good only where the reply says so, not on a guess. */
function actionFor(cause: Cause, replyClass: ReplyExplanation['class'], confidence: Confidence): Action {
  if (replyClass === 'transient') return 'retry';
  const { action } = causeTexts[cause];
  return action === 'suppress' && confidence === 'guess' ? 'give-up' : action;
}

/** What there is to say where nothing is recognised. */
function fallback(text: ReplyText): Cause {
  return classOf(text, 'generic-permanent') === 'transient' ? 'generic-transient' : 'generic-permanent';
}

/**
 * Reads a refusal back to its cause: a reply as a receiver gave it, or a line of a log or bounce that holds one. Any text
 * gets an explanation; where nothing is recognised it is the general one, as a guess. The first 4,000 characters are
 * looked at.
 */
export function explainReply(input: string, language: Language = 'en'): ReplyExplanation {
  const text = readReply(input);
  const matches = match(text);
  const [best] = matches.candidates;
  const cause = best?.entry.cause ?? fallback(text);
  const replyClass = classOf(text, cause);
  const receiver = best ? receiverOf(best, matches.receiver) : matches.receiver;
  const confidence = best ? confidenceIn(best, matches) : 'guess';
  const isBlank = !best && text.reply === null && text.enhanced === null;
  return {
    text: text.text,
    ...reading(cause, language, best?.entry),
    ...(isBlank && { ...spoken(unrecognised, language), findings: [] }),
    receiver,
    receiverName: receiver && say(sendersOfReplies[receiver], language),
    reply: text.reply,
    enhanced: text.enhanced,
    class: replyClass,
    action: actionFor(cause, replyClass, confidence),
    confidence,
    also: best ? causesCloseTo(best, matches.candidates).map((other) => reading(other, language)) : [],
    source: best && best.entry.mark !== 'code' ? best.entry.source : null,
  };
}

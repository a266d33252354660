import { joined, phrase, type Said, semicolon, type Words } from '../text/say.ts';
import type { Circumstances } from './cause.ts';
import { rank } from './certainty.ts';
import type { BrokenDemand } from './expect.ts';
import { isAuthenticationOpen, type Read, readBy } from './reads.ts';
import { type ReceiverId, receiverIds, receivers } from './receivers.ts';
import type { SaidRejection } from './rejection.ts';
import type { SaidVerdict } from './verdict.ts';

/** As much of what could not be determined as a verdict looks at. */
export interface Undetermined {
  /** Id of the check. */
  readonly id: string;
  readonly blocking: boolean;
  readonly reason: Said;
  readonly question: { readonly name: string; readonly type: string } | null;
}

/** What is known of a mail, joined to the replies that it may meet. */
export interface Expectation {
  readonly rejections: readonly SaidRejection[];
  readonly demands: readonly BrokenDemand[];
  readonly unknown: readonly Undetermined[];
  /** Ids of checks whose part of the facts was not gathered. */
  readonly unjudged: readonly string[];
  /** Ids of checks that had something to look at. */
  readonly ran: readonly string[];
  /** Zones of the blocklists that answer. */
  readonly lists: readonly string[];
  readonly known: Circumstances;
}

const words = {
  none: {
    en: 'no rule of theirs is broken that DNS can show',
    fr: "aucune de ses règles que le DNS peut montrer n'est enfreinte",
  },
  spamFolder: {
    en: 'taken, but put in the spam folder: {meaning}',
    fr: 'accepté, mais classé en indésirable : {meaning}',
  },
  unsaid: {
    en: 'a demand is not met, and no reply to that is published: {meaning}',
    fr: "une exigence n'est pas remplie, sans réponse publiée : {meaning}",
  },
  undetermined: {
    en: 'what its rules hang on could not be determined: {ids}',
    fr: "ce dont dépendent ses règles n'a pas pu être déterminé : {ids}",
  },
  question: { en: '{name} {type}: {reason}', fr: '{name} {type} : {reason}' },
  unjudged: {
    en: 'not all that its rules hang on was looked at',
    fr: "une partie de ce dont dépendent ses règles n'a pas été examinée",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What was not looked at, though a rule hangs on it. */
const gaps = {
  addresses: {
    en: 'the sending addresses were not given',
    fr: "les adresses d'envoi n'ont pas été indiquées",
  },
  selectors: {
    en: 'no selector that signs is known',
    fr: "aucun sélecteur qui signe n'est connu",
  },
  lists: {
    en: 'not every blocklist in question gave an answer',
    fr: "des listes noires en cause n'ont pas répondu",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** As many ids as a rule names. */
const named = 3;

/** The checks whose answer hangs on the sending address. */
const ofAddresses = new Set(['ptr-missing', 'ptr-unconfirmed', 'dnsbl-listed', 'spf-host-unauthorized']);

const plain = { since: null, condition: null, reply: null, enhanced: null, certainty: null, source: null };

type Outcome = Omit<SaidVerdict, 'receiver' | 'receiverName'>;

const isFirm = ({ holds, certainty }: SaidRejection) => holds && certainty !== 'inferred';

/** The surest first, then the one with the fewest conditions, then by the order of the consequences. */
function deciding(rejections: readonly SaidRejection[]): SaidRejection | undefined {
  return rejections.toSorted(
    (a, b) => rank(a.certainty) - rank(b.certainty) || a.conditions.length - b.conditions.length,
  )[0];
}

function byRejection(one: SaidRejection, verdict: Outcome['verdict']): Outcome {
  const { meaning, since, condition, reply, enhanced, certainty, findings, keys, source, holds } = one;
  return {
    verdict,
    rule: meaning,
    since,
    condition: holds ? null : condition,
    reply,
    enhanced,
    certainty,
    findings,
    keys,
    source,
  };
}

function byDemand(one: BrokenDemand): Outcome {
  const { outcome, meaning, since, condition, conditions, certainty, findings, keys, source } = one;
  const isFiled = outcome === 'spam-folder';
  return {
    ...plain,
    verdict: isFiled ? 'accept' : 'unknown',
    rule: phrase(isFiled ? words.spamFolder : words.unsaid, { meaning }),
    since,
    condition: conditions.length === 0 ? null : condition,
    certainty,
    findings,
    keys,
    source,
  };
}

/** Of questions without an answer, on which a rule hangs. */
function byUnknown(open: readonly Undetermined[]): Outcome | null {
  const [first] = open;
  if (!first) return null;
  const ids = [...new Set(open.map(({ id }) => id))];
  const more = ids.length > named ? [...ids.slice(0, named), '…'] : ids;
  const { question, reason } = first;
  return {
    ...plain,
    verdict: 'unknown',
    rule: phrase(words.undetermined, { ids: more.join(', ') }),
    condition: question
      ? phrase(words.question, { name: question.name, type: question.type, reason })
      : reason,
    findings: [],
    keys: [],
  };
}

/** A list that may hold the sender answers; true for checks of another kind. */
function isAnswered({ id, zones }: Read, { lists }: Expectation): boolean {
  if (!id.startsWith('dnsbl-')) return true;
  return zones === null ? lists.length > 0 : zones.some((zone) => lists.includes(zone));
}

/** What of the receiver's rules stays out of sight. */
function unseen(reads: readonly Read[], expected: Expectation): Said | null {
  const { known } = expected;
  const ofAddress = known.givenAddresses.length === 0 && reads.some(({ id }) => ofAddresses.has(id));
  const ofKeys = known.signature === 'unknown' && reads.some(({ id }) => id.startsWith('dkim-'));
  const open = [
    ...(ofAddress ? [gaps.addresses] : []),
    ...(ofKeys ? [gaps.selectors] : []),
    ...(reads.every((read) => isAnswered(read, expected)) ? [] : [gaps.lists]),
  ];
  return open.length === 0 ? null : joined(open, semicolon);
}

/** The outcome, with one more condition. */
function alsoOpen(outcome: Outcome, more: Said | null): Outcome {
  const all = [outcome.condition, more].filter((one) => one !== null);
  return { ...outcome, condition: all.length === 0 ? null : joined(all, semicolon) };
}

function judgeReceiver(receiver: ReceiverId, expected: Expectation): Outcome {
  const { known, unknown, unjudged, ran } = expected;
  const own = expected.rejections.filter((one) => one.receiver === receiver);
  const firm = own.filter(isFirm);
  const refused = deciding(firm.filter((one) => one.class === 'permanent'));
  if (refused) return byRejection(refused, 'reject');
  const deferred = deciding(firm);
  if (deferred) return byRejection(deferred, 'rate-limit');
  const possible = deciding(own);
  if (possible) return byRejection(possible, 'unknown');
  const demands = expected.demands.filter((one) => one.receiver === receiver);
  const unsaid = demands.find(({ outcome }) => outcome === 'unsaid');
  if (unsaid) return byDemand(unsaid);
  const reads = readBy(receiver, known);
  const isRead = (id: string) => reads.some((read) => read.id === id);
  const open = byUnknown(unknown.filter(({ id, blocking }) => blocking && isRead(id)));
  if (open) return open;
  const nothing = { ...plain, condition: unseen(reads, expected), findings: [], keys: [] };
  const seen = reads.some((read) => ran.includes(read.id) && isAnswered(read, expected));
  const [filed] = demands;
  const isOpen = unjudged.some(isRead) || !seen || (!filed && isAuthenticationOpen(receiver, known));
  if (isOpen) return { ...nothing, verdict: 'unknown', rule: words.unjudged };
  return filed
    ? alsoOpen(byDemand(filed), nothing.condition)
    : { ...nothing, verdict: 'accept', rule: words.none };
}

/** What every receiver does with the mail, in the order that reports name them. */
export function receiverVerdicts(expected: Expectation): SaidVerdict[] {
  return receiverIds.map((receiver) => ({
    receiver,
    receiverName: receivers[receiver],
    ...judgeReceiver(receiver, expected),
  }));
}

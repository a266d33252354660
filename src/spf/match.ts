import { foldName } from '../dns/name.ts';
import { type Asked, isFailed, recordsOf } from '../dns/resolver.ts';
import { inNetwork } from '../text/ip.ts';
import { type Phrase, phrase, type Words } from '../text/say.ts';
import type { HostTerm, Mechanism, NamedTerm, NetworkTerm, PtrTerm } from './record.ts';
import { byText } from './order.ts';
import { remembered } from './remembered.ts';
import type { Session } from './session.ts';
import { ipOf } from './network.ts';
import { askAddresses, candidates, holdsClient, isWithin } from './validated.ts';

/** What came of a mechanism (RFC 7208 §4.6.2). */
export interface Tested {
  readonly effect: 'match' | 'no-match' | 'temperror' | 'permerror';
  readonly reason: Phrase;
  /** In the order of the evaluation, up to the one that decided. */
  readonly asked: readonly Asked[];
}

/** A mechanism that asks the DNS; an `include` is evaluated elsewhere. */
export type AskingTerm = HostTerm | PtrTerm | NamedTerm;

export function overtime({ limits: { milliseconds } }: Session): Phrase {
  return phrase(
    {
      en: 'the evaluation took longer than {milliseconds} ms',
      fr: "l'évaluation a duré plus de {milliseconds} ms",
    },
    { milliseconds },
  );
}

const notOverTransport = {
  en: '{name} cannot be asked for over this transport (badname)',
  fr: '{name} ne peut pas être interrogé par ce transport (badname)',
} as const;

const questionFailed = {
  en: 'the {type} question for {name} failed ({failure})',
  fr: 'la requête {type} pour {name} a échoué ({failure})',
} as const;

/** Why a question has no answer. */
export function failureReason(session: Session, { name, type, answer }: Asked): Phrase {
  if (session.timedOut()) return overtime(session);
  const failure = answer.status === 'failed' ? answer.failure : 'other';
  if (failure === 'badname') return phrase(notOverTransport, { name });
  return phrase(questionFailed, { type, name, failure });
}

function temperror(session: Session, failed: Asked, asked: readonly Asked[]): Tested {
  return { effect: 'temperror', reason: failureReason(session, failed), asked };
}

/** Questions that are all on their way; one that nobody waits for any more fails unheard. */
function together<T>(questions: readonly Promise<T>[]): readonly Promise<T>[] {
  for (const question of questions) question.catch(() => undefined);
  return questions;
}

const hasAddress = {
  en: '{client} matches an address of {name}',
  fr: '{client} correspond à une adresse publiée par {name}',
} as const;

const hasNoAddress = {
  en: '{client} matches no address',
  fr: '{client} ne correspond à aucune adresse',
} as const;

/** The first name whose address matches decides; a failure before it ends the evaluation. */
async function testAddresses(
  session: Session,
  names: readonly string[],
  { prefix4, prefix6 }: HostTerm,
): Promise<Tested> {
  const { ip, client } = session;
  const prefix = ip.family === 4 ? prefix4 : prefix6;
  const asked: Asked[] = [];
  for (const question of together(names.map((name) => askAddresses(session, name)))) {
    // oxlint-disable-next-line no-await-in-loop -- all are on their way; the first that decides ends the wait
    const one = await question;
    asked.push(one);
    if (isFailed(one)) return temperror(session, one, asked);
    if (holdsClient(ip, one, prefix)) {
      return { effect: 'match', reason: phrase(hasAddress, { client, name: one.name }), asked };
    }
  }
  return { effect: 'no-match', reason: phrase(hasNoAddress, { client }), asked };
}

const noMxHost = { en: '{target} has no MX host', fr: "{target} n'a aucun hôte MX" } as const;

const tooManyMx = {
  en: '{target} has {count} MX records; {limit} are allowed',
  fr: '{target} a {count} enregistrements MX ; {limit} sont permis',
} as const;

/** RFC 7208 §5.4. The hosts by preference and then by name: an answer comes in any order. */
async function testMx(session: Session, target: string, term: HostTerm): Promise<Tested> {
  const mx = await session.question(target, 'MX');
  if (isFailed(mx)) return temperror(session, mx, [mx]);
  // RFC 7505: the empty name of a null MX is no host.
  const hosts = recordsOf(mx)
    .map(({ preference, exchange }) => ({ preference, name: foldName(exchange) }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.preference - b.preference || byText(a.name, b.name));
  // RFC 7208 §4.6.4 counts records: the same name at two preferences counts twice.
  const limit = session.limits.mxNames;
  const names = [...new Set(hosts.slice(0, limit).map(({ name }) => name))];
  if (names.length === 0) return { effect: 'no-match', reason: phrase(noMxHost, { target }), asked: [mx] };
  const tested = await testAddresses(session, names, term);
  const asked = [mx, ...tested.asked];
  // The limit is on what is asked: a match before it ends the evaluation.
  if (hosts.length <= limit || tested.effect !== 'no-match') return { ...tested, asked };
  const reason = phrase(tooManyMx, { target, count: hosts.length, limit });
  return { effect: 'permerror', reason, asked };
}

const validatedAs = {
  en: '{name} is a validated name of {client}',
  fr: '{name} est un nom validé pour {client}',
} as const;

const nothingValidated = {
  en: '{client} has no name that could be validated: {failure}',
  fr: "{client} n'a aucun nom qui ait pu être validé : {failure}",
} as const;

const noneWithin = {
  en: '{client} has no validated name at or below {target}',
  fr: "{client} n'a aucun nom validé à {target} ou en dessous",
} as const;

/** RFC 7208 §5.5: a failed PTR question matches nothing, a failed address question skips that name. */
async function testPtr(session: Session, target: string): Promise<Tested> {
  const { ptr, candidates: tried } = await candidates(session, session.limits.ptrNames);
  for (const [index, { name, valid }] of tried.entries()) {
    if (!valid || !isWithin(name, target)) continue;
    const asked = [ptr, ...tried.slice(0, index + 1).map((one) => one.asked)];
    return { effect: 'match', reason: phrase(validatedAs, { name, client: session.client }), asked };
  }
  const asked = [ptr, ...tried.map((one) => one.asked)];
  const { client } = session;
  const failed = asked.find(isFailed);
  const reason = failed
    ? phrase(nothingValidated, { client, failure: failureReason(session, failed) })
    : phrase(noneWithin, { client, target });
  return { effect: 'no-match', reason, asked };
}

const exists = { en: '{target} has an A record', fr: '{target} a un enregistrement A' } as const;

const doesNotExist = {
  en: '{target} has no A record',
  fr: "{target} n'a aucun enregistrement A",
} as const;

/** RFC 7208 §5.7: the A question, whatever the client's address. */
async function testExists(session: Session, target: string): Promise<Tested> {
  const asked = await session.question(target, 'A');
  if (isFailed(asked)) return temperror(session, asked, [asked]);
  return recordsOf(asked).length > 0
    ? { effect: 'match', reason: phrase(exists, { target }), asked: [asked] }
    : { effect: 'no-match', reason: phrase(doesNotExist, { target }), asked: [asked] };
}

/** Tests a mechanism that asks the DNS against its target. */
export function testAsking(session: Session, term: AskingTerm, target: string): Promise<Tested> {
  if (term.kind === 'a') return testAddresses(session, [target], term);
  if (term.kind === 'mx') return testMx(session, target, term);
  return term.kind === 'ptr' ? testPtr(session, target) : testExists(session, target);
}

function isWithinNetwork({ ip }: Session, term: NetworkTerm): boolean {
  const network = ipOf(term);
  return network !== null && inNetwork(ip, network, term.prefix);
}

/** A mechanism that asks nothing. */
export type SilentTerm = Extract<Mechanism, { kind: 'all' | 'ip4' | 'ip6' }>;

/** Whether such a term matches: RFC 7208 §5.1, §5.6. */
export function matchesSilently(session: Session, term: SilentTerm): boolean {
  return term.kind === 'all' || isWithinNetwork(session, term);
}

const always: Words = { en: '"all" always matches', fr: '« all » correspond toujours' };

/** What networks come to for one client: said once, since thousands of them may say it. */
const ofNetworks = remembered(({ client, ip }: Session) => ({
  inside: phrase({ en: '{client} is in the network', fr: '{client} est dans le réseau' }, { client }),
  outside: phrase(
    { en: '{client} is not in the network', fr: "{client} n'est pas dans le réseau" },
    { client },
  ),
  otherFamily: phrase(
    { en: '{client} is no address for {kind}', fr: "{client} n'est pas une adresse pour {kind}" },
    { client, kind: ip.family === 4 ? 'ip6' : 'ip4' },
  ),
}));

/** Why it does or does not, beside the term as it is written. */
export function silentReason(session: Session, term: SilentTerm, matches: boolean): Phrase {
  if (term.kind === 'all') return always;
  const { inside, outside, otherFamily } = ofNetworks(session);
  if (term.kind !== `ip${session.ip.family}`) return otherFamily;
  return matches ? inside : outside;
}

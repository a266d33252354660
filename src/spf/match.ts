import { foldName } from '../dns/name.ts';
import { type Asked, isFailed, recordsOf } from '../dns/resolver.ts';
import { inNetwork } from '../text/ip.ts';
import type { HostTerm, Mechanism, NamedTerm, NetworkTerm, PtrTerm } from './record.ts';
import { byText } from './order.ts';
import type { Session } from './session.ts';
import { ipOf } from './network.ts';
import { askAddresses, candidates, holdsClient, isWithin } from './validated.ts';

/** What came of a mechanism (RFC 7208 §4.6.2). */
export interface Tested {
  readonly effect: 'match' | 'no-match' | 'temperror' | 'permerror';
  readonly reason: string;
  /** In the order of the evaluation, up to the one that decided. */
  readonly asked: readonly Asked[];
}

/** A mechanism that asks the DNS; an `include` is evaluated elsewhere. */
export type AskingTerm = HostTerm | PtrTerm | NamedTerm;

export function overtime({ limits }: Session): string {
  return `the evaluation took longer than ${limits.milliseconds} ms`;
}

/** Why a question has no answer. */
export function failureReason(session: Session, { name, type, answer }: Asked): string {
  if (session.timedOut()) return overtime(session);
  const failure = answer.status === 'failed' ? answer.failure : 'other';
  if (failure === 'badname') return `${name} cannot be asked for over this transport (badname)`;
  return `the ${type} question for ${name} failed (${failure})`;
}

function temperror(session: Session, failed: Asked, asked: readonly Asked[]): Tested {
  return { effect: 'temperror', reason: failureReason(session, failed), asked };
}

/** Questions that are all on their way; one that nobody waits for any more fails unheard. */
function together<T>(questions: readonly Promise<T>[]): readonly Promise<T>[] {
  for (const question of questions) question.catch(() => undefined);
  return questions;
}

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
      return { effect: 'match', reason: `${client} matches an address of ${one.name}`, asked };
    }
  }
  return { effect: 'no-match', reason: `${client} matches no address`, asked };
}

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
  if (names.length === 0) return { effect: 'no-match', reason: `${target} has no MX host`, asked: [mx] };
  const tested = await testAddresses(session, names, term);
  const asked = [mx, ...tested.asked];
  // The limit is on what is asked: a match before it ends the evaluation.
  if (hosts.length <= limit || tested.effect !== 'no-match') return { ...tested, asked };
  const reason = `${target} has ${hosts.length} MX records; ${limit} are allowed`;
  return { effect: 'permerror', reason, asked };
}

/** RFC 7208 §5.5: a failed PTR question matches nothing, a failed address question skips that name. */
async function testPtr(session: Session, target: string): Promise<Tested> {
  const { ptr, candidates: tried } = await candidates(session, session.limits.ptrNames);
  for (const [index, { name, valid }] of tried.entries()) {
    if (!valid || !isWithin(name, target)) continue;
    const asked = [ptr, ...tried.slice(0, index + 1).map((one) => one.asked)];
    return { effect: 'match', reason: `${name} is a validated name of ${session.client}`, asked };
  }
  const asked = [ptr, ...tried.map((one) => one.asked)];
  const { client } = session;
  const failed = asked.find(isFailed);
  const reason = failed
    ? `${client} has no name that could be validated: ${failureReason(session, failed)}`
    : `${client} has no validated name at or below ${target}`;
  return { effect: 'no-match', reason, asked };
}

/** RFC 7208 §5.7: the A question, whatever the client's address. */
async function testExists(session: Session, target: string): Promise<Tested> {
  const asked = await session.question(target, 'A');
  if (isFailed(asked)) return temperror(session, asked, [asked]);
  return recordsOf(asked).length > 0
    ? { effect: 'match', reason: `${target} has an A record`, asked: [asked] }
    : { effect: 'no-match', reason: `${target} has no A record`, asked: [asked] };
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

/** Why it does or does not, beside the term as it is written. */
export function silentReason({ client, ip }: Session, term: SilentTerm, matches: boolean): string {
  if (term.kind === 'all') return '"all" always matches';
  if (term.kind !== `ip${ip.family}`) return `${client} is no address for ${term.kind}`;
  return matches ? `${client} is in the network` : `${client} is not in the network`;
}

import { InputError } from '../domain.ts';
import { atMost } from './layers/at-most.ts';
import { deadline } from './layers/deadline.ts';
import { retry } from './layers/retry.ts';
import { until } from './layers/until.ts';
import type { Answer, Failed, RecordType, Resolver } from './resolver.ts';
import { type Endpoint, parseEndpoint } from './servers.ts';
import { type Message, type Query, typeNumbers } from './wire/message.ts';
import { decodeName, encodeName } from './wire/name.ts';
import { readMessage } from './wire/reading.ts';
import { overTcp } from './wire/tcp.ts';
import { overUdp } from './wire/udp.ts';
import { aliasLimit } from './zone.ts';

export interface WireResolverOptions {
  /** `ip`, `ip:port` or `[ipv6]:port`; at least one. `systemServers()` gives those of the system. */
  readonly servers: readonly string[];
  /** Milliseconds for one attempt; a question has two. */
  readonly timeoutMs?: number;
  /** Questions on their way at once, each with a socket. */
  readonly inFlight?: number;
  /** Aborted: every question ends with `failed: timeout`, nothing keeps the process alive. */
  readonly signal?: AbortSignal;
}

const noServer = {
  en: 'no DNS server is given; give an IP address such as 192.0.2.1',
  fr: "aucun serveur DNS n'est indiqué ; indiquer une adresse IP comme 192.0.2.1",
} as const;

/** A 16-bit number that nobody can guess (RFC 5452 §9.2). */
function randomId(): number {
  return crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
}

/** FORMERR, NOTIMP and BADVERS: the server may not know EDNS (RFC 6891 §6.1.3, §7). */
const mayRefuseEdns = new Set([1, 4, 16]);

/** Asks over UDP, then over TCP where the answer did not fit. */
async function exchange(
  server: Endpoint,
  question: Omit<Query, 'id'>,
  signal?: AbortSignal,
): Promise<Message | Failed> {
  const answer = await overUdp(server, { ...question, id: randomId() }, signal);
  if (answer.status === 'failed' || !answer.truncated) return answer;
  return overTcp(server, { ...question, id: randomId() }, signal);
}

/** Asks with EDNS, and again without where the server may not know it. */
async function askServer(
  server: Endpoint,
  name: Buffer,
  type: RecordType,
  signal?: AbortSignal,
): Promise<Message | Failed> {
  const question = { name, type: typeNumbers[type] };
  const answer = await exchange(server, { ...question, edns: true }, signal);
  if (answer.status === 'failed' || !mayRefuseEdns.has(answer.rcode)) return answer;
  return exchange(server, { ...question, edns: false }, signal);
}

/** One server as it is: one attempt, no limit, no deadline. */
function serverResolver(server: Endpoint): Resolver {
  async function follow<T extends RecordType>(
    question: { readonly name: string; readonly type: T; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<Answer<T>> {
    const { name, type, limit } = question;
    const octets = encodeName(name);
    const written = octets && decodeName(octets, 0);
    if (!written) return { status: 'failed', failure: 'badname' };
    const message = await askServer(server, octets, type, signal);
    if (message.status === 'failed') return message;
    const reading = readMessage(message, { name: written.name, type }, limit);
    if (reading.kind === 'answer') return reading.answer;
    const answer = await follow({ name: reading.target, type, limit: limit - reading.steps }, signal);
    if (answer.status !== 'found') return answer;
    return { ...answer, authenticated: reading.authenticated && answer.authenticated === true };
  }
  return { query: (name, type, signal) => follow({ name, type, limit: aliasLimit }, signal) };
}

/**
 * A resolver that writes its own packets: UDP with EDNS(0), TCP for what does not fit. It asks names of any octets
 * (`\DDD`, `\X`; a char up to U+00FF is one octet) and shows TTL and AD bit. Each question has at most two attempts,
 * the second at the second server where there is one.
 * @throws InputError for a server that is none, or no server
 */
export function wireResolver(options: WireResolverOptions): Resolver {
  const { inFlight = 128, signal } = options;
  // Timers take whole milliseconds of 31 bits.
  const timeoutMs = Math.min(Math.max(1, Math.ceil(options.timeoutMs ?? 5000)), 2 ** 31 - 1);
  const [first, second = first] = options.servers.map(parseEndpoint);
  if (!first || !second) throw new InputError(noServer);
  const attempt = (server: Endpoint) => atMost(deadline(serverResolver(server), timeoutMs), inFlight);
  const resolver = second === first ? retry(attempt(first)) : retry(attempt(first), attempt(second));
  return signal ? until(resolver, signal) : resolver;
}

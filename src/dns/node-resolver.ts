import { Resolver as CaresResolver } from 'node:dns/promises';
import { toDomainName } from '../domain.ts';
import { atMost } from './layers/at-most.ts';
import { deadline } from './layers/deadline.ts';
import { retry } from './layers/retry.ts';
import { until } from './layers/until.ts';
import type { Answer, Failure, RecordData, RecordType, Resolver } from './resolver.ts';
import { parseServer } from './servers.ts';

export interface NodeResolverOptions {
  /** `ip`, `ip:port` or `[ipv6]:port`; the system's servers where absent or empty. */
  readonly servers?: readonly string[];
  /** Milliseconds for one attempt; a question has two. */
  readonly timeoutMs?: number;
  /** Questions on their way at once. */
  readonly inFlight?: number;
  /** Aborted: every question ends with `failed: timeout`, nothing keeps the process alive. */
  readonly signal?: AbortSignal;
}

type Lookups = {
  readonly [T in RecordType]: (cares: CaresResolver, name: string) => Promise<RecordData[T][]>;
};

const lookups: Lookups = {
  A: (cares, name) => cares.resolve4(name),
  AAAA: (cares, name) => cares.resolve6(name),
  CNAME: (cares, name) => cares.resolveCname(name),
  // Node 24 adds `type` to these objects.
  MX: async (cares, name) =>
    (await cares.resolveMx(name)).map(({ priority, exchange }) => ({ preference: priority, exchange })),
  NS: (cares, name) => cares.resolveNs(name),
  PTR: (cares, name) => cares.resolvePtr(name),
  SOA: async (cares, name) => {
    const {
      nsname,
      hostmaster,
      serial,
      refresh,
      retry: again,
      expire,
      minttl,
    } = await cares.resolveSoa(name);
    return [{ mname: nsname, rname: hostmaster, serial, refresh, retry: again, expire, minimum: minttl }];
  },
  TXT: (cares, name) => cares.resolveTxt(name),
};

const failures: Readonly<Record<string, Failure>> = {
  ESERVFAIL: 'servfail',
  EREFUSED: 'refused',
  ENOTIMP: 'refused',
  ETIMEOUT: 'timeout',
  // Cancelled by the signal, which ends a wait with a timeout.
  ECANCELLED: 'timeout',
  EDESTRUCTION: 'timeout',
  ECONNREFUSED: 'unreachable',
  EBADRESP: 'badresponse',
  EFORMERR: 'badresponse',
  EOF: 'badresponse',
  EBADNAME: 'badname',
  EBADQUERY: 'badname',
};

/** The answer that an error of c-ares stands for. */
function answerOf(error: unknown): Answer<never> {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  if (error.code === 'ENODATA') return { status: 'nodata' };
  if (error.code === 'ENOTFOUND') return { status: 'nxdomain' };
  return { status: 'failed', failure: failures[error.code] ?? 'other' };
}

/**
 * The names that arrive as written. c-ares ends a name at NUL and decodes backslashes; before it, the runtime turns what
 * is not ASCII into A-labels, and a name with an A-label that decodes to nothing into the root.
 */
function canBeAsked(name: string): boolean {
  if (name.length > 253 || !/^[\w*/-]{1,63}(?:\.[\w*/-]{1,63})*$/.test(name)) return false;
  const aLabels = name.split('.').filter((label) => /^xn--/i.test(label));
  return aLabels.every((label) => toDomainName(`${label}.invalid`) !== null);
}

/** The DNS servers of the system, in its order: `ip`, `ip:port` or `[ipv6]:port`. */
export function systemServers(): string[] {
  return new CaresResolver().getServers();
}

/** More questions on one socket than this are lost to its receive buffer. */
const inFlightPerSocket = 128;

/**
 * From its third answer on, c-ares (since 1.32) waits on a channel for five times their mean latency only, 250 ms
 * at least, whatever timeout it was given: beside answers from a cache, one that must be looked up would be too late.
 */
const answersPerChannel = 2;

/** c-ares with a socket and a memory of latencies of its own. */
interface Channel {
  readonly cares: CaresResolver;
  inFlight: number;
  ended: number;
}

interface Channels {
  readonly use: <T>(ask: (cares: CaresResolver) => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
}

/** Gives each question a channel that will wait for it as long as it was told to. */
function channels(open: () => CaresResolver): Channels {
  const busy = new Set<Channel>();
  let current: Channel | null = null;
  return {
    async use(ask) {
      if (!current || current.ended >= answersPerChannel || current.inFlight >= inFlightPerSocket)
        current = { cares: open(), inFlight: 0, ended: 0 };
      const channel = current;
      channel.inFlight += 1;
      busy.add(channel);
      try {
        return await ask(channel.cares);
      } finally {
        channel.inFlight -= 1;
        channel.ended += 1;
        if (channel.inFlight === 0) busy.delete(channel);
      }
    },
    cancel() {
      for (const { cares } of busy) cares.cancel();
    },
  };
}

/** c-ares as it is: one attempt, no limit, no deadline that holds. */
function caresResolver({ use }: Channels): Resolver {
  return {
    async query<T extends RecordType>(name: string, type: T, signal?: AbortSignal): Promise<Answer<T>> {
      const bare = name.endsWith('.') ? name.slice(0, -1) : name;
      if (!canBeAsked(bare)) return { status: 'failed', failure: 'badname' };
      if (signal?.aborted) return { status: 'failed', failure: 'timeout' };
      try {
        const records = await use((cares) => lookups[type](cares, bare));
        // A CNAME that leads to nothing of the type gives an empty list.
        return records.length === 0 ? { status: 'nodata' } : { status: 'found', records };
      } catch (error) {
        return answerOf(error);
      }
    },
  };
}

/** The servers with the second one first; empty where there is no second one that can be named. */
function secondOrder(servers: readonly string[]): string[] {
  // setServers() drops the zone index, without which a link-local address leads nowhere.
  const [first, ...others] = servers.filter((server) => !/^\[?fe80:/i.test(server));
  return first === undefined || others.length === 0 ? [] : [...others, first];
}

/**
 * The resolver of the runtime: each question in at most two attempts, the second at the second server where there is
 * one. It shows no TTL, no AD bit and no CNAME on the way. A name that holds anything but letters, digits, hyphens,
 * underscores, asterisks and slashes is `badname`, and so is one with an A-label that decodes to nothing.
 * @throws InputError for a server that is none
 */
export function nodeResolver(options: NodeResolverOptions = {}): Resolver {
  const { servers = [], inFlight = inFlightPerSocket, signal } = options;
  // c-ares and timers take whole milliseconds of 31 bits.
  const timeoutMs = Math.min(Math.max(1, Math.ceil(options.timeoutMs ?? 5000)), 2 ** 31 - 1);
  const chosen = servers.map(parseServer);
  const opened: Channels[] = [];

  function attempt(order: readonly string[]): Resolver {
    const own = channels(() => {
      // c-ares waits up to three times as long, hence the deadline.
      const cares = new CaresResolver({ timeout: timeoutMs, tries: 1 });
      if (order.length > 0) cares.setServers(order);
      return cares;
    });
    opened.push(own);
    return atMost(deadline(caresResolver(own), timeoutMs), inFlight);
  }

  const first = attempt(chosen);
  const order = secondOrder(chosen.length > 0 ? chosen : systemServers());
  const resolver = order.length > 0 ? retry(first, attempt(order)) : retry(first);
  if (!signal) return resolver;
  const cancel = () => {
    for (const { cancel: end } of opened) end();
  };
  signal.addEventListener('abort', cancel, { once: true });
  return until(resolver, signal);
}

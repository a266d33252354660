import type { Resolver } from '../dns/resolver.ts';
import { until } from '../dns/layers/until.ts';
import { InputError, quoted, toDomainName } from '../domain.ts';
import { formatIp, parseIp, unmapped } from '../text/ip.ts';
import { phrase } from '../text/say.ts';
import { explain } from './explain.ts';
import { lookupLimit, mxLimit, voidLimit } from './limits.ts';
import { byText } from './order.ts';
import type { SpfClient, SpfLimits, SpfOutcome } from './outcome.ts';
import type { Session } from './session.ts';
import { visitFirst } from './visit.ts';
import { asker } from './asker.ts';

export type * from './outcome.ts';

/** RFC 7208 §4.6.4, and at least 20 seconds. */
const defaultLimits: SpfLimits = {
  lookups: lookupLimit,
  voidLookups: voidLimit,
  mxNames: mxLimit,
  ptrNames: 10,
  milliseconds: 20_000,
};

/** The longest delay of a timer. */
const longest = 2 ** 31 - 1;

/** A-labels, whatever the session used (RFC 7208 §4.3). */
function aLabels(written: string): string {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(written) ? written : (toDomainName(written) ?? written);
}

/** One final dot is none of the name (RFC 7208 §4.3). */
function readDomain(written: string): string {
  return aLabels(written).replace(/\.$/, '');
}

/** RFC 7208 §2.4, §4.3: a null sender is postmaster at the HELO name, and so is an empty local part. */
function readSender({ sender, helo }: SpfClient): Session['sender'] {
  const path = sender.replace(/^<(.*)>$/s, '$1');
  if (path === '') return { local: 'postmaster', domain: readDomain(helo) };
  const at = path.lastIndexOf('@');
  return { local: at > 0 ? path.slice(0, at) : 'postmaster', domain: readDomain(path.slice(at + 1)) };
}

/** The limits of the caller, those that are absent or undefined as RFC 7208 has them. */
function limitsOf(given: Partial<SpfLimits>): SpfLimits {
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...defaultLimits, ...Object.fromEntries(known) };
}

const noAddress = {
  en: '{ip} is no IP address; give one such as 192.0.2.1',
  fr: "{ip} n'est pas une adresse IP ; en indiquer une comme 192.0.2.1",
} as const;

function sessionOf(client: SpfClient, resolver: Resolver, limits: SpfLimits, signal: AbortSignal): Session {
  const end = performance.now() + limits.milliseconds;
  const ip = parseIp(client.ip);
  if (!ip) throw new InputError(phrase(noAddress, { ip: quoted(client.ip) }));
  const plain = unmapped(ip);
  return {
    ip: plain,
    client: formatIp(plain),
    question: asker(until(resolver, signal)),
    sender: readSender(client),
    helo: client.helo,
    heloName: aLabels(client.helo),
    receiver: client.receiver === undefined || client.receiver === '' ? 'unknown' : client.receiver,
    limits,
    // Answers that are there at once leave no timer a turn.
    timedOut: () => signal.aborted || performance.now() >= end,
    lookups: 0,
    voidLookups: 0,
    steps: 0,
    letters: new Set(),
  };
}

/**
 * Evaluates SPF for one message (RFC 7208 §4, check_host()): the terms in the order of the records, the limits counted
 * on terms. A failed question is a temperror wherever it decides; for `ptr` and `%{p}` it is no name (§5.5), for `exp`
 * no explanation (§6.2). The addresses behind one `mx` or `ptr` are asked for together.
 * @throws InputError for an `ip` that is none, before any question
 */
export async function checkHost(
  client: SpfClient,
  resolver: Resolver,
  limits: Partial<SpfLimits> = {},
): Promise<SpfOutcome> {
  const timer = new AbortController();
  const all = limitsOf(limits);
  const session = sessionOf(client, resolver, all, timer.signal);
  const timeout = setTimeout(() => timer.abort(), Math.min(Math.max(0, all.milliseconds), longest));
  try {
    const { visit: trace, matched, final } = await visitFirst(session);
    const { result, reason } = trace;
    // Before the explanation: what it says does not decide.
    const letters = [...session.letters].toSorted(byText);
    const explained = result === 'fail' && final ? await explain(session, final.record, final.domain) : null;
    if (explained) final?.steps.push(explained.step);
    return {
      result,
      reason,
      ...(matched ? { matched } : {}),
      ...(typeof explained?.text === 'string' ? { explanation: explained.text } : {}),
      lookups: session.lookups,
      voidLookups: session.voidLookups,
      letters,
      trace,
    };
  } finally {
    clearTimeout(timeout);
  }
}

import type { Resolver } from '../dns/resolver.ts';
import { toDomainName } from '../domain.ts';
import { abridgedOutcome, abridgedVisit } from './abridge-outcome.ts';
import { checkHost } from './evaluate.ts';
import type { SpfEvaluation } from './facts.ts';
import type { SpfClient, SpfOutcome } from './outcome.ts';

/** The mail that SPF is evaluated for, as far as the user described it. */
export interface SpfMail {
  /** Addresses it leaves from. */
  readonly addresses: readonly string[];
  /** MAIL FROM; empty for the null sender, null where it is not known. */
  readonly sender: string | null;
  /** Name given in EHLO. */
  readonly helo: string | null;
}

export const noMail: SpfMail = { addresses: [], sender: null, helo: null };

/** Addresses that are evaluated, and those of them whose trace is kept. */
const maxAddresses = 256;
const maxTraces = 8;

/** What the result hangs on and nobody said: the sender of `%{s}` and `%{l}`, the EHLO name of `%{h}`. */
function presumed({ letters }: SpfOutcome, identity: SpfEvaluation['identity'], mail: SpfMail) {
  const sender = identity === 'mail-from' && mail.sender === null && /[sl]/.test(letters.join(''));
  const helo = mail.helo === null && letters.includes('h');
  return [...(sender ? ['sender' as const] : []), ...(helo ? ['helo' as const] : [])];
}

/** The identities to check: MAIL FROM, and the EHLO name beside it (RFC 7208 §2.3, §2.4). */
function identities(
  domain: string,
  { sender, helo }: SpfMail,
): [SpfEvaluation['identity'], Omit<SpfClient, 'ip'>][] {
  // RFC 7208 §2.4: with the null sender the EHLO name is the identity.
  const own = { sender: sender ?? `postmaster@${domain}`, helo: helo ?? domain };
  const beside = helo !== null && sender !== '' && toDomainName(helo) !== null;
  return [
    ['mail-from', own],
    ...(beside ? [['helo', { sender: '', helo }] as [SpfEvaluation['identity'], typeof own]] : []),
  ];
}

/** Evaluates SPF of a domain for each address that the mail leaves from. */
export async function evaluateMail(
  domain: string,
  mail: SpfMail,
  resolver: Resolver,
): Promise<SpfEvaluation[]> {
  const addresses = mail.addresses.slice(0, maxAddresses);
  const checks = identities(domain, mail).flatMap(([identity, client]) =>
    addresses.map(async (address, index): Promise<SpfEvaluation> => {
      const outcome = await checkHost({ ip: address, ...client }, resolver);
      return {
        address,
        identity,
        ...client,
        ...abridgedOutcome(outcome),
        presumed: presumed(outcome, identity, mail),
        ...(index < maxTraces ? { trace: abridgedVisit(outcome.trace) } : {}),
      };
    }),
  );
  return Promise.all(checks);
}

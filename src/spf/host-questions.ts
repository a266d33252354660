import { type Asked, recordsOf } from '../dns/resolver.ts';
import type { Asker } from './asker.ts';
import type { SpfBranch } from './facts.ts';
import { mxLimit } from './limits.ts';
import { byText } from './order.ts';
import type { HostTerm } from './record.ts';

/** The names of an MX answer, lower case, by preference and then by name. */
function exchangesOf(mx: Asked<'MX'>): string[] {
  const named = recordsOf(mx).map(({ preference, exchange }) => ({
    preference,
    name: exchange.toLowerCase(),
  }));
  return named
    .toSorted((a, b) => a.preference - b.preference || byText(a.name, b.name))
    .map(({ name }) => name);
}

/** The addresses of the names in ten records of an `mx` (RFC 7208 §4.6.4 counts records), none for a null MX. */
function mxAddresses(mx: Asked<'MX'>, question: Asker): Promise<Asked[]> {
  const records = exchangesOf(mx).filter((name) => name !== '');
  const names = new Set(records.slice(0, mxLimit));
  const asked = [...names].flatMap((name) => [question(name, 'A'), question(name, 'AAAA')]);
  return Promise.all<Asked>(asked);
}

/** What `a`, `mx` and `exists` ask for, both families for those that match addresses. */
export async function hostAnswers(
  kind: 'a' | 'mx' | 'exists',
  target: string,
  question: Asker,
): Promise<readonly Asked[]> {
  // RFC 7208 §5.7: the A question, whatever the client's address.
  if (kind === 'exists') return [await question(target, 'A')];
  if (kind === 'a') return Promise.all([question(target, 'A'), question(target, 'AAAA')]);
  const mx = await question(target, 'MX');
  return [mx, ...(await mxAddresses(mx, question))];
}

/** The questions of a host term for clients of one family, in the order of an evaluation. */
export function questionsFor(
  family: 'ipv4' | 'ipv6',
  { kind }: HostTerm,
  { asked }: Pick<SpfBranch, 'asked'>,
): { readonly tried: readonly Asked[]; readonly tooMany: boolean } {
  const type = family === 'ipv4' ? 'A' : 'AAAA';
  const [mx] = asked;
  if (kind === 'a' || mx?.type !== 'MX') {
    return { tried: asked.filter((one) => one.type === type), tooMany: false };
  }
  const exchanges = exchangesOf(mx as Asked<'MX'>).filter((name) => name !== '');
  // RFC 7208 §4.6.4 counts records: the same name at two preferences counts twice.
  const names = new Set(exchanges.slice(0, mxLimit));
  const hosts = asked.filter((one) => one.type === type && names.has(one.name));
  return { tried: [mx, ...hosts], tooMany: exchanges.length > mxLimit };
}

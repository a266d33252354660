import { foldName, parentName } from '../dns/name.ts';
import { type Asked, recordsOf } from '../dns/resolver.ts';
import { inNetwork, type Ip, parseIp, reverseName } from '../text/ip.ts';
import { byText } from './order.ts';
import type { Asker } from './asker.ts';

/** The names that the reverse mapping of the client gives and that lead back to it (RFC 7208 §5.5). */

/** The client's address, and the questions of one evaluation, each asked once. */
export interface Identity {
  readonly ip: Ip;
  readonly question: Asker;
}

/** One of the addresses in the answer is the client, in the first `prefix` bits. */
export function holdsClient(ip: Ip, asked: Asked<'A' | 'AAAA'>, prefix: number): boolean {
  return recordsOf(asked).some((address) => {
    const other = parseIp(address);
    return other !== null && inNetwork(ip, other, prefix);
  });
}

/** RFC 7208 §5: A for a client on IPv4, AAAA for one on IPv6. */
export function askAddresses({ ip, question }: Identity, name: string): Promise<Asked<'A' | 'AAAA'>> {
  return ip.family === 4 ? question(name, 'A') : question(name, 'AAAA');
}

/** A name of the client, and the question that says whether it leads back. */
export interface Candidate {
  readonly name: string;
  readonly asked: Asked<'A' | 'AAAA'>;
  readonly valid: boolean;
}

/** The PTR question and the first `limit` names of the answer (RFC 7208 §5.5), each once and in the order of text. */
export async function candidates(
  identity: Identity,
  limit: number,
): Promise<{ readonly ptr: Asked<'PTR'>; readonly candidates: readonly Candidate[] }> {
  const { ip, question } = identity;
  const ptr = await question(reverseName(ip), 'PTR');
  const names = new Set(recordsOf(ptr).map(foldName));
  names.delete('');
  const first = [...names].slice(0, limit).toSorted(byText);
  const tried = await Promise.all(
    first.map(async (name) => {
      const asked = await askAddresses(identity, name);
      return { name, asked, valid: holdsClient(ip, asked, ip.octets.length * 8) };
    }),
  );
  return { ptr, candidates: tried };
}

/** Every validated name in the order of text, and the questions that it took. A failed one validates nothing. */
export async function validatedNames(
  identity: Identity,
  limit: number,
): Promise<{ readonly asked: readonly Asked[]; readonly names: readonly string[] }> {
  const { ptr, candidates: tried } = await candidates(identity, limit);
  const names = tried.filter(({ valid }) => valid).map(({ name }) => name);
  return { asked: [ptr, ...tried.map(({ asked }) => asked)], names };
}

/** The name is the domain or stands below it: a dot inside a label is no boundary. */
export function isWithin(name: string, domain: string): boolean {
  for (let at: string | null = name; at !== null && at !== ''; at = parentName(at)) {
    if (at === domain) return true;
  }
  return false;
}

/** The value of `%{p}` (RFC 7208 §7.3): the domain itself, a name below it, any other, or `unknown`. */
export function validatedName(names: readonly string[], domain: string): string {
  const own = foldName(domain);
  const best = names.find((name) => name === own) ?? names.find((name) => isWithin(name, own));
  return best ?? names[0] ?? 'unknown';
}

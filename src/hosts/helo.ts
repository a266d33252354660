import { formatIp, type Ip, parseIp } from '../text/ip.ts';
import { hostNameFault } from './host-name.ts';
import type { HeloName, PresumedHelo, SenderFacts } from './facts.ts';

/** Every fault that an EHLO name is said to have: one clause that follows the name. */
export const heloFaults = {
  empty: 'is empty',
  literal: 'has brackets that hold no address',
  address: 'is an address without brackets',
  label: 'has no dot: it is no full domain name',
  dot: 'ends with a dot',
  underscore: 'holds an underscore',
  character: 'holds a character other than letters, digits, hyphens and dots',
  form: 'has a label that is empty, too long, or begins or ends with a hyphen',
} as const;

/** The address in `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3), or null. */
function literalAddress(text: string): Ip | null {
  const [, tag, inner = ''] = /^\[(ipv6:)?([^\]]*)\]$/i.exec(text) ?? [];
  const ip = parseIp(inner);
  return ip?.family === (tag === undefined ? 4 : 6) ? ip : null;
}

function faultOf(text: string): string | null {
  if (text === '') return heloFaults.empty;
  if (text.startsWith('[')) return heloFaults.literal;
  if (parseIp(text)) return heloFaults.address;
  if (text.endsWith('.')) return heloFaults.dot;
  const fault = hostNameFault(text);
  if (fault === heloFaults.underscore) return heloFaults.underscore;
  if (fault !== null) return fault.startsWith('holds') ? heloFaults.character : heloFaults.form;
  return text.includes('.') ? null : heloFaults.label;
}

/** Reads the name of an EHLO command: a full domain name or an address literal (RFC 5321 §4.1.1.1). Total. */
export function readHelo(text: string): HeloName {
  const literal = literalAddress(text);
  if (literal) return { kind: 'literal', address: formatIp(literal) };
  const fault = faultOf(text);
  return fault === null ? { kind: 'name', name: text.toLowerCase() } : { kind: 'invalid', fault };
}

/**
 * What each sending host presumably gives in EHLO: a reverse name that leads back to its address, a host name where one
 * of them is. Nothing for an address without such a name.
 */
export function presumedHelos({ senders }: SenderFacts): PresumedHelo[] {
  return senders.flatMap(({ address, names }) => {
    const back = names.filter(
      ({ addresses: { answer } }) => answer.status === 'found' && leadsTo(answer.records, address),
    );
    const chosen = back.find(({ name }) => readHelo(name).kind === 'name') ?? back[0];
    return chosen ? [{ name: chosen.name, address }] : [];
  });
}

/** One of the texts is this address, however it is written. */
export function leadsTo(records: readonly string[], address: string): boolean {
  const own = parseIp(address);
  return records.some((text) => {
    const ip = parseIp(text);
    return ip !== null && own !== null && formatIp(ip) === formatIp(own);
  });
}

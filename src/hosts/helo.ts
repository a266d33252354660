import { formatIp, type Ip, parseIp } from '../text/ip.ts';
import type { Words } from '../text/say.ts';
import { hostNameFault } from './host-name.ts';
import type { HeloName, PresumedHelo, SenderFacts } from './facts.ts';

/** Every fault that an EHLO name is said to have: one clause that follows the name. */
export const heloFaults = {
  empty: { en: 'is empty', fr: 'est vide' },
  literal: {
    en: 'has brackets that hold no address',
    fr: "a des crochets qui ne contiennent pas d'adresse",
  },
  address: { en: 'is an address without brackets', fr: 'est une adresse sans crochets' },
  label: {
    en: 'has no dot: it is no full domain name',
    fr: "n'a pas de point : ce n'est pas un nom de domaine complet",
  },
  dot: { en: 'ends with a dot', fr: 'se termine par un point' },
  underscore: { en: 'holds an underscore', fr: 'contient un tiret bas' },
  character: {
    en: 'holds a character other than letters, digits, hyphens and dots',
    fr: 'contient un caractère autre que des lettres, des chiffres, des tirets et des points',
  },
  form: {
    en: 'has a label that is empty, too long, or begins or ends with a hyphen',
    fr: 'a une étiquette vide, trop longue, ou qui commence ou se termine par un tiret',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** The address in `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3), or null. */
function literalAddress(text: string): Ip | null {
  const [, tag, inner = ''] = /^\[(ipv6:)?([^\]]*)\]$/i.exec(text) ?? [];
  const ip = parseIp(inner);
  return ip?.family === (tag === undefined ? 4 : 6) ? ip : null;
}

function faultOf(text: string): Words | null {
  if (text === '') return heloFaults.empty;
  if (text.startsWith('[')) return heloFaults.literal;
  if (parseIp(text)) return heloFaults.address;
  if (text.endsWith('.')) return heloFaults.dot;
  const fault = hostNameFault(text);
  if (fault) return heloFaults[fault.kind];
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

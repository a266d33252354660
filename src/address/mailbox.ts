/**
 * What an envelope sender and a From header have in common: local part, domain, and the words for their faults.
 * Each fault is one clause that follows the address, such as `has no domain`.
 */
import { type DomainName, quoted, readDomain } from '../domain.ts';
import { parseIp } from '../text/ip.ts';

/** A domain; null for an address literal, which names none. Or the fault. */
export type DomainPart = { readonly domain: DomainName | null } | { readonly problem: string };

/** Octets in UTF-8, which is what the limits of RFC 5321 §4.5.3.1 count (RFC 6531 §3.3). */
export function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** RFC 5322 §3.2.3 atext, and what RFC 6531 §3.3 adds. */
export const atext = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]$/u;

/** Control characters, and halves of UTF-16 pairs, which no octets can carry. */
export function unsendable(text: string): string | null {
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u001f\u007f-\u009f]/.exec(text);
  if (control)
    return control[0] === '\r' || control[0] === '\n'
      ? 'holds a line break'
      : `holds a control character (${codePoint(control[0])})`;
  return /\p{Cs}/u.test(text) ? 'holds half a UTF-16 pair, which is no character' : null;
}

function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A character as a message names it. */
export function named(char: string): string {
  return char === ' ' || char === '\t' ? 'a space' : quoted(char);
}

/** The fault of a local part written without quotes (RFC 5321 §4.1.2 Dot-string), or null. */
export function dotStringFault(local: string): string | null {
  if (local === '') return 'has nothing before the @';
  if (local.startsWith('.')) return 'begins with a dot';
  if (local.endsWith('.')) return 'has a dot right before the @';
  if (local.includes('..')) return 'has two dots in a row before the @';
  for (const char of local) {
    if (char !== '.' && !atext.test(char)) return `has ${named(char)} before the @, outside quotes`;
  }
  return null;
}

function literalFault(literal: string): string | null {
  const inner = literal.slice(1, -1);
  const tagged = /^ipv6:(.*)$/i.exec(inner);
  const ip = parseIp(tagged?.[1] ?? inner);
  const fits = ip !== null && ip.family === (tagged ? 6 : 4);
  return fits ? null : `has an address literal that holds no address, ${quoted(literal)}`;
}

/** Reads what stands after the @: a domain name, or an address literal (RFC 5321 §4.1.3). */
export function readDomainPart(text: string): DomainPart {
  if (text === '') return { problem: 'has no domain' };
  if (text.includes('@')) return { problem: 'holds more than one @' };
  if (text.startsWith('[') && text.endsWith(']')) {
    const problem = literalFault(text);
    return problem === null ? { domain: null } : { problem };
  }
  // The IDNA conversion below takes a slash or a backslash for the end of a name.
  const stranger = /[^A-Za-z0-9._\u0080-\u{10ffff}-]/u.exec(text);
  if (stranger) return { problem: `has ${named(stranger[0])} in its domain` };
  if (text.endsWith('.')) return { problem: 'ends its domain with a dot' };
  // Bounds the conversion; it counts for itself.
  if (text.length > 255) return { problem: `has a domain of ${text.length} characters; 253 are allowed` };
  const read = readDomain(text);
  return 'domain' in read ? read : { problem: `has the domain ${quoted(text)}, which ${read.fault}` };
}

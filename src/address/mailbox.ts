/**
 * What an envelope sender and a From header have in common: local part, domain, and the words for their faults.
 * Each fault is one clause that follows the address, such as `has no domain`.
 */
import { type DomainName, quoted, readDomain } from '../domain.ts';
import { parseIp } from '../text/ip.ts';
import { phrase, type Phrase } from '../text/say.ts';

/** A domain; null for an address literal, which names none. Or the fault. */
export type DomainPart = { readonly domain: DomainName | null } | { readonly problem: Phrase };

/** Octets in UTF-8, which is what the limits of RFC 5321 §4.5.3.1 count (RFC 6531 §3.3). */
export function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** RFC 5322 §3.2.3 atext, and what RFC 6531 §3.3 adds. */
export const atext = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]$/u;

/** Control characters, and halves of UTF-16 pairs, which no octets can carry. */
export function unsendable(text: string): Phrase | null {
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u001f\u007f-\u009f]/.exec(text);
  if (control) {
    if (control[0] === '\r' || control[0] === '\n')
      return { en: 'holds a line break', fr: 'contient un saut de ligne' };
    return phrase(
      { en: 'holds a control character ({code})', fr: 'contient un caractère de contrôle ({code})' },
      { code: codePoint(control[0]) },
    );
  }
  if (!/\p{Cs}/u.test(text)) return null;
  return {
    en: 'holds half a UTF-16 pair, which is no character',
    fr: "contient la moitié d'une paire UTF-16, qui n'est pas un caractère",
  };
}

function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A character as a message names it. */
export function named(char: string): string | Phrase {
  return char === ' ' || char === '\t' ? { en: 'a space', fr: 'un espace' } : quoted(char);
}

/** The fault of a local part written without quotes (RFC 5321 §4.1.2 Dot-string), or null. */
export function dotStringFault(local: string): Phrase | null {
  if (local === '') return { en: 'has nothing before the @', fr: "n'a rien avant l'@" };
  if (local.startsWith('.')) return { en: 'begins with a dot', fr: 'commence par un point' };
  if (local.endsWith('.')) return { en: 'has a dot right before the @', fr: "a un point juste avant l'@" };
  if (local.includes('..'))
    return { en: 'has two dots in a row before the @', fr: "a deux points consécutifs avant l'@" };
  for (const char of local) {
    if (char === '.' || atext.test(char)) continue;
    return phrase(
      {
        en: 'has {character} before the @, outside quotes',
        fr: "a {character} avant l'@, hors guillemets",
      },
      { character: named(char) },
    );
  }
  return null;
}

function literalFault(literal: string): Phrase | null {
  const inner = literal.slice(1, -1);
  const tagged = /^ipv6:(.*)$/i.exec(inner);
  const ip = parseIp(tagged?.[1] ?? inner);
  const fits = ip !== null && ip.family === (tagged ? 6 : 4);
  if (fits) return null;
  return phrase(
    {
      en: 'has an address literal that holds no address, {literal}',
      fr: "a une adresse entre crochets qui n'en est pas une, {literal}",
    },
    { literal: quoted(literal) },
  );
}

/** Reads what stands after the @: a domain name, or an address literal (RFC 5321 §4.1.3). */
export function readDomainPart(text: string): DomainPart {
  if (text === '') return { problem: { en: 'has no domain', fr: "n'a pas de domaine" } };
  if (text.includes('@')) return { problem: { en: 'holds more than one @', fr: "contient plus d'un @" } };
  if (text.startsWith('[') && text.endsWith(']')) {
    const problem = literalFault(text);
    return problem === null ? { domain: null } : { problem };
  }
  // The IDNA conversion below takes a slash or a backslash for the end of a name.
  const stranger = /[^A-Za-z0-9._\u0080-\u{10ffff}-]/u.exec(text);
  if (stranger) {
    const words = { en: 'has {character} in its domain', fr: 'a {character} dans son domaine' };
    return { problem: phrase(words, { character: named(stranger[0]) }) };
  }
  if (text.endsWith('.'))
    return { problem: { en: 'ends its domain with a dot', fr: 'a un domaine qui se termine par un point' } };
  // Bounds the conversion; it counts for itself.
  if (text.length > 255) {
    const words = {
      en: 'has a domain of {length} characters; 253 are allowed',
      fr: 'a un domaine de {length} caractères, pour 253 au plus',
    };
    return { problem: phrase(words, { length: text.length }) };
  }
  const read = readDomain(text);
  if ('domain' in read) return read;
  const words = { en: 'has the domain {domain}, which {fault}', fr: 'a pour domaine {domain}, qui {fault}' };
  return { problem: phrase(words, { domain: quoted(text), fault: read.fault }) };
}

import type { MacroExpand, MacroLetter, MacroString } from './macro.ts';

/** The value of a macro letter; null where it is not known. */
export type MacroValues = (letter: MacroLetter) => string | null;

/** RFC 7208 §7.3: split, reverse, keep right-hand parts, join with dots. */
function transform(value: string, { delimiters, reversed, keep, urlEscaped }: MacroExpand): string {
  const parts: string[] = [''];
  for (const char of value) {
    if (delimiters.includes(char)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  const ordered = reversed ? parts.toReversed() : parts;
  const kept = keep === null ? ordered : ordered.slice(-keep);
  const joined = kept.join('.');
  // RFC 3986 §2.3 unreserved; anything else octet by octet.
  return urlEscaped ? joined.replace(/[^A-Za-z0-9._~-]/gu, percentEncoded) : joined;
}

function percentEncoded(char: string): string {
  const octets = Array.from(new TextEncoder().encode(char));
  return octets.map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** Characters of one value from which the end of a name is made: more labels than it can have. */
const ofName = 1000;

/** What the end of a name can hold of a value: to cut up the rest, again and again, is work for nothing. */
function endOf(value: string, { reversed }: MacroExpand): string {
  return reversed ? value.slice(0, ofName) : value.slice(-ofName);
}

/**
 * The text of a macro-string with its macros replaced; null where one of the values is not known. Of a long text the
 * end is enough, `enough` characters or a few more.
 */
export function expandMacros(
  string: MacroString,
  valueOf: MacroValues,
  enough = Number.POSITIVE_INFINITY,
): string | null {
  if (string.parts.some((part) => part.kind === 'expand' && valueOf(part.letter) === null)) return null;
  const value = (part: MacroExpand) => {
    const whole = valueOf(part.letter) ?? '';
    return Number.isFinite(enough) ? endOf(whole, part) : whole;
  };
  let text = '';
  for (const part of string.parts.toReversed()) {
    if (text.length >= enough) break;
    text = (part.kind === 'expand' ? transform(value(part), part) : part.text) + text;
  }
  return text;
}

const maxName = 253;
/** A label beyond the 63 octets of any label is cut here, too long as before. */
const maxLabel = 300;

/**
 * An expanded domain-spec as a name to ask: ASCII letters in lower case, no final dot, cut from the left to 253
 * characters (§7.3).
 */
export function targetName(expanded: string): string {
  const name = expanded.replace(/\.$/, '').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  if (name.length <= maxName) return name;
  const from = name.indexOf('.', name.length - maxName - 1);
  return name.slice(from < 0 ? -maxLabel : from + 1);
}

/** No DNS name reads like this: an empty label, one above 63 octets (RFC 1035 §2.3.4), or a character beyond ASCII. */
export function isMalformedName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (name.length > maxName || !/^[\0-\x7f]*$/.test(name)) return true;
  return name.split('.').some((label) => label === '' || label.length > 63);
}

/** RFC 7208 §4.3: more than one label, and a name that the DNS can hold. */
export function isFullName(domain: string): boolean {
  return domain.includes('.') && !isMalformedName(domain);
}

/**
 * The name that a domain-spec stands for in the record of `domain`, as far as that and the domain of the sender
 * decide it: null where a macro depends on the message. The sender stays the same through every include and redirect
 * (RFC 7208 §5.2, §6.1). No domain-spec stands for the domain itself (§4.8).
 */
export function fixedTarget(spec: MacroString | null, domain: string, sender: string): string | null {
  if (spec === null) return domain;
  const values: Partial<Record<MacroLetter, string>> = { d: domain, o: sender };
  // One more for the final dot that a name loses.
  const expanded = expandMacros(spec, (letter) => values[letter] ?? null, maxLabel + 1);
  return expanded === null ? null : targetName(expanded);
}

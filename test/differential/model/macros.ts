import { formatIp, reversedLabels } from '../../../src/text/ip.ts';
import { isAscii, Session } from './session.ts';

export interface Macro {
  readonly letter: string;
  readonly digits: string;
  readonly reverse: string;
  readonly delimiters: string;
}

/** The name that a domain-spec comes to. */
export interface Target {
  /** `unmatchable`: it needs a local part that no label can be (RFC 8616 §4). */
  readonly kind: 'name' | 'malformed' | 'unmatchable';
  readonly name: string;
  /** Before it was cut and folded. */
  readonly written: string;
}

/** More parts than any generated macro keeps. */
const standInDigits = 1000;

const piece = /%\{([a-z])(\d*)(r?)([.\-+,/_=]*)\}|%([%_-])|[^%]+|%/gi;

const escapes: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' };

/** RFC 7208 §7. */
export class Macros extends Session {
  /** What is expanded is text for people, no name. */
  forText = false;
  readonly #standIns: (() => string)[] = [];

  /** A macro to write into a record for what its grammar has no place for. */
  standIn(value: () => string): string {
    this.#standIns.push(value);
    return `%{v${standInDigits + this.#standIns.length}}`;
  }

  expand(text: string, domain: string): string {
    return text.replace(
      piece,
      (written, letter?: string, digits = '', reverse = '', delimiters = '', sign = '') =>
        letter === undefined
          ? (escapes[sign] ?? written)
          : this.replacement({ letter, digits, reverse, delimiters }, domain),
    );
  }

  replacement(macro: Macro, domain: string): string {
    const standIn = this.#standIns[Number(macro.digits) - standInDigits - 1];
    if (standIn) return standIn();
    const value = this.transformed(this.letterValue(macro.letter.toLowerCase(), domain), macro);
    return /[A-Z]/.test(macro.letter) ? this.urlEscaped(value) : value;
  }

  urlEscaped(value: string): string {
    return encodeURIComponent(value).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  }

  letterValue(letter: string, domain: string): string {
    const { ip, sender } = this;
    if (letter === 's') return sender.whole;
    if (letter === 'l') return sender.local;
    if (letter === 'o') return sender.domain;
    if (letter === 'd') return domain;
    if (letter === 'i') return this.dotted();
    if (letter === 'p') return this.validatedName(domain);
    if (letter === 'v') return ip.family === 4 ? 'in-addr' : 'ip6';
    if (letter === 'h') return this.helo();
    if (letter === 'c') return formatIp(ip);
    // As long as the time is.
    return letter === 'r' ? 'unknown' : '1234567890';
  }

  helo(): string {
    const { helo } = this.theCase;
    return this.forText || isAscii(helo) ? helo : this.readDomain(helo);
  }

  dotted(): string {
    if (this.ip.family === 4) return formatIp(this.ip);
    return reversedLabels(this.ip).split('.').toReversed().join('.').toUpperCase();
  }

  transformed(value: string, macro: Macro): string {
    const parts = this.parts(value, macro);
    const ordered = macro.reverse === '' ? parts : parts.toReversed();
    const kept = macro.digits === '' ? ordered : ordered.slice(-Number(macro.digits));
    return kept.join('.');
  }

  parts(value: string, { delimiters }: Macro): string[] {
    const splitters = delimiters === '' ? '.' : delimiters;
    const parts = [''];
    for (const char of value) {
      if (splitters.includes(char)) parts.push('');
      else parts[parts.length - 1] += char;
    }
    return parts;
  }

  /** No domain-spec is the domain itself (RFC 7208 §4.8). */
  target(spec: string | null, domain: string): Target {
    if (spec !== null && this.isUnmatchable(spec)) return { kind: 'unmatchable', name: '', written: '' };
    const written = spec === null ? domain : this.expand(spec, domain);
    const name = this.fitted(written).toLowerCase();
    return { kind: this.isMalformed(name) ? 'malformed' : 'name', name, written };
  }

  /** RFC 7208 §4.6.4: the PTR question of `%{p}` counts as well. */
  cost(spec: string | null): number {
    return /%\{p/i.test(spec ?? '') ? 2 : 1;
  }

  isUnmatchable(spec: string): boolean {
    return /%\{[sl]/i.test(spec) && !isAscii(this.sender.local);
  }

  /** RFC 7208 §7.3: labels go from the left until the rest fits. */
  fitted(written: string): string {
    let name = written.replace(/\.$/, '');
    while (name.length > 253 && name.includes('.')) name = name.slice(name.indexOf('.') + 1);
    return name;
  }

  isMalformed(name: string): boolean {
    if (this.isTooLong(name) || !this.isAskable(name)) return true;
    return name.split('.').some((label) => label === '' || label.length > 63);
  }

  isTooLong(name: string): boolean {
    return name.length > 253;
  }

  isAskable(name: string): boolean {
    return isAscii(name);
  }
}

import { phrase, type Said, say } from './text/say.ts';
import { domainToASCII, domainToUnicode } from 'node:url';
import { getDomain, parse } from 'tldts';
import { parseIp } from './text/ip.ts';
import { jsonEscaped } from './text/terminal.ts';

declare const branded: unique symbol;

/** A domain name in A-labels, lower case, without the final dot, of at least two labels. */
export type DomainName = string & { readonly [branded]: 'DomainName' };

/** Bad input from the user: it names the input and says how to mend it. The message is in English. */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** The same before a language is chosen. */
  readonly said: Said;

  constructor(said: Said) {
    super(say(said, 'en'));
    this.said = said;
  }
}

const maxShown = 60;

/** Untrusted text for an error message: quoted, control characters escaped, cut at 60 characters. */
export function quoted(text: string): string {
  const cut = text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
  return jsonEscaped(JSON.stringify(cut));
}

/** What is wrong with a name, as the end of a sentence that begins with it. */
const faults = {
  empty: { en: 'is empty', fr: 'est vide' },
  address: { en: 'is an IP address, not a domain', fr: 'est une adresse IP, et non un domaine' },
  stranger: {
    en: 'holds {char}, which no domain name may',
    fr: "contient {char}, qu'aucun nom de domaine n'admet",
  },
  notIdna: {
    en: 'is no internationalized domain name (RFC 5890)',
    fr: "n'est pas un nom de domaine internationalisé (RFC 5890)",
  },
  long: {
    en: 'is {length} characters long; 253 are allowed (RFC 1035 §2.3.4)',
    fr: 'compte {length} caractères ; 253 sont permis (RFC 1035 §2.3.4)',
  },
  noDot: {
    en: 'has no dot: a full domain name is needed',
    fr: "n'a pas de point : il faut un nom de domaine complet",
  },
  emptyLabel: {
    en: 'has an empty label (two dots in a row, or one in front)',
    fr: 'a une étiquette vide (deux points consécutifs, ou un au début)',
  },
  longLabel: {
    en: 'has a label of {length} characters; 63 are allowed (RFC 1035 §2.3.4)',
    fr: 'a une étiquette de {length} caractères ; 63 sont permis (RFC 1035 §2.3.4)',
  },
  hyphen: {
    en: 'has a label that begins or ends with a hyphen, {label}',
    fr: 'a une étiquette qui commence ou finit par un tiret, {label}',
  },
  badALabel: {
    en: 'has an A-label that decodes to nothing, {label}',
    fr: 'a une étiquette A-label qui ne se décode pas, {label}',
  },
} as const;

/** The fault of one label of an ASCII name, or null. */
function labelFault(label: string): Said | null {
  if (label === '') return faults.emptyLabel;
  if (label.length > 63) return phrase(faults.longLabel, { length: label.length });
  if (label.startsWith('-') || label.endsWith('-')) return phrase(faults.hyphen, { label: quoted(label) });
  const stranger = /[^a-z0-9_-]/.exec(label);
  if (stranger) return phrase(faults.stranger, { char: quoted(stranger[0]) });
  if (label.startsWith('xn--') && domainToUnicode(label) === '')
    return phrase(faults.badALabel, { label: quoted(label) });
  return null;
}

/** Reads a domain name: U-labels or A-labels, any case, one final dot allowed. The fault in words where it is none. */
export function readDomain(text: string): { readonly domain: DomainName } | { readonly fault: Said } {
  const bare = text.trim().replace(/\.$/, '');
  if (bare === '') return { fault: faults.empty };
  if (parseIp(bare.replace(/^\[(.*)\]$/, '$1'))) return { fault: faults.address };
  // domainToASCII ends a name at / \\ ? # and decodes %61: none of them may reach it.
  // oxlint-disable-next-line no-control-regex
  const stranger = /[\x00-\x2c/:-@[-^`{-\x7f]/.exec(bare);
  if (stranger) return { fault: phrase(faults.stranger, { char: quoted(stranger[0]) }) };
  // And it reads 0x7f.1 as an address: it sees only names that need IDNA.
  // oxlint-disable-next-line no-control-regex
  const ascii = /^[\x00-\x7f]*$/.test(bare) ? bare.toLowerCase() : domainToASCII(bare).toLowerCase();
  if (ascii === '') return { fault: faults.notIdna };
  if (ascii.length > 253) return { fault: phrase(faults.long, { length: ascii.length }) };
  const labels = ascii.split('.');
  for (const label of labels) {
    const fault = labelFault(label);
    if (fault) return { fault };
  }
  if (labels.length < 2) return { fault: faults.noDot };
  return { domain: ascii as DomainName };
}

/** The domain name in `text`, or null. */
export function toDomainName(text: string): DomainName | null {
  const read = readDomain(text);
  return 'domain' in read ? read.domain : null;
}

const noDomain = {
  en: '{input} {fault}; give a domain such as example.com',
  fr: '{input} {fault} ; indiquer un domaine comme example.com',
} as const;

const namesRecord = {
  en: '{input} names a record, not a mail domain; give the domain, such as {hint}',
  fr: '{input} désigne un enregistrement, et non un domaine de messagerie ; indiquer le domaine, comme {hint}',
} as const;

/**
 * The domain that a user named: a domain, or an e-mail address, of which the domain counts.
 * @throws InputError
 */
export function parseDomain(input: string): DomainName {
  const at = input.lastIndexOf('@');
  const read = readDomain(at < 0 ? input : input.slice(at + 1));
  if ('fault' in read) throw new InputError(phrase(noDomain, { input: quoted(input), fault: read.fault }));
  const labels = read.domain.split('.');
  const record = labels.findLastIndex((label) => label.startsWith('_'));
  if (record >= 0) {
    const parent = labels.slice(record + 1).join('.');
    const hint = toDomainName(parent) === null ? 'example.com' : parent;
    throw new InputError(phrase(namesRecord, { input: quoted(input), hint }));
  }
  return read.domain;
}

/** Every ancestor of a domain and itself, longest first: a.b.c, b.c, c. */
export function ancestors(domain: string): string[] {
  const labels = domain.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/**
 * The registrable domain by the public suffix list, private suffixes included; null for a public suffix and for a name
 * with an empty label.
 */
export function registrableDomain(domain: string): string | null {
  if (domain.startsWith('.') || domain.includes('..')) return null;
  return getDomain(domain, { allowPrivateDomains: true, validateHostname: false });
}

/** The domain that a registry delegates: the registrable one without the private part of the public suffix list. */
export function registeredDomain(domain: string): string | null {
  if (domain.startsWith('.') || domain.includes('..')) return null;
  return getDomain(domain, { allowPrivateDomains: false, validateHostname: false });
}

/** The top-level domain of a name where it is a public one; null for test., internal. and their like. */
export function publicTopLevel(domain: string): string | null {
  const { isIcann } = parse(domain, { allowPrivateDomains: false, validateHostname: false });
  return isIcann ? (domain.split('.').at(-1) ?? null) : null;
}

import { type Said, say } from './text/say.ts';
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

/** The fault of one label of an ASCII name, or null. */
function labelFault(label: string): string | null {
  if (label === '') return 'has an empty label (two dots in a row, or one in front)';
  if (label.length > 63) return `has a label of ${label.length} characters; 63 are allowed (RFC 1035 §2.3.4)`;
  if (label.startsWith('-') || label.endsWith('-'))
    return `has a label that begins or ends with a hyphen, ${quoted(label)}`;
  const stranger = /[^a-z0-9_-]/.exec(label);
  if (stranger) return `holds ${quoted(stranger[0])}, which no domain name may`;
  if (label.startsWith('xn--') && domainToUnicode(label) === '')
    return `has an A-label that decodes to nothing, ${quoted(label)}`;
  return null;
}

/** Reads a domain name: U-labels or A-labels, any case, one final dot allowed. The fault in words where it is none. */
export function readDomain(text: string): { readonly domain: DomainName } | { readonly fault: string } {
  const bare = text.trim().replace(/\.$/, '');
  if (bare === '') return { fault: 'is empty' };
  if (parseIp(bare.replace(/^\[(.*)\]$/, '$1'))) return { fault: 'is an IP address, not a domain' };
  // domainToASCII ends a name at / \\ ? # and decodes %61: none of them may reach it.
  // oxlint-disable-next-line no-control-regex
  const stranger = /[\x00-\x2c/:-@[-^`{-\x7f]/.exec(bare);
  if (stranger) return { fault: `holds ${quoted(stranger[0])}, which no domain name may` };
  // And it reads 0x7f.1 as an address: it sees only names that need IDNA.
  // oxlint-disable-next-line no-control-regex
  const ascii = /^[\x00-\x7f]*$/.test(bare) ? bare.toLowerCase() : domainToASCII(bare).toLowerCase();
  if (ascii === '') return { fault: 'is no internationalized domain name (RFC 5890)' };
  if (ascii.length > 253)
    return { fault: `is ${ascii.length} characters long; 253 are allowed (RFC 1035 §2.3.4)` };
  const labels = ascii.split('.');
  for (const label of labels) {
    const fault = labelFault(label);
    if (fault) return { fault };
  }
  if (labels.length < 2) return { fault: 'has no dot: a full domain name is needed' };
  return { domain: ascii as DomainName };
}

/** The domain name in `text`, or null. */
export function toDomainName(text: string): DomainName | null {
  const read = readDomain(text);
  return 'domain' in read ? read.domain : null;
}

/**
 * The domain that a user named: a domain, or an e-mail address, of which the domain counts.
 * @throws InputError
 */
export function parseDomain(input: string): DomainName {
  const at = input.lastIndexOf('@');
  const read = readDomain(at < 0 ? input : input.slice(at + 1));
  if ('fault' in read)
    throw new InputError(`${quoted(input)} ${read.fault}; give a domain such as example.com`);
  const labels = read.domain.split('.');
  const record = labels.findLastIndex((label) => label.startsWith('_'));
  if (record >= 0) {
    const parent = labels.slice(record + 1).join('.');
    const hint = toDomainName(parent) === null ? 'example.com' : parent;
    throw new InputError(
      `${quoted(input)} names a record, not a mail domain; give the domain, such as ${hint}`,
    );
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

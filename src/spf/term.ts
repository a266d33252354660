import { parseIp } from '../text/ip.ts';
import { parseDomainSpec } from './domain-spec.ts';
import { parseMacroString } from './macro.ts';
import { intendedName, isMechanism, isModifier, type MechanismName, type ModifierName } from './names.ts';
import { parseDualPrefix, parseNetwork, remember } from './network.ts';
import { problem, type SpfProblem } from './problems.ts';
import type { Qualifier, Span, SpfTerm } from './record.ts';

/** A run of characters between spaces. */
export interface Word extends Span {
  readonly text: string;
}

export interface ParsedTerm {
  readonly term: SpfTerm;
  /** Empty exactly where the term is not `invalid`. */
  readonly problems: readonly SpfProblem[];
}

/** A word taken apart: qualifier, name, and what follows the name with its first character. */
interface Pieces {
  readonly word: Word;
  readonly qualifier: string;
  readonly name: string;
  readonly nameSpan: Span;
  /** From ":", "=" or "/" on; may be empty. */
  readonly rest: string;
  readonly restStart: number;
}

function invalid(word: Word, name: string | null, ...problems: readonly SpfProblem[]): ParsedTerm {
  return { term: { kind: 'invalid', start: word.start, end: word.end, name }, problems };
}

/** An address where a domain name belongs, the commonest slip of all: `a:192.0.2.1`. */
function addressSlip({ word, name, nameSpan }: Pieces, value: string): SpfProblem | null {
  const ip = parseIp(value.replace(/\/\d*$/, ''));
  if (!ip) return null;
  const span = { start: nameSpan.start, end: word.end };
  const mechanism = `ip${ip.family}`;
  const data = { text: value, name, mechanism };
  return problem('address-as-domain', span, data, name === 'exists' ? undefined : `${mechanism}:${value}`);
}

/** Where the prefix lengths of `a` and `mx` begin: at the first slash behind the last dot or macro. */
function prefixStart(value: string): number {
  let from = 0;
  for (const match of value.matchAll(/%[%_-]|[.}]/g)) from = match.index + match[0].length;
  const slash = value.indexOf('/', from);
  return slash < 0 ? value.length : slash;
}

function parseHost(pieces: Pieces, qualifier: Qualifier, kind: 'a' | 'mx'): ParsedTerm {
  const { word, rest, restStart } = pieces;
  const named = rest.startsWith(':');
  const from = named ? 1 : 0;
  const value = rest.slice(from);
  const slip = named ? addressSlip(pieces, value) : null;
  if (slip) return invalid(word, kind, slip);
  const cut = named ? prefixStart(value) : 0;
  if (named && cut === 0) {
    // `a:` and `a:/24`: without the colon they are complete.
    const colon = { start: restStart, end: restStart + 1 };
    return invalid(word, kind, problem('stray-colon', colon, { name: kind }, ''));
  }
  const spec = named ? parseDomainSpec(value.slice(0, cut), restStart + from) : null;
  const prefix = parseDualPrefix(value.slice(cut), restStart + from + cut);
  const problems = [...(spec?.problems ?? []), ...(prefix.ok ? [] : [prefix.problem])];
  if (!prefix.ok || problems.length > 0) return invalid(word, kind, ...problems);
  const term = { kind, start: word.start, end: word.end, qualifier, domain: spec?.domain ?? null } as const;
  return { term: { ...term, ...prefix.value }, problems: [] };
}

/** A prefix length behind a domain-spec that takes none, where nothing else is wrong with it. */
function prefixSlip(name: string, value: string, start: number): SpfProblem | null {
  const slash = value.lastIndexOf('/');
  if (slash < 1 || !/^\d+$/.test(value.slice(slash + 1))) return null;
  const bare = value.slice(0, value.endsWith('/', slash) ? slash - 1 : slash);
  if (!parseDomainSpec(bare, start).domain) return null;
  const span = { start: start + bare.length, end: start + value.length };
  return problem('prefix-not-allowed', span, { name, text: value.slice(bare.length) });
}

/** `include`, `exists` and `ptr`: a domain-spec and nothing behind it. */
function parseNamed(pieces: Pieces, qualifier: Qualifier, kind: 'include' | 'exists' | 'ptr'): ParsedTerm {
  const { word, rest, restStart, nameSpan } = pieces;
  const span = { start: word.start, end: word.end };
  if (kind === 'ptr' && rest === '')
    return { term: { kind, ...span, qualifier, domain: null }, problems: [] };
  if (!rest.startsWith(':') || rest.length === 1) {
    return invalid(word, kind, problem('missing-value', nameSpan, { name: kind }));
  }
  const value = rest.slice(1);
  const slip = addressSlip(pieces, value) ?? prefixSlip(kind, value, restStart + 1);
  if (slip) return invalid(word, kind, slip);
  const { domain, problems } = parseDomainSpec(value, restStart + 1);
  return domain
    ? { term: { kind, ...span, qualifier, domain }, problems: [] }
    : invalid(word, kind, ...problems);
}

function parseAddress(pieces: Pieces, qualifier: Qualifier, kind: 'ip4' | 'ip6'): ParsedTerm {
  const { word, rest, restStart, nameSpan } = pieces;
  if (!rest.startsWith(':') || rest.length === 1) {
    return invalid(word, kind, problem('missing-value', nameSpan, { name: kind }));
  }
  const network = parseNetwork(kind, rest.slice(1), restStart + 1);
  if (!network.ok) return invalid(word, kind, network.problem);
  const value = { start: restStart + 1, end: word.end };
  const { ip, address, prefix } = network.value;
  const term = { kind, start: word.start, end: word.end, qualifier, address, prefix, value };
  return { term: remember(term, ip), problems: [] };
}

function parseAll({ word, rest, restStart }: Pieces, qualifier: Qualifier): ParsedTerm {
  if (rest === '')
    return { term: { kind: 'all', start: word.start, end: word.end, qualifier }, problems: [] };
  const span = { start: restStart, end: word.end };
  return invalid(word, 'all', problem('value-not-allowed', span, { name: 'all', text: rest }));
}

function parseMechanism(pieces: Pieces, name: MechanismName): ParsedTerm {
  const qualifier = (pieces.qualifier || '+') as Qualifier;
  if (name === 'all') return parseAll(pieces, qualifier);
  if (name === 'a' || name === 'mx') return parseHost(pieces, qualifier, name);
  if (name === 'ip4' || name === 'ip6') return parseAddress(pieces, qualifier, name);
  return parseNamed(pieces, qualifier, name);
}

function parseKnownModifier(pieces: Pieces, kind: ModifierName): ParsedTerm {
  const { word, rest, restStart, nameSpan } = pieces;
  const value = rest.slice(1);
  if (value === '') return invalid(word, kind, problem('missing-value', nameSpan, { name: kind }));
  const slip = prefixSlip(kind, value, restStart + 1);
  if (slip) return invalid(word, kind, slip);
  const { domain, problems } = parseDomainSpec(value, restStart + 1);
  const span = { start: word.start, end: word.end };
  return domain ? { term: { kind, ...span, domain }, problems: [] } : invalid(word, kind, ...problems);
}

/** What an unknown modifier may be a slip for: a mechanism written with "=", a second version, a near name. */
function resemblance(name: string): string | null {
  if (name === 'v') return 'v=spf1';
  return isMechanism(name) ? name : intendedName(name);
}

/** A modifier with a qualifier: a mechanism written with "=", or a character too many. */
function parseQualified(pieces: Pieces, name: string): ParsedTerm {
  const { word, qualifier, nameSpan, rest, restStart } = pieces;
  if (isMechanism(name) && name !== 'all') {
    const span = { start: nameSpan.start, end: restStart + 1 };
    const mended = parseMechanism({ ...pieces, rest: `:${rest.slice(1)}` }, name);
    const repair = mended.problems.length === 0 ? `${name}:` : undefined;
    return invalid(word, name, problem('mechanism-with-equals', span, { name }, repair));
  }
  const span = { start: word.start, end: word.start + qualifier.length };
  const repair = resemblance(name) === null ? '' : undefined;
  return invalid(
    word,
    name,
    problem('qualifier-on-modifier', span, { name }, isModifier(name) ? '' : repair),
  );
}

function parseModifier(pieces: Pieces): ParsedTerm {
  const { word, qualifier, rest, restStart } = pieces;
  const name = pieces.name.toLowerCase();
  if (qualifier !== '') return parseQualified(pieces, name);
  if (isModifier(name)) return parseKnownModifier(pieces, name);
  const { value, problems } = parseMacroString(rest.slice(1), restStart + 1, 'modifier');
  if (problems.length > 0) return invalid(word, name, ...problems);
  const span = { start: word.start, end: word.end };
  const term = { kind: 'modifier', ...span, name: pieces.name, value, resembles: resemblance(name) } as const;
  return { term, problems: [] };
}

/** What looks like the name of a host or of an SPF record. */
const hostName = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,63}$/i;

/** A mechanism and its value with a dot, or nothing, in the place of the colon: `ip4192.0.2.1`, `include.spf.example`. */
function gluedName(
  name: string,
  rest: string,
): { readonly name: MechanismName; readonly joined: string } | null {
  const [, ip = '', address = ''] = /^(ip[46])\.?(\d[\d.]*)$/i.exec(name) ?? [];
  const network = `${address}${rest}`;
  if (ip !== '' && parseNetwork(ip.toLowerCase() as 'ip4' | 'ip6', network, 0).ok) {
    return { name: ip.toLowerCase() as MechanismName, joined: `${ip.toLowerCase()}:${network}` };
  }
  const [, domain = ''] = /^include\.(.+)$/i.exec(name) ?? [];
  if (domain === '' || rest !== '' || !parseDomainSpec(domain, 0).domain) return null;
  return { name: 'include', joined: `include:${domain}` };
}

function parseUnknownMechanism(pieces: Pieces): ParsedTerm {
  const { word, nameSpan, rest, restStart } = pieces;
  const name = pieces.name.toLowerCase();
  if (isModifier(name)) {
    if (!rest.startsWith(':')) return invalid(word, name, problem('missing-value', nameSpan, { name }));
    // A qualifier in front goes with it.
    const span = { start: word.start, end: restStart + 1 };
    return invalid(word, name, problem('modifier-with-colon', span, { name }, `${name}=`));
  }
  const glued = gluedName(pieces.name, rest);
  if (glued) {
    const span = { start: nameSpan.start, end: word.end };
    const data = { text: word.text.slice(pieces.qualifier.length), name: glued.name, joined: glued.joined };
    return invalid(word, glued.name, problem('missing-colon', span, data, glued.joined));
  }
  const ip = name.startsWith('ip') ? parseIp(rest.slice(1).replace(/\/\d*$/, '')) : null;
  const intended = ip ? (`ip${ip.family}` as const) : intendedName(name);
  if (intended && isMechanism(intended)) {
    const data = { name: pieces.name, intended };
    return invalid(word, intended, problem('misspelled-mechanism', nameSpan, data, intended));
  }
  if (rest === '' && hostName.test(pieces.name)) {
    return invalid(word, null, problem('bare-name', nameSpan, { text: pieces.name }));
  }
  return invalid(word, null, problem('unknown-mechanism', nameSpan, { name: pieces.name }));
}

/** A word that does not begin with a name. */
function parseNameless(word: Word, qualifier: string, rest: string): ParsedTerm {
  const span = { start: word.start + qualifier.length, end: word.end };
  if (rest === '') return invalid(word, null, problem('lone-qualifier', word, { text: qualifier }));
  const ip = parseIp(rest.replace(/\/\d*$/, ''));
  if (ip) {
    const mechanism = `ip${ip.family}`;
    const repair = `${mechanism}:${rest}`;
    return invalid(word, mechanism, problem('bare-address', span, { text: rest, mechanism }, repair));
  }
  const mechanism = /^[-+?~]+(?=[a-z])/i.exec(rest);
  if (mechanism) {
    const several = qualifier + mechanism[0];
    const same = several.replaceAll(qualifier, '') === '';
    const at = { start: word.start, end: word.start + several.length };
    return invalid(
      word,
      null,
      problem('several-qualifiers', at, { text: several }, same ? qualifier : undefined),
    );
  }
  if (hostName.test(rest)) return invalid(word, null, problem('bare-name', span, { text: rest }));
  // Nothing but qualifiers: all of them are the fault.
  const [at, text] = /^[-+?~]+$/.test(rest) ? [word, word.text] : [span, rest];
  return invalid(word, null, problem('bad-name', at, { text }));
}

/** Reads one word by the letter of RFC 7208 §12. */
export function parseTerm(word: Word): ParsedTerm {
  const [, qualifier = '', name = '', rest = ''] =
    /^([-+?~]?)([a-z][a-z0-9._-]*)?(.*)$/is.exec(word.text) ?? [];
  if (name === '') return parseNameless(word, qualifier, rest);
  const nameStart = word.start + qualifier.length;
  const restStart = nameStart + name.length;
  const pieces = { word, qualifier, name, nameSpan: { start: nameStart, end: restStart }, rest, restStart };
  if (rest.startsWith('=')) return parseModifier(pieces);
  if (rest !== '' && !/^[:/]/.test(rest)) {
    return invalid(word, null, problem('bad-name', word, { text: word.text }));
  }
  const known = name.toLowerCase();
  return isMechanism(known) ? parseMechanism(pieces, known) : parseUnknownMechanism(pieces);
}

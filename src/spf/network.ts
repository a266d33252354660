import { formatIp, type Ip, parseIp } from '../text/ip.ts';
import { problem, type SpfProblem } from './problems.ts';
import type { NetworkTerm } from './record.ts';

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SpfProblem };

function bad(fault: SpfProblem): { readonly ok: false; readonly problem: SpfProblem } {
  return { ok: false, problem: fault };
}

/** RFC 7208 §12 ip4-cidr-length and ip6-cidr-length: decimal, no leading zero, at most 32 or 128. */
function parsePrefix(text: string, slashes: '/' | '//', limit: 32 | 128, start: number): Parsed<number> {
  const span = { start, end: start + text.length };
  const digits = text.slice(slashes.length);
  if (!/^\d+$/.test(digits)) return bad(problem('bad-prefix', span, { text }));
  const decimal = digits.replace(/^0+(?=\d)/, '');
  if (decimal.length > 3 || Number(decimal) > limit) {
    return bad(problem('prefix-range', span, { text: digits, limit: String(limit) }));
  }
  const mended = `${slashes}${decimal}`;
  if (mended !== text) return bad(problem('prefix-zeros', span, { text: digits, mended }, mended));
  return { ok: true, value: Number(decimal) };
}

export interface DualPrefix {
  readonly prefix4: number;
  readonly prefix6: number;
}

/** Reads dual-cidr-length, "" or "/24" or "//64" or "/24//64", at `start` of its record (RFC 7208 §5.3). */
export function parseDualPrefix(text: string, start: number): Parsed<DualPrefix> {
  const double = text.indexOf('//');
  const four = double < 0 ? text : text.slice(0, double);
  let prefix4 = 32;
  let prefix6 = 128;
  if (four !== '') {
    const parsed = parsePrefix(four, '/', 32, start);
    if (!parsed.ok) return parsed;
    prefix4 = parsed.value;
  }
  if (double >= 0) {
    const parsed = parsePrefix(text.slice(double), '//', 128, start + double);
    if (!parsed.ok) return parsed;
    prefix6 = parsed.value;
  }
  return { ok: true, value: { prefix4, prefix6 } };
}

function addressProblem(kind: 'ip4' | 'ip6', text: string, start: number): SpfProblem {
  const other = parseIp(text);
  const span = { start, end: start + text.length };
  // The mechanism is at fault, and it stands before the address with its colon.
  const term = { start: start - kind.length - 1, end: span.end };
  if (other?.family === 6) return problem('ip6-in-ip4', term, { text }, `ip6:${text}`);
  if (other?.family === 4) return problem('ip4-in-ip6', term, { text }, `ip4:${text}`);
  if (text.includes('%')) return problem('macro-in-address', span, { name: kind });
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,63}$/i.test(text)) {
    return problem('name-in-address', span, { text, name: kind });
  }
  return problem(kind === 'ip4' ? 'bad-address' : 'bad-address-6', span, { text, name: kind });
}

export interface Network {
  readonly ip: Ip;
  readonly address: string;
  readonly prefix: number;
}

/** Reads the value of `ip4:` or `ip6:`, not empty, at `start` of its record (RFC 7208 §5.6). */
export function parseNetwork(kind: 'ip4' | 'ip6', text: string, start: number): Parsed<Network> {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const ip = parseIp(written);
  if (ip?.family !== (kind === 'ip4' ? 4 : 6)) {
    return bad(addressProblem(kind, written, start));
  }
  const limit = kind === 'ip4' ? 32 : 128;
  // Of IPv4 there is one way to write an address.
  const address = kind === 'ip4' ? written : formatIp(ip);
  if (slash < 0) return { ok: true, value: { ip, address, prefix: limit } };
  const prefix = parsePrefix(text.slice(slash), '/', limit, start + slash);
  return prefix.ok ? { ok: true, value: { ip, address, prefix: prefix.value } } : prefix;
}

const read = new WeakMap<NetworkTerm, Ip>();

/** Keeps the address of a term beside it, so that nobody reads it again. */
export function remember(term: NetworkTerm, ip: Ip): NetworkTerm {
  read.set(term, ip);
  return term;
}

/** The address of a term, of one from a file too. */
export function ipOf(term: NetworkTerm): Ip | null {
  const known = read.get(term) ?? parseIp(term.address);
  if (known) read.set(term, known);
  return known;
}

import { type Asked, isFailed, isVoid } from '../dns/resolver.ts';
import { byFamily, type ByFamily, type Family } from './family.ts';
import { lookupsOf } from './reach.ts';
import { leadsOn, type Limb } from './tree.ts';

/** Which clients a term asks about in vain. */
export type Voids = ByFamily<boolean>;

const none: Voids = { ipv4: false, ipv6: false };
const both: Voids = { ipv4: true, ipv6: true };

/** The questions of an `a`, `mx` or `exists` that a client of the family makes a receiver ask (RFC 7208 §5, §5.7). */
export function askedFor({ term, branch: { asked } }: Limb, family: Family): readonly Asked[] {
  if (term.kind === 'exists') return asked;
  const other = family === 'ipv4' ? 'AAAA' : 'A';
  return asked.filter(({ type }) => type !== other);
}

/**
 * Whether a term is a void lookup (RFC 7208 §4.6.4), for a client on IPv4 and for one on IPv6: §5 has the addresses of
 * `a` and `mx` asked in the family of the client. A term counts once, however many of its questions find nothing.
 */
export function voidsOf(limb: Limb): Voids {
  const { node } = limb.branch;
  if (leadsOn(limb)) return node && isVoid(node.txt) ? both : none;
  return byFamily((family) => askedFor(limb, family).some(isVoid));
}

/**
 * Whether nobody can tell if a term is a void lookup: a question failed or was not asked, or the client or the message
 * decides what is asked. Of an include or redirect only `%{p}` counts: one that leads nowhere is an error by itself.
 */
export function maybeVoidsOf(limb: Limb): Voids {
  const { term, branch } = limb;
  if (lookupsOf(term) > 1) return both;
  if (leadsOn(limb) || branch.malformed) return none;
  if (term.kind === 'ptr' || branch.target === null || branch.capped) return both;
  const known = voidsOf(limb);
  return byFamily((family) => !known[family] && askedFor(limb, family).some(isFailed));
}

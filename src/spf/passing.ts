import { isFailed, isVoid, recordsOf } from '../dns/resolver.ts';
import { parseIp } from '../text/ip.ts';
import { type Addresses, everyone } from './addresses.ts';
import { authority, type Reach } from './authority.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import { byFamily, type Family } from './family.ts';
import { mxLimit } from './limits.ts';
import { claims, joined, lessRanges, networkRange, type Ranges } from './ranges.ts';
import { isLookupTerm, reachableMechanisms } from './reach.ts';
import { remembered } from './remembered.ts';
import { stopsOf } from './stops.ts';
import { type Limb, limbs, nodesOf, recordOf } from './tree.ts';
import { askedFor } from './voids.ts';

/** Whom a tree lets pass where a permanent error ends an evaluation for all that nothing matched before. */

/** What becomes of clients of one family at a record; of the others nothing matches. */
interface Fate {
  readonly pass: Ranges;
  /** They end in permerror. */
  readonly error: Ranges;
}

/** Addresses, and what becomes of those that no earlier claim has. */
interface Claim {
  readonly ranges: Ranges;
  readonly effect: 'pass' | 'other' | 'error';
}

/** The terms that limits end an evaluation at. */
interface Ends {
  readonly family: Family;
  readonly lookups: SpfBranch | undefined;
  readonly voids: SpfBranch | undefined;
}

/** The addresses of the hosts that are asked for before the first question that finds nothing, where one does. */
function beforeVoid(limb: Limb, { family }: Ends): Ranges {
  const { term } = limb;
  if (term.kind !== 'a' && term.kind !== 'mx') return [];
  const asked = askedFor(limb, family);
  const end = asked.findIndex(isVoid);
  const texts = asked.slice(0, end < 0 ? asked.length : end).flatMap((one) => {
    return one.type === 'A' || one.type === 'AAAA' ? (recordsOf(one) as readonly string[]) : [];
  });
  const ips = texts.flatMap((text) => parseIp(text) ?? []);
  const prefix = family === 'ipv4' ? term.prefix4 : term.prefix6;
  return joined(ips.map((ip) => networkRange(ip, prefix)));
}

/** More MX records than a receiver looks up: an error for those that the first ten do not match. */
function isCrowded({ term, branch: { asked } }: Limb): boolean {
  const [first] = asked;
  return term.kind === 'mx' && first !== undefined && recordsOf(first).length > mxLimit;
}

/** What an include or redirect claims. */
function claimsOfLead({ branch }: Limb, effect: Claim['effect'], ends: Ends): Claim[] {
  const everybody: Claim = { ranges: everyone[ends.family], effect: 'error' };
  if (branch.malformed || branch.loop) return [everybody];
  if (!branch.node) return [];
  const { pass, error } = fateOf(branch.node, ends);
  return [
    { ranges: pass, effect },
    { ranges: error, effect: 'error' },
  ];
}

/** What a term claims, the first claim first. */
function claimsOf(limb: Limb, { addresses }: Reach, ends: Ends): Claim[] {
  const { term, branch } = limb;
  const { family } = ends;
  const everybody: Claim = { ranges: everyone[family], effect: 'error' };
  const effect = 'qualifier' in term && term.qualifier !== '+' ? 'other' : 'pass';
  if (branch === ends.lookups) return [everybody];
  if (branch === ends.voids) return [{ ranges: beforeVoid(limb, ends), effect }, everybody];
  if (term.kind === 'include' || term.kind === 'redirect') return claimsOfLead(limb, effect, ends);
  return [{ ranges: addresses[family], effect }, ...(isCrowded(limb) ? [everybody] : [])];
}

/** RFC 7208 §4.6.2: the first term that matches decides, an error among them. */
function fateOf(node: SpfNode, ends: Ends): Fate {
  const { family } = ends;
  if (isFailed(node.txt)) return { pass: [], error: [] };
  const record = recordOf(node);
  if (!record || record.problems.length > 0) return { pass: [], error: everyone[family] };
  const branches = new Map(node.branches.map((branch) => [branch.term, branch]));
  const made = authority(node).reaches.flatMap((reach): Claim[] => {
    const { term, index, addresses } = reach;
    const branch = branches.get(index);
    if (branch && isLookupTerm(term)) return claimsOf({ node, record, term, branch }, reach, ends);
    const passes = 'qualifier' in term && term.qualifier === '+';
    return [{ ranges: addresses[family], effect: passes ? 'pass' : 'other' }];
  });
  const found = claims(made.map(({ ranges }) => ranges));
  const owned = (effect: Claim['effect']) =>
    joined(found.filter(({ owner }) => made[owner]?.effect === effect));
  return { pass: owned('pass'), error: owned('error') };
}

function endsOf(tree: SpfNode, family: Family): Ends {
  const { lookups, voids } = stopsOf(tree);
  return { family, lookups: lookups?.branch, voids: voids[family]?.branch };
}

/** Some clients leave the record of the node before its end, and an include of it goes on behind it for them. */
function isLeftEarly(node: SpfNode): boolean {
  const record = recordOf(node);
  const terms = record ? reachableMechanisms(record) : [];
  return terms.some(({ term }) => term.kind !== 'all' && term.qualifier !== '+');
}

/**
 * Whether a limit ends every evaluation at the same term. Those that an included record refuses have spent less of the
 * limits when they come to the next term (RFC 7208 §4.6.4, §5.2).
 */
export function isStoppedAlike(tree: SpfNode): boolean {
  const { lookups, voids } = stopsOf(tree);
  if (!lookups && !voids.ipv4 && !voids.ipv6) return true;
  const included = limbs(tree).flatMap(({ term, branch }) =>
    term.kind === 'include' && branch.node ? nodesOf(branch.node) : [],
  );
  return !included.some(isLeftEarly);
}

/** The addresses that pass, as far as the answers tell. */
export const passing: (tree: SpfNode) => Addresses = remembered((tree) =>
  byFamily((family) => fateOf(tree, endsOf(tree, family)).pass),
);

/** Whether an address of the family passes where an evaluation goes on behind the void lookup `limb`, and not otherwise. */
export function passesBehind(tree: SpfNode, family: Family, { branch }: Limb): boolean {
  const ends = endsOf(tree, family);
  const allowed = fateOf(tree, { ...ends, voids: undefined }).pass;
  const ended = fateOf(tree, { ...ends, voids: branch }).pass;
  return lessRanges(allowed, ended).length > 0;
}

import { type Ip, parseIp } from '../text/ip.ts';
import type { SpfNode } from './facts.ts';
import { isNobody, less } from './addresses.ts';
import type { Reach } from './authority.ts';
import { type Ground, ownersOf } from './ground.ts';
import { networkRange } from './ranges.ts';
import { isLookup, reachableMechanisms } from './reach.ts';
import type { Mechanism, NetworkTerm, SpfTerm } from './record.ts';
import { limbsOf } from './tree.ts';

/** Terms of a record that could go without anybody losing by it. */

export interface Redundant {
  readonly term: Mechanism;
  /** The terms that do its work. */
  readonly by: readonly SpfTerm[];
  /**
   * `covered`: each of its addresses belongs to the others. `repeated`: both lead to the same record. `contained`: its
   * record is read by way of the other, which lets all of them pass.
   */
  readonly how: 'covered' | 'repeated' | 'contained';
  /** The others are networks written into the same record: nothing that others publish can end the redundancy. */
  readonly lasting: boolean;
}

/** Terms of one record that are compared with each other. */
const compared = 1000;

function isNetwork(term: SpfTerm): term is NetworkTerm {
  return term.kind === 'ip4' || term.kind === 'ip6';
}

/** The networks around an address by their prefix, so that one finds another. */
function networkKey({ family, octets }: Ip): (prefix: number) => string {
  const { first } = networkRange({ family, octets }, octets.length * 8);
  return (prefix) => `${family}/${prefix} ${first >> BigInt(octets.length * 8 - prefix)}`;
}

/** Every address of the term gets the result that the term gives. */
function decideAlike(owners: readonly Reach[], { qualifier }: Mechanism): boolean {
  return owners.every(({ term }) => 'qualifier' in term && term.qualifier === qualifier);
}

interface Placed {
  readonly term: NetworkTerm;
  readonly at: number;
}

/** The widest network around one with this key, up to the place `end`. Of equal ones the first covers the others. */
function widest(
  networks: ReadonlyMap<string, Placed>,
  key: (prefix: number) => string,
  { prefix }: NetworkTerm,
  end: number,
): NetworkTerm | null {
  for (let wide = 1; wide < prefix; wide += 1) {
    const around = networks.get(key(wide));
    if (around && around.at <= end) return around.term;
  }
  return null;
}

/**
 * Networks that a later one around them holds, each with the widest. A term in between that asks the DNS may end the
 * evaluation before, and one with another qualifier may refuse.
 */
function heldLater(ground: Ground, mechanisms: readonly Mechanism[]): Map<Mechanism, NetworkTerm> {
  const later = new Map<string, Placed>();
  const found = new Map<Mechanism, NetworkTerm>();
  /** Index of the nearest mechanism behind that may decide otherwise. */
  let otherwise = mechanisms.length;
  for (const [at, term] of [...mechanisms.entries()].toReversed()) {
    if (term.qualifier !== '+' || isLookup(term)) otherwise = at;
    const ip = isNetwork(term) && term.qualifier === '+' ? parseIp(term.address) : null;
    if (!ip || !isNetwork(term)) continue;
    const key = networkKey(ip);
    const reach = ground.reaches.get(term);
    const around = reach && ground.owners.has(reach) ? widest(later, key, term, otherwise) : null;
    if (reach && around && decideAlike(ownersOf(ground, reach), term)) found.set(term, around);
    later.set(key(term.prefix), { term, at });
  }
  return found;
}

/** Networks whose addresses all belong to earlier terms of the same result, those in `later` represented by what holds them. */
function heldBefore(
  ground: Ground,
  mechanisms: readonly Mechanism[],
  later: ReadonlyMap<SpfTerm, NetworkTerm>,
): Redundant[] {
  return mechanisms.filter(isNetwork).flatMap((term): Redundant[] => {
    const reach = ground.reaches.get(term);
    if (!reach || ground.owners.has(reach)) return [];
    const owners = ownersOf(ground, reach);
    const by = [...new Set(owners.map((owner) => later.get(owner.term) ?? owner.term))];
    if (by.length === 0 || by.includes(term)) return [];
    if (!decideAlike(owners, term) || !owners.every(({ known }) => known)) return [];
    return [{ term, by, how: 'covered', lasting: by.every(isNetwork) }];
  });
}

/** The names whose pass is a pass of the record, itself first: only a "+" hands it on (RFC 7208 §5.2). */
function namesBehind(node: SpfNode): readonly string[] {
  const onward = limbsOf(node).filter(({ term }) => term.kind === 'include' && term.qualifier === '+');
  return [node.domain, ...onward.flatMap(({ branch }) => (branch.node ? namesBehind(branch.node) : []))];
}

/** All that passes by one passes by the other, as far as everything behind them was read. */
function isWithin({ reaches }: Ground, one: SpfTerm, other: SpfTerm): boolean {
  const [inner, outer] = [reaches.get(one), reaches.get(other)];
  if (!inner?.known || !outer?.known) return false;
  return isNobody(less(inner.addresses, outer.addresses));
}

/** Includes of a record that an earlier include of the same result has read. */
function readBefore(ground: Ground, mechanisms: readonly Mechanism[]): Redundant[] {
  const { branches } = ground;
  const first = new Map<string, Mechanism>();
  const found: Redundant[] = [];
  for (const term of mechanisms) {
    const node = term.kind === 'include' ? branches.get(term)?.node : undefined;
    if (!node || node.records.length === 0) continue;
    const by = first.get(`${term.qualifier}${node.domain}`);
    if (by && branches.get(by)?.target === node.domain) {
      found.push({ term, by: [by], how: 'repeated', lasting: true });
    } else if (by && isWithin(ground, term, by)) {
      found.push({ term, by: [by], how: 'contained', lasting: false });
    }
    for (const name of namesBehind(node)) {
      const key = `${term.qualifier}${name}`;
      if (!first.has(key)) first.set(key, term);
    }
  }
  return found;
}

/** In the order of the record. None of them is what makes another redundant. */
export function redundantTerms(ground: Ground): Redundant[] {
  const mechanisms = reachableMechanisms(ground.record)
    .map(({ term }) => term)
    .slice(0, compared);
  const later = heldLater(ground, mechanisms);
  return [
    ...[...later].map(([term, by]): Redundant => ({ term, by: [by], how: 'covered', lasting: true })),
    ...heldBefore(ground, mechanisms, later),
    ...readBefore(ground, mechanisms),
  ].toSorted((a, b) => a.term.start - b.term.start);
}

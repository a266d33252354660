import { type Ip, parseIp } from '../text/ip.ts';
import type { SpfNode } from './facts.ts';
import { coverOf, type Ground } from './ground.ts';
import { networkRange } from './ranges.ts';
import { reachableMechanisms } from './reach.ts';
import type { Mechanism, NetworkTerm, SpfTerm } from './record.ts';
import { limbsOf } from './tree.ts';

/** Terms of a record that could go without anybody losing by it. */

export interface Redundant {
  readonly term: Mechanism;
  /** The term that does its work. */
  readonly by: SpfTerm;
  /**
   * `covered`: each of its addresses belongs to the other. `repeated`: both lead to the same record. `contained`: its
   * record is read by way of the other.
   */
  readonly how: 'covered' | 'repeated' | 'contained';
  /** The other is a network written into the same record: nothing that others publish can end the redundancy. */
  readonly lasting: boolean;
}

/** Terms of one record that are compared with each other. */
const compared = 1000;

function isNetwork(term: SpfTerm): term is NetworkTerm {
  return term.kind === 'ip4' || term.kind === 'ip6';
}

function same(a: Mechanism, b: SpfTerm): boolean {
  return 'qualifier' in b && a.qualifier === b.qualifier;
}

/** The networks around an address by their prefix, so that one finds another. */
function networkKey({ family, octets }: Ip): (prefix: number) => string {
  const { first } = networkRange({ family, octets }, octets.length * 8);
  return (prefix) => `${family}/${prefix} ${first >> BigInt(octets.length * 8 - prefix)}`;
}

/** Networks that a later one around them holds, where no term in between decides otherwise. */
function heldLater(mechanisms: readonly Mechanism[]): Redundant[] {
  const later = new Map<string, { readonly term: NetworkTerm; readonly at: number }>();
  const found: Redundant[] = [];
  /** Index of the nearest mechanism behind with another qualifier than "+". */
  let otherwise = mechanisms.length;
  for (const [at, term] of [...mechanisms.entries()].toReversed()) {
    if (term.qualifier !== '+') otherwise = at;
    const ip = isNetwork(term) && term.qualifier === '+' ? parseIp(term.address) : null;
    if (!ip || !isNetwork(term)) continue;
    const key = networkKey(ip);
    // Of two equal ones the later is covered by the earlier, not the other way round.
    for (let prefix = term.prefix - 1; prefix > 0; prefix -= 1) {
      const around = later.get(key(prefix));
      if (!around || around.at > otherwise) continue;
      found.push({ term, by: around.term, how: 'covered', lasting: true });
      break;
    }
    later.set(key(term.prefix), { term, at });
  }
  return found.toReversed();
}

/** Networks whose addresses belong to an earlier term with the same result. */
function heldBefore(ground: Ground, mechanisms: readonly Mechanism[]): Redundant[] {
  return mechanisms.filter(isNetwork).flatMap((term): Redundant[] => {
    const reach = ground.reaches.get(term);
    const by = reach ? coverOf(ground, reach) : null;
    return by && same(term, by) ? [{ term, by, how: 'covered', lasting: isNetwork(by) }] : [];
  });
}

/** The names whose pass is a pass of the record, itself first: only a "+" hands it on (RFC 7208 §5.2). */
function namesBehind(node: SpfNode): readonly string[] {
  const onward = limbsOf(node).filter(({ term }) => term.kind === 'include' && term.qualifier === '+');
  return [node.domain, ...onward.flatMap(({ branch }) => (branch.node ? namesBehind(branch.node) : []))];
}

/** Includes of a record that an earlier include of the same result has read. */
function readBefore({ branches }: Ground, mechanisms: readonly Mechanism[]): Redundant[] {
  const first = new Map<string, Mechanism>();
  const found: Redundant[] = [];
  for (const term of mechanisms) {
    const node = term.kind === 'include' ? branches.get(term)?.node : undefined;
    if (!node || node.records.length === 0) continue;
    const by = first.get(`${term.qualifier}${node.domain}`);
    const equal = by && branches.get(by)?.target === node.domain;
    if (by) found.push({ term, by, how: equal ? 'repeated' : 'contained', lasting: equal === true });
    for (const name of namesBehind(node)) {
      const key = `${term.qualifier}${name}`;
      if (!first.has(key)) first.set(key, term);
    }
  }
  return found;
}

/** In the order of the record. */
export function redundantTerms(ground: Ground): Redundant[] {
  const mechanisms = reachableMechanisms(ground.record)
    .map(({ term }) => term)
    .slice(0, compared);
  const before = heldBefore(ground, mechanisms);
  const told = new Set(before.map(({ term }) => term));
  const later = heldLater(mechanisms).filter(({ term }) => !told.has(term));
  return [...before, ...later, ...readBefore(ground, mechanisms)].toSorted(
    (a, b) => a.term.start - b.term.start,
  );
}

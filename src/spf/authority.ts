import { type Asked, isFailed, recordsOf } from '../dns/resolver.ts';
import { type Ip, parseIp } from '../text/ip.ts';
import { type Addresses, everyone, networksOf, nobody } from './addresses.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import { type Claim, claims, joined, type Ranges } from './ranges.ts';
import { type Indexed, reachableMechanisms, redirectOf } from './reach.ts';
import type { HostTerm, KnownModifier, Mechanism } from './record.ts';
import { remembered } from './remembered.ts';
import { recordOf } from './tree.ts';

/** Whom a tree authorizes, address by address, as far as the answers tell. */

export type { Addresses } from './addresses.ts';

/** A term that an evaluation can reach, and the addresses it matches by itself. */
export interface Reach {
  readonly index: number;
  readonly term: Mechanism | KnownModifier;
  readonly addresses: Addresses;
  /** Those are all: no failed question, no target that the message decides, no cap of ours. */
  readonly known: boolean;
}

export interface Authority {
  /** In the order of an evaluation; a redirect last. */
  readonly reaches: readonly Reach[];
  /** Indexes into `reaches`: which term decides for which addresses. */
  readonly claims: { readonly ipv4: readonly Claim[]; readonly ipv6: readonly Claim[] };
  /** Those that pass. */
  readonly pass: Addresses;
  /** False where more may pass: one of `reaches` is not known. */
  readonly complete: boolean;
}

function parsed(texts: readonly string[]): Ip[] {
  return texts.flatMap((text) => parseIp(text) ?? []);
}

/** The networks that an `a` or `mx` makes of these answers. */
export function hostAddresses({ prefix4, prefix6 }: HostTerm, asked: readonly Asked[]): Addresses {
  const texts = asked.flatMap((one) =>
    one.type === 'A' || one.type === 'AAAA' ? recordsOf(one as Asked<'A' | 'AAAA'>) : [],
  );
  return networksOf(parsed(texts), prefix4, prefix6);
}

/** Of `ptr`, and of macros that stand for the client, the client decides: nobody here. */
function matched(term: Reach['term'], branch: SpfBranch | undefined): Addresses {
  if (term.kind === 'all') return everyone;
  // A name without the client in it answers all clients alike (RFC 7208 §5.7).
  if (term.kind === 'exists') return branch?.asked[0]?.answer.status === 'found' ? everyone : nobody;
  if (term.kind === 'ip4' || term.kind === 'ip6') {
    return networksOf(parsed([term.address]), term.prefix, term.prefix);
  }
  if (term.kind === 'a' || term.kind === 'mx') return hostAddresses(term, branch?.asked ?? []);
  return branch?.node ? authority(branch.node).pass : nobody;
}

/** All that the term authorizes is in `matched`. */
export function isKnown(term: Reach['term'], branch: SpfBranch | undefined): boolean {
  if (term.kind === 'all' || term.kind === 'ip4' || term.kind === 'ip6') return true;
  if (term.kind === 'ptr') return false;
  if (branch?.malformed) return true;
  if (!branch || branch.target === null || branch.capped || branch.loop) return false;
  if (term.kind === 'a' || term.kind === 'mx' || term.kind === 'exists') return !branch.asked.some(isFailed);
  return branch.node !== undefined && !isFailed(branch.node.txt) && authority(branch.node).complete;
}

const authorizes = (term: Reach['term']) =>
  term.kind === 'redirect' || ('qualifier' in term && term.qualifier === '+');

function passing(reaches: readonly Reach[], found: readonly Claim[]): Ranges {
  return joined(found.filter(({ owner }) => authorizes((reaches[owner] as Reach).term)));
}

/**
 * Whom the record of a node authorizes: of several terms the first that matches decides (RFC 7208 §4.6.2), an include
 * matches those that its own record lets pass (§5.2), a redirect decides for those that nothing matched (§6.1).
 * A node without one readable record authorizes nobody. Broken words count for nothing, so that a record can be
 * compared with its repair.
 */
export const authority: (node: SpfNode) => Authority = remembered((node) => {
  const record = recordOf(node);
  if (!record) return { reaches: [], claims: { ipv4: [], ipv6: [] }, pass: nobody, complete: true };
  const branches = new Map(node.branches.map((branch) => [branch.term, branch]));
  const redirect = redirectOf(record);
  const terms: readonly Indexed<Reach['term']>[] = [
    ...reachableMechanisms(record),
    ...(redirect ? [redirect] : []),
  ];
  const reaches = terms.map(({ index, term }): Reach => {
    const branch = branches.get(index);
    return { index, term, addresses: matched(term, branch), known: isKnown(term, branch) };
  });
  const ipv4 = claims(reaches.map(({ addresses }) => addresses.ipv4));
  const ipv6 = claims(reaches.map(({ addresses }) => addresses.ipv6));
  return {
    reaches,
    claims: { ipv4, ipv6 },
    pass: { ipv4: passing(reaches, ipv4), ipv6: passing(reaches, ipv6) },
    complete: reaches.every(({ known }) => known),
  };
});

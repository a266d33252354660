import { isFailed } from '../dns/resolver.ts';
import { parseIp } from '../text/ip.ts';
import { type Addresses, authority, isKnown } from './authority.ts';
import type { SpfNode } from './facts.ts';
import { isStoppedAlike, passing } from './passing.ts';
import { countOf, joined, networkRange, type Ranges } from './ranges.ts';
import type { SpfAddresses } from './surveyed.ts';
import { limbs, nodesOf, omittedTerms, recordOf } from './tree.ts';

/** How many addresses records name, and how many of them pass. */

const mappedNetwork = parseIp('::ffff:0:0');
const mapped = mappedNetwork && networkRange(mappedNetwork, 96);

/** RFC 7208 §5: a client whose address is mapped from IPv4 comes over IPv4, so that no `ip6` matches it. */
function withoutMapped(ranges: Ranges): Ranges {
  return ranges.filter(({ first, last }) => !mapped || first < mapped.first || last > mapped.last);
}

export function counted({ ipv4, ipv6 }: Addresses, complete: boolean): SpfAddresses {
  return { ipv4: Number(countOf(ipv4)), ipv6: String(countOf(withoutMapped(ipv6))), complete };
}

function united(all: readonly Addresses[]): Addresses {
  return { ipv4: joined(all.flatMap(({ ipv4 }) => ipv4)), ipv6: joined(all.flatMap(({ ipv6 }) => ipv6)) };
}

/** Nothing is left to a failed question, the message, the client or our own cap. A circle is an error, and known. */
function isComplete(tree: SpfNode): boolean {
  return (
    nodesOf(tree).every((node) => omittedTerms(node).length === 0) &&
    limbs(tree).every(({ term, branch }) => {
      if (branch.node) return !isFailed(branch.node.txt);
      return branch.loop !== undefined || isKnown(term, branch);
    })
  );
}

/** Those that terms of the records let pass, errors aside. */
export function namedCount(nodes: readonly SpfNode[]): SpfAddresses {
  return counted(united(nodes.map((node) => authority(node).pass)), nodes.every(isComplete));
}

/** Those that pass; nobody where there are several records, or where the one is in permerror as a whole. */
export function passingCount(tree: SpfNode | null): SpfAddresses {
  const record = tree && recordOf(tree);
  if (!tree || (record && record.problems.length > 0)) return { ipv4: 0, ipv6: '0', complete: true };
  return counted(passing(tree), isComplete(tree) && isStoppedAlike(tree));
}

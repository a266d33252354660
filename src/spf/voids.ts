import { type Asked, isVoid } from '../dns/resolver.ts';
import { leadsOn, type Limb } from './tree.ts';

/** Which clients a term asks about in vain. */
export interface Voids {
  readonly ipv4: boolean;
  readonly ipv6: boolean;
}

const none: Voids = { ipv4: false, ipv6: false };

function hostVoids(asked: readonly Asked[]): Voids {
  const inVain = (type: Asked['type']) => asked.some((one) => one.type === type && isVoid(one));
  return { ipv4: inVain('MX') || inVain('A'), ipv6: inVain('MX') || inVain('AAAA') };
}

/**
 * Whether a term is a void lookup (RFC 7208 §4.6.4), for a client on IPv4 and for one on IPv6: §5 has the addresses of
 * `a` and `mx` asked in the family of the client. A term counts once, however many of its questions find nothing.
 */
export function voidsOf(limb: Limb): Voids {
  const { term, branch } = limb;
  if (leadsOn(limb)) return branch.node && isVoid(branch.node.txt) ? { ipv4: true, ipv6: true } : none;
  if (term.kind === 'exists') {
    const empty = branch.asked.some(isVoid);
    return { ipv4: empty, ipv6: empty };
  }
  return hostVoids(branch.asked);
}

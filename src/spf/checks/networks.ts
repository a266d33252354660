import { type Ip, parseIp } from '../../text/ip.ts';
import type { SpfNode } from '../facts.ts';
import { reachableMechanisms } from '../reach.ts';
import type { HostTerm, NetworkTerm, SpfRecord } from '../record.ts';
import { type Chain, recordOf } from '../tree.ts';

/** A term of the records that speak for the domain itself, and a network that it authorizes. */
export interface OwnNetwork {
  readonly node: SpfNode;
  readonly record: SpfRecord;
  readonly term: NetworkTerm | HostTerm;
  /** Of an `ip4` or `ip6`; null for the hosts of `a` and `mx`, which the DNS names. */
  readonly ip: Ip | null;
  readonly family: 4 | 6;
  readonly prefix: number;
}

/** The networks that the terms with a "+" of these records name: literal ones, and the prefixes of `a` and `mx`. */
export function ownNetworks({ nodes }: Chain): OwnNetwork[] {
  return nodes.flatMap((node) => {
    const record = recordOf(node);
    return (record ? reachableMechanisms(record) : []).flatMap(({ term }): OwnNetwork[] => {
      if (!record || term.kind === 'all' || term.qualifier !== '+') return [];
      if (term.kind === 'ip4' || term.kind === 'ip6') {
        const ip = parseIp(term.address);
        const { prefix } = term;
        return ip ? [{ node, record, term, ip, family: ip.family, prefix }] : [];
      }
      if (term.kind !== 'a' && term.kind !== 'mx') return [];
      const { prefix4, prefix6 } = term;
      return [
        ...(prefix4 < 32 ? [{ node, record, term, ip: null, family: 4 as const, prefix: prefix4 }] : []),
        ...(prefix6 < 128 ? [{ node, record, term, ip: null, family: 6 as const, prefix: prefix6 }] : []),
      ];
    });
  });
}

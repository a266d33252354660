import { isFailed, recordsOf, type Asked } from '../../dns/resolver.ts';
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
  readonly family: 4 | 6;
  readonly prefix: number;
  /** Of an `ip4` or `ip6` the one address; of `a` and `mx` those of the hosts, as far as the DNS told. */
  readonly ips: readonly Ip[];
  /** The first question about the hosts that failed. */
  readonly failed: Asked | null;
}

type Network = Pick<OwnNetwork, 'family' | 'prefix' | 'ips' | 'failed'>;

function ofHosts({ prefix4, prefix6 }: HostTerm, asked: readonly Asked[]): Network[] {
  const ips = asked.flatMap((one) =>
    one.type === 'A' || one.type === 'AAAA'
      ? (recordsOf(one) as readonly string[]).flatMap((text) => parseIp(text) ?? [])
      : [],
  );
  const network = (family: 4 | 6, prefix: number, other: 'A' | 'AAAA'): Network => {
    const failed = asked.filter(({ type }) => type !== other).find(isFailed) ?? null;
    return { family, prefix, ips: ips.filter((ip) => ip.family === family), failed };
  };
  return [
    ...(prefix4 < 32 ? [network(4, prefix4, 'AAAA')] : []),
    ...(prefix6 < 128 ? [network(6, prefix6, 'A')] : []),
  ];
}

function literal({ address, prefix }: NetworkTerm): Network[] {
  const ip = parseIp(address);
  return ip ? [{ family: ip.family, prefix, ips: [ip], failed: null }] : [];
}

/** The networks that the terms with a "+" of these records name: literal ones, and the prefixes of `a` and `mx`. */
export function ownNetworks({ nodes }: Chain): OwnNetwork[] {
  return nodes.flatMap((node) => {
    const record = recordOf(node);
    if (!record) return [];
    const asked = new Map(node.branches.map((branch) => [branch.term, branch.asked]));
    return reachableMechanisms(record).flatMap(({ index, term }): OwnNetwork[] => {
      if (term.kind === 'all' || term.qualifier !== '+') return [];
      if (term.kind === 'ip4' || term.kind === 'ip6') {
        return literal(term).map((one) => ({ node, record, term, ...one }));
      }
      if (term.kind !== 'a' && term.kind !== 'mx') return [];
      return ofHosts(term, asked.get(index) ?? []).map((one) => ({ node, record, term, ...one }));
    });
  });
}

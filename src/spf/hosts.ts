import { registrableDomain } from '../domain.ts';
import { type Asked, isFailed, recordsOf } from '../dns/resolver.ts';
import { formatIp, inNetwork, type Ip, parseIp, unmapped } from '../text/ip.ts';
import { whole } from './abridge.ts';
import type { AuthorizedHost, SpfNode } from './facts.ts';
import { byText } from './order.ts';
import { reachableMechanisms } from './reach.ts';
import { type Mechanism, type SpfRecord, termText } from './record.ts';
import { limbsOf } from './tree.ts';

interface Network {
  readonly ip: Ip;
  readonly prefix: number;
}

function network(address: string, prefix: number): Network[] {
  const ip = parseIp(address);
  return ip ? [{ ip, prefix }] : [];
}

function addressesOf(asked: readonly Asked[], type: 'A' | 'AAAA'): string[] {
  return asked.flatMap((one) =>
    one.type === type ? recordsOf(one as Asked<typeof type>).toSorted(byText) : [],
  );
}

/** The networks that a term matches, as far as the answers tell. */
function networksOf(term: Mechanism, asked: readonly Asked[]): Network[] {
  if (term.kind === 'ip4' || term.kind === 'ip6') return network(term.address, term.prefix);
  if (term.kind !== 'a' && term.kind !== 'mx') return [];
  return [
    ...addressesOf(asked, 'A').flatMap((address) => network(address, term.prefix4)),
    ...addressesOf(asked, 'AAAA').flatMap((address) => network(address, term.prefix6)),
  ];
}

/** One address, which a client can have: an IPv4-mapped one never reaches an ip6 term (RFC 7208 §5). */
function isHost({ ip, prefix }: Network): boolean {
  return prefix === ip.octets.length * 8 && unmapped(ip) === ip;
}

function hostsOfRecord(record: SpfRecord, node: SpfNode): AuthorizedHost[] {
  const hosts: AuthorizedHost[] = [];
  const refused: Network[] = [];
  const asked = new Map(node.branches.map((branch) => [branch.term, branch.asked]));
  for (const { index, term } of reachableMechanisms(record)) {
    const networks = networksOf(term, asked.get(index) ?? []);
    if (term.qualifier !== '+') {
      refused.push(...networks);
      continue;
    }
    for (const { ip } of networks.filter(isHost)) {
      // The first term that matches decides (RFC 7208 §4.6.2).
      if (refused.some((other) => inNetwork(ip, other.ip, other.prefix))) continue;
      hosts.push({ address: formatIp(ip), term: termText(record, term) });
    }
  }
  return hosts;
}

/**
 * The nodes that speak for the organization itself: these, and what they include of their own registrable domain. An
 * include of another's names its hosts, not the domain's.
 */
export function ownNodes(nodes: readonly SpfNode[]): SpfNode[] {
  const own = registrableDomain(nodes[0]?.domain ?? '');
  const found = new Map<string, SpfNode>();
  const visit = (node: SpfNode) => {
    const key = `${node.domain} ${node.records.map(({ text }) => text).join('\n')}`;
    if (found.has(key)) return;
    found.set(key, node);
    for (const { term, branch } of limbsOf(node)) {
      const passes = term.kind === 'redirect' || (term.kind === 'include' && term.qualifier === '+');
      if (passes && branch.node && own !== null && registrableDomain(branch.node.domain) === own)
        visit(branch.node);
    }
  };
  for (const node of nodes) visit(node);
  return [...found.values()];
}

/** The single hosts that the records of these nodes authorize, each address once, with the first term that does. */
export function authorizedHosts(nodes: readonly SpfNode[]): AuthorizedHost[] {
  const first = new Map<string, AuthorizedHost>();
  for (const node of nodes) {
    for (const host of node.records.flatMap((record) => hostsOfRecord(whole(record), node))) {
      if (!first.has(host.address)) first.set(host.address, host);
    }
  }
  return [...first.values()];
}

/** Questions for the records of these nodes, and about `a` and `mx` in them, that failed. */
export function failedHostQuestions(nodes: readonly SpfNode[]): Asked[] {
  const inside = nodes
    .flatMap(limbsOf)
    .filter(({ term }) => term.kind === 'a' || term.kind === 'mx')
    .flatMap(({ branch }) => branch.asked.filter(isFailed));
  const failed: Asked[] = [...nodes.map(({ txt }) => txt).filter(isFailed), ...inside];
  const keys = new Set<string>();
  return failed.filter(({ name, type }) => !keys.has(`${type} ${name}`) && keys.add(`${type} ${name}`));
}

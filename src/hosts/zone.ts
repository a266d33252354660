import { ask, isFailed, recordsOf, type Resolver } from '../dns/resolver.ts';
import { ancestors, type DomainName, registeredDomain } from '../domain.ts';
import type { Fact } from '../facts.ts';
import type { NameServer, ZoneFacts, ZoneName } from './facts.ts';

/** Names of one domain that are asked for a zone of their own: the domain and those next to the registered one. */
const nameCap = 8;

/** Name servers whose addresses are asked for; the root has thirteen. */
const serverCap = 13;

/** The names whose zone may hold the domain, up to the one that a registry delegates. */
function candidates(domain: string): string[] {
  const top = registeredDomain(domain) ?? domain;
  const all = ancestors(domain).filter((name) => name === top || name.endsWith(`.${top}`));
  return all.length <= nameCap ? all : [domain, ...all.slice(1 - nameCap)];
}

async function nameServer(name: string, resolver: Resolver): Promise<NameServer> {
  const [cname, a, aaaa] = await Promise.all([
    ask(resolver, name, 'CNAME'),
    ask(resolver, name, 'A'),
    ask(resolver, name, 'AAAA'),
  ]);
  return { name, cname, a, aaaa };
}

/** Nothing for an alias: it is no top of a zone, and what it answers is of its target's. */
async function zoneName(name: string, resolver: Resolver): Promise<ZoneName[]> {
  // Before the others, for c-ares takes an alias without an SOA behind it for a bad response.
  const cname = await ask(resolver, name, 'CNAME');
  if (cname.answer.status === 'found') return [];
  const [ns, soa] = await Promise.all([ask(resolver, name, 'NS'), ask(resolver, name, 'SOA')]);
  const own = isFailed(cname) ? [] : recordsOf(ns);
  const names = [...new Set(own.map((server) => server.toLowerCase()))].filter((server) => server !== '');
  const first = names.toSorted().slice(0, serverCap);
  const servers = await Promise.all(first.map((server) => nameServer(server, resolver)));
  return [{ name, cname, ns, soa, servers, omitted: names.length - servers.length }];
}

/** Asks for the zones that hold the domains of a mail: SOA, name servers and their addresses. Always ok. */
export async function gatherZones(
  domains: readonly DomainName[],
  resolver: Resolver,
): Promise<Fact<ZoneFacts>> {
  const names = [...new Set(domains.flatMap(candidates))];
  const all = await Promise.all(names.map((name) => zoneName(name, resolver)));
  return { ok: true, value: { names: all.flat() } };
}

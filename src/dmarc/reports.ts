import { type Asked, ask, isVoid, type Resolver } from '../dns/resolver.ts';
import { registrableDomain } from '../domain.ts';
import type { ReportDestination } from './facts.ts';
import type { DmarcRecord } from './parse.ts';

/** Domains of report addresses that are looked into. */
export const maxDestinations = 20;

/** Characters of a domain name (RFC 1035 §2.3.4, without the root). */
const maxName = 253;

type Tag = 'rua' | 'ruf';

/** Outside the organization of the policy (RFC 7489 §7.1). */
function isExternal(destination: string, policyDomain: string): boolean {
  const organization = registrableDomain(policyDomain);
  return (
    destination !== policyDomain && (organization === null || registrableDomain(destination) !== organization)
  );
}

/** The domains of the report addresses, each with the tags and addresses that name it. */
function destinationsOf(record: DmarcRecord): Map<string, { tags: Tag[]; addresses: string[] }> {
  const found = new Map<string, { tags: Tag[]; addresses: string[] }>();
  for (const tag of ['rua', 'ruf'] as const) {
    for (const { domain, address } of record[tag]) {
      if (domain === null || address === null) continue;
      const entry = found.get(domain) ?? { tags: [], addresses: [] };
      if (!entry.tags.includes(tag)) entry.tags.push(tag);
      if (!entry.addresses.includes(address)) entry.addresses.push(address);
      found.set(domain, entry);
    }
  }
  return found;
}

/** Whether mail to a domain can be delivered: by its MX, else by an address (RFC 5321 §5.1). */
async function askMail(domain: string, resolver: Resolver): Promise<ReportDestination['mail']> {
  const mx = await ask(resolver, domain, 'MX');
  if (!isVoid(mx)) return [mx];
  return [mx, ...(await Promise.all([ask(resolver, domain, 'A'), ask(resolver, domain, 'AAAA')]))];
}

/** Where a policy at `policyDomain` sends reports, and whether they are wanted and can be delivered there. */
export async function gatherReports(
  record: DmarcRecord,
  policyDomain: string,
  resolver: Resolver,
): Promise<ReportDestination[]> {
  const destinations = [...destinationsOf(record)].slice(0, maxDestinations);
  return Promise.all(
    destinations.map(async ([domain, named]) => {
      const external = isExternal(domain, policyDomain);
      const name = `${policyDomain}._report._dmarc.${domain}`;
      const consent: Promise<Asked<'TXT'> | null> =
        external && name.length <= maxName ? ask(resolver, name, 'TXT') : Promise.resolve(null);
      const [authorization, mail] = await Promise.all([consent, askMail(domain, resolver)]);
      return { domain, ...named, external, authorization, mail };
    }),
  );
}

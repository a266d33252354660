import type { ProviderHints } from './dkim/recognize.ts';
import { ask, isFailed, recordsOf, type Resolver } from './dns/resolver.ts';
import { registrableDomain } from './domain.ts';
import { leadTargets } from './spf/lead-targets.ts';

/** Whom a domain receives and sends through: its MX hosts, and where its SPF record leads. */
async function hintsOf(domain: string, dns: Resolver): Promise<ProviderHints> {
  const [mx, { targets, failed }] = await Promise.all([ask(dns, domain, 'MX'), leadTargets(domain, dns)]);
  const hosts = recordsOf(mx)
    .toSorted((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1))
    .map(({ exchange }) => exchange);
  return { targets: [...hosts, ...targets], failed: isFailed(mx) ? [mx, ...failed] : failed };
}

/** A subdomain without mail of its own is run by those who run the domain above it. */
export async function providerHints(domain: string, dns: Resolver): Promise<ProviderHints> {
  const own = await hintsOf(domain, dns);
  const above = registrableDomain(domain);
  return own.targets.length > 0 || above === null || above === domain ? own : hintsOf(above, dns);
}

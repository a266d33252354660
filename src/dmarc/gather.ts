import type { DomainName } from '../domain.ts';
import { type Asked, ask, type FailedQuestion, isFailed, type Resolver } from '../dns/resolver.ts';
import { discoverDmarc } from './discover.ts';
import type { DmarcDiscovery, DmarcFacts } from './facts.ts';
import { effectivePolicy, type Existence } from './policy.ts';

async function askAlias(
  { domain, applies }: DmarcDiscovery,
  resolver: Resolver,
): Promise<Asked<'CNAME'> | null> {
  return applies && applies.domain !== domain ? ask(resolver, applies.txt.name, 'CNAME') : null;
}

function existenceBy({ answer }: Asked<'CNAME'>): Existence {
  if (answer.status === 'nxdomain') return 'missing';
  return answer.status === 'failed' ? 'unknown' : 'exists';
}

/**
 * Finds the DMARC record that applies to the author domain, and its policy. Not ok where the author domain's own
 * question failed; a failed question about an ancestor is `undecided` in the facts where it hides the record.
 */
export async function gatherDmarc(
  domain: DomainName,
  resolver: Resolver,
): Promise<
  { readonly ok: true; readonly value: DmarcFacts } | { readonly ok: false; readonly failed: FailedQuestion }
> {
  const [discovery, alias, existence] = await Promise.all([
    discoverDmarc(domain, resolver),
    ask(resolver, `_dmarc.${domain}`, 'CNAME'),
    ask(resolver, domain, 'CNAME'),
  ]);
  const own = discovery.places[0]?.txt;
  if (own && isFailed(own)) return { ok: false, failed: own };
  const elsewhere = await askAlias(discovery, resolver);
  const aliases = elsewhere ? [alias, elsewhere] : [alias];
  const effective = effectivePolicy(discovery, existenceBy(existence));
  return { ok: true, value: { ...discovery, aliases, existence, ...effective } };
}

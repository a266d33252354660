import { type Asked, ask, type FailedQuestion, isFailed, type Resolver } from '../dns/resolver.ts';
import type { Subject } from '../subject.ts';
import { discoverDmarc } from './discover.ts';
import { askElsewhere } from './elsewhere.ts';
import type { DmarcDiscovery, DmarcFacts, ReportDestination } from './facts.ts';
import { effectivePolicy } from './policy.ts';
import { existenceBy } from './published.ts';
import { gatherReports } from './reports.ts';
import { recordOf } from './walk.ts';

/** Domains beside the author domain whose organizational domain is looked for. */
const maxWalks = 20;

async function askAlias(
  { domain, applies }: DmarcDiscovery,
  resolver: Resolver,
): Promise<Asked<'CNAME'> | null> {
  return applies && applies.domain !== domain ? ask(resolver, applies.txt.name, 'CNAME') : null;
}

async function reportsOf({ applies }: DmarcDiscovery, resolver: Resolver): Promise<ReportDestination[]> {
  const record = applies && recordOf(applies);
  return record ? gatherReports(record, applies.domain, resolver) : [];
}

/** The other domains that could align with the author domain. */
function otherDomains({ authorDomain, envelopeDomain, selectors }: DmarcSubject): string[] {
  const domains = new Set([envelopeDomain, ...selectors.map(({ domain }) => domain)]);
  domains.delete(authorDomain);
  return [...domains].slice(0, maxWalks);
}

type DmarcSubject = Pick<Subject, 'authorDomain' | 'envelopeDomain' | 'selectors'>;

/**
 * Finds the DMARC record that applies to the author domain, its policy and where it sends reports, and what the other
 * domains of the mail need to align with it. Not ok where the author domain's own
 * question failed; a failed question about an ancestor is `undecided` in the facts where it hides the record.
 */
export async function gatherDmarc(
  subject: DmarcSubject,
  resolver: Resolver,
): Promise<
  { readonly ok: true; readonly value: DmarcFacts } | { readonly ok: false; readonly failed: FailedQuestion }
> {
  const domain = subject.authorDomain;
  const [discovery, alias, existence, elsewhere, walks] = await Promise.all([
    discoverDmarc(domain, resolver),
    ask(resolver, `_dmarc.${domain}`, 'CNAME'),
    ask(resolver, domain, 'CNAME'),
    askElsewhere(domain, resolver),
    Promise.all(otherDomains(subject).map((other) => discoverDmarc(other, resolver))),
  ]);
  const own = discovery.places[0]?.txt;
  if (own && isFailed(own)) return { ok: false, failed: own };
  const [further, reports] = await Promise.all([
    askAlias(discovery, resolver),
    reportsOf(discovery, resolver),
  ]);
  const aliases = further ? [alias, further] : [alias];
  const effective = effectivePolicy(discovery, existenceBy(existence));
  return { ok: true, value: { ...discovery, aliases, existence, ...effective, reports, elsewhere, walks } };
}

import type { Asked } from '../dns/resolver.ts';
import type { DmarcDiscovery, DmarcPlace } from './facts.ts';
import type { DmarcRecord } from './parse.ts';

/** The domains whose `_dmarc` a tree walk asks, the domain itself first: at most eight (RFC 9989 §4.10). */
export function walkDomains(domain: string): string[] {
  const labels = domain.split('.');
  // Step 4: from eight labels on, the second question is for the last seven.
  const skipped = labels.length < 8 ? 1 : labels.length - 7;
  const above = labels.slice(skipped).map((_, index) => labels.slice(skipped + index).join('.'));
  return [domain, ...above];
}

/** The one DMARC record of a place; null where it has none or several (RFC 9989 §4.10 steps 2 and 6). */
export function recordOf(place: DmarcPlace): DmarcRecord | null {
  const [record, other] = place.records;
  return record && !other ? record : null;
}

function isStop(place: DmarcPlace): boolean {
  const psd = recordOf(place)?.psd;
  return psd === 'y' || psd === 'n';
}

/** The places that the walk comes to: up to the first psd=n or psd=y. */
function walked(places: readonly DmarcPlace[]): readonly DmarcPlace[] {
  const stop = places.findIndex(isStop);
  return stop < 0 ? places : places.slice(0, stop + 1);
}

/** The name one label below an ancestor, on the way to the domain; the domain where it is its own ancestor. */
function oneLabelBelow(ancestor: string, domain: string): string {
  return domain
    .split('.')
    .slice(-(ancestor.split('.').length + 1))
    .join('.');
}

/** RFC 9989 §4.10.2, a failed question taken for no record. */
function selected(domain: string, walk: readonly DmarcPlace[]): string {
  const valid = walk.filter(recordOf);
  const top = valid.at(-1);
  if (!top) return domain;
  return recordOf(top)?.psd === 'y' ? oneLabelBelow(top.domain, domain) : top.domain;
}

function failedIn(walk: readonly DmarcPlace[]): Asked<'TXT'> | null {
  return walk.find(({ txt }) => txt.answer.status === 'failed')?.txt ?? null;
}

/** RFC 9989 §4.10.2; null where the answer to a failed question could change it. */
function organizationalDomain(domain: string, walk: readonly DmarcPlace[]): string | null {
  if (failedIn(walk.slice(1))) return null;
  const found = selected(domain, walk);
  // Whatever the domain's own place holds, it leads to the domain itself or to where the others lead.
  return failedIn(walk) && found !== domain ? null : found;
}

/**
 * What the answers of a tree walk lead to: the author domain's own record, else that of its organizational domain,
 * else that of its public suffix domain (RFC 9989 §4.10.1). A failed question leaves open what its answer could change.
 * @param places as `walkDomains` orders them, the author domain's own first
 */
export function conclude(places: readonly [DmarcPlace, ...DmarcPlace[]]): DmarcDiscovery {
  const [own] = places;
  const { domain } = own;
  const walk = walked(places);
  const failed = failedIn(walk);
  const organizational = organizationalDomain(domain, walk);
  const discovery = { domain, places, organizationalDomain: organizational };
  if (recordOf(own)) return { ...discovery, applies: own, undecided: null };
  if (failed) return { ...discovery, applies: null, undecided: failed };
  const valid = walk.filter(recordOf);
  const suffix = valid.at(-1);
  const applies = valid.find((place) => place.domain === organizational) ?? suffix ?? null;
  return { ...discovery, applies, undecided: null };
}

import { type UnknownDraft, undetermined } from '../../check.ts';
import { type Asked, isFailed, isVoid } from '../../dns/resolver.ts';
import type { ZoneFacts, ZoneName } from '../facts.ts';

/**
 * What a name is to the zones: the top of one, no more than a name in one, or not known for a failed question. NS and
 * SOA each prove a top by themselves, unless the name may be an alias: then they are of another name.
 */
function standing({ cname, ns, soa }: ZoneName): 'top' | 'inside' | 'unknown' {
  if (isVoid(ns) && isVoid(soa)) return 'inside';
  if (isFailed(cname)) return 'unknown';
  return [ns, soa].some(({ answer }) => answer.status === 'found') ? 'top' : 'unknown';
}

/** The tops of zones on the way to the domains. */
export function tops({ names }: ZoneFacts): ZoneName[] {
  return names.filter((one) => standing(one) === 'top');
}

/** The failed question for each name of which nothing is known. */
export function hiddenTops({ names }: ZoneFacts): Asked[] {
  return names
    .filter((one) => standing(one) === 'unknown')
    .flatMap(({ cname, ns, soa }) => [cname, ns, soa].find(isFailed) ?? []);
}

/** What failed questions leave open of the name servers; the verdict hangs on none of it. */
export function openServers(zones: ZoneFacts): UnknownDraft[] {
  const unread = tops(zones).flatMap(({ ns }) => (isFailed(ns) ? [ns] : []));
  return [...hiddenTops(zones), ...unread].map((asked) => undetermined(asked.name, asked, false));
}

/** There are name servers to look at, or there may be. */
export function hasServers(zones: ZoneFacts): boolean {
  return openServers(zones).length > 0 || tops(zones).some(({ servers }) => servers.length > 0);
}

import type { DmarcFacts } from './facts.ts';
import { classicOrganization } from './readings.ts';

function isWithin(domain: string, organization: string): boolean {
  return domain === organization || domain.endsWith(`.${organization}`);
}

/**
 * What stands at the name is the owner's to change: it is known to be no alias, and belongs to the organization of the
 * author domain, by the tree walk and by the public suffix list. A public suffix is another's.
 */
export function isOwn(dmarc: DmarcFacts, name: string): boolean {
  const { aliases, domain, organizationalDomain } = dmarc;
  const status = aliases.find((alias) => alias.name === name)?.answer.status;
  if (status !== 'nodata' && status !== 'nxdomain') return false;
  const place = name.slice('_dmarc.'.length);
  const organizations = [organizationalDomain ?? domain, classicOrganization(domain)];
  return place === domain || organizations.every((organization) => isWithin(place, organization));
}

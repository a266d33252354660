import { registrableDomain } from '../domain.ts';
import { isFailed } from '../dns/resolver.ts';
import type { DkimFacts, DkimSelector } from './facts.ts';

function related(domain: string, other: string): boolean {
  if (domain === other || domain.endsWith(`.${other}`) || other.endsWith(`.${domain}`)) return true;
  const registrable = registrableDomain(domain);
  return registrable !== null && registrable === registrableDomain(other);
}

/** A record at a selector whose signatures could align with the author domain. */
export function hasAlignedKey({ domain, selectors }: DkimFacts): boolean {
  return selectors.some((one) => one.keys.length > 0 && related(domain, one.domain));
}

/** A given selector whose question failed and whose signatures could align with the author domain. */
export function alignedUnread({ domain, selectors }: DkimFacts): DkimSelector | undefined {
  return selectors.find((one) => one.source === 'given' && isFailed(one.txt) && related(domain, one.domain));
}

/** The selector's name exists, with a key or without. */
function exists({ txt, alias }: DkimSelector): boolean {
  return txt.answer.status === 'found' || txt.answer.status === 'nodata' || alias?.answer.status === 'found';
}

/** A selector of the domain that exists: so does `_domainkey` above it. */
export function existingBelow({ domain, selectors }: DkimFacts): DkimSelector | undefined {
  return selectors.find((one) => one.domain === domain && exists(one));
}

/** A name below `_domainkey` exists, if only by a wildcard: then so does `_domainkey`. */
export function answersBelow(dkim: DkimFacts): boolean {
  const { status } = dkim.control.answer;
  return status === 'found' || status === 'nodata' || existingBelow(dkim) !== undefined;
}

/** Below a name that does not exist there is nothing (RFC 8020 §2); an answer from there nevertheless belies it. */
export function isProvenMissing(dkim: DkimFacts): boolean {
  const denied = dkim.domainkey.answer.status === 'nxdomain';
  return denied && !hasAlignedKey(dkim) && !answersBelow(dkim) && !alignedUnread(dkim);
}

import { registrableDomain } from '../domain.ts';
import { type Asked, isFailed } from '../dns/resolver.ts';
import type { DmarcFacts, DmarcPlace, DmarcPolicy } from './facts.ts';
import type { DmarcRecord, PolicyTag } from './parse.ts';
import { hasUsableRua, invalidPolicies } from './policy.ts';
import { recordOf } from './walk.ts';

/** A policy for the author domain, and where it was read. */
export interface Reading {
  /** null where no record applies, or the one that does is void. */
  readonly policy: DmarcPolicy | null;
  /** The place of the record; null where none applies. */
  readonly place: DmarcPlace | null;
  readonly record: DmarcRecord | null;
  /** null where no tag decides: no record, or one whose policies cannot be read. */
  readonly tag: PolicyTag | null;
}

const nothing: Reading = { policy: null, place: null, record: null, tag: null };

/** RFC 7489 §6.6.3 step 6 knows no `np`: a wrong one spoils nothing. */
function readClassic(place: DmarcPlace, record: DmarcRecord, inherited: boolean): Reading {
  const { p, sp } = record;
  if (invalidPolicies(record).some((tag) => tag !== 'np'))
    return { policy: hasUsableRua(record) ? 'none' : null, place, record, tag: null };
  return inherited && sp
    ? { policy: sp.policy, place, record, tag: 'sp' }
    : { policy: p?.policy ?? null, place, record, tag: 'p' };
}

/** The organizational domain by the public suffix list; a public suffix is its own (RFC 7489 §3.2). */
export function classicOrganization(domain: string): string {
  return registrableDomain(domain) ?? domain;
}

/**
 * What receivers that follow RFC 7489 §6.6.3 read: at the author domain, else at its organizational domain by the
 * public suffix list. Null where a failed question hides it.
 */
export function classicReading({ domain, places }: DmarcFacts): Reading | null {
  const [own] = places;
  const above = classicOrganization(domain);
  const empty = own?.records.length === 0 && !isFailed(own.txt);
  if (empty && above === domain) return nothing;
  const place: DmarcPlace | undefined = empty ? places.find((one) => one.domain === above) : own;
  if (!place || isFailed(place.txt)) return null;
  const record = recordOf(place);
  return record ? readClassic(place, record, place !== own) : nothing;
}

/** What receivers that follow RFC 9989 §4.10.1 read. Null where a failed question hides it. */
export function walkReading({ applies, undecided, policy, policyTag }: DmarcFacts): Reading | null {
  if (undecided) return null;
  const record = applies && recordOf(applies);
  if (!record) return nothing;
  const open = policy === null && invalidPolicies(record).length === 0;
  return open ? null : { policy, place: applies, record, tag: policyTag };
}

/** The failed question that hides what receivers of either kind read; null where both readings are known. */
export function hiddenBy(dmarc: DmarcFacts): Asked | null {
  const { existence, undecided, places } = dmarc;
  if (!walkReading(dmarc)) return undecided ?? existence;
  if (classicReading(dmarc)) return null;
  return places.find((place) => place.domain === classicOrganization(dmarc.domain))?.txt ?? null;
}

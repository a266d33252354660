import type { Asked } from '../dns/resolver.ts';
import type { DmarcPolicy, DmarcRecord, PolicyTag } from './parse.ts';

export type { DmarcPolicy } from './parse.ts';

/** What one name of the walk publishes. */
export interface DmarcPlace {
  /** The domain, without `_dmarc.`. */
  readonly domain: string;
  readonly txt: Asked<'TXT'>;
  /** TXT records that begin a DMARC record, at most twenty. More than one: none applies. */
  readonly records: readonly DmarcRecord[];
  /** TXT records meant as DMARC records that do not begin as one: receivers discard them. At most twenty. */
  readonly discarded: readonly DmarcRecord[];
}

/** What the tree walk leads to (RFC 9989 §4.10). */
export interface DmarcDiscovery {
  /** The author domain. */
  readonly domain: string;
  /** The author domain's own place first, then its ancestors as the tree walk asks them. */
  readonly places: readonly DmarcPlace[];
  /** The place whose record applies; null where none does, or where a failed question hides it. */
  readonly applies: DmarcPlace | null;
  /** The failed question that keeps the walk from finding the record; null where it has a conclusion. */
  readonly undecided: Asked<'TXT'> | null;
  /** By the tree walk; null where a failed question could change it. */
  readonly organizationalDomain: string | null;
}

/** A domain that the policy's record sends reports to. */
export interface ReportDestination {
  readonly domain: string;
  readonly tags: readonly ('rua' | 'ruf')[];
  readonly addresses: readonly string[];
  /** Outside the organization of the policy: it must say that it takes reports for it (RFC 7489 §7.1). */
  readonly external: boolean;
  /** `<policy domain>._report._dmarc.<domain>`; null where it needs none, and where that name is too long to ask. */
  readonly authorization: Asked<'TXT'> | null;
  /** MX, and where it has none A and AAAA. */
  readonly mail: readonly Asked<'MX' | 'A' | 'AAAA'>[];
}

/** Names where DMARC is published by mistake. */
export interface DmarcElsewhere {
  readonly places: readonly Asked<'TXT'>[];
  /** A name that nobody publishes: what it answers is a wildcard's. Null where nothing hangs on it. */
  readonly control: Asked<'TXT'> | null;
}

export interface DmarcFacts extends DmarcDiscovery {
  /** The author domain's own place, and the one that applies, asked with type CNAME: behind an alias the record is another's to change. */
  readonly aliases: readonly Asked<'CNAME'>[];
  /** The author domain, asked with type CNAME: whether it exists decides between `sp` and `np` (RFC 8020). */
  readonly existence: Asked<'CNAME'>;
  /**
   * Policy for the author domain as published, `none` where the record must be read so. Null where no record applies,
   * where the one that does is void (an invalid policy and no usable `rua`), and where `existence` failed and decides.
   */
  readonly policy: DmarcPolicy | null;
  /** The tag it was read from; null where it stands for an absent or invalid one. */
  readonly policyTag: PolicyTag | null;
  /** Of the record that applies; at most twenty domains. */
  readonly reports: readonly ReportDestination[];
  readonly elsewhere: DmarcElsewhere;
  /** The walks from the other domains that the mail carries: envelope sender and signing domains, at most twenty. */
  readonly walks: readonly DmarcDiscovery[];
}

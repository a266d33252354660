import type { Asked } from '../dns/resolver.ts';
import type { DmarcRecord } from './parse.ts';

export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

/** What one name of the walk publishes. */
export interface DmarcPlace {
  /** The domain, without `_dmarc.`. */
  readonly domain: string;
  readonly txt: Asked<'TXT'>;
  /** TXT records that begin a DMARC record. More than one: none applies. */
  readonly records: readonly DmarcRecord[];
}

export interface DmarcFacts {
  /** The author domain. */
  readonly domain: string;
  /** The author domain's own place first, then its ancestors as the tree walk asks them (RFC 9989 §4.10). */
  readonly places: readonly DmarcPlace[];
  /** The place whose record applies; null where none does, or where a failed question hides it. */
  readonly applies: DmarcPlace | null;
  /** The failed question that keeps the walk from a conclusion; null where it has one. */
  readonly undecided: Asked<'TXT'> | null;
  /** By the tree walk; null where it is undecided. */
  readonly organizationalDomain: string | null;
  /** Policy for the author domain, `none` where an invalid tag makes it so; null where none applies. */
  readonly policy: DmarcPolicy | null;
  /** The tag it was read from. */
  readonly policyTag: 'p' | 'sp' | 'np' | null;
}

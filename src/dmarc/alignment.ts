import type { DmarcFacts } from './facts.ts';
import type { DmarcRecord } from './parse.ts';
import { classicOrganization, classicReading, type Reading, walkReading } from './readings.ts';

export type AlignmentMode = 'strict' | 'relaxed';

/** The mechanism whose pass is to align: each has a mode of its own, `aspf` and `adkim`. */
export type Mechanism = 'spf' | 'dkim';

/**
 * Whether an authenticated domain aligns with the author domain (RFC 9989 §4.4): identical, or in relaxed mode of the
 * same organizational domain.
 * @param organizational the organizational domain of a domain, null where it could not be determined
 * @returns null where it could not be determined
 */
export function aligned(
  authenticated: string,
  author: string,
  mode: AlignmentMode,
  organizational: (domain: string) => string | null,
): boolean | null {
  const [one, other] = [authenticated.toLowerCase(), author.toLowerCase()];
  if (one === other) return true;
  if (mode === 'strict') return false;
  const [above, aboveOther] = [organizational(one), organizational(other)];
  if (above === null || aboveOther === null) return null;
  return above.toLowerCase() === aboveOther.toLowerCase();
}

/** Whether a domain aligns, at receivers of either kind; null where a failed question hides it. */
export interface Alignment {
  /** By the tree walk (RFC 9989 §4.10.2). */
  readonly walk: boolean | null;
  /** By the public suffix list (RFC 7489 §3.1). */
  readonly classic: boolean | null;
}

/** The mode that a record sets for a mechanism; relaxed without a record. */
export function modeOf(record: DmarcRecord | null | undefined, mechanism: Mechanism): AlignmentMode {
  return (mechanism === 'spf' ? record?.aspf : record?.adkim) ?? 'relaxed';
}

/** The organizational domain by the walk that was made from a domain; null where a failed question hides it. */
export function walkOrganization(
  { domain, organizationalDomain, walks }: DmarcFacts,
  of: string,
): string | null {
  if (of === domain) return organizationalDomain;
  return walks.find((walk) => walk.domain === of)?.organizationalDomain ?? null;
}

/** Whether a pass of SPF or DKIM for a domain that the facts know makes DMARC pass. */
export function alignmentOf(dmarc: DmarcFacts, domain: string, mechanism: Mechanism): Alignment {
  const by = (reading: Reading | null, organizational: (of: string) => string | null) =>
    aligned(domain, dmarc.domain, modeOf(reading?.record, mechanism), organizational);
  return {
    walk: by(walkReading(dmarc), (of) => walkOrganization(dmarc, of)),
    classic: by(classicReading(dmarc), classicOrganization),
  };
}

/** Whether a domain that the facts know is of the author domain's organization, whatever mode the record asks for. */
export function relaxedAlignment(dmarc: DmarcFacts, domain: string): Alignment {
  return {
    walk: aligned(domain, dmarc.domain, 'relaxed', (of) => walkOrganization(dmarc, of)),
    classic: aligned(domain, dmarc.domain, 'relaxed', classicOrganization),
  };
}

/** Receivers of neither kind let it align. */
export function cannotAlign({ walk, classic }: Alignment): boolean {
  return walk === false && classic === false;
}

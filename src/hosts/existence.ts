import type { DomainHosts } from './facts.ts';

/**
 * Whether a domain exists. `unknown` where the questions failed, or where NXDOMAIN stands beside the absence of a
 * single type, which only an existing name can have.
 */
export function existence({ cname, a, aaaa, mx, txt }: DomainHosts): 'exists' | 'missing' | 'unknown' {
  const others = new Set([a, aaaa, mx, txt].map(({ answer }) => answer.status));
  const { status } = cname.answer;
  if (others.has('found') || status === 'found' || status === 'nodata') return 'exists';
  // NXDOMAIN for the other types may deny the target of an alias (RFC 8020 §2); NODATA denies no name.
  if (status === 'failed') return others.has('nodata') ? 'exists' : 'unknown';
  return others.has('nodata') ? 'unknown' : 'missing';
}

import { recordOf } from './walk.ts';
import type { DmarcDiscovery, DmarcFacts } from './facts.ts';
import type { DmarcPolicy, DmarcRecord, PolicyTag } from './parse.ts';

/** Whether the author domain exists; it counts for an inherited record with `np` alone. */
export type Existence = 'exists' | 'missing' | 'unknown';

const strengths: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];

/** One policy asks less of receivers than the other. */
export function isWeaker(policy: DmarcPolicy, than: DmarcPolicy): boolean {
  return strengths.indexOf(policy) < strengths.indexOf(than);
}

/** The tags whose policy cannot be read: p where it is absent, any of the three where it has an unknown value. */
export function invalidPolicies(record: DmarcRecord): PolicyTag[] {
  const tags: readonly PolicyTag[] = ['p', 'sp', 'np'];
  return tags.filter((tag) => (record[tag] === null ? tag === 'p' : record[tag].policy === null));
}

/** At least one syntactically valid report address, of whatever scheme (RFC 9989 §4.10.1). */
export function hasUsableRua(record: DmarcRecord): boolean {
  return record.rua.some(({ valid }) => valid);
}

type Effective = Pick<DmarcFacts, 'policy' | 'policyTag'>;

function inherited(record: DmarcRecord, existence: Existence): Effective {
  const { p, sp, np } = record;
  const existing: Effective = sp?.policy
    ? { policy: sp.policy, policyTag: 'sp' }
    : { policy: p?.policy ?? null, policyTag: 'p' };
  if (!np?.policy || existence === 'exists') return existing;
  if (existence === 'missing') return { policy: np.policy, policyTag: 'np' };
  return np.policy === existing.policy ? existing : { policy: null, policyTag: null };
}

/** The policy that a discovery leads to (RFC 9989 §4.10.1). */
export function effectivePolicy({ domain, applies }: DmarcDiscovery, existence: Existence): Effective {
  const record = applies && recordOf(applies);
  if (!applies || !record) return { policy: null, policyTag: null };
  if (invalidPolicies(record).length > 0)
    return { policy: hasUsableRua(record) ? 'none' : null, policyTag: null };
  if (applies.domain === domain) return { policy: record.p?.policy ?? null, policyTag: 'p' };
  return inherited(record, existence);
}

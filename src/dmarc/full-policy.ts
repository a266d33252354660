import { registrableDomain } from '../domain.ts';
import { isFailed } from '../dns/resolver.ts';
import type { DmarcFacts, DmarcPlace, DmarcPolicy } from './facts.ts';
import type { DmarcRecord, PolicyTag } from './parse.ts';
import { hasUsableRua, invalidPolicies } from './policy.ts';
import { recordOf } from './walk.ts';

export interface FullPolicy {
  /** As `DmarcFacts.policy` has it. */
  readonly policy: DmarcPolicy | null;
  /**
   * Receivers apply this policy to all mail that fails, whether they follow RFC 9989 or RFC 7489; of null, that
   * neither kind has one. False where they differ, and where a failed question leaves it open.
   */
  readonly certain: boolean;
}

/** A policy, and where it was read. */
interface Reading {
  readonly policy: DmarcPolicy | null;
  /** null where no record applies. */
  readonly record: DmarcRecord | null;
  /** null where no tag decides: no record, or one whose policies cannot be read. */
  readonly tag: PolicyTag | null;
}

const nothing: Reading = { policy: null, record: null, tag: null };

/** RFC 7489 §6.6.3 step 6 knows no `np`: a wrong one spoils nothing. */
function readClassic(record: DmarcRecord, inherited: boolean): Reading {
  const { p, sp } = record;
  if (invalidPolicies(record).some((tag) => tag !== 'np'))
    return { policy: hasUsableRua(record) ? 'none' : null, record, tag: null };
  return inherited && sp
    ? { policy: sp.policy, record, tag: 'sp' }
    : { policy: p?.policy ?? null, record, tag: 'p' };
}

/** RFC 7489 §6.6.3: the author domain's place, else that of its organizational domain by the public suffix list. */
function classic({ domain, places }: DmarcFacts): Reading | null {
  const [own] = places;
  const above = registrableDomain(domain);
  const empty = own?.records.length === 0 && !isFailed(own.txt);
  const place: DmarcPlace | undefined = empty ? places.find((one) => one.domain === above) : own;
  if (empty && above === null) return nothing;
  if (!place || isFailed(place.txt)) return null;
  const record = recordOf(place);
  return record ? readClassic(record, place !== own) : nothing;
}

/** RFC 9989 §4.10.1, as the facts have it. */
function current({ applies, undecided, policy, policyTag }: DmarcFacts): Reading | null {
  if (undecided) return null;
  const record = applies && recordOf(applies);
  if (!record) return nothing;
  const open = policy === null && invalidPolicies(record).length === 0;
  return open ? null : { policy, record, tag: policyTag };
}

/** Read alike by all: no deciding tag stands twice or is written in capitals (RFC 6376 §3.2). */
function isPlain({ policy, record, tag }: Reading): boolean {
  const held: readonly string[] = policy === 'none' ? [] : ['t', 'pct'];
  const decisive: readonly string[] = tag ? [tag, ...held] : ['p', 'sp', 'np'];
  const deciding = record?.tags.filter(({ name }) => decisive.includes(name.toLowerCase())) ?? [];
  const names = deciding.map(({ name }) => name);
  return new Set(names).size === names.length && names.every((name) => name === name.toLowerCase());
}

/** Some receivers apply less than the policy: `t=y` for RFC 9989 §4.7, `pct` for RFC 7489 §6.6.4. */
function isHeldBack({ policy, record }: Reading): boolean {
  if (!record || policy === null || policy === 'none') return false;
  return record.testing || (record.pct !== null && record.pct < 100);
}

/**
 * The policy for the author domain, and whether every receiver applies it in full: RFC 9989 and RFC 7489 find records
 * differently, and each has a tag of its own that holds a policy back.
 */
export function fullPolicy(facts: DmarcFacts): FullPolicy {
  const { policy } = facts;
  const [now, then] = [current(facts), classic(facts)];
  const certain =
    now !== null &&
    then !== null &&
    now.policy === then.policy &&
    [now, then].every((reading) => isPlain(reading) && !isHeldBack(reading));
  return { policy, certain };
}

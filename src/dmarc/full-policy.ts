import type { DmarcFacts, DmarcPolicy } from './facts.ts';
import { classicReading, type Reading, walkReading } from './readings.ts';

export interface FullPolicy {
  /** As `DmarcFacts.policy` has it. */
  readonly policy: DmarcPolicy | null;
  /**
   * Receivers apply this policy to all mail that fails, whether they follow RFC 9989 or RFC 7489; of null, that
   * neither kind has one. False where they differ, and where a failed question leaves it open.
   */
  readonly certain: boolean;
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
  const [now, then] = [walkReading(facts), classicReading(facts)];
  const certain =
    now !== null &&
    then !== null &&
    now.policy === then.policy &&
    [now, then].every((reading) => isPlain(reading) && !isHeldBack(reading));
  return { policy, certain };
}

import { byFamily, type ByFamily, type Family } from './family.ts';
import type { SpfNode } from './facts.ts';
import { lookupLimit, voidLimit } from './limits.ts';
import { lookupsOf } from './reach.ts';
import { remembered } from './remembered.ts';
import { leadsOn, type Limb, limbs } from './tree.ts';
import { maybeVoidsOf, voidsOf } from './voids.ts';

/** Where the limits of RFC 7208 §4.6.4 end an evaluation in which nothing matched before. */
export interface Stops {
  /** The first lookup that is not allowed. */
  readonly lookups: Limb | null;
  /**
   * The third void lookup: the first that is not allowed; null where the limit of lookups ends an evaluation before.
   * Includes and redirects do not count here, since one that leads nowhere is an error by itself (§5.2, §6.1).
   */
  readonly voids: ByFamily<Limb | null>;
  /** Where the third may be, as far as nobody can tell; null where `voids` has it, or where there are too few. */
  readonly maybeVoids: ByFamily<MaybeStop | null>;
}

export interface MaybeStop {
  /** The third of those that are void or may be. */
  readonly limb: Limb;
  /** Those that may be. */
  readonly open: readonly Limb[];
}

/** What an evaluation asks for until the limit of lookups ends it. */
function allowedOf(all: readonly Limb[]): readonly Limb[] {
  let sum = 0;
  const index = all.findIndex(({ term }) => {
    sum += lookupsOf(term);
    return sum > lookupLimit;
  });
  return index < 0 ? all : all.slice(0, index);
}

function maybeStop(asked: readonly Limb[], family: Family): MaybeStop | null {
  const open = asked.filter((one) => maybeVoidsOf(one)[family]);
  const counting = asked.filter((one) => open.includes(one) || (!leadsOn(one) && voidsOf(one)[family]));
  const limb = counting[voidLimit];
  return limb ? { limb, open } : null;
}

export const stopsOf: (tree: SpfNode) => Stops = remembered((tree) => {
  const all = limbs(tree);
  const asked = allowedOf(all);
  const voids = byFamily(
    (family) => asked.filter((one) => !leadsOn(one) && voidsOf(one)[family])[voidLimit] ?? null,
  );
  return {
    lookups: all[asked.length] ?? null,
    voids,
    maybeVoids: byFamily((family) => (voids[family] ? null : maybeStop(asked, family))),
  };
});

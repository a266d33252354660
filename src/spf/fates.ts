import { type Addresses, families, less } from './addresses.ts';
import { commonRanges, joined, lessRanges, type Ranges } from './ranges.ts';
import type { Fate } from './sweep.ts';
import type { ByFamily } from './family.ts';

/** Whether a record may stand in the place of another, by what becomes of each address under both. */

export type Fates = ByFamily<readonly Fate[]>;

/** The addresses of the fates that `keep` holds. */
function rangesOf(fates: readonly Fate[], keep: (fate: Fate) => boolean): Ranges {
  return joined(fates.filter(keep).flatMap(({ ranges }) => ranges));
}

function begins(list: readonly string[], head: readonly string[]): boolean {
  return head.every((word, index) => list[index] === word);
}

/**
 * Whether addresses may fare so instead of `before`: they pass without meeting a term that nobody has read, or they meet
 * the same ones in the same order and pass behind them where they passed.
 */
function isAsGood(before: Fate, passes: boolean, after: Fate): boolean {
  if (after.result === 'pass' && after.unread.length === 0) return true;
  if (!passes) return begins(after.unread, before.unread);
  return (
    after.result === 'pass' && begins(after.unread, before.unread) && begins(before.unread, after.unread)
  );
}

/** Nobody of `counted` who passes, or may pass behind what nobody has read, is worse off. */
function keepsSenders(before: readonly Fate[], after: readonly Fate[], named: Ranges, counted: Ranges) {
  return before.every((fate) => {
    const kept = (passes: boolean) => rangesOf(after, (other) => isAsGood(fate, passes, other));
    const sure = fate.result === 'pass' ? commonRanges(fate.ranges, named) : [];
    const rest = fate.unread.length > 0 ? lessRanges(fate.ranges, sure) : [];
    return (
      lessRanges(commonRanges(sure, counted), kept(true)).length === 0 &&
      lessRanges(commonRanges(rest, counted), kept(false)).length === 0
    );
  });
}

const inError = ({ result }: Fate) => result === 'error';

/**
 * Of the addresses in `counted`, nobody who passes because a term names him passes less surely, and nobody ends in an
 * error who does not today. Who passes for the only reason that everybody does is not in `named`.
 */
export function isHarmless(before: Fates, after: Fates, named: Addresses, counted: Addresses): boolean {
  const erring = (fates: Fates): Addresses => ({
    ipv4: rangesOf(fates.ipv4, inError),
    ipv6: rangesOf(fates.ipv6, inError),
  });
  const newly = less(erring(after), erring(before));
  return families.every(
    (family) =>
      commonRanges(newly[family], counted[family]).length === 0 &&
      keepsSenders(before[family], after[family], named[family], counted[family]),
  );
}

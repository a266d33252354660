import type { Certainty } from './rejection.ts';

/** The surest first. */
const certainties: readonly Certainty[] = ['documented', 'observed', 'stock', 'inferred'];
/** 0 for the surest. */
export const rank = (certainty: Certainty) => certainties.indexOf(certainty);
/** How sure the surest of them is. */
export const surest = (all: readonly Certainty[]) => certainties[Math.min(...all.map(rank))] ?? 'inferred';
/** How sure the least sure of them is. */
export const leastSure = (all: readonly Certainty[]) => certainties[Math.max(...all.map(rank))] ?? 'inferred';

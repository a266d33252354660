import type { Difference } from './disagreements/disagreement.ts';

/** Where the program is wrong by the RFC, as readings that make the model say what it says. To be empty. */
export const ourFaults: readonly Omit<Difference, 'right'>[] = [];

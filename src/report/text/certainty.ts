import type { Certainty } from '../../smtp/rejection.ts';
import type { Words } from '../../text/say.ts';

/** How sure a reply or a rule is; nothing is said of what is published. */
export const certaintyWords: Readonly<Record<Certainty, Words>> = {
  documented: { en: '', fr: '' },
  observed: { en: 'seen in public, not documented', fr: 'vu publiquement, non documenté' },
  stock: { en: 'stock configuration', fr: "configuration d'origine" },
  inferred: { en: 'inferred', fr: 'déduit' },
};

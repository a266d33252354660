import type { Words } from '../text/say.ts';
import type { Verdict } from './report.ts';

/** The verdicts as a person reads them. */
export const verdictWords: Readonly<Record<Verdict, Words>> = {
  ready: { en: 'READY', fr: 'PRÊT' },
  'at-risk': { en: 'AT RISK', fr: 'À RISQUE' },
  rejected: { en: 'REJECTED', fr: 'REJETÉ' },
  unknown: { en: 'COULD NOT TELL', fr: 'INDÉTERMINÉ' },
};

import type { Words } from '../../text/say.ts';
import type { Verdict } from '../report.ts';

/** A verdict as a person sees it. */
export const verdicts: Readonly<Record<Verdict, Words>> = {
  ready: { en: 'READY', fr: 'PRÊT' },
  'at-risk': { en: 'AT RISK', fr: 'À RISQUE' },
  rejected: { en: 'REJECTED', fr: 'REJETÉ' },
  unknown: { en: 'COULD NOT TELL', fr: 'INDÉTERMINÉ' },
};

import { both } from './disagreements/both.ts';
import type { Difference, Disagreement } from './disagreements/disagreement.ts';
import { mailSpfExplanations } from './disagreements/mail-spf-explanations.ts';
import { mailSpfNames } from './disagreements/mail-spf-names.ts';
import { mailSpfQuestions } from './disagreements/mail-spf-questions.ts';
import { mailSpfRecords } from './disagreements/mail-spf-records.ts';
import { pyspfMacros } from './disagreements/pyspf-macros.ts';
import { pyspfNames } from './disagreements/pyspf-names.ts';
import { pyspfQuestions } from './disagreements/pyspf-questions.ts';
import { pyspfRecords } from './disagreements/pyspf-records.ts';
import type { PeerName } from './peers.ts';

function of(name: PeerName, differences: readonly Difference[]): Disagreement[] {
  return differences.map((difference) => ({ of: name, ...difference }));
}

/**
 * All that is known to differ: in words, and as a reading of the model that differs in this alone. With every reading
 * of a peer the model has to say exactly what the peer says. A reading stands upon those before it.
 */
export const disagreements: readonly Disagreement[] = [
  ...of('pyspf', [...both, ...pyspfMacros, ...pyspfRecords, ...pyspfNames, ...pyspfQuestions]),
  ...of('Mail::SPF', [
    ...both,
    ...mailSpfRecords,
    ...mailSpfNames,
    ...mailSpfQuestions,
    ...mailSpfExplanations,
  ]),
];

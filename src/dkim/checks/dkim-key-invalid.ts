import { defineCheck, evidence } from '../../check.ts';
import { type DkimKey, isUsable } from '../key.ts';
import { repairDkim } from '../repair.ts';
import { faultsInWords, faultTexts } from './fault-texts.ts';
import { fixFor, hasKeys, published, unread } from './keys.ts';

function fatalProblems(key: DkimKey): DkimKey['problems'] {
  return key.problems.filter(({ fatal }) => fatal);
}

export const dkimKeyInvalid = defineCheck({
  id: 'dkim-key-invalid',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §3.2, §3.6.1, §6.1.2',
  messages: {
    title: 'The DKIM key record at {name} is invalid',
    explanation: 'Verifiers must ignore this record: {faults}.',
    consequence:
      'Signatures made with this selector end in permfail, and mail that carries no other good signature counts as unsigned.',
    remedy: '{mend}',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name } of published(dkim)) {
      // One usable record among several is a matter of dkim-multiple-records.
      if (selector.keys.some(isUsable)) continue;
      const key = selector.keys.find((one) => fatalProblems(one).length > 0);
      const [first, ...others] = key ? fatalProblems(key) : [];
      if (!key || !first) continue;
      const faults = faultsInWords([first, ...others].map(({ code }) => code));
      yield {
        about: name,
        params: { name, faults, mend: faultTexts[first.code].mend },
        at: { record: key.text, start: first.start, end: first.end },
        ...fixFor(selector, name, repairDkim(key)),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});

import { defineCheck, evidence, type UnknownDraft } from '../../check.ts';
import type { DkimFacts } from '../facts.ts';
import { type DkimKey, isUsable } from '../key.ts';
import { repairDkim } from '../repair.ts';
import { faultsInWords, faultTexts } from './fault-texts.ts';
import { fixFor, hasAlignedKey, hasKeys, published, unread, unreadCommon } from './keys.ts';

function fatalProblems(key: DkimKey): DkimKey['problems'] {
  return key.problems.filter(({ fatal }) => fatal);
}

/** One entry for all common selectors that went unanswered; where no key was found, dkim-missing tells of them. */
function gap(dkim: DkimFacts): UnknownDraft[] {
  const failed = unreadCommon(dkim);
  const [first] = failed;
  if (!first || !hasAlignedKey(dkim)) return [];
  const { name, type } = first.txt;
  const reason = `${failed.length} of the ${dkim.tried.length} common selectors tried went unanswered`;
  return [{ about: dkim.domain, unknown: { name, type }, reason, blocking: false }];
}

export const dkimKeyInvalid = defineCheck({
  id: 'dkim-key-invalid',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §3.6.1, §6.1.2',
  messages: {
    title: 'The DKIM key record at {name} is invalid',
    explanation: 'Verifiers must ignore this record: {faults}.',
    consequence: 'Signatures made with this selector end in permfail, and the mail counts as unsigned.',
    remedy: '{mend}',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    yield* gap(dkim);
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

import { defineCheck, evidence } from '../../check.ts';
import { repairDkim } from '../repair.ts';
import { faultsInWords, faultTexts } from './fault-texts.ts';
import { fixFor, hasKeys, unread, usableKeys } from './keys.ts';

export const dkimSyntax = defineCheck({
  id: 'dkim-syntax',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'warning',
  reference: 'RFC 6376 §3.2, §3.6.1',
  messages: {
    title: 'The DKIM key record at {name} breaks the grammar',
    explanation: 'The key can be read, but the record is not well-formed: {faults}.',
    consequence: 'Most verifiers read over it; a strict one ignores the record, and signatures fail there.',
    remedy: '{mend}',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name, key } of usableKeys(dkim, ({ problems }) => problems.length > 0)) {
      const [first] = key.problems;
      if (!first) continue;
      yield {
        about: name,
        params: {
          name,
          faults: faultsInWords(key.problems.map(({ code }) => code)),
          mend: faultTexts[first.code].mend,
        },
        at: { record: key.text, start: first.start, end: first.end },
        ...fixFor(selector, name, repairDkim(key)),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});

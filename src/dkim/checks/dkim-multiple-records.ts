import { defineCheck, evidence } from '../../check.ts';
import type { DkimSelector } from '../facts.ts';
import { isUsable, parseDkimKey } from '../key.ts';
import { fixFor, hasKeys, published, unread } from './keys.ts';

/** One key that was published in two pieces, each a record of its own. */
function joined({ keys }: DkimSelector): string | null {
  const [one, other] = keys;
  if (keys.length !== 2 || !one || !other) return null;
  const wholes = [one.text + other.text, other.text + one.text].map(parseDkimKey);
  const whole = wholes.find((key) => key.problems.length === 0 && isUsable(key));
  return whole && !keys.some(isUsable) ? whole.text : null;
}

export const dkimMultipleRecords = defineCheck({
  id: 'dkim-multiple-records',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §3.6.2.2, §6.1.2',
  messages: {
    title: '{name} has {count} TXT records instead of one',
    explanation:
      'A selector has exactly one TXT record. With several a verifier may take any one of them, or try all in any order.',
    consequence:
      'Signatures made with this selector pass or fail by the record that a verifier happens to take.',
    remedy:
      'Keep the record of the key that signs and delete the rest. Publish a second key at a selector of its own; publish a long key as several strings of one record.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name } of published(dkim)) {
      const count = selector.txt.answer.status === 'found' ? selector.txt.answer.records.length : 0;
      if (count < 2) continue;
      yield {
        about: name,
        params: { name, count },
        ...fixFor(selector, name, joined(selector)),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});

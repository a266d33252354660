import { defineCheck, evidence } from '../../check.ts';
import type { DkimKey } from '../key.ts';
import { hasKeys, placeOf, published, unread } from './keys.ts';

function isRevoked({ revoked, problems }: DkimKey): boolean {
  return revoked && !problems.some(({ fatal }) => fatal);
}

export const dkimKeyRevoked = defineCheck({
  id: 'dkim-key-revoked',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §3.6.1, §6.1.2',
  messages: {
    title: 'The DKIM key at {name} is revoked',
    explanation: 'An empty p= says that the key of this selector was withdrawn.',
    consequence: 'A signature made with this selector fails, as if there were no key record.',
    remedy:
      'If mail is still signed with this selector, publish its public key in p= or move the signer to a selector that has one. If not, the record may stay as it is.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name } of published(dkim)) {
      const [key] = selector.keys;
      if (!key || !selector.keys.every(isRevoked)) continue;
      const severity = selector.source === 'given' ? 'error' : 'notice';
      yield {
        about: name,
        params: { name },
        severity,
        ...placeOf(key, 'p'),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});

import { defineCheck, evidence } from '../../check.ts';
import { hasKeys, placeOf, unread, usableKeys } from './keys.ts';

export const dkimKeyShort = defineCheck({
  id: 'dkim-key-short',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 8301 §3.2',
  messages: {
    title: 'The RSA key at {name} has only {bits} bits',
    explanation:
      'RSA keys under 1024 bits can be broken at little cost, and whoever does so can sign as the domain. Verifiers must not accept their signatures.',
    consequence: 'Signatures made with this selector fail permanently, and the mail counts as unsigned.',
    remedy:
      'Create a 2048-bit key, publish it at a new selector and sign with that. Remove this record once mail signed with it has been delivered.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name, key } of usableKeys(
      dkim,
      (one) => one.key?.type === 'rsa' && one.key.bits < 1024,
    )) {
      const bits = key.key?.type === 'rsa' ? key.key.bits : 0;
      yield { about: name, params: { name, bits }, ...placeOf(key, 'p'), evidence: [evidence(selector.txt)] };
    }
  },
});

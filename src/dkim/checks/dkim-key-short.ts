import { defineCheck, evidence } from '../../check.ts';
import { isTooShort } from '../selector-verdict.ts';
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
      'The shorter an RSA key, the easier it is to break, and whoever breaks this one can sign as the domain. Verifiers must not accept signatures with RSA keys under 1024 bits.',
    consequence:
      'Signatures made with this selector fail, and mail that carries no other good signature counts as unsigned.',
    remedy:
      'Create a 2048-bit key, publish it at a new selector and sign with that. Then delete this record.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name, key } of usableKeys(dkim, isTooShort)) {
      const bits = key.key?.type === 'rsa' ? key.key.bits : 0;
      yield { about: name, params: { name, bits }, ...placeOf(key, 'p'), evidence: [evidence(selector.txt)] };
    }
  },
});

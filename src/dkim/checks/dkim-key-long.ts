import { defineCheck, evidence } from '../../check.ts';
import { hasKeys, placeOf, unread, usableKeys } from './keys.ts';

/** Longer ones a verifier need not be able to check (RFC 8301 §3.2). */
const longest = 4096;

export const dkimKeyLong = defineCheck({
  id: 'dkim-key-long',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'warning',
  reference: 'RFC 8301 §3.2',
  messages: {
    title: 'The RSA key at {name} has {bits} bits; verifiers need not take more than {longest}',
    explanation:
      'Every verifier can check signatures with RSA keys up to {longest} bits, longer ones some can.',
    consequence: 'Where the key is too long, the signature counts for nothing, and the mail as unsigned.',
    remedy: 'Create a 2048-bit key, publish it at a new selector and sign with that.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name, key } of usableKeys(
      dkim,
      ({ key: one }) => one?.type === 'rsa' && one.bits > longest,
    )) {
      const bits = key.key?.type === 'rsa' ? key.key.bits : 0;
      yield {
        about: name,
        params: { name, bits, longest },
        ...placeOf(key, 'p'),
        evidence: [evidence(selector.txt)],
      };
    }
  },
});

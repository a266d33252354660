import { defineCheck, evidence } from '../../check.ts';
import type { DkimKey } from '../key.ts';
import { hasKeys, placeOf, unread, usableKeys } from './keys.ts';

/** What signers should use (RFC 6376 §3.3.2). */
const usual = 65_537;

function isUnusual({ key }: DkimKey): boolean {
  return key?.type === 'rsa' && key.exponent !== usual;
}

/** Of a public exponent that is longer than six octets. */
const beyondReading = { en: 'above 2^48', fr: 'supérieur à 2^48' };

export const dkimExponentUnusual = defineCheck({
  id: 'dkim-exponent-unusual',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'notice',
  reference: 'RFC 6376 §3.3.2, §8.13',
  messages: {
    title: 'The RSA key at {name} has the public exponent {exponent} instead of {usual}',
    explanation:
      'Signers should use {usual}. A very small exponent has let signatures be forged against careless verifiers, a very large one costs each verifier time.',
    consequence:
      'Nothing fails for it in most places; a verifier may refuse exponents that it finds unreasonable.',
    remedy:
      'At the next key change create a 2048-bit key with the exponent {usual}, as openssl and opendkim-genkey do.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    for (const { selector, name, key } of usableKeys(dkim, isUnusual)) {
      const value = key.key?.type === 'rsa' ? key.key.exponent : null;
      const params = { name, exponent: value ?? beyondReading, usual };
      yield { about: name, params, ...placeOf(key, 'p'), evidence: [evidence(selector.txt)] };
    }
  },
});

import { defineCheck, evidence } from '../../check.ts';
import { hasKeys, placeOf, unread, usableKeys } from './keys.ts';

export const dkimKeyWeak = defineCheck({
  id: 'dkim-key-weak',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'warning',
  reference: 'RFC 8301 §3.2',
  messages: {
    title: 'The RSA key at {name} has {bits} bits; 2048 are advised',
    explanation: 'Verifiers accept RSA keys from 1024 bits on, but signers should use at least 2048.',
    consequence:
      'Nothing fails for it. A verifier may take the key length into account and trust the signatures less.',
    remedy:
      'At the next key change create a 2048-bit key and publish it at a new selector, as several strings inside one TXT record where the DNS software asks for that.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    const weak = usableKeys(dkim, ({ key }) => key?.type === 'rsa' && key.bits >= 1024 && key.bits < 2048);
    for (const { selector, name, key } of weak) {
      const bits = key.key?.type === 'rsa' ? key.key.bits : 0;
      yield { about: name, params: { name, bits }, ...placeOf(key, 'p'), evidence: [evidence(selector.txt)] };
    }
  },
});

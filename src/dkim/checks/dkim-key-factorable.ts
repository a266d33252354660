import { defineCheck, evidence } from '../../check.ts';
import { sharesPrime, type Weakness, weaknessOf } from '../factors.ts';
import { modulusOf } from '../key.ts';
import { hasKeys, placeOf, type PublishedKey, unread, usableKeys } from './keys.ts';

/** More keys are not compared with each other. */
const compared = 20;

const reasons: Readonly<Record<Weakness, string>> = {
  'small-factor': 'a small prime divides its modulus',
  'close-primes': 'the two primes of its modulus are next to each other',
  roca: 'its modulus bears the mark of the smart-card library of CVE-2017-15361',
};

interface ReadKey extends PublishedKey {
  readonly modulus: bigint;
}

/** Every different modulus once. */
function readKeys(keys: readonly PublishedKey[]): ReadKey[] {
  const read = new Map<bigint, ReadKey>();
  for (const one of keys) {
    const modulus = modulusOf(one.key);
    if (modulus !== null && !read.has(modulus)) read.set(modulus, { ...one, modulus });
  }
  return [...read.values()];
}

/** Why the key is easy to break; null where nothing tells. */
function reasonOf({ modulus }: ReadKey, others: readonly ReadKey[]): string | null {
  const weakness = weaknessOf(modulus);
  if (weakness) return reasons[weakness];
  const partner = others.find((other) => sharesPrime(modulus, other.modulus));
  return partner ? `it shares a prime with the key at ${partner.name}` : null;
}

export const dkimKeyFactorable = defineCheck({
  id: 'dkim-key-factorable',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'error',
  reference: 'RFC 6376 §8.3',
  messages: {
    title: 'The RSA key at {name} can be broken, whatever its length',
    explanation:
      'Whoever finds the two primes of an RSA key has the private key, and for this one that is easy: {reason}.',
    consequence:
      'Anybody can sign as {domain}, and forged mail then passes DKIM and DMARC. Receivers do not notice; the domain pays with its reputation.',
    remedy:
      'Create a new 2048-bit key with other software, publish it at a new selector and sign with that. Then delete this record, so that nothing passes with the old key.',
  },
  applies: hasKeys,
  *find({ dkim }) {
    yield* unread(dkim);
    const keys = readKeys(usableKeys(dkim, ({ key }) => key?.type === 'rsa')).slice(0, compared);
    for (const one of keys) {
      const reason = reasonOf(one, keys);
      if (reason === null) continue;
      const { selector, name, key } = one;
      const params = { name, domain: selector.domain, reason };
      yield { about: name, params, ...placeOf(key, 'p'), evidence: [evidence(selector.txt)] };
    }
  },
});

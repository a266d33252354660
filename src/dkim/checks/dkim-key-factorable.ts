import { defineCheck, evidence } from '../../check.ts';
import { sharesPrime, type Weakness, weaknessOf } from '../factors.ts';
import { modulusOf } from '../key.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { hasKeys, placeOf, type PublishedKey, unread, usableKeys } from './keys.ts';

/** More keys are not compared with each other. */
const compared = 20;

const reasons: Readonly<Record<Weakness, Words>> = {
  'small-factor': {
    en: 'a small prime divides its modulus',
    fr: 'un petit nombre premier divise son module',
  },
  'close-primes': {
    en: 'the two primes of its modulus are next to each other',
    fr: 'les deux nombres premiers de son module sont voisins',
  },
  roca: {
    en: 'its modulus bears the mark of the smart-card library of CVE-2017-15361',
    fr: "son module porte l'empreinte de la bibliothèque pour cartes à puce de CVE-2017-15361",
  },
};

const shared = {
  en: 'it shares a prime with the key at {name}',
  fr: 'elle partage un nombre premier avec la clé publiée à {name}',
} as const;

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
function reasonOf({ modulus }: ReadKey, others: readonly ReadKey[]): Said | null {
  const weakness = weaknessOf(modulus);
  if (weakness) return reasons[weakness];
  const partner = others.find((other) => sharesPrime(modulus, other.modulus));
  return partner ? phrase(shared, { name: partner.name }) : null;
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

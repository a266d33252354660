import type { FixProof } from '../../check.ts';
import { phrase, type Phrase, type Words } from '../../text/say.ts';

/** What the evaluation of a proposed record came to, in words. */

const authorized: Readonly<Record<FixProof['hosts'], Words>> = {
  same: { en: 'the same hosts authorized', fr: 'les mêmes hôtes autorisés' },
  more: {
    en: 'the hosts named today authorized, and others',
    fr: "les hôtes nommés aujourd'hui autorisés, et d'autres",
  },
  fewer: {
    en: 'the hosts named today authorized, and no longer everyone',
    fr: "les hôtes nommés aujourd'hui autorisés, et non plus tout le monde",
  },
  unknown: {
    en: 'the hosts named today authorized, and who else could not be determined',
    fr: "les hôtes nommés aujourd'hui autorisés, sans que l'on ait pu établir qui d'autre",
  },
  new: {
    en: 'hosts authorized that no record names today',
    fr: "des hôtes autorisés qu'aucun enregistrement ne nomme aujourd'hui",
  },
};

/** RFC 7208 §4.6.4. */
const lookupLimit = 10;

const again = {
  en: 'audited again with it: {count}{over}, {who}{given}',
  fr: 'audit refait avec cet enregistrement : {count}{over}, {who}{given}',
} as const;

const above = {
  en: ', still above the limit of {limit}',
  fr: ', toujours au-dessus de la limite de {limit}',
} as const;

const asGiven = {
  en: ', and {addresses} as given',
  fr: ', et {addresses} comme indiqué',
} as const;

const atLeast = { en: 'at least {count}', fr: 'au moins {count}' } as const;
const noLookup: Words = { en: '0 lookups', fr: '0 recherche DNS' };
const oneLookup: Words = { en: '1 lookup', fr: '1 recherche DNS' };
const someLookups = { en: '{lookups} lookups', fr: '{lookups} recherches DNS' } as const;

/** `0 lookups`, `1 lookup`, `9 lookups`. */
export function lookupCount(lookups: number): Phrase {
  if (lookups === 0) return noLookup;
  return lookups === 1 ? oneLookup : phrase(someLookups, { lookups });
}

/** `audited again with it: 9 lookups, the same hosts authorized`. */
export function proven({ lookups, complete, hosts, added }: FixProof): Phrase {
  const count = lookupCount(lookups);
  return phrase(again, {
    count: complete ? count : phrase(atLeast, { count }),
    over: lookups > lookupLimit ? phrase(above, { limit: lookupLimit }) : '',
    who: authorized[hosts],
    given: added.length === 0 ? '' : phrase(asGiven, { addresses: added.join(', ') }),
  });
}

import type { AlignmentMode } from '../dmarc/alignment.ts';
import type { DmarcFacts } from '../dmarc/facts.ts';
import { fullPolicy } from '../dmarc/full-policy.ts';
import { walkReading } from '../dmarc/readings.ts';
import type { Subject } from '../subject.ts';
import { phrase, type Said, type Words } from '../text/say.ts';

/** What dmarc-unaligned tells of the domains of the mail, in words. */

const signed = {
  en: 'the envelope sender is at {envelope}, and signatures are those of {signers}',
  fr: "l'expéditeur d'enveloppe est à {envelope}, et les signatures sont faites pour {signers}",
} as const;
const unsigned = {
  en: 'the envelope sender is at {envelope}, and no DKIM key exists',
  fr: "l'expéditeur d'enveloppe est à {envelope}, et il n'existe aucune clé DKIM",
} as const;

/** The domains that could align and do not. */
export function sentence(
  signers: readonly { readonly domain: string }[],
  { envelopeDomain: envelope, selectors }: Subject,
): Said {
  if (selectors.length === 0) return phrase(unsigned, { envelope });
  return phrase(signed, { envelope, signers: signers.map(({ domain }) => domain).join(', ') });
}

const hidden: Words = {
  en: 'what receivers are asked to do with it could not be told',
  fr: 'il est impossible de dire ce qui est demandé aux destinataires',
};
const unreadable: Words = {
  en: 'nothing is refused for the policy alone, which cannot be read',
  fr: "rien n'est refusé au seul titre de la politique, qui est illisible",
};
const none: Words = {
  en: 'nothing is refused for the policy alone, which is none',
  fr: "rien n'est refusé au seul titre de la politique, qui est none",
};
const inFull = {
  quarantine: {
    en: 'receivers are asked to quarantine it',
    fr: 'il est demandé aux destinataires de le mettre en quarantaine (quarantine)',
  },
  reject: {
    en: 'receivers are asked to reject it',
    fr: 'il est demandé aux destinataires de le rejeter (reject)',
  },
} as const satisfies Record<string, Words>;
const inPart = {
  en: 'the policy is {policy}, though not all receivers apply it in full',
  fr: "la politique est {policy}, même si certains destinataires ne l'appliquent pas en entier",
} as const;

/** What receivers are asked for, completing "The mail fails DMARC, and". */
export function asked(dmarc: DmarcFacts): Said {
  const { policy, certain } = fullPolicy(dmarc);
  if (!walkReading(dmarc)) return hidden;
  if (policy === null) return unreadable;
  if (policy === 'none') return none;
  return certain ? inFull[policy] : phrase(inPart, { policy });
}

/** What is asked of an aligned domain. */
export const rules: Readonly<Record<AlignmentMode, Words>> = {
  relaxed: {
    en: 'in relaxed mode, where one organizational domain is enough',
    fr: 'en mode souple, où le même domaine organisationnel suffit',
  },
  strict: {
    en: 'in strict mode, where only the same domain will do',
    fr: 'en mode strict, où il faut exactement le même domaine',
  },
};

/** The receivers where nothing aligns, if it does at those of the other kind. */
export const where = {
  walk: {
    en: ' at receivers that follow RFC 9989',
    fr: ' chez les destinataires qui suivent la RFC 9989',
  },
  classic: {
    en: ' at receivers that follow RFC 7489',
    fr: ' chez les destinataires qui suivent la RFC 7489',
  },
} as const satisfies Record<string, Words>;

export const relaxing: Words = {
  en: ', or publish the DMARC record without adkim=s and aspf=s',
  fr: ", ou publier l'enregistrement DMARC sans adkim=s ni aspf=s",
};

/** The envelope sender that aligns, by the mode of SPF. */
export const envelopes = {
  relaxed: { en: 'in the same organization', fr: 'de la même organisation' },
  strict: { en: 'at {domain}', fr: 'à {domain}' },
} as const;

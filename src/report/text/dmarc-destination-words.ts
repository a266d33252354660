import type { SurveyedDestination } from '../../dmarc/surveyed.ts';
import { clauses, paired } from '../../text/lists.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import { about } from './dmarc-words.ts';

const consents: Readonly<Record<SurveyedDestination['consent'], Words | null>> = {
  'not-needed': null,
  given: { en: 'it has agreed to take them', fr: 'ce domaine a accepté de les recevoir' },
  missing: {
    en: 'it has not agreed to take them, so none are sent',
    fr: "ce domaine n'a pas accepté de les recevoir, donc aucun n'est envoyé",
  },
  unnameable: {
    en: 'it cannot agree: the name is too long, so none are sent',
    fr: "ce domaine ne peut pas donner son accord : le nom est trop long, donc aucun n'est envoyé",
  },
  diverted: {
    en: 'its agreement names another domain, so none are sent',
    fr: "son accord désigne un autre domaine, donc aucun n'est envoyé",
  },
  unknown: {
    en: 'whether it has agreed could not be told',
    fr: "impossible de dire s'il a donné son accord",
  },
};

const noMail: Words = { en: 'it takes no mail', fr: "ce domaine n'accepte pas de courrier" };
const perhapsMail: Words = {
  en: 'whether it takes mail could not be told',
  fr: 'impossible de dire si ce domaine accepte du courrier',
};

const sentTo = { en: '{tags} to {addresses}', fr: '{tags} à {addresses}' } as const;

/** Who gets reports, and whether they arrive. */
export function destinationText({ tags, addresses, consent, deliverable }: SurveyedDestination): Said {
  const agreed = consents[consent];
  const sent = phrase(sentTo, { tags: paired(tags), addresses: addresses.join(', ') });
  const known = [
    ...(agreed ? [agreed] : []),
    ...(deliverable === true ? [] : [deliverable === null ? perhapsMail : noMail]),
  ];
  return known.length > 0 ? about(sent, clauses(known)) : sent;
}

export const noMailbox: Words = {
  en: 'none: the record names no mailbox',
  fr: "aucun : l'enregistrement n'indique aucune boîte aux lettres",
};

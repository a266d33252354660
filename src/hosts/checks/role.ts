import type { Words } from '../../text/say.ts';
import type { DomainRole } from '../facts.ts';

/** What of the mail carries a domain, without an article. */
export const roleWords: Readonly<Record<DomainRole, Words>> = {
  'envelope sender and From': {
    en: 'envelope sender and From',
    fr: "expéditeur d'enveloppe et en-tête From",
  },
  'envelope sender': { en: 'envelope sender', fr: "expéditeur d'enveloppe" },
  From: { en: 'From', fr: 'en-tête From' },
};

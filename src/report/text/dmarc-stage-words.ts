import type { DmarcPolicy } from '../../dmarc/parse.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';

export const stageTexts: Readonly<Record<DmarcPolicy, Words>> = {
  none: {
    en: 'none, to receive reports and refuse nothing',
    fr: 'none, pour recevoir des rapports et ne rien refuser',
  },
  quarantine: {
    en: 'quarantine, when the reports show that all your own mail passes',
    fr: 'quarantine, quand les rapports montrent que tout le courrier légitime passe',
  },
  reject: {
    en: 'reject, when nothing of yours was held back meanwhile',
    fr: "reject, si aucun message légitime n'a été retenu entre-temps",
  },
};

const reached = {
  en: '; the record is that of {owner} and speaks for other names too',
  fr: " ; l'enregistrement est celui du domaine {owner} et vaut aussi pour d'autres noms",
} as const;

/** A record above the domain speaks for every name below. */
export function reach(name: string, domain: string): Said {
  const owner = name.replace(/^_dmarc\./, '');
  return owner === domain ? '' : phrase(reached, { owner });
}

import type { FactName, Words } from '../index.ts';
import { dkimHelp, dmarcHelp, dnsblHelp, spfHelp } from './help.ts';
import type { OptionName } from './options.ts';

/** A command that judges one protocol alone. */
export interface Protocol {
  readonly name: string;
  readonly description: Words;
  /** What its help says beside the options. */
  readonly help: Words;
  readonly sections: readonly FactName[];
  /** Options about the mail that change what is judged. */
  readonly options: readonly OptionName[];
}

export const protocols: readonly Protocol[] = [
  {
    name: 'spf',
    description: {
      en: 'Judge SPF alone, and draw what it leads to',
      fr: 'Juger SPF seul, et dessiner ce à quoi il mène',
    },
    help: spfHelp,
    sections: ['domain', 'spf'],
    options: ['profile', 'ip', 'helo', 'mailFrom'],
  },
  {
    name: 'dkim',
    description: {
      en: 'Judge DKIM keys alone, and list those found',
      fr: 'Juger les clés DKIM seules, et énumérer celles qui sont trouvées',
    },
    help: dkimHelp,
    sections: ['domain', 'dkim'],
    options: ['from', 'selector', 'selectors'],
  },
  {
    name: 'dmarc',
    description: {
      en: 'Judge DMARC alone, and draw where its policy comes from and what aligns',
      fr: "Juger DMARC seul, et dessiner d'où vient sa politique et ce qui est aligné",
    },
    help: dmarcHelp,
    sections: ['domain', 'dmarc'],
    options: ['profile', 'from', 'mailFrom', 'selector'],
  },
  {
    name: 'dnsbl',
    description: {
      en: 'Look addresses, networks and domains up in blocklists; --lists alone shows the lists',
      fr: 'Chercher adresses, réseaux et domaines dans les listes noires ; --lists seul montre les listes',
    },
    sections: ['domain', 'dnsbl'],
    options: ['ip', 'from', 'mailFrom', 'hosts', 'lists', 'config', 'rate'],
    help: dnsblHelp,
  },
];

interface Argument {
  readonly form: Words;
  readonly description: Words;
}

const domains: Argument = {
  form: { en: '[domain...]', fr: '[domaine...]' },
  description: {
    en: 'Domains, or e-mail addresses of which the domain counts',
    fr: 'Domaines, ou adresses électroniques dont seul le domaine compte',
  },
};

const subjects: Argument = {
  form: { en: '[subject...]', fr: '[sujet...]' },
  description: {
    en: 'Domains (with the hosts that SPF authorizes), addresses, and networks up to /24',
    fr: "Domaines (avec les hôtes que SPF autorise), adresses, et réseaux jusqu'à /24",
  },
};

const replies: Argument = {
  form: { en: '[reply...]', fr: '[réponse...]' },
  description: {
    en: 'Replies, or files that hold them; without any, standard input is read',
    fr: "Réponses, ou fichiers qui en contiennent ; sinon, l'entrée standard est lue",
  },
};

/** What stands behind the name of a command. */
export function argumentOf(name: string): Argument {
  if (name === 'explain') return replies;
  return name === 'dnsbl' ? subjects : domains;
}

/** What the program says of itself. */
export const programWords = {
  description: {
    en: 'Audits a sending domain before the mail goes out, and names the rejections to expect.',
    fr: "Audite un domaine d'envoi avant le départ du courrier, et nomme les rejets à attendre.",
  },
  audit: {
    en: 'Audit a sending domain: everything',
    fr: "Auditer un domaine d'envoi : tout",
  },
  explain: {
    en: 'Explain replies of mail servers: pasted, in a bounce message, a mail log or a table',
    fr: 'Expliquer des réponses de serveurs de messagerie : collées, dans un message de non-remise, un journal ou un tableau',
  },
  version: { en: 'Print the version', fr: 'Afficher la version' },
  help: { en: 'Print this help', fr: 'Afficher cette aide' },
  helpCommand: { en: 'help [command]', fr: 'help [commande]' },
  helpOfCommand: { en: 'Print the help of a command', fr: "Afficher l'aide d'une commande" },
} as const satisfies Readonly<Record<string, Words>>;

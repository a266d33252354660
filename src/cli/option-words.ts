import type { Words } from '../index.ts';

interface OptionWords {
  /** How the option is written, with a name for its value. */
  readonly flags: Words;
  readonly description: Words;
  /** What the help says of a default value that does not speak for itself. */
  readonly byDefault?: Words;
}

/** The same in all languages. */
const same = (flags: string): Words => ({ en: flags, fr: flags });

/** What the help says of each option. */
export const optionWords = {
  profile: {
    flags: { en: '--profile <name>', fr: '--profile <nom>' },
    description: {
      en: 'What is expected of the domain: that it sends (transactional: low volume; bulk: mailings), or parked (it sends nothing)',
      fr: "Ce qui est attendu du domaine : qu'il envoie (transactional : faible volume ; bulk : envois en masse), ou parked (il n'envoie rien)",
    },
  },
  volume: {
    flags: { en: '--volume <name>', fr: '--volume <nom>' },
    description: {
      en: 'bulk: above about 5,000 messages a day to one receiver; low: below (default: as --profile says, or both are told)',
      fr: 'bulk : plus de 5 000 messages par jour environ vers un même destinataire ; low : moins (défaut : selon --profile, sinon les deux cas sont donnés)',
    },
  },
  ip: {
    flags: { en: '--ip <address>', fr: '--ip <adresse>' },
    description: {
      en: 'Address the mail leaves from; repeat for more',
      fr: "Adresse d'où part le courrier ; à répéter s'il y en a plusieurs",
    },
    byDefault: { en: 'none', fr: 'aucune' },
  },
  helo: {
    flags: { en: '--helo <name>', fr: '--helo <nom>' },
    description: {
      en: 'Name that the sending host gives in EHLO',
      fr: "Nom que l'hôte d'envoi annonce en EHLO",
    },
  },
  mailFrom: {
    flags: { en: '--mail-from <address>', fr: '--mail-from <adresse>' },
    description: {
      en: 'Envelope sender; "" for the null sender (default: someone at the domain)',
      fr: `Expéditeur d'enveloppe ; "" pour l'expéditeur nul (défaut : une adresse du domaine)`,
    },
  },
  from: {
    flags: { en: '--from <header>', fr: '--from <en-tête>' },
    description: {
      en: 'From header: an address, or Name <address> (default: someone at the domain)',
      fr: 'En-tête From : une adresse, ou Nom <adresse> (défaut : une adresse du domaine)',
    },
  },
  selector: {
    flags: { en: '--selector <selector>', fr: '--selector <sélecteur>' },
    description: {
      en: 'DKIM selector that signs, s1 or s1@example.net; repeat for more',
      fr: "Sélecteur DKIM qui signe, s1 ou s1@example.net ; à répéter s'il y en a plusieurs",
    },
    byDefault: { en: 'common ones are tried', fr: 'essai de sélecteurs courants' },
  },
  selectors: {
    flags: { en: '--selectors <count>', fr: '--selectors <nombre>' },
    description: {
      en: 'Common DKIM selectors to try, the likeliest first; or all',
      fr: "Nombre de sélecteurs DKIM courants à essayer, les plus probables d'abord ; ou all",
    },
  },
  hosts: {
    flags: { en: '--hosts <count>', fr: '--hosts <nombre>' },
    description: {
      en: 'Hosts that SPF authorizes singly to look at, besides those of --ip',
      fr: "Nombre d'hôtes, autorisés isolément par SPF, à examiner en plus de ceux de --ip",
    },
  },
  lists: {
    flags: { en: '--lists [names]', fr: '--lists [noms]' },
    description: {
      en: 'Blocklists to ask: default, all, or zones; repeat for more',
      fr: "Listes noires à interroger : default, all ou des zones ; à répéter s'il y en a plusieurs",
    },
    byDefault: same('default'),
  },
  config: {
    flags: { en: '--config <file>', fr: '--config <fichier>' },
    description: {
      en: 'JSON file with blocklists of your own',
      fr: 'Fichier JSON qui décrit vos propres listes noires',
    },
  },
  rate: {
    flags: { en: '--rate <questions>', fr: '--rate <requêtes>' },
    description: {
      en: 'Questions a second to one blocklist at most; 0 for no limit',
      fr: 'Nombre maximal de requêtes par seconde à une même liste noire ; 0 : sans limite',
    },
  },
  server: {
    flags: { en: '--server <address>', fr: '--server <adresse>' },
    description: {
      en: 'DNS server to ask, address or address:port; repeat for more',
      fr: "Serveur DNS à interroger, adresse ou adresse:port ; à répéter s'il y en a plusieurs",
    },
    byDefault: { en: "the system's", fr: 'ceux du système' },
  },
  transport: {
    flags: { en: '--transport <name>', fr: '--transport <nom>' },
    description: {
      en: 'Who puts questions on the wire: node (node:dns) or wire (presend, EDNS)',
      fr: 'Qui émet les requêtes : node (node:dns) ou wire (presend, EDNS)',
    },
  },
  zone: {
    flags: { en: '--zone <file>', fr: '--zone <fichier>' },
    description: {
      en: 'Master file whose records stand in for those published; - reads standard input',
      fr: "Fichier de zone dont les enregistrements remplacent ceux qui sont publiés ; - lit l'entrée standard",
    },
  },
  fix: {
    flags: { en: '--fix <file>', fr: '--fix <fichier>' },
    description: {
      en: 'Write the records to publish into a master file, and audit again with them',
      fr: "Écrire les enregistrements à publier dans un fichier de zone, et refaire l'audit avec eux",
    },
  },
  save: {
    flags: { en: '--save <file>', fr: '--save <fichier>' },
    description: {
      en: 'Keep every question and answer of the run in a file',
      fr: "Garder dans un fichier toutes les requêtes et réponses de l'exécution",
    },
  },
  replay: {
    flags: { en: '--replay <file>', fr: '--replay <fichier>' },
    description: {
      en: 'Make the reports of such a file again, without a network',
      fr: "Refaire les rapports à partir d'un tel fichier, sans réseau",
    },
  },
  offline: {
    flags: same('--offline'),
    description: {
      en: 'Ask nobody: the file of --zone is the whole DNS',
      fr: "N'interroger personne : le fichier de --zone tient lieu de DNS",
    },
  },
  format: {
    flags: { en: '--format <name>', fr: '--format <nom>' },
    description: { en: 'Form of the report', fr: 'Format du rapport' },
  },
  failOn: {
    flags: { en: '--fail-on <severity>', fr: '--fail-on <gravité>' },
    description: {
      en: 'Exit with 1 from this severity on',
      fr: 'Sortir avec le code 1 à partir de cette gravité',
    },
  },
  strict: {
    flags: same('--strict'),
    description: {
      en: 'Exit with 3 for missing coverage too',
      fr: "Sortir avec le code 3 aussi pour ce qui n'est pas couvert",
    },
  },
  timeout: {
    flags: { en: '--timeout <seconds>', fr: '--timeout <secondes>' },
    description: { en: 'Wait for one answer', fr: "Attente d'une réponse" },
  },
  deadline: {
    flags: { en: '--deadline <seconds>', fr: '--deadline <secondes>' },
    description: {
      en: 'Time for one domain; what is open then could not be told',
      fr: 'Temps accordé à un domaine ; ce qui reste alors ouvert est indéterminé',
    },
  },
  lang: {
    flags: { en: '--lang <language>', fr: '--lang <langue>' },
    description: { en: 'Language of the report: en or fr', fr: 'Langue du rapport : en ou fr' },
    byDefault: { en: "the locale's", fr: 'celle de la locale' },
  },
  file: {
    flags: { en: '--file <path>', fr: '--file <chemin>' },
    description: {
      en: 'Read this file; - is standard input',
      fr: "Lire ce fichier ; - est l'entrée standard",
    },
  },
  kind: {
    flags: { en: '--kind <name>', fr: '--kind <nom>' },
    description: {
      en: 'What the input is, where its first lines do not show it',
      fr: "Nature de l'entrée, si ses premières lignes ne la montrent pas",
    },
  },
  column: {
    flags: { en: '--column <name>', fr: '--column <nom>' },
    description: {
      en: 'Column of a table that holds the replies: its name, or its number from 1',
      fr: 'Colonne du tableau qui contient les réponses : son nom, ou son numéro à partir de 1',
    },
  },
  audit: {
    flags: same('--audit'),
    description: {
      en: 'Audit the sending domain that the text names, and say what explains the replies',
      fr: "Auditer le domaine d'envoi que le texte nomme, et dire ce qui explique les réponses",
    },
  },
  color: {
    flags: same('--color'),
    description: { en: 'Colours, even into a pipe', fr: 'Couleurs, même vers un tube' },
  },
  noColor: {
    flags: same('--no-color'),
    description: { en: 'No colours (so does NO_COLOR)', fr: 'Pas de couleurs (comme NO_COLOR)' },
  },
} as const satisfies Readonly<Record<string, OptionWords>>;

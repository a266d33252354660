import type { Words } from '../text/say.ts';

/**
 * What can be wrong with the text of a v=spf1 record: each is a permerror (RFC 7208 §4.6). `fault` completes
 * "SPF syntax:", `remedy` says what to write; `{name}` stands for a piece of the record.
 */
export const problemTexts = {
  version: {
    fault: {
      en: 'the record does not begin with "v=spf1" and a space',
      fr: "l'enregistrement ne commence pas par « v=spf1 » et un espace",
    },
    remedy: {
      en: 'Begin the record with "v=spf1" and one space.',
      fr: "Commencer l'enregistrement par « v=spf1 » et un seul espace.",
    },
  },
  'control-character': {
    fault: { en: 'a control character, {octets}', fr: 'un caractère de contrôle, {octets}' },
    remedy: {
      en: 'Separate terms with plain spaces and remove tabs and line breaks.',
      fr: 'Séparer les termes par de simples espaces et retirer les tabulations et les sauts de ligne.',
    },
  },
  'non-ascii': {
    fault: { en: 'a character outside ASCII, {octets}', fr: 'un caractère hors ASCII, {octets}' },
    remedy: {
      en: 'Retype the term by hand; such characters come from word processors, web pages and names that lack their A-label form.',
      fr: 'Retaper le terme à la main ; de tels caractères viennent de traitements de texte, de pages web et de noms qui ne sont pas sous leur forme ASCII (xn--).',
    },
  },
  separator: {
    fault: {
      en: '"{text}" between terms, where only spaces separate',
      fr: '« {text} » entre des termes, que seuls des espaces séparent',
    },
    remedy: {
      en: 'Separate the terms with one space and nothing else.',
      fr: "Séparer les termes par un espace et rien d'autre.",
    },
  },
  'missing-space': {
    fault: { en: 'no space before "{text}"', fr: "pas d'espace devant « {text} »" },
    remedy: {
      en: 'Put a space before "{text}". In a record split into several strings, the space belongs at the end of one string or the start of the next.',
      fr: "Mettre un espace devant « {text} ». Dans un enregistrement découpé en plusieurs chaînes, l'espace se place à la fin d'une chaîne ou au début de la suivante.",
    },
  },
  'quotation-mark': {
    fault: { en: 'a quotation mark inside the record', fr: "un guillemet à l'intérieur de l'enregistrement" },
    remedy: {
      en: 'Remove the quotation mark; quotes belong to the zone file, not to the record.',
      fr: "Retirer le guillemet ; les guillemets relèvent du fichier de zone, pas de l'enregistrement.",
    },
  },
  'lone-qualifier': {
    fault: { en: '"{text}" stands alone, without a mechanism', fr: '« {text} » est seul, sans mécanisme' },
    remedy: {
      en: 'Join the qualifier to its mechanism without a space, as in "-all", or remove it where the next word has one.',
      fr: 'Accoler le qualificateur à son mécanisme, sans espace, comme dans « -all », ou le retirer si le mot suivant en a déjà un.',
    },
  },
  'space-in-term': {
    fault: { en: 'a space inside "{text}"', fr: "un espace à l'intérieur de « {text} »" },
    remedy: { en: 'Write "{joined}".', fr: 'Écrire « {joined} ».' },
  },
  'foreign-text': {
    fault: {
      en: '"{text}" runs on behind "{name}"',
      fr: '« {text} » suit sans fin de terme après « {name} »',
    },
    remedy: {
      en: 'Publish it as a TXT record of its own and end the SPF record at "{name}".',
      fr: "Publier ce texte comme enregistrement TXT à part et terminer l'enregistrement SPF à « {name} ».",
    },
  },
  'second-record': {
    fault: {
      en: 'a second SPF record runs on at "{text}"',
      fr: "un second enregistrement SPF s'enchaîne à « {text} »",
    },
    remedy: {
      en: 'Write the terms of both into one record that begins with one "v=spf1" and ends in one "all".',
      fr: 'Écrire les termes des deux dans un seul enregistrement, qui commence par un seul « v=spf1 » et se termine par un seul « all ».',
    },
  },
  'several-qualifiers': {
    fault: { en: '"{text}" has more than one qualifier', fr: "« {text} » a plus d'un qualificateur" },
    remedy: {
      en: 'Leave one of + - ~ ? in front of the mechanism.',
      fr: 'Laisser un seul des signes + - ~ ? devant le mécanisme.',
    },
  },
  'bare-address': {
    fault: {
      en: '"{text}" is an address without a mechanism',
      fr: '« {text} » est une adresse sans mécanisme',
    },
    remedy: { en: 'Write "{mechanism}:{text}".', fr: 'Écrire « {mechanism}:{text} ».' },
  },
  'bare-name': {
    fault: { en: '"{text}" is a name without a mechanism', fr: '« {text} » est un nom sans mécanisme' },
    remedy: {
      en: 'Write "include:{text}" if it publishes an SPF record of its own, "a:{text}" if it is a host that sends.',
      fr: "Écrire « include:{text} » s'il publie son propre enregistrement SPF, « a:{text} » si c'est un hôte qui envoie.",
    },
  },
  'bad-name': {
    fault: { en: '"{text}" is no SPF term', fr: "« {text} » n'est pas un terme SPF" },
    remedy: {
      en: 'Remove it, or write it as mechanism:value, such as "include:example.com" or "ip4:192.0.2.1".',
      fr: "Le retirer, ou l'écrire sous la forme mécanisme:valeur, comme « include:example.com » ou « ip4:192.0.2.1 ».",
    },
  },
  'unknown-mechanism': {
    fault: { en: '"{name}" is no SPF mechanism', fr: "« {name} » n'est pas un mécanisme SPF" },
    remedy: {
      en: 'Remove the term, or use one of all, include, a, mx, ip4, ip6 and exists.',
      fr: "Retirer le terme, ou utiliser l'un des mécanismes all, include, a, mx, ip4, ip6 et exists.",
    },
  },
  'misspelled-mechanism': {
    fault: {
      en: '"{name}" is no SPF mechanism; "{intended}" seems meant',
      fr: "« {name} » n'est pas un mécanisme SPF ; sans doute fallait-il « {intended} »",
    },
    remedy: {
      en: 'Write "{intended}" in the place of "{name}".',
      fr: 'Écrire « {intended} » à la place de « {name} ».',
    },
  },
  'mechanism-with-equals': {
    fault: {
      en: '"{name}" is followed by "=" and needs a colon',
      fr: '« {name} » est suivi de « = » et demande un deux-points',
    },
    remedy: {
      en: 'Write "{name}:" in the place of "{name}=".',
      fr: 'Écrire « {name}: » à la place de « {name}= ».',
    },
  },
  'missing-colon': {
    fault: {
      en: '"{text}" lacks the colon behind "{name}"',
      fr: 'il manque à « {text} » le deux-points après « {name} »',
    },
    remedy: { en: 'Write "{joined}".', fr: 'Écrire « {joined} ».' },
  },
  'modifier-with-colon': {
    fault: {
      en: '"{name}" is followed by a colon and needs "="',
      fr: "« {name} » est suivi d'un deux-points et demande « = »",
    },
    remedy: {
      en: 'Write "{name}=" in the place of "{name}:".',
      fr: 'Écrire « {name}= » à la place de « {name}: ».',
    },
  },
  'qualifier-on-modifier': {
    fault: {
      en: '"{name}=" carries a qualifier, which only mechanisms may',
      fr: '« {name}= » porte un qualificateur, permis aux seuls mécanismes',
    },
    remedy: {
      en: 'Remove the character in front of "{name}=".',
      fr: 'Retirer le caractère placé devant « {name}= ».',
    },
  },
  'missing-value': {
    fault: { en: '"{name}" has no value', fr: "« {name} » n'a pas de valeur" },
    remedy: {
      en: 'Give "{name}" a value, or remove the term.',
      fr: 'Donner une valeur à « {name} », ou retirer le terme.',
    },
  },
  'stray-colon': {
    fault: {
      en: 'a colon behind "{name}" and no name behind it',
      fr: 'un deux-points après « {name} », sans nom derrière',
    },
    remedy: {
      en: 'Write "{name}" alone for the domain itself, or the name of another host behind the colon.',
      fr: "Écrire « {name} » seul pour le domaine lui-même, ou le nom d'un autre hôte après le deux-points.",
    },
  },
  'value-not-allowed': {
    fault: {
      en: '"{name}" takes no value, but "{text}" follows',
      fr: '« {name} » ne prend pas de valeur, mais « {text} » le suit',
    },
    remedy: { en: 'Write "{name}" alone.', fr: 'Écrire « {name} » seul.' },
  },
  'ip6-in-ip4': {
    fault: { en: 'an IPv6 address in "ip4"', fr: 'une adresse IPv6 dans « ip4 »' },
    remedy: { en: 'Use "ip6:{text}".', fr: 'Utiliser « ip6:{text} ».' },
  },
  'ip4-in-ip6': {
    fault: { en: 'an IPv4 address in "ip6"', fr: 'une adresse IPv4 dans « ip6 »' },
    remedy: { en: 'Use "ip4:{text}".', fr: 'Utiliser « ip4:{text} ».' },
  },
  'name-in-address': {
    fault: {
      en: '"{text}" is a name where "{name}" needs an address',
      fr: '« {text} » est un nom là où « {name} » demande une adresse',
    },
    remedy: {
      en: 'Write the address, or use "a:{text}" for the addresses of that host.',
      fr: "Écrire l'adresse, ou utiliser « a:{text} » pour les adresses de cet hôte.",
    },
  },
  'macro-in-address': {
    fault: {
      en: 'a macro in "{name}", which takes only a literal address',
      fr: "une macro dans « {name} », qui ne prend qu'une adresse littérale",
    },
    remedy: {
      en: 'Write the address itself; to look it up by macro, use "exists".',
      fr: "Écrire l'adresse elle-même ; pour la chercher par une macro, utiliser « exists ».",
    },
  },
  'bad-address': {
    fault: {
      en: '"{text}" is no address for "{name}"',
      fr: "« {text} » n'est pas une adresse pour « {name} »",
    },
    remedy: {
      en: 'Write a complete IPv4 address, four numbers up to 255 without leading zeros, with a prefix length for a range.',
      fr: "Écrire une adresse IPv4 complète, quatre nombres jusqu'à 255 sans zéros en tête, avec une longueur de préfixe pour une plage.",
    },
  },
  'bad-address-6': {
    fault: {
      en: '"{text}" is no address for "{name}"',
      fr: "« {text} » n'est pas une adresse pour « {name} »",
    },
    remedy: {
      en: 'Write a complete IPv6 address, with "::" once at most, and a prefix length for a range.',
      fr: 'Écrire une adresse IPv6 complète, avec « :: » une fois au plus, et une longueur de préfixe pour une plage.',
    },
  },
  'bad-prefix': {
    fault: { en: '"{text}" is no prefix length', fr: "« {text} » n'est pas une longueur de préfixe" },
    remedy: {
      en: 'Write the prefix length in decimal: /24 for IPv4, /64 for IPv6 in "ip6", //64 for IPv6 in "a" and "mx".',
      fr: 'Écrire la longueur de préfixe en décimal : /24 pour IPv4, /64 pour IPv6 dans « ip6 », //64 pour IPv6 dans « a » et « mx ».',
    },
  },
  'prefix-range': {
    fault: {
      en: 'prefix length {text} is above {limit}',
      fr: 'la longueur de préfixe {text} dépasse {limit}',
    },
    remedy: {
      en: 'Use a prefix length of at most {limit}.',
      fr: 'Utiliser une longueur de préfixe de {limit} au plus.',
    },
  },
  'prefix-zeros': {
    fault: {
      en: 'prefix length {text} has a leading zero',
      fr: 'la longueur de préfixe {text} commence par un zéro',
    },
    remedy: { en: 'Write "{mended}".', fr: 'Écrire « {mended} ».' },
  },
  'prefix-not-allowed': {
    fault: {
      en: '"{name}" takes no prefix length, but "{text}" follows',
      fr: '« {name} » ne prend pas de longueur de préfixe, mais « {text} » le suit',
    },
    remedy: { en: 'Remove "{text}".', fr: 'Retirer « {text} ».' },
  },
  'address-as-domain': {
    fault: {
      en: '"{text}" is an address where "{name}" needs a domain name',
      fr: '« {text} » est une adresse là où « {name} » demande un nom de domaine',
    },
    remedy: { en: 'Write "{mechanism}:{text}".', fr: 'Écrire « {mechanism}:{text} ».' },
  },
  'single-label': {
    fault: {
      en: '"{text}" has no dot; a full domain name is needed',
      fr: "« {text} » n'a pas de point ; il faut un nom de domaine complet",
    },
    remedy: {
      en: 'Write the full domain name, such as {text}.example.com.',
      fr: 'Écrire le nom de domaine complet, comme {text}.example.com.',
    },
  },
  'bad-top-label': {
    fault: {
      en: '"{text}" does not end in a top-level domain',
      fr: '« {text} » ne se termine pas par un domaine de premier niveau',
    },
    remedy: {
      en: 'End the name in letters, as in ".com", or in a macro.',
      fr: 'Terminer le nom par des lettres, comme dans « .com », ou par une macro.',
    },
  },
  'macro-percent': {
    fault: { en: '"%" that begins no macro', fr: 'un « % » qui ne commence aucune macro' },
    remedy: {
      en: 'Write a literal percent sign as "%%"; a macro needs an opening brace behind the percent sign.',
      fr: 'Écrire un signe pourcent littéral « %% » ; une macro demande une accolade ouvrante après le signe pourcent.',
    },
  },
  'macro-unclosed': {
    fault: { en: 'a macro without its closing brace', fr: 'une macro sans son accolade fermante' },
    remedy: { en: 'Close the macro with "}".', fr: 'Fermer la macro par « } ».' },
  },
  'macro-letter': {
    fault: { en: '"{text}" names no macro', fr: '« {text} » ne nomme aucune macro' },
    remedy: {
      en: 'Use one of the letters s, l, o, d, i, p, v and h.',
      fr: "Utiliser l'une des lettres s, l, o, d, i, p, v et h.",
    },
  },
  'macro-exp-only': {
    fault: {
      en: 'macro "{text}" is allowed in explanation texts only',
      fr: "la macro « {text} » n'est permise que dans les textes d'explication",
    },
    remedy: {
      en: 'Remove it, or use one of the letters s, l, o, d, i, p, v and h.',
      fr: "La retirer, ou utiliser l'une des lettres s, l, o, d, i, p, v et h.",
    },
  },
  'macro-transformer': {
    fault: {
      en: '"{text}" after the macro letter is no transformer',
      fr: "« {text} » après la lettre de la macro n'est pas un transformateur",
    },
    remedy: {
      en: 'After the letter write at most a number, then r, then delimiters out of . - + , / _ =',
      fr: 'Après la lettre, écrire tout au plus un nombre, puis r, puis des délimiteurs parmi . - + , / _ =',
    },
  },
  'macro-zero': {
    fault: { en: 'a macro that keeps zero labels', fr: 'une macro qui ne garde aucune étiquette' },
    remedy: { en: 'Use a number of at least 1.', fr: "Utiliser un nombre d'au moins 1." },
  },
  'duplicate-modifier': {
    fault: { en: '"{name}" appears more than once', fr: "« {name} » apparaît plus d'une fois" },
    remedy: { en: 'Keep one "{name}".', fr: 'Garder un seul « {name} ».' },
  },
} as const satisfies Record<string, { readonly fault: Words; readonly remedy: Words }>;

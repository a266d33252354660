import type { Words } from '../text/say.ts';

/** What is wrong with the data of a record in a master file. */
export const faults = {
  octet: {
    en: '\\{digits} is no octet; three digits from 000 to 255 are needed (RFC 1035 §5.1)',
    fr: "\\{digits} n'est pas un octet ; il faut trois chiffres, de 000 à 255 (RFC 1035 §5.1)",
  },
  longString: {
    en: 'a string of {octets} octets; 255 are allowed, split it: "first part" "second part" (RFC 1035 §3.3)',
    fr: 'une chaîne de {octets} octets ; 255 sont permis, la couper : "première partie" "seconde partie" (RFC 1035 §3.3)',
  },
  notAscii: {
    en: 'is not ASCII; write the A-label, xn--… (RFC 5890)',
    fr: "n'est pas en ASCII ; écrire la forme A-label, xn--… (RFC 5890)",
  },
  noOrigin: {
    en: 'stands for the origin and there is none; put $ORIGIN above it',
    fr: "désigne l'origine et il n'y en a pas ; mettre $ORIGIN au-dessus",
  },
  emptyLabel: {
    en: 'has an empty label; remove the extra dot',
    fr: 'a une étiquette vide ; retirer le point en trop',
  },
  longLabel: {
    en: 'has a label of more than 63 octets (RFC 1035 §2.3.4)',
    fr: 'a une étiquette de plus de 63 octets (RFC 1035 §2.3.4)',
  },
  longName: {
    en: 'is {octets} octets long in full; 253 are allowed (RFC 1035 §2.3.4)',
    fr: 'compte {octets} octets en entier ; 253 sont permis (RFC 1035 §2.3.4)',
  },
  fields: {
    en: '{type} takes {wanted}; {given} is given',
    fr: '{type} prend {wanted} ; {given} est indiqué',
  },
  nothingGiven: {
    en: '{type} takes {wanted}; nothing is given',
    fr: "{type} prend {wanted} ; rien n'est indiqué",
  },
  integer: {
    en: '{text} is no {what}, a number from 0 to {max}',
    fr: '{text} ne convient pas comme {what}, un nombre de 0 à {max}',
  },
  timer: { en: '{text} is no {what} in seconds', fr: '{text} ne convient pas comme {what} en secondes' },
  address: {
    en: '{text} is no IPv{family} address; write one such as {such}',
    fr: "{text} n'est pas une adresse IPv{family} ; en écrire une comme {such}",
  },
  cutAtBlanks: {
    en: 'the text {text} … is cut into strings at its blanks; put the text in quotation marks',
    fr: 'le texte {text} … est coupé en chaînes à ses espaces ; mettre le texte entre guillemets',
  },
  cutAtComment: {
    en: 'the text {text} … ends at the ";", which begins a comment; put the text in quotation marks',
    fr: `le texte {text} … s'arrête au ";", qui commence un commentaire ; mettre le texte entre guillemets`,
  },
  noString: {
    en: 'TXT takes one string or more; nothing is given',
    fr: "TXT prend une chaîne ou plus ; rien n'est indiqué",
  },
  longRecord: {
    en: 'a TXT record of {octets} octets; 65535 are allowed',
    fr: 'un enregistrement TXT de {octets} octets ; 65535 sont permis',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** The data of a record by its parts, with their articles where they stand in a list. */
export const fields = {
  address: (family: 4 | 6): Words => ({ en: `an IPv${family} address`, fr: `une adresse IPv${family}` }),
  name: { en: 'a domain name', fr: 'un nom de domaine' },
  preference: { en: 'a preference', fr: 'une préférence' },
  preferenceAlone: { en: 'preference', fr: 'préférence' },
  host: { en: 'a host name', fr: "un nom d'hôte" },
  serialAlone: { en: 'serial', fr: 'numéro de série' },
  soa: [
    { en: 'a primary server', fr: 'un serveur primaire' },
    { en: 'a mailbox', fr: 'une boîte aux lettres' },
    { en: 'a serial', fr: 'un numéro de série' },
  ],
  timers: ['refresh', 'retry', 'expire', 'minimum'].map((name): Words => ({ en: name, fr: name })),
} as const;

import { clauses } from '../../text/lists.ts';
import type { Said, Words } from '../../text/say.ts';
import type { DkimFault } from '../parse.ts';

/** What is wrong with a key record, one clause about "it", and what to do about it, one sentence. */
interface FaultText {
  readonly fault: Words;
  readonly mend: Words;
}

const recopy: Words = {
  en: 'Publish the record exactly as the signing service or key generator printed it.',
  fr: "Publier l'enregistrement exactement tel que le service de signature ou le générateur de clés l'a fourni.",
};

export const faultTexts: Readonly<Record<DkimFault, FaultText>> = {
  'empty-tag': {
    fault: {
      en: 'it has a semicolon with no tag before it',
      fr: 'il contient un point-virgule sans balise devant',
    },
    mend: { en: 'Remove the extra semicolon.', fr: 'Retirer le point-virgule en trop.' },
  },
  'no-equals': {
    fault: { en: 'a part of it has no equals sign', fr: "l'une de ses parties n'a pas de signe égal" },
    mend: {
      en: 'Remove the part that is no tag, or write it as name=value.',
      fr: "Retirer la partie qui n'est pas une balise, ou l'écrire sous la forme nom=valeur.",
    },
  },
  'bad-name': {
    fault: {
      en: 'a tag name in it holds a character that no tag name may',
      fr: "le nom d'une de ses balises contient un caractère interdit",
    },
    mend: {
      en: 'Name every tag with letters, digits and underscores alone, beginning with a letter.',
      fr: 'Nommer chaque balise uniquement avec des lettres, des chiffres et des tirets bas, en commençant par une lettre.',
    },
  },
  'duplicate-tag': {
    fault: { en: 'a tag stands in it more than once', fr: 'une balise y figure plusieurs fois' },
    mend: { en: 'Keep each tag only once.', fr: "Ne garder chaque balise qu'une fois." },
  },
  'bad-character': {
    fault: {
      en: 'a value in it holds a character outside printable ASCII',
      fr: "l'une de ses valeurs contient un caractère hors de l'ASCII imprimable",
    },
    mend: recopy,
  },
  'line-break': {
    fault: { en: 'it holds a line break', fr: 'il contient un saut de ligne' },
    mend: {
      en: 'Publish the record in one line, its parts as the strings of one TXT record.',
      fr: "Publier l'enregistrement sur une seule ligne, ses morceaux formant les chaînes d'un même enregistrement TXT.",
    },
  },
  'too-many-tags': {
    fault: { en: 'it has more than 100 tags', fr: 'il compte plus de 100 balises' },
    mend: recopy,
  },
  'version-unknown': {
    fault: { en: 'its version is not exactly DKIM1', fr: "sa version n'est pas exactement DKIM1" },
    mend: {
      en: 'Begin the record with "v=DKIM1;", DKIM1 in capitals.',
      fr: 'Commencer l\'enregistrement par "v=DKIM1;", DKIM1 en majuscules.',
    },
  },
  'version-not-first': {
    fault: { en: 'v= is not its first tag', fr: "v= n'est pas sa première balise" },
    mend: { en: 'Move v=DKIM1 to the front.', fr: 'Placer v=DKIM1 en tête.' },
  },
  'key-type-unknown': {
    fault: {
      en: 'k= names a key type other than rsa and ed25519',
      fr: 'k= indique un autre type de clé que rsa ou ed25519',
    },
    mend: {
      en: 'Set k= to rsa or ed25519, whichever the key is.',
      fr: 'Mettre dans k= le type de la clé : rsa ou ed25519.',
    },
  },
  'value-case': {
    fault: {
      en: 'a value that is compared by case is written in capitals',
      fr: 'une valeur sensible à la casse est écrite en majuscules',
    },
    mend: {
      en: 'Write the values of k, h, s and t in lower case.',
      fr: 'Écrire les valeurs de k, h, s et t en minuscules.',
    },
  },
  'word-invalid': {
    fault: {
      en: 'a list in it has an empty or malformed word',
      fr: "l'une de ses listes contient un mot vide ou mal formé",
    },
    mend: {
      en: 'Separate the words of h, s and t by single colons, and remove a tag that has none.',
      fr: "Séparer les mots de h, s et t par un seul deux-points, et retirer une balise qui n'en contient aucun.",
    },
  },
  'key-absent': {
    fault: { en: 'it has no p= tag and so no key', fr: "il n'a pas de balise p=, donc pas de clé" },
    mend: recopy,
  },
  'key-not-base64': {
    fault: {
      en: 'p= holds a character that base64 does not have',
      fr: "p= contient un caractère qui n'existe pas en base64",
    },
    mend: {
      en: 'Publish the key in base64 as the generator printed it, without line breaks of your own, dashes or underscores.',
      fr: "Publier la clé en base64 telle que le générateur l'a fournie, sans saut de ligne ajouté, tiret ni tiret bas.",
    },
  },
  'key-uneven': {
    fault: {
      en: 'the base64 in p= ends in the middle of an octet',
      fr: "le base64 de p= s'arrête au milieu d'un octet",
    },
    mend: recopy,
  },
  'key-unpadded': {
    fault: {
      en: 'the base64 in p= does not end in the equals signs that it should',
      fr: 'le base64 de p= ne se termine pas par les signes égal attendus',
    },
    mend: {
      en: 'End the key with as many equals signs as the generator printed.',
      fr: 'Terminer la clé par autant de signes égal que le générateur en a fourni.',
    },
  },
  'key-truncated': {
    fault: { en: 'the key in p= is cut off', fr: 'la clé de p= est tronquée' },
    mend: {
      en: 'Publish the whole key, split into strings of at most 255 characters inside one TXT record.',
      fr: "Publier la clé entière, découpée en chaînes de 255 caractères au plus à l'intérieur d'un même enregistrement TXT.",
    },
  },
  'key-trailing': {
    fault: { en: 'p= goes on after the end of the key', fr: 'p= continue après la fin de la clé' },
    mend: { en: 'Remove what follows the key in p=.', fr: 'Retirer de p= ce qui suit la clé.' },
  },
  'key-unreadable': {
    fault: { en: 'p= holds no RSA public key', fr: 'p= ne contient pas de clé publique RSA' },
    mend: recopy,
  },
  'key-type-mismatch': {
    fault: {
      en: 'the key in p= is of another type than k= says',
      fr: "la clé de p= n'est pas du type indiqué par k=",
    },
    mend: {
      en: 'Set k= to the type of the key: rsa or ed25519. Without k= the type is rsa.',
      fr: 'Mettre dans k= le type de la clé : rsa ou ed25519. Sans k=, le type est rsa.',
    },
  },
  'ed25519-wrapped': {
    fault: {
      en: 'p= wraps the Ed25519 key in a SubjectPublicKeyInfo, where its 32 octets alone belong',
      fr: 'p= enveloppe la clé Ed25519 dans une structure SubjectPublicKeyInfo, alors que seuls ses 32 octets doivent y figurer',
    },
    mend: {
      en: 'Publish the last 32 octets of the key, in base64.',
      fr: 'Publier les 32 derniers octets de la clé, en base64.',
    },
  },
  'ed25519-length': {
    fault: {
      en: 'p= does not hold the 32 octets of an Ed25519 key',
      fr: "p= ne contient pas les 32 octets d'une clé Ed25519",
    },
    mend: {
      en: 'Publish the 32 octets of the public key, 44 characters in base64.',
      fr: 'Publier les 32 octets de la clé publique, soit 44 caractères en base64.',
    },
  },
};

/** The faults of one record in words, each kind once. */
export function faultsInWords(codes: readonly DkimFault[]): Said {
  return clauses([...new Set(codes)].map((code) => faultTexts[code].fault));
}

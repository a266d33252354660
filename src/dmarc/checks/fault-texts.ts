import type { DmarcFault } from '../parse.ts';
import type { Severity } from '../../severity.ts';
import type { Words } from '../../text/say.ts';

type SyntaxFault = Exclude<DmarcFault, 'policy-unknown'>;

interface FaultText {
  /** Completes "DMARC syntax at …:"; `{tag}` is the tag it lies in. */
  readonly fault: Words;
  readonly mend: Words;
  /** What receivers do, completing "Receivers". */
  readonly handling: Words;
  readonly severity: Severity;
}

const discards: Words = {
  en: 'discard the whole record, as if it were not there',
  fr: "écartent l'enregistrement entier, comme s'il n'existait pas",
};
const skips: Words = {
  en: 'ignore this part of the record',
  fr: "ignorent cette partie de l'enregistrement",
};
const defaults: Words = {
  en: 'use the default in its place',
  fr: 'prennent à la place la valeur par défaut',
};
const readOver: Words = {
  en: 'mostly read over it; a strict one may stop there',
  fr: "passent outre pour la plupart ; un destinataire strict peut s'y arrêter",
};

/** What can be wrong with the text of a record; a wrong policy is dmarc-policy-invalid. */
export const faultTexts: Readonly<Record<SyntaxFault, FaultText>> = {
  'leading-text': {
    fault: { en: 'something stands before v=DMARC1', fr: 'quelque chose précède v=DMARC1' },
    mend: {
      en: 'Begin the record with v=DMARC1, without space or quotation mark before it.',
      fr: "Commencer l'enregistrement par v=DMARC1, sans espace ni guillemet devant.",
    },
    handling: discards,
    severity: 'error',
  },
  'version-absent': {
    fault: { en: 'the version is missing', fr: 'la version manque' },
    mend: {
      en: 'Begin the record with "v=DMARC1;".',
      fr: 'Commencer l\'enregistrement par "v=DMARC1;".',
    },
    handling: discards,
    severity: 'error',
  },
  'version-not-first': {
    fault: { en: 'the version is not the first tag', fr: "la version n'est pas la première balise" },
    mend: { en: 'Move v=DMARC1 to the front.', fr: 'Placer v=DMARC1 en tête.' },
    handling: discards,
    severity: 'error',
  },
  'version-unknown': {
    fault: { en: 'the version is not exactly DMARC1', fr: "la version n'est pas exactement DMARC1" },
    mend: {
      en: 'Begin the record with "v=DMARC1;", DMARC1 in capitals and closed by the semicolon.',
      fr: 'Commencer l\'enregistrement par "v=DMARC1;", DMARC1 en majuscules et suivi du point-virgule.',
    },
    handling: discards,
    severity: 'error',
  },
  'duplicate-tag': {
    fault: { en: 'the tag {tag} stands more than once', fr: 'la balise {tag} figure plusieurs fois' },
    mend: { en: 'Keep only one {tag} tag.', fr: "Ne garder qu'une balise {tag}." },
    handling: {
      en: 'may take the first, take the last or discard the whole record: a tag may stand only once (RFC 6376 §3.2)',
      fr: "peuvent prendre la première, prendre la dernière ou écarter l'enregistrement entier : une balise ne peut figurer qu'une fois (RFC 6376 §3.2)",
    },
    severity: 'error',
  },
  'no-equals': {
    fault: { en: 'a part without an equals sign', fr: 'une partie sans signe égal' },
    mend: {
      en: 'Write it as name=value, or remove it. Several report addresses are separated by commas, not semicolons.',
      fr: "L'écrire sous la forme nom=valeur, ou la retirer. Plusieurs adresses de rapport se séparent par des virgules, pas par des points-virgules.",
    },
    handling: skips,
    severity: 'error',
  },
  'bad-name': {
    fault: { en: 'a malformed tag name', fr: 'un nom de balise mal formé' },
    mend: {
      en: 'Write the name in letters alone, without quotation marks or hyphens, or remove the tag.',
      fr: "N'écrire le nom qu'avec des lettres, sans guillemet ni tiret, ou retirer la balise.",
    },
    handling: skips,
    severity: 'error',
  },
  'too-many-tags': {
    fault: { en: 'more than 100 tags', fr: 'plus de 100 balises' },
    mend: {
      en: 'Publish only the tags that DMARC has.',
      fr: 'Ne publier que les balises qui existent dans DMARC.',
    },
    handling: {
      en: 'may give up reading the record',
      fr: "peuvent renoncer à lire l'enregistrement",
    },
    severity: 'error',
  },
  'uri-invalid': {
    fault: { en: '{tag} has an invalid address', fr: '{tag} contient une adresse invalide' },
    mend: {
      en: 'Write each address of {tag} as mailto:name@domain, separated by commas.',
      fr: 'Écrire chaque adresse de {tag} sous la forme mailto:nom@domaine, séparées par des virgules.',
    },
    handling: { en: 'send no reports there', fr: "n'y envoient pas de rapports" },
    severity: 'error',
  },
  'value-unknown': {
    fault: { en: '{tag} has an unknown value', fr: '{tag} a une valeur inconnue' },
    mend: {
      en: 'Set {tag} to one of its values, or remove it to have the default.',
      fr: 'Donner à {tag} une de ses valeurs, ou retirer cette balise pour garder la valeur par défaut.',
    },
    handling: defaults,
    severity: 'error',
  },
  'value-absent': {
    fault: { en: '{tag} has no value', fr: "{tag} n'a pas de valeur" },
    mend: {
      en: 'Give {tag} a value, or remove it.',
      fr: 'Donner une valeur à {tag}, ou retirer cette balise.',
    },
    handling: defaults,
    severity: 'error',
  },
  'empty-tag': {
    fault: { en: 'a semicolon with no tag before it', fr: 'un point-virgule sans balise devant' },
    mend: { en: 'Remove the extra semicolon.', fr: 'Retirer le point-virgule en trop.' },
    handling: readOver,
    severity: 'warning',
  },
  'name-case': {
    fault: { en: '{tag} is written in capitals', fr: '{tag} est en majuscules' },
    mend: {
      en: 'Write the names of tags in lower case.',
      fr: 'Écrire les noms des balises en minuscules.',
    },
    handling: {
      en: 'that compare names by case do not know the tag and ignore it',
      fr: "sensibles à la casse des noms ne connaissent pas la balise et l'ignorent",
    },
    severity: 'warning',
  },
  'bad-character': {
    fault: {
      en: '{tag} holds a character outside printable ASCII',
      fr: "{tag} contient un caractère hors de l'ASCII imprimable",
    },
    mend: { en: 'Remove the character or the tag.', fr: 'Retirer le caractère ou la balise.' },
    handling: skips,
    severity: 'warning',
  },
  'line-break': {
    fault: { en: 'a line break in the record', fr: "un saut de ligne dans l'enregistrement" },
    mend: {
      en: 'Publish the record in one line.',
      fr: "Publier l'enregistrement sur une seule ligne.",
    },
    handling: readOver,
    severity: 'warning',
  },
  'tag-unknown': {
    fault: { en: '"{tag}" is no DMARC tag', fr: "« {tag} » n'est pas une balise DMARC" },
    mend: {
      en: 'Remove the tag "{tag}", or correct its name if another was meant.',
      fr: 'Retirer la balise « {tag} », ou corriger son nom si une autre était voulue.',
    },
    handling: {
      en: 'ignore it, which is what the standard asks for',
      fr: "l'ignorent, comme la norme le demande",
    },
    severity: 'notice',
  },
  'uri-unsupported': {
    fault: {
      en: '{tag} has an address other than mailto:',
      fr: '{tag} contient une adresse autre que mailto:',
    },
    mend: {
      en: 'Give a mailto: address, the only kind that every reporter must support.',
      fr: 'Donner une adresse mailto:, la seule forme que tout émetteur de rapports doit prendre en charge.',
    },
    handling: {
      en: 'that do not support it send no reports there',
      fr: "qui ne la prennent pas en charge n'y envoient pas de rapports",
    },
    severity: 'notice',
  },
};

/** Tags whose loss costs a report its form, and no mail its treatment. */
export const minorTags: readonly (string | null)[] = ['fo', 'pct', 'rf', 'ri', 'ruf'];

import type { BecauseVerdict } from '../../bounces/because.ts';
import type { Origin } from '../../bounces/found.ts';
import type { InputKind } from '../../bounces/kind.ts';
import type { Action, Confidence } from '../../smtp/explanation.ts';
import { grouped } from '../../text/grouped.ts';
import { type Language, say, type Words } from '../../text/say.ts';

/** Words for one and for several; French says nought in the singular. */
export interface Counted {
  readonly one: Words;
  readonly many: Words;
}

export function counted(count: number, { one, many }: Counted, language: Language): string {
  const single = count === 1 || (count === 0 && language === 'fr');
  return `${say(grouped(count), language)} ${(single ? one : many)[language]}`;
}

export const replies: Counted = {
  one: { en: 'reply', fr: 'réponse' },
  many: { en: 'replies', fr: 'réponses' },
};

export const lines: Counted = {
  one: { en: 'line', fr: 'ligne' },
  many: { en: 'lines', fr: 'lignes' },
};

export const times: Counted = {
  one: { en: 'time', fr: 'fois' },
  many: { en: 'times', fr: 'fois' },
};

export const inputs: Readonly<Record<InputKind, Words>> = {
  replies: { en: '{replies} in {lines} of pasted text', fr: '{replies} dans {lines} de texte collé' },
  message: {
    en: '{replies} in {messages}, {lines}',
    fr: '{replies} dans {messages}, {lines}',
  },
  log: { en: '{replies} in {lines} of a mail log', fr: '{replies} dans {lines} de journal de messagerie' },
  csv: { en: '{replies} in {lines} of a table', fr: '{replies} dans {lines} de tableau' },
};

export const messages: Counted = {
  one: { en: 'message', fr: 'message' },
  many: { en: 'messages', fr: 'messages' },
};

/** What to say of an input without a refusal. */
export const nothingFound: Readonly<Record<InputKind, Words>> = {
  replies: {
    en: 'No refusal is in this text: it accepts the mail, or says nothing.',
    fr: 'Aucun refus dans ce texte : il accepte le message ou ne dit rien.',
  },
  message: {
    en: 'This message holds no delivery report and quotes no reply of a mail server.',
    fr: 'Ce message ne contient aucun avis de remise et ne cite aucune réponse de serveur de messagerie.',
  },
  log: {
    en: 'This log tells of no mail that was refused or deferred.',
    fr: 'Ce journal ne mentionne aucun message refusé ou différé.',
  },
  csv: {
    en: 'This column holds no reply that refuses mail.',
    fr: 'Cette colonne ne contient aucune réponse de refus.',
  },
};

export const cutLines = {
  en: '{lines} too long: only the beginning was read.',
  fr: '{lines} trop longues : seul le début a été lu.',
} as const;

export const actions: Readonly<Record<Action, Words>> = {
  retry: {
    en: 'retry: the same mail can be sent again later',
    fr: 'réessayer : le même message peut être renvoyé plus tard',
  },
  'give-up': {
    en: 'give up: the same mail would be refused again until the cause is mended',
    fr: "abandonner : le même message serait refusé de nouveau tant que la cause n'est pas corrigée",
  },
  suppress: {
    en: 'suppress the address: take it off the list and do not write to it again',
    fr: "retirer l'adresse : la supprimer de la liste et ne plus lui écrire",
  },
};

export const classes: Readonly<Record<'permanent' | 'transient', Words>> = {
  permanent: { en: 'permanent', fr: 'définitif' },
  transient: { en: 'temporary', fr: 'temporaire' },
};

export const confidences: Readonly<Record<Confidence, Words>> = {
  certain: { en: 'certain', fr: 'certain' },
  likely: { en: 'likely', fr: 'probable' },
  guess: { en: 'a guess', fr: 'hypothèse' },
};

/** Who refused, where it is not a receiver. */
export const origins: Readonly<Record<Exclude<Origin, 'remote'>, Words>> = {
  local: {
    en: 'found by the sending server itself: no receiver answered',
    fr: "constaté par le serveur d'envoi lui-même : aucun destinataire n'a répondu",
  },
  inbound: {
    en: 'the server of this log refused mail that others brought',
    fr: 'le serveur de ce journal a refusé du courrier apporté par des tiers',
  },
};

/** The same in the column of the receivers. */
export const shortOrigins: Readonly<Record<Origin, Words>> = {
  remote: { en: 'other', fr: 'autre' },
  local: { en: 'sending server', fr: "serveur d'envoi" },
  inbound: { en: 'incoming mail', fr: 'courrier entrant' },
};

export const labels = {
  cause: { en: 'Cause', fr: 'Cause' },
  class: { en: 'Class', fr: 'Classe' },
  action: { en: 'To do', fr: 'À faire' },
  meaning: { en: 'Meaning', fr: 'Sens' },
  remedy: { en: 'Remedy', fr: 'Remède' },
  findings: { en: 'Look for', fr: 'Chercher' },
  also: { en: 'Or', fr: 'Ou' },
  origin: { en: 'Refused', fr: 'Refus' },
  recipient: { en: 'To', fr: 'Pour' },
  senders: { en: 'From', fr: 'De' },
  source: { en: 'Source', fr: 'Source' },
  audit: { en: 'Audit', fr: 'Audit' },
} as const satisfies Readonly<Record<string, Words>>;

export const columns = {
  count: { en: 'count', fr: 'nombre' },
  reply: { en: 'reply', fr: 'réponse' },
  receiver: { en: 'receiver', fr: 'destinataire' },
  cause: { en: 'cause, and findings that explain it', fr: 'cause, et constats qui expliquent' },
} as const satisfies Readonly<Record<string, Words>>;

export const noCode = { en: 'no code', fr: 'sans code' } as const;

export const moreGroups = {
  en: 'and {groups} more kinds of reply, {replies} (--format json and csv show all)',
  fr: 'et {groups} autres sortes de réponse, {replies} (--format json et csv les montrent toutes)',
} as const;

export const beyondGroups = {
  en: '{replies} of still other kinds were only counted.',
  fr: "{replies} d'autres sortes encore ont seulement été comptées.",
} as const;

export const mostFrequent = { en: 'The most frequent', fr: 'Les plus fréquentes' } as const;

export const auditVerdicts: Readonly<Record<BecauseVerdict, Words>> = {
  explained: {
    en: '{domain} has what explains this reply',
    fr: '{domain} présente ce qui explique cette réponse',
  },
  unexplained: {
    en: '{domain} has none of these findings: what the reply refuses is not visible in the DNS, or mended by now',
    fr: '{domain} ne présente aucun de ces constats : ce que la réponse refuse ne se voit pas dans le DNS, ou a été corrigé depuis',
  },
  unknown: {
    en: '{domain} could not be checked in full: it could not be determined what explains this reply',
    fr: "{domain} n'a pas pu être vérifié entièrement : impossible de déterminer ce qui explique cette réponse",
  },
  'no-check': {
    en: 'no check of presend is about this cause: an audit of {domain} cannot explain it',
    fr: "aucun contrôle de presend ne porte sur cette cause : un audit de {domain} ne peut pas l'expliquer",
  },
};

export const absent = { en: 'not found: {ids}', fr: 'absents : {ids}' } as const;

export const undetermined = {
  en: 'could not determine {id}: {reason}',
  fr: 'impossible de déterminer {id} : {reason}',
} as const;

export const otherReading = {
  en: 'by another reading of the reply, {cause}',
  fr: 'selon une autre lecture de la réponse, {cause}',
} as const;

import { causes } from './cause.ts';

/** The recipient's mailbox, domain and server. */
export const recipient = causes({
  'recipient-unknown': {
    meaning: {
      en: 'There is no such mailbox at the receiver.',
      fr: "Cette boîte aux lettres n'existe pas chez le destinataire.",
    },
    remedy: {
      en: 'Correct the spelling of the address, or take it off every list and write to it no more.',
      fr: "Corriger l'orthographe de l'adresse, ou la retirer de toutes les listes et ne plus lui écrire.",
    },
    class: 'permanent',
    action: 'suppress',
    findings: [],
  },
  'recipient-address-syntax': {
    meaning: {
      en: 'The recipient address is malformed, or holds characters that the receiver does not take.',
      fr: "L'adresse du destinataire est mal formée, ou contient des caractères que le serveur n'accepte pas.",
    },
    remedy: {
      en: 'Correct the recipient address where it was entered or imported.',
      fr: "Corriger l'adresse du destinataire là où elle a été saisie ou importée.",
    },
    class: 'permanent',
    action: 'suppress',
    findings: [],
  },
  'recipient-domain-missing': {
    meaning: {
      en: "The recipient's domain does not exist, has no mail server, or could not be resolved.",
      fr: "Le domaine du destinataire n'existe pas, n'a pas de serveur de messagerie, ou n'a pas pu être résolu.",
    },
    remedy: {
      en: 'Check the spelling of the part after the @; if the domain has expired, use another address.',
      fr: "Vérifier l'orthographe de la partie après le @ ; si le domaine a expiré, utiliser une autre adresse.",
    },
    class: 'permanent',
    action: 'suppress',
    findings: [],
  },
  'recipient-null-mx': {
    meaning: {
      en: "The recipient's domain declares that it takes no mail at all (null MX).",
      fr: "Le domaine du destinataire déclare qu'il ne reçoit aucun courrier (MX nul).",
    },
    remedy: {
      en: 'Use another address; this one cannot take mail.',
      fr: 'Utiliser une autre adresse ; celle-ci ne peut pas recevoir de courrier.',
    },
    class: 'permanent',
    action: 'suppress',
    findings: [],
  },
  'mailbox-full': {
    meaning: {
      en: 'The mailbox of the recipient is full, or its quota is used up.',
      fr: 'La boîte aux lettres du destinataire est pleine, ou son quota est épuisé.',
    },
    remedy: {
      en: 'Try again after some days, or reach the recipient another way; stop writing to the address when it stays full for weeks.',
      fr: "Réessayer après quelques jours, ou joindre le destinataire autrement ; cesser d'écrire à l'adresse si la boîte reste pleine des semaines.",
    },
    class: 'permanent',
    action: 'retry',
    findings: [],
  },
  'mailbox-disabled': {
    meaning: {
      en: 'The mailbox exists or existed, but is disabled, inactive, locked or closed.',
      fr: 'La boîte aux lettres existe ou a existé, mais elle est désactivée, inactive, bloquée ou fermée.',
    },
    remedy: {
      en: 'Ask the recipient for another address, and take this one off the lists.',
      fr: 'Demander une autre adresse au destinataire, et retirer celle-ci des listes.',
    },
    class: 'permanent',
    action: 'suppress',
    findings: [],
  },
  'recipient-restricted': {
    meaning: {
      en: 'The recipient, group or list takes mail from chosen senders only.',
      fr: "Le destinataire, le groupe ou la liste n'accepte que certains expéditeurs.",
    },
    remedy: {
      en: 'Ask the recipient, or the administrator on that side, to allow the sender.',
      fr: "Demander au destinataire, ou à l'administrateur de son côté, d'autoriser l'expéditeur.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'relay-denied': {
    meaning: {
      en: 'The server takes no mail for this recipient domain from you: it is not its mail server, or asks for a login first.',
      fr: "Le serveur n'accepte pas de courrier de votre part pour ce domaine : il n'en est pas le serveur, ou demande d'abord une authentification.",
    },
    remedy: {
      en: "Check the MX records of the recipient's domain; if this is your own outgoing server, log in to it (SMTP AUTH).",
      fr: "Vérifier les enregistrements MX du domaine destinataire ; s'il s'agit de son propre serveur sortant, s'y authentifier (SMTP AUTH).",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'receiver-misconfig': {
    meaning: {
      en: "The receiver's own set-up is at fault, for instance a blocklist that refuses its questions: this does not mean that the sender is listed.",
      fr: "La configuration du destinataire est en cause, par exemple une liste noire qui refuse ses requêtes : cela ne veut pas dire que l'expéditeur y figure.",
    },
    remedy: {
      en: "Nothing is to be mended on the sender's side: tell the recipient's postmaster, another way if need be, and send again later.",
      fr: "Rien à corriger du côté de l'expéditeur : prévenir le postmaster du destinataire, au besoin par une autre voie, et renvoyer plus tard.",
    },
    class: 'permanent',
    action: 'retry',
    findings: [],
  },
});

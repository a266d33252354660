import { causes } from './cause.ts';

/** The sender's addresses, the message itself, the dialogue. */
export const message = causes({
  'sender-address-syntax': {
    meaning: {
      en: 'The envelope sender (MAIL FROM) is no valid address.',
      fr: "L'expéditeur d'enveloppe (MAIL FROM) n'est pas une adresse valide.",
    },
    remedy: {
      en: 'Correct the envelope sender: one @, no spaces, a complete domain.',
      fr: "Corriger l'expéditeur d'enveloppe : un seul @, aucun espace, un domaine complet.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['mail-from-syntax'],
  },
  'header-from-invalid': {
    meaning: {
      en: 'The From header is missing, malformed, present several times, or names a domain that cannot be used.',
      fr: "L'en-tête From manque, est mal formé, figure plusieurs fois, ou nomme un domaine inutilisable.",
    },
    remedy: {
      en: 'Send exactly one From header, with one valid address whose domain exists.',
      fr: 'Envoyer exactement un en-tête From, avec une seule adresse valide dont le domaine existe.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['from-syntax', 'domain-missing'],
  },
  'message-malformed': {
    meaning: {
      en: 'The message breaks the rules of its format: duplicate or missing headers, bad MIME structure, lines too long or ending wrongly.',
      fr: 'Le message enfreint les règles de format : en-têtes en double ou manquants, structure MIME fautive, lignes trop longues ou mal terminées.',
    },
    remedy: {
      en: 'Mend the program that builds the message: each header once, Date and Message-ID present, lines ended by CRLF, correct MIME.',
      fr: 'Corriger le programme qui construit le message : chaque en-tête une seule fois, Date et Message-ID présents, lignes terminées par CRLF, MIME correct.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['from-syntax'],
  },
  'message-too-big': {
    meaning: {
      en: 'The message, its headers or its attachments exceed what the receiver or the mailbox accepts.',
      fr: 'Le message, ses en-têtes ou ses pièces jointes dépassent ce que le destinataire ou la boîte accepte.',
    },
    remedy: {
      en: 'Make the message smaller, or send a link instead of the attachment.',
      fr: 'Réduire la taille du message, ou envoyer un lien à la place de la pièce jointe.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'too-many-recipients': {
    meaning: {
      en: 'The transaction named more recipients than the receiver takes at once.',
      fr: "La transaction nommait plus de destinataires que le serveur n'en accepte à la fois.",
    },
    remedy: {
      en: 'Split the recipients over several transactions or messages, for instance 50 at a time.',
      fr: 'Répartir les destinataires sur plusieurs transactions ou messages, par exemple 50 à la fois.',
    },
    class: 'transient',
    action: 'retry',
    findings: [],
  },
  'protocol-error': {
    meaning: {
      en: 'The SMTP dialogue broke the protocol: a command out of order, unknown, or malformed.',
      fr: "Le dialogue SMTP a enfreint le protocole : commande hors de l'ordre, inconnue ou mal formée.",
    },
    remedy: {
      en: 'Mend or update the sending software; look for a firewall or proxy that changes SMTP on the way.',
      fr: "Corriger ou mettre à jour le logiciel d'envoi ; chercher un pare-feu ou un mandataire qui modifie le SMTP en chemin.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'auth-required': {
    meaning: {
      en: 'The server asks the client to log in (SMTP AUTH) first, or the login failed.',
      fr: "Le serveur demande d'abord une connexion authentifiée (SMTP AUTH), ou l'authentification a échoué.",
    },
    remedy: {
      en: 'If this is your own outgoing server, log in on its submission port (587 or 465) with valid credentials; if it is the server of the recipient, check that it really is the MX of the domain.',
      fr: "S'il s'agit de son propre serveur sortant, s'authentifier sur son port de soumission (587 ou 465) avec des identifiants valides ; s'il s'agit du serveur du destinataire, vérifier que c'est bien le MX du domaine.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'tls-required': {
    meaning: {
      en: 'The receiver takes mail only over an encrypted connection (TLS), or TLS could not be set up.',
      fr: "Le destinataire n'accepte le courrier que sur une connexion chiffrée (TLS), ou TLS n'a pas pu être établi.",
    },
    remedy: {
      en: 'Turn on STARTTLS in the sending server, with TLS 1.2 or later, and check its certificates and ciphers.',
      fr: "Activer STARTTLS sur le serveur d'envoi, en TLS 1.2 ou plus récent, et vérifier ses certificats et ses algorithmes.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'mta-sts': {
    meaning: {
      en: "The sending server could not meet the recipient domain's MTA-STS policy: its certificate or MX names do not match it.",
      fr: "Le serveur d'envoi n'a pas pu respecter la politique MTA-STS du domaine destinataire : le certificat ou les noms des MX n'y correspondent pas.",
    },
    remedy: {
      en: 'The recipient domain has to bring its policy file, its MX names and the certificates of its servers together; tell its postmaster.',
      fr: 'Le domaine destinataire doit accorder son fichier de politique, les noms de ses MX et les certificats de ses serveurs ; prévenir son postmaster.',
    },
    class: 'transient',
    action: 'retry',
    findings: [],
  },
  dane: {
    meaning: {
      en: 'The sending server could not verify the TLSA records (DANE) of the recipient domain.',
      fr: "Le serveur d'envoi n'a pas pu vérifier les enregistrements TLSA (DANE) du domaine destinataire.",
    },
    remedy: {
      en: 'The recipient domain has to publish TLSA records that match the certificate of its server, in a zone whose DNSSEC validates; tell its postmaster.',
      fr: 'Le domaine destinataire doit publier des enregistrements TLSA conformes au certificat de son serveur, dans une zone dont DNSSEC se valide ; prévenir son postmaster.',
    },
    class: 'transient',
    action: 'retry',
    findings: [],
  },
});

import { causes } from './cause.ts';

/** Names of the sending host, and the sender's domain in the DNS. */
export const hosts = causes({
  'ptr-missing': {
    meaning: {
      en: 'The sending address has no reverse name (PTR record), or none that the receiver accepts.',
      fr: "L'adresse d'envoi n'a pas de nom inverse (enregistrement PTR), ou aucun que le destinataire accepte.",
    },
    remedy: {
      en: 'Have whoever holds the address (hosting provider, network operator) set a PTR record to a host name that resolves back to it. For an IPv6 address that cannot have one, send over IPv4.',
      fr: "Demander au détenteur de l'adresse (hébergeur, opérateur) un enregistrement PTR vers un nom d'hôte qui résout vers cette même adresse. Pour une adresse IPv6 qui ne peut pas en avoir, envoyer en IPv4.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['ptr-missing', 'ptr-unconfirmed'],
  },
  'fcrdns-mismatch': {
    meaning: {
      en: 'The reverse name of the sending address does not lead back to that address.',
      fr: "Le nom inverse de l'adresse d'envoi ne ramène pas à cette adresse.",
    },
    remedy: {
      en: 'Publish an A or AAAA record for the reverse name that holds the sending address, or let the PTR record point to a name that already has it.',
      fr: "Publier, pour le nom inverse, un enregistrement A ou AAAA contenant l'adresse d'envoi, ou faire pointer l'enregistrement PTR vers un nom qui l'a déjà.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['ptr-unconfirmed', 'ptr-missing'],
  },
  'ptr-generic': {
    meaning: {
      en: 'The reverse name or EHLO name looks like one that a provider gives out automatically, as home connections have.',
      fr: 'Le nom inverse ou le nom EHLO ressemble à un nom attribué automatiquement par un fournisseur, comme ceux des accès particuliers.',
    },
    remedy: {
      en: 'Set a reverse name and an EHLO name of your own, such as mail.example.com, or send through the relay of your provider.',
      fr: 'Choisir un nom inverse et un nom EHLO propres, par exemple mail.example.com, ou envoyer par le relais de son fournisseur.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['ptr-generic', 'ptr-missing', 'helo-invalid'],
  },
  helo: {
    meaning: {
      en: 'The name in EHLO or HELO is missing, is no full host name, does not resolve, or is refused.',
      fr: "Le nom annoncé en EHLO ou HELO manque, n'est pas un nom d'hôte complet, ne résout pas, ou est refusé.",
    },
    remedy: {
      en: 'Let the sending server announce a full host name of its own that resolves to the sending address.',
      fr: "Faire annoncer par le serveur d'envoi un nom d'hôte complet, à lui, qui résout vers l'adresse d'envoi.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['helo-invalid', 'helo-unresolvable', 'helo-literal', 'helo-unconfirmed'],
  },
  'sender-domain-missing': {
    meaning: {
      en: 'The domain of the sender does not exist for the receiver, or can take no reply: it has neither MX nor address records.',
      fr: "Le domaine de l'expéditeur n'existe pas pour le destinataire, ou ne peut recevoir aucune réponse : il n'a ni MX ni adresse.",
    },
    remedy: {
      en: 'Give the domain of the sender address a working MX record (or an A or AAAA record), or use a domain that exists; check that its name servers answer.',
      fr: "Donner au domaine de l'adresse d'expéditeur un enregistrement MX qui fonctionne (ou un A ou AAAA), ou utiliser un domaine qui existe ; vérifier que ses serveurs de noms répondent.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [
      'domain-missing',
      'domain-unmailable',
      'mx-unresolvable',
      'ns-missing',
      'ns-unresolvable',
      'soa-missing',
    ],
  },
  'sender-null-mx': {
    meaning: {
      en: 'The domain of the sender declares with a null MX that it takes no mail, so replies and bounces cannot reach it.',
      fr: "Le domaine de l'expéditeur déclare par un MX nul qu'il ne reçoit pas de courrier : ni réponse ni rejet ne peut l'atteindre.",
    },
    remedy: {
      en: 'Replace the null MX by a real mail server, or send with an envelope domain that takes mail.',
      fr: "Remplacer le MX nul par un vrai serveur de messagerie, ou envoyer avec un domaine d'enveloppe qui reçoit du courrier.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['mx-null-sender', 'mx-null-mixed'],
  },
  'sender-unverifiable': {
    meaning: {
      en: "The receiver asked the sender's own mail server whether the sender address exists, and got no good answer.",
      fr: "Le destinataire a demandé au serveur de l'expéditeur si l'adresse d'expéditeur existe, sans obtenir de bonne réponse.",
    },
    remedy: {
      en: 'Make sure that the mailbox of the envelope sender exists, and that the MX of its domain is reachable and accepts mail from the empty sender <>.',
      fr: "Veiller à ce que la boîte aux lettres de l'expéditeur d'enveloppe existe, et que le MX de son domaine soit joignable et accepte l'expéditeur vide <>.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['mx-unresolvable', 'domain-unmailable', 'mx-private', 'mx-literal'],
  },
});

import { causes } from './cause.ts';

/** Load, limits, the way there, and replies that say nothing. */
export const delivery = causes({
  'rate-limited': {
    meaning: {
      en: 'More messages, connections or errors came than the receiver takes from this sender in the time.',
      fr: "Trop de messages, de connexions ou d'erreurs sont arrivés de cet expéditeur pour la période.",
    },
    remedy: {
      en: 'Lower the number of connections and messages to this receiver, let the queue try again at growing intervals, and raise volumes slowly.',
      fr: "Réduire le nombre de connexions et de messages vers ce destinataire, laisser la file d'attente réessayer à intervalles croissants, et monter en volume lentement.",
    },
    class: 'transient',
    action: 'retry',
    findings: [],
  },
  greylisted: {
    meaning: {
      en: 'The receiver puts off first attempts of senders that it does not know, and takes the message on a later attempt.',
      fr: "Le destinataire diffère la première tentative d'un expéditeur inconnu (liste grise) et accepte le message à une tentative ultérieure.",
    },
    remedy: {
      en: 'Nothing needs doing: a mail server tries again by itself. If it never passes, check that the attempts come from the same address.',
      fr: 'Rien à faire : un serveur de messagerie réessaie de lui-même. Si le message ne passe jamais, vérifier que les tentatives viennent de la même adresse.',
    },
    class: 'transient',
    action: 'retry',
    findings: [],
  },
  'server-busy': {
    meaning: {
      en: 'The receiver is overloaded, under maintenance, or has trouble of its own at the moment.',
      fr: 'Le destinataire est surchargé, en maintenance, ou a pour le moment des difficultés à lui.',
    },
    remedy: {
      en: 'Let the queue try again; if it lasts for more than a day, ask the postmaster of the receiver.',
      fr: "Laisser la file d'attente réessayer ; si cela dure plus d'une journée, s'adresser au postmaster du destinataire.",
    },
    class: 'transient',
    action: 'retry',
    findings: [],
  },
  'connection-failed': {
    meaning: {
      en: "The recipient's mail server could not be reached, or the connection broke off.",
      fr: "Le serveur de messagerie du destinataire n'a pas pu être joint, ou la connexion a été coupée.",
    },
    remedy: {
      en: "Check the MX records of the recipient's domain, and that the sending host may connect to port 25 of others; then let the queue try again.",
      fr: "Vérifier les enregistrements MX du domaine destinataire, et que le serveur d'envoi peut joindre le port 25 d'autrui ; puis laisser la file d'attente réessayer.",
    },
    class: 'transient',
    action: 'retry',
    findings: [],
  },
  expired: {
    meaning: {
      en: 'The queue gave up after temporary failures over days; this line does not show their cause.',
      fr: "La file d'attente a renoncé après des jours d'échecs temporaires ; cette ligne n'en montre pas la cause.",
    },
    remedy: {
      en: 'Look in the log for the last temporary reply to this recipient: it names the real cause. Send again when that is mended.',
      fr: 'Chercher dans le journal la dernière réponse temporaire pour ce destinataire : elle donne la vraie cause. Renvoyer une fois celle-ci corrigée.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'mail-loop': {
    meaning: {
      en: 'The message passed through the same servers again and again, or its route leads back to where it came from.',
      fr: 'Le message est passé plusieurs fois par les mêmes serveurs, ou sa route ramène à son point de départ.',
    },
    remedy: {
      en: 'Find the forwarding rule, alias or MX record that leads back, on the way to this recipient, and mend it.',
      fr: "Trouver la règle de transfert, l'alias ou l'enregistrement MX qui ramène en arrière, sur la route de ce destinataire, et le corriger.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'generic-permanent': {
    meaning: {
      en: 'A permanent refusal whose text does not say why.',
      fr: 'Un refus définitif dont le texte ne dit pas la raison.',
    },
    remedy: {
      en: "Check authentication, reverse name and blocklists of the sender; then ask the receiver's postmaster, with the full reply.",
      fr: "Vérifier l'authentification, le nom inverse et les listes noires de l'expéditeur ; puis s'adresser au postmaster du destinataire, avec le refus complet.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['spf-host-unauthorized', 'dmarc-unaligned', 'ptr-missing', 'dnsbl-listed'],
  },
  'generic-transient': {
    meaning: {
      en: 'A temporary refusal whose text does not say why.',
      fr: 'Un refus temporaire dont le texte ne dit pas la raison.',
    },
    remedy: {
      en: 'Let the queue try again; look into authentication, reverse name and blocklists if it lasts for more than some hours.',
      fr: "Laisser la file d'attente réessayer ; examiner l'authentification, le nom inverse et les listes noires si cela dure plus de quelques heures.",
    },
    class: 'transient',
    action: 'retry',
    findings: ['ptr-missing', 'dnsbl-listed'],
  },
});

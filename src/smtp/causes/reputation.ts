import { causes } from './cause.ts';

/** Blocklists, reputation, content, local rules. */
export const reputation = causes({
  'ip-dynamic': {
    meaning: {
      en: 'The sending address lies in a range of dynamic or residential addresses, from which this receiver takes no mail directly.',
      fr: "L'adresse d'envoi appartient à une plage d'adresses dynamiques ou résidentielles, dont ce destinataire n'accepte aucun courrier direct.",
    },
    remedy: {
      en: 'Send through a relay with a fixed address: the one of your provider or a sending service. If the address is fixed, have its holder take it off the list of dynamic ranges.',
      fr: "Envoyer par un relais à adresse fixe : celui de son fournisseur ou un service d'envoi. Si l'adresse est fixe, demander à son détenteur de la faire retirer de la liste des plages dynamiques.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['ptr-generic', 'dnsbl-listed', 'ptr-missing'],
  },
  'ip-blocklisted': {
    meaning: {
      en: 'The sending address is on a blocklist: a public one, or a list of the receiver itself.',
      fr: "L'adresse d'envoi figure sur une liste noire : publique, ou propre au destinataire.",
    },
    remedy: {
      en: 'Find the list that the reply names and read its reason, stop what caused the listing (a compromised account or host, old recipient lists), then ask for removal.',
      fr: "Repérer la liste nommée dans le refus et en lire la raison, faire cesser la cause (compte ou machine compromis, vieux fichiers d'adresses), puis demander le retrait.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dnsbl-listed'],
  },
  'domain-blocklisted': {
    meaning: {
      en: 'The domain of the sender, or of the EHLO name, is on a blocklist of domains.',
      fr: "Le domaine de l'expéditeur, ou du nom EHLO, figure sur une liste noire de domaines.",
    },
    remedy: {
      en: 'Look the domain up on the list that the reply names, stop the cause of the listing, then ask for removal.',
      fr: 'Chercher le domaine sur la liste nommée dans le refus, faire cesser la cause, puis demander le retrait.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dnsbl-domain-listed'],
  },
  'uri-blocklisted': {
    meaning: {
      en: 'A link in the message leads to a domain that is on a blocklist.',
      fr: 'Un lien du message mène à un domaine qui figure sur une liste noire.',
    },
    remedy: {
      en: 'Remove or replace the link, link shorteners too, and check whether the linked site is compromised.',
      fr: 'Retirer ou remplacer le lien, y compris les raccourcisseurs, et vérifier si le site visé est compromis.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dnsbl-domain-listed'],
  },
  'ip-reputation': {
    meaning: {
      en: 'The receiver judges the sending address, or its network, by a poor reputation of its own measure.',
      fr: "Le destinataire juge mauvaise, selon ses propres mesures, la réputation de l'adresse d'envoi ou de son réseau.",
    },
    remedy: {
      en: "Send more slowly and only to recipients who expect the mail, look for compromised accounts, and use the receiver's postmaster form with the full reply.",
      fr: 'Envoyer plus lentement et seulement aux destinataires qui attendent ces messages, chercher un compte compromis, et utiliser le formulaire postmaster du destinataire avec le refus complet.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dnsbl-listed', 'ptr-missing', 'ptr-generic'],
  },
  'domain-reputation': {
    meaning: {
      en: 'The receiver judges the sending domain by a poor reputation of its own measure.',
      fr: "Le destinataire juge mauvaise, selon ses propres mesures, la réputation du domaine d'envoi.",
    },
    remedy: {
      en: 'Authenticate all mail with the same domain, bring complaints down, stop mailing to those who do not react, and raise the volume again little by little.',
      fr: 'Authentifier tout le courrier avec le même domaine, réduire les plaintes, cesser les envois à ceux qui ne réagissent pas, et remonter le volume peu à peu.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dnsbl-domain-listed'],
  },
  'content-spam': {
    meaning: {
      en: 'A filter of the receiver took the message for spam, by its content or by the whole of its signs.',
      fr: "Un filtre du destinataire a pris le message pour du spam, d'après son contenu ou l'ensemble de ses indices.",
    },
    remedy: {
      en: 'Review wording, links and attachments, and check that SPF, DKIM and DMARC pass, since they weigh in the score; if the mail is wanted, ask the recipient to have the sender allowed.',
      fr: "Revoir le texte, les liens et les pièces jointes, et vérifier que SPF, DKIM et DMARC passent, car ils comptent dans la note ; si le message est attendu, faire autoriser l'expéditeur par le destinataire.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dnsbl-domain-listed', 'dnsbl-listed', 'dmarc-unaligned'],
  },
  virus: {
    meaning: {
      en: 'The receiver judged an attachment or a link malicious, or refuses attachments of this kind.',
      fr: 'Le destinataire a jugé malveillant une pièce jointe ou un lien, ou refuse ce type de pièce jointe.',
    },
    remedy: {
      en: 'Scan the sending machine and the attachment; for refused kinds of files send a link to a file service instead.',
      fr: 'Analyser la machine qui envoie et la pièce jointe ; pour un type de fichier refusé, envoyer plutôt un lien vers un service de partage.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  policy: {
    meaning: {
      en: 'A local rule of the receiver refused the message, and the reply does not say which.',
      fr: 'Une règle locale du destinataire a refusé le message, et le refus ne dit pas laquelle.',
    },
    remedy: {
      en: "Check authentication, reverse name and blocklists first; then ask the receiver's postmaster, with the full reply.",
      fr: "Vérifier d'abord l'authentification, le nom inverse et les listes noires ; puis s'adresser au postmaster du destinataire, avec le refus complet.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dnsbl-listed', 'ptr-missing', 'spf-host-unauthorized', 'dmarc-unaligned'],
  },
  'list-unsubscribe': {
    meaning: {
      en: 'The receiver asks bulk mail for one-click unsubscribe, and the message does not offer it.',
      fr: 'Le destinataire exige la désinscription en un clic pour les envois en masse, et le message ne la propose pas.',
    },
    remedy: {
      en: 'Add List-Unsubscribe with an https address and List-Unsubscribe-Post, both covered by the DKIM signature (RFC 8058).',
      fr: 'Ajouter List-Unsubscribe avec une adresse https et List-Unsubscribe-Post, tous deux couverts par la signature DKIM (RFC 8058).',
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
  'sender-rejected': {
    meaning: {
      en: 'The receiver refuses this sender address or domain by a rule of its own, or the account may not use that address.',
      fr: "Le destinataire refuse cette adresse ou ce domaine d'expéditeur par une règle à lui, ou le compte n'a pas le droit d'utiliser cette adresse.",
    },
    remedy: {
      en: 'Check that the address is one that this server and account may send with; otherwise ask the recipient, or its postmaster, to allow the sender.',
      fr: "Vérifier que ce serveur et ce compte ont le droit d'envoyer avec cette adresse ; sinon demander au destinataire, ou à son postmaster, d'autoriser l'expéditeur.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['from-mailbox-provider', 'dmarc-unaligned'],
  },
});

import { causes } from './cause.ts';

/** SPF, DKIM, DMARC, ARC. */
export const authentication = causes({
  'spf-missing': {
    meaning: {
      en: 'The receiver found no SPF record at the domain of the envelope sender.',
      fr: "Le destinataire n'a trouvé aucun enregistrement SPF au domaine de l'expéditeur d'enveloppe.",
    },
    remedy: {
      en: 'Publish one TXT record that starts with v=spf1 at the domain of the envelope sender and names every host that sends for it.',
      fr: "Publier un seul enregistrement TXT commençant par v=spf1 au domaine de l'expéditeur d'enveloppe, avec tous les serveurs qui envoient pour lui.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['spf-missing', 'spf-misplaced'],
  },
  'spf-fail': {
    meaning: {
      en: 'SPF did not pass: the record of the envelope sender does not authorize the address that sent the message.',
      fr: "SPF n'est pas passé : l'enregistrement de l'expéditeur d'enveloppe n'autorise pas l'adresse qui a envoyé le message.",
    },
    remedy: {
      en: 'Add the sending address, or the include of the service that sends, to the SPF record of the envelope sender; or send through a host that the record already names. Forwarded mail needs a valid DKIM signature, since SPF cannot pass there.',
      fr: "Ajouter l'adresse d'envoi, ou l'include du service d'envoi, à l'enregistrement SPF de l'expéditeur d'enveloppe ; ou envoyer par un serveur déjà autorisé. Un message transféré a besoin d'une signature DKIM valide, car SPF ne peut pas y passer.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [
      'spf-host-unauthorized',
      'spf-helo-unauthorized',
      'spf-missing',
      'spf-include-missing',
      'spf-redirect-missing',
      'spf-terms-unreachable',
    ],
  },
  'spf-permerror': {
    meaning: {
      en: 'The SPF record cannot be evaluated: a fault in its syntax, several records, too many DNS lookups or void lookups, or terms that the receiver distrusts.',
      fr: "L'enregistrement SPF ne peut pas être évalué : erreur de syntaxe, plusieurs enregistrements, trop de recherches DNS ou de recherches sans réponse, ou des termes dont le destinataire se méfie.",
    },
    remedy: {
      en: 'Mend the SPF record: a single record, correct syntax, at most 10 terms that ask the DNS, at most 2 void lookups, and no +all or huge networks.',
      fr: "Corriger l'enregistrement SPF : un seul enregistrement, une syntaxe juste, au plus 10 termes qui interrogent le DNS, au plus 2 recherches sans réponse, ni +all ni réseau immense.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [
      'spf-syntax',
      'spf-multiple-records',
      'spf-lookup-limit',
      'spf-void-limit',
      'spf-include-missing',
      'spf-include-invalid',
      'spf-redirect-missing',
      'spf-loop',
      'spf-mx-limit',
      'spf-all-pass',
      'spf-network-wide',
    ],
  },
  'spf-temperror': {
    meaning: {
      en: 'SPF could not be evaluated because a DNS question went unanswered.',
      fr: "SPF n'a pas pu être évalué, faute de réponse du DNS.",
    },
    remedy: {
      en: 'Check that the name servers of the envelope domain, and of every include in its SPF record, answer quickly; then let the queue try again.',
      fr: "Vérifier que les serveurs de noms du domaine d'enveloppe et de chaque include de son enregistrement SPF répondent vite ; puis laisser la file d'attente réessayer.",
    },
    class: 'transient',
    action: 'retry',
    findings: ['spf-include-missing', 'ns-unresolvable', 'ns-single'],
  },
  'dkim-missing': {
    meaning: {
      en: 'The message carries no DKIM signature, and this receiver asks for one.',
      fr: "Le message ne porte aucune signature DKIM, et ce destinataire l'exige.",
    },
    remedy: {
      en: 'Turn on DKIM signing in the sending service or server, and publish its key under selector._domainkey of the signing domain.',
      fr: 'Activer la signature DKIM dans le service ou le serveur qui envoie, et publier sa clé sous selecteur._domainkey du domaine signataire.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dkim-missing', 'dkim-selector-missing'],
  },
  'dkim-fail': {
    meaning: {
      en: 'DKIM did not pass: there is a signature that does not verify, or none that this receiver accepts.',
      fr: "DKIM n'est pas passé : une signature ne se vérifie pas, ou aucune n'est acceptée par ce destinataire.",
    },
    remedy: {
      en: 'Compare the published key with the private key of the signer, check the selector, and make sure that nothing changes the message after it was signed (footers, scanners, relays).',
      fr: 'Comparer la clé publiée à la clé privée du signataire, vérifier le sélecteur, et veiller à ce que rien ne modifie le message après la signature (pied de page, antivirus, relais).',
    },
    class: 'permanent',
    action: 'give-up',
    findings: [
      'dkim-missing',
      'dkim-selector-missing',
      'dkim-key-revoked',
      'dkim-key-invalid',
      'dkim-key-short',
      'dkim-multiple-records',
      'dkim-service-excluded',
      'dkim-alias-dangling',
    ],
  },
  'dkim-weak-key': {
    meaning: {
      en: 'The DKIM key is too short, or the hash of the signature too weak, to be accepted.',
      fr: 'La clé DKIM est trop courte, ou le condensat de la signature trop faible, pour être acceptée.',
    },
    remedy: {
      en: 'Change to an RSA key of 2048 bits (receivers accept none below 1024) and sign with rsa-sha256.',
      fr: "Passer à une clé RSA de 2048 bits (en dessous de 1024, aucun destinataire ne l'accepte) et signer en rsa-sha256.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dkim-key-short', 'dkim-key-weak', 'dkim-hash-sha1', 'dkim-key-factorable'],
  },
  'dmarc-missing': {
    meaning: {
      en: 'The domain of the From address has no usable DMARC record, and this receiver asks for one.',
      fr: "Le domaine de l'adresse From n'a pas d'enregistrement DMARC utilisable, et ce destinataire l'exige.",
    },
    remedy: {
      en: 'Publish a single TXT record at _dmarc of the From domain, to begin with v=DMARC1; p=none and a rua address for the reports.',
      fr: 'Publier un seul enregistrement TXT sous _dmarc du domaine du From, par exemple v=DMARC1; p=none pour commencer, avec une adresse rua pour les rapports.',
    },
    class: 'permanent',
    action: 'give-up',
    findings: [
      'dmarc-missing',
      'dmarc-syntax',
      'dmarc-policy-invalid',
      'dmarc-multiple-records',
      'dmarc-misplaced',
    ],
  },
  'dmarc-fail-reject': {
    meaning: {
      en: 'The message failed DMARC, and the domain of its From address asks receivers to reject such mail.',
      fr: 'Le message échoue à DMARC, et le domaine de son adresse From demande le rejet de ces messages.',
    },
    remedy: {
      en: 'Sign with DKIM for the domain of the From address, or use an envelope sender that aligns with it. Never send with a From address at a domain that is not yours, such as a free mailbox.',
      fr: "Signer en DKIM avec le domaine de l'adresse From, ou utiliser un expéditeur d'enveloppe aligné avec lui. Ne jamais envoyer avec une adresse From d'un domaine qui n'est pas le sien, comme une messagerie gratuite.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [
      'dmarc-unaligned',
      'from-mailbox-provider',
      'dkim-missing',
      'dkim-selector-missing',
      'spf-host-unauthorized',
    ],
  },
  'dmarc-fail-quarantine': {
    meaning: {
      en: 'The message failed DMARC, and the domain of its From address asks receivers to treat such mail as suspicious.',
      fr: 'Le message échoue à DMARC, et le domaine de son adresse From demande de traiter ces messages comme suspects.',
    },
    remedy: {
      en: 'Obtain a DKIM or SPF pass that aligns with the From address: sign with its domain, or use an envelope sender under it.',
      fr: "Obtenir un succès DKIM ou SPF aligné avec l'adresse From : signer avec son domaine, ou utiliser un expéditeur d'enveloppe de ce domaine.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dmarc-unaligned', 'from-mailbox-provider', 'dkim-missing', 'spf-host-unauthorized'],
  },
  'dmarc-temperror': {
    meaning: {
      en: 'The receiver could not evaluate DMARC because a DNS question went unanswered.',
      fr: "Le destinataire n'a pas pu évaluer DMARC, faute de réponse du DNS.",
    },
    remedy: {
      en: 'Check that the name servers that hold _dmarc, the DKIM selectors and the SPF record answer; then let the queue try again.',
      fr: "Vérifier que les serveurs de noms de _dmarc, des sélecteurs DKIM et de l'enregistrement SPF répondent ; puis laisser la file d'attente réessayer.",
    },
    class: 'transient',
    action: 'retry',
    findings: ['ns-unresolvable', 'ns-single'],
  },
  alignment: {
    meaning: {
      en: 'SPF or DKIM may have passed, but for a domain that does not align with the From address.',
      fr: "SPF ou DKIM est peut-être passé, mais pour un domaine non aligné avec l'adresse From.",
    },
    remedy: {
      en: 'Let the signing domain of DKIM (d=), or the domain of the envelope sender, share the organizational domain of the From address.',
      fr: "Faire en sorte que le domaine signataire de DKIM (d=), ou celui de l'expéditeur d'enveloppe, partage le domaine organisationnel de l'adresse From.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: ['dmarc-unaligned', 'from-mailbox-provider', 'dkim-missing'],
  },
  unauthenticated: {
    meaning: {
      en: 'Neither SPF nor DKIM passed for this message, or the receiver says only that it is not authenticated.',
      fr: "Ni SPF ni DKIM n'est passé pour ce message, ou le destinataire dit seulement qu'il n'est pas authentifié.",
    },
    remedy: {
      en: 'Set up both SPF and DKIM for the sending domain, and confirm that they pass from the host that really sends.',
      fr: "Mettre en place SPF et DKIM pour le domaine d'envoi, et vérifier qu'ils passent depuis le serveur qui envoie réellement.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [
      'spf-missing',
      'spf-host-unauthorized',
      'spf-multiple-records',
      'spf-syntax',
      'spf-lookup-limit',
      'dkim-missing',
      'dkim-selector-missing',
      'dkim-key-revoked',
      'dkim-key-invalid',
    ],
  },
  'arc-fail': {
    meaning: {
      en: 'The message was forwarded, and its chain of ARC seals does not verify.',
      fr: 'Le message a été transféré, et sa chaîne de sceaux ARC ne se vérifie pas.',
    },
    remedy: {
      en: 'Ask the forwarding service or mailing list to mend its ARC sealing, or send to the final address directly.',
      fr: "Demander au service de transfert ou à la liste de diffusion de corriger ses sceaux ARC, ou écrire directement à l'adresse finale.",
    },
    class: 'permanent',
    action: 'give-up',
    findings: [],
  },
});

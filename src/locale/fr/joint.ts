import type { Messages } from '../../check.ts';
import type { jointChecks } from '../../joint/index.ts';

type Id = (typeof jointChecks)[number]['id'];

/** The templates of the joint checks in French. */
export const jointFrench: Readonly<Record<Id, Messages>> = {
  'dmarc-unaligned': {
    title: "Rien dans ce courrier ne peut s'aligner avec l'en-tête From à {domain}{where}",
    explanation:
      'DMARC passe quand SPF ou DKIM passe pour un domaine aligné avec {domain} : SPF {spf}, DKIM {dkim}. Ici, {identities}.',
    consequence:
      'Le courrier échoue à DMARC{where} même quand SPF et DKIM passent, et {policy}. Les grands destinataires exigent un résultat aligné pour les envois en masse.',
    remedy:
      "Faire signer le service avec une clé du domaine {domain} (souvent sous le nom d'authentification de domaine ou de DKIM personnalisé){relax}. Ou bien donner à ce service un expéditeur d'enveloppe {envelope}.",
  },
  'from-mailbox-provider': {
    title: "En-tête From à {domain}, d'où seul {provider} peut envoyer",
    explanation:
      "{domain} est un domaine dont l'exploitant, {provider}, ouvre des boîtes aux lettres au public. SPF, DKIM et DMARC de ce domaine sont entre ses mains : un message envoyé d'ailleurs ne peut pas les passer. {origin}",
    consequence:
      'Un message avec cet en-tête From envoyé par un autre hôte échoue à DMARC. Beaucoup de destinataires le tiennent pour falsifié, et le refusent ou le classent en indésirable, même quand la politique du domaine {domain} est none.',
    remedy:
      "Envoyer avec un en-tête From d'un domaine propre, et mettre la boîte à {domain} dans Reply-To si les réponses doivent y arriver. Des messages isolés peuvent partir par les serveurs du fournisseur ({provider}).",
  },
};

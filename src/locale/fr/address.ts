import type { addressChecks } from '../../address/checks/index.ts';
import type { Messages } from '../../check.ts';

type Id = (typeof addressChecks)[number]['id'];

/** The templates of the address checks in French. */
export const addressFrench: Readonly<Record<Id, Messages>> = {
  'mail-from-syntax': {
    title: "Expéditeur d'enveloppe mal formé : il {problem}",
    explanation:
      "L'expéditeur d'enveloppe (MAIL FROM) indiqué est {address}. Il {problem} : ce n'est pas une adresse valide.",
    consequence: "Les destinataires refusent la commande MAIL FROM, avant d'avoir rien vu du message.",
    remedy:
      "Régler l'expéditeur d'enveloppe (adresse de retour) sur une simple adresse comme bounces@{domain}, ou sur <> là où aucun avis de non-remise n'est souhaité.",
  },
  'from-syntax': {
    title: 'En-tête From mal formé : il {problem}',
    explanation:
      "L'en-tête From indiqué est {address}. Il {problem} : les destinataires ne peuvent pas savoir avec certitude qui a écrit le message, ni quelle politique DMARC s'applique.",
    consequence: "Les grands destinataires refusent un message dont l'en-tête From est mal formé.",
    remedy:
      "Écrire dans l'en-tête une adresse, comme news@{domain}, ou un nom suivi de l'adresse entre chevrons, comme News <news@{domain}>. Un nom qui contient de la ponctuation se met entre guillemets doubles.",
  },
};

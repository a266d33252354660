import type { Messages } from '../../check.ts';
import type { parkedChecks } from '../../parked/index.ts';

type Id = (typeof parkedChecks)[number]['id'];

/** The templates of the checks of parked domains in French. */
export const parkedFrench: Readonly<Record<Id, Messages>> = {
  'spf-parked-open': {
    title: 'SPF pour {domain} ne refuse pas tout le courrier envoyé en son nom',
    explanation:
      "Un domaine qui n'envoie pas de courrier l'annonce par l'enregistrement SPF « v=spf1 -all ». {state}",
    consequence:
      "Les destinataires ne peuvent pas distinguer le courrier falsifié qui a {domain} pour expéditeur d'enveloppe du courrier voulu.",
    remedy:
      "Si {domain} n'envoie aucun courrier, publier « v=spf1 -all » comme unique enregistrement SPF. S'il en envoie, refaire l'audit sans --profile parked.",
  },
  'dmarc-parked-weak': {
    title: 'DMARC pour {domain} ne demande pas aux destinataires de rejeter tout le courrier falsifié',
    explanation:
      "Aucun message d'un domaine qui n'envoie rien ne peut passer : sa politique DMARC peut donc être reject dès le premier jour, pour les sous-domaines aussi. Ici, {weakness}.",
    consequence:
      "Le courrier falsifié avec {domain} dans l'en-tête From est remis, ou classé en indésirable, là où il pourrait être refusé.",
    remedy:
      "Publier p=reject à _dmarc.{domain}, sans sp, np, t ni pct. Il n'est pas nécessaire de demander des rapports ; s'il y en a, garder l'adresse.",
  },
  'mx-parked': {
    title: "{domain} n'annonce pas qu'il n'accepte pas de courrier",
    explanation:
      "Un domaine sans courrier l'annonce par un enregistrement MX nul, « 0 . ». Ici, le courrier va à {hosts}.",
    consequence:
      "Les expéditeurs tentent la remise, pendant des jours là où rien ne répond. Avec un MX nul, ils le savent aussitôt, et certains destinataires refusent le courrier dont l'expéditeur ne pourrait pas recevoir de réponse.",
    remedy:
      "Si personne ne lit le courrier adressé à {domain}, publier « {domain}. MX 0 . » comme unique enregistrement MX. Si quelqu'un le lit, laisser tel quel.",
  },
};

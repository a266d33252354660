import type { Messages } from '../../check.ts';
import type { dnsblChecks } from '../../dnsbl/checks/index.ts';

type Id = (typeof dnsblChecks)[number]['id'];

/** The templates of the dnsbl checks in French. */
export const dnsblFrench: Readonly<Record<Id, Messages>> = {
  'dnsbl-listed': {
    title: '{address} est sur la liste noire {list}',
    explanation:
      '{zone} répond {codes} pour {address} ({meaning}). Motif publié par la liste : {reason}. Ce domaine est concerné : {origin}.',
    consequence:
      'Les destinataires qui utilisent {list} refusent le courrier de cette adresse, ou le pénalisent pour cette inscription.',
    remedy:
      "Chercher ce qui a causé l'inscription et y mettre fin d'abord (compte piraté, hôte infecté, fichier d'adresses de mauvaise qualité ; dans une plage déclarée sans envoi direct, envoyer par un serveur de messagerie situé en dehors). Voir ensuite {delisting} pour le retrait, ou envoyer depuis une autre adresse.",
  },
  'dnsbl-domain-listed': {
    title: '{domain} est sur la liste noire {list}',
    explanation:
      "{zone} répond {codes} pour {domain} ({meaning}). Motif publié par la liste : {reason}. Les destinataires peuvent chercher un domaine inscrit dans l'enveloppe, dans l'en-tête From et dans les liens, quelle que soit l'adresse d'où vient le message.",
    consequence:
      'Les destinataires qui utilisent {list} peuvent refuser le courrier qui nomme ce domaine, ou le pénaliser pour cette inscription.',
    remedy:
      "Chercher ce qui a causé l'inscription et y mettre fin d'abord (site ou compte piraté, spam envoyé au nom du domaine, fichier d'adresses de mauvaise qualité). Voir ensuite {delisting} pour le retrait.",
  },
};

import type { Messages } from '../../check.ts';
import type { dmarcChecks } from '../../dmarc/checks/index.ts';

type Id = (typeof dmarcChecks)[number]['id'];

/** The templates of the dmarc checks in French. */
export const dmarcFrench: Readonly<Record<Id, Messages>> = {
  'dmarc-missing': {
    title: "{domain} n'a pas d'enregistrement DMARC",
    explanation:
      "Les destinataires cherchent un enregistrement DMARC à _dmarc.{domain}, puis dans les domaines parents. Le nom _dmarc.{domain} {state}, et aucun domaine parent n'en a non plus.",
    consequence:
      "Rien n'indique aux destinataires que faire des messages falsifiés, et aucun rapport n'est envoyé. Les grands fournisseurs de messagerie exigent DMARC pour les envois en masse, et certains diffèrent ou refusent ce courrier en son absence.",
    remedy:
      'Publier un enregistrement TXT à _dmarc.{domain}. Commencer par p=none et une adresse de rapport dont la boîte aux lettres existe, puis durcir la politique quand les rapports montrent que tout le courrier légitime passe.',
  },
  'dmarc-multiple-records': {
    title: "{name} a {count} enregistrements DMARC au lieu d'un seul",
    explanation:
      "Quand un nom a plusieurs enregistrements DMARC, les destinataires n'en utilisent aucun. Selon la RFC 9989, la recherche continue dans les domaines parents et {outcome} ; selon la RFC 7489, une recherche qui les rencontre s'arrête.",
    consequence:
      "Les destinataires qui suivent la RFC 7489 et rencontrent ces enregistrements n'appliquent pas DMARC au courrier. Ceux qui suivent la RFC 9989 les ignorent.",
    remedy: 'Garder le seul enregistrement qui énonce la politique voulue, et supprimer les autres.',
  },
  'dmarc-syntax': {
    title: 'Syntaxe DMARC à {name} : {fault}',
    explanation:
      'Un enregistrement DMARC est une liste de balises, chacune sous la forme nom=valeur, séparées par des points-virgules, avec v=DMARC1 en tête.',
    consequence: 'Les destinataires {handling}.',
    remedy: '{mend}',
  },
  'dmarc-policy-invalid': {
    title: "L'enregistrement DMARC à {name} n'a pas de politique {tag} valide",
    explanation: "Une politique vaut none, quarantine ou reject ; l'enregistrement {published}.",
    consequence: 'Les destinataires {effect}.',
    remedy: "Publier l'enregistrement avec {tag}=none, {tag}=quarantine ou {tag}=reject.",
  },
  'dmarc-policy-none': {
    title: 'La politique DMARC pour {domain} est none',
    explanation:
      "L'enregistrement à {name} ({source}) n'exprime aucune préférence pour les messages en échec DMARC.",
    consequence:
      "Les messages falsifiés sont traités comme s'il n'y avait pas de politique. C'est le minimum que les grands destinataires demandent pour les envois en masse, et rien de plus.",
    remedy:
      "Lire les rapports agrégés jusqu'à ce que tout le courrier légitime passe, puis porter la politique à quarantine. Aller jusqu'à reject seulement si personne au domaine n'écrit à des listes de diffusion, dont les copies échouent souvent à DMARC.",
  },
  'dmarc-testing': {
    title: 'La politique DMARC à {name} est atténuée par {tag}={value}',
    explanation: "Cette balise signifie que la politique est mise à l'essai.",
    consequence: '{effect}',
    remedy:
      "Quand les rapports montrent que tout le courrier légitime passe, publier l'enregistrement sans {tag}.",
  },
  'dmarc-rua-missing': {
    title: "L'enregistrement DMARC à {name} n'indique aucune boîte aux lettres pour les rapports agrégés",
    explanation:
      'Les rapports agrégés, envoyés aux adresses mailto indiquées dans rua, montrent quels hôtes envoient au nom du domaine {domain} et si leur courrier passe.',
    consequence:
      "Rien n'est refusé de ce fait, mais les émetteurs en échec, expéditeurs légitimes oubliés ou usurpateurs, restent invisibles.",
    remedy:
      'Ajouter rua=mailto:nom@domaine avec une adresse qui existe et qui est lue, par des personnes ou par un service de rapports.',
  },
  'dmarc-subdomain-policy-weak': {
    title: 'DMARC : {tag}={policy} est plus faible que p={own} à {name}',
    explanation:
      "L'enregistrement demande {own} quand l'en-tête From usurpe {domain}, et seulement {policy} pour {subdomains}.",
    consequence:
      'Il suffit à un usurpateur de choisir un tel nom sous {domain} pour ne rencontrer que la politique plus faible.',
    remedy:
      "Quand les rapports montrent qu'aucun message légitime n'y échoue, publier {tag}={own} : la politique plus forte couvre alors aussi {subdomains}.",
  },
  'dmarc-tags-removed': {
    title: "L'enregistrement DMARC à {name} utilise ce que la RFC 9989 a retiré : {tags}",
    explanation:
      "La RFC 9989 a retiré pct, rf et ri. Entre 0 et 100, pct était rarement appliqué tel qu'écrit ; t=y a remplacé pct=0.",
    consequence:
      'Les destinataires récents ignorent ces balises, les anciens les lisent encore : un même enregistrement peut donc être traité de deux façons.',
    remedy: "Publier l'enregistrement sans {tags}. Pour mettre une politique à l'essai, utiliser t=y.",
  },
  'dmarc-misplaced': {
    title: 'Un enregistrement DMARC se trouve à {name}, où aucun destinataire ne cherche',
    explanation: "Les destinataires demandent l'enregistrement TXT à _dmarc.{domain}. {state}",
    consequence: '{effect}',
    remedy: '{mend}',
  },
  'dmarc-walk-differs': {
    title: 'DMARC : les destinataires ne trouvent pas tous {things} pour {domain}',
    explanation:
      "Les destinataires qui suivent la RFC 9989 remontent l'arborescence DNS et aboutissent à ceci : {walk}. Ceux qui suivent encore la RFC 7489 se fondent sur la liste des suffixes publics et aboutissent à ceci : {classic}.",
    consequence: '{effect}',
    remedy: '{mend}',
  },
  'dmarc-psd-misused': {
    title: "L'enregistrement DMARC à {name} déclare {domain} suffixe public (psd=y)",
    explanation:
      'Avec psd=y, un domaine annonce que des tiers enregistrent des noms au-dessous, comme sous com ou co.uk. La liste des suffixes publics connaît {domain} comme un domaine ordinaire.',
    consequence:
      "Les destinataires qui suivent la RFC 9989 tiennent alors chaque nom directement sous {domain} pour une organisation distincte : en mode souple, le courrier d'un de ces noms ne s'aligne plus avec un autre.",
    remedy:
      "Publier l'enregistrement sans psd=y, sauf si {domain} laisse vraiment des tiers enregistrer des noms au-dessous.",
  },
  'dmarc-subdomain-policy-unread': {
    title: "DMARC : personne ne lit {tags} dans l'enregistrement à {name}",
    explanation:
      "sp et np valent pour les sous-domaines du domaine organisationnel, qui est {organization}. Le courrier d'un nom situé sous {domain} reçoit la politique du domaine {organization}, quoi qu'il soit écrit ici.",
    consequence:
      "Les noms situés sous {domain} ne sont pas couverts comme l'enregistrement le laisse croire.",
    remedy:
      'Indiquer sp et np à _dmarc.{organization}, ou donner aux noms situés sous {domain} leurs propres enregistrements. Si {domain} doit former une organisation à part, ajouter psd=n.',
  },
  'dmarc-report-unauthorized': {
    title: "L'envoi des rapports DMARC pour {policyDomain} à {destination} n'est pas autorisé",
    explanation:
      "L'enregistrement envoie des rapports ({tags}) à {addresses}, hors de l'organisation. Avant l'envoi, les destinataires cherchent à {name} l'accord du domaine {destination}. {fault}",
    consequence:
      'Les destinataires laissent cette adresse de côté : ses rapports sont perdus sans aucun avis.',
    remedy:
      'Demander à l\'exploitant du domaine {destination} d\'y publier {name} TXT "v=DMARC1" ; les services de rapports le font quand le domaine est déclaré chez eux. Ou bien indiquer une adresse qui donne son accord.',
  },
  'dmarc-report-undeliverable': {
    title: 'Les rapports DMARC ne peuvent pas être remis à {destination}',
    explanation: "L'enregistrement envoie des rapports ({tags}) à {addresses}, et {destination} {obstacle}.",
    consequence: 'Ce que ces rapports montreraient de qui envoie au nom du domaine {policyDomain} est perdu.',
    remedy:
      'Indiquer une adresse qui accepte du courrier, ou publier un enregistrement MX pour {destination}.',
  },
};

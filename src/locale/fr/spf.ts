import type { Messages } from '../../check.ts';
import type { spfChecks } from '../../spf/checks/index.ts';

type Id = (typeof spfChecks)[number]['id'];

const untilMatched =
  "Les hôtes qu'un terme antérieur autorise continuent de passer. Pour ceux auxquels aucun terme antérieur ne correspond, SPF aboutit à une erreur permanente (permerror) : il ne passe pas, DMARC ne peut pas s'appuyer sur lui, et certains destinataires refusent les messages.";

const tellOperator = "Si l'enregistrement appartient à quelqu'un d'autre, prévenir son exploitant.";

/** The templates of the spf checks in French. */
export const spfFrench: Readonly<Record<Id, Messages>> = {
  'spf-missing': {
    title: '{domain} ne publie aucun enregistrement SPF',
    explanation:
      "La requête TXT pour {domain} a reçu une réponse, et aucun enregistrement n'y commence par le mot « v=spf1 ». SPF aboutit à « none » : rien ne dit quels hôtes peuvent envoyer pour le domaine.",
    consequence:
      "Les destinataires qui exigent une authentification n'ont plus que DKIM pour en juger, et DMARC ne peut pas s'appuyer sur SPF. Ceux qui exigent SPF pour les envois en masse refusent ou diffèrent les messages.",
    remedy:
      "Publier à {domain} un seul enregistrement TXT qui nomme tous les hôtes et services qui envoient pour lui et se termine par « ~all », par exemple « v=spf1 include:spf.provider.example ~all » avec l'include que le fournisseur documente. Un domaine qui n'envoie jamais publie « v=spf1 -all ».",
  },
  'spf-misplaced': {
    title: "À {place}, un enregistrement SPF que les destinataires n'utilisent pas pour {domain}",
    explanation:
      "L'enregistrement TXT « {text} » {fault}. Pour les messages du domaine {domain}, les destinataires lisent à {domain} un seul enregistrement, qui commence par « v=spf1 » et un espace ; {state}.",
    consequence: 'Les hôtes que seul ce texte autorise ne passent pas SPF pour {domain}.',
    remedy:
      "S'il est destiné à {domain}, {advice}. Si {domain} a déjà un enregistrement SPF, y ajouter les termes manquants : un second enregistrement rendrait les deux inutilisables.",
  },
  'spf-multiple-records': {
    title: '{domain} publie {count} enregistrements SPF ; un seul est permis',
    explanation:
      "Plusieurs enregistrements TXT à {domain} commencent par « v=spf1 ». Un destinataire ne choisit pas entre eux : SPF aboutit à une erreur permanente (permerror), quoi qu'autorise chacun d'eux.",
    consequence:
      "Pour {hosts}, SPF aboutit à une erreur permanente (permerror) : il ne passe pas, DMARC ne peut pas s'appuyer sur lui, et certains destinataires refusent les messages.",
    remedy:
      'Fusionner les enregistrements en un seul qui contienne les termes de tous, se termine par un unique « ~all » ou « -all » et reste dans la limite de 10 recherches DNS, puis supprimer les autres.',
  },
  'spf-syntax': {
    title: 'Syntaxe SPF : {fault}',
    explanation:
      "Erreur {number} sur {count} dans l'enregistrement SPF publié par {domain}, au caractère {position}. Un enregistrement est vérifié en entier avant d'être utilisé : une seule erreur de syntaxe, où qu'elle soit, en fait une erreur permanente (permerror).",
    consequence:
      "Pour {hosts}, SPF aboutit à une erreur permanente (permerror) : il ne passe pas, DMARC ne peut pas s'appuyer sur lui, et certains destinataires refusent les messages.",
    remedy: '{mend}',
  },
  'spf-lookup-limit': {
    title: "SPF demande {total} recherches DNS ; les destinataires s'arrêtent à {limit}",
    explanation:
      "Chaque include, a, mx, ptr, exists et redirect coûte une recherche DNS, dans l'enregistrement publié par {domain} et dans tous ceux auxquels il mène. La limite est dépassée à « {term} », dans l'enregistrement publié par {owner}. Coût de chaque terme publié par {domain} : {breakdown}.",
    consequence: untilMatched,
    remedy:
      "Retirer les include des services qui n'envoient plus pour {domain}, remplacer « a » et « mx » par « ip4 » et « ip6 », et déplacer les services qui le permettent vers un sous-domaine doté de son propre enregistrement SPF.",
  },
  'spf-lookup-headroom': {
    title: 'SPF demande {total} des {limit} recherches DNS permises',
    explanation:
      "Chaque include, a, mx, ptr, exists et redirect coûte une recherche DNS, dans l'enregistrement publié par {domain} et dans tous ceux auxquels il mène. Coût de chaque terme publié par {domain} : {breakdown}. Quiconque gère l'un de ces enregistrements peut y ajouter des recherches sans prévenir.",
    consequence:
      "Rien n'est refusé aujourd'hui. Au-delà de {limit} recherches, SPF aboutit à une erreur permanente (permerror) pour tout hôte auquel aucun terme antérieur ne correspond.",
    remedy:
      "Avant d'ajouter un service, retirer les include des services qui n'envoient plus pour {domain}, et remplacer « a » et « mx » par « ip4 » et « ip6 ».",
  },
  'spf-void-limit': {
    title: 'SPF demande {count} recherches DNS à vide pour les clients en {family} ; {limit} sont permises',
    explanation:
      "Termes dont une requête ne trouve rien : {terms}. Un destinataire demande l'adresse IPv4 d'un hôte quand le client vient en IPv4, l'adresse IPv6 quand il vient en IPv6, et met fin à l'évaluation au troisième terme de ce genre : « {term} », dans l'enregistrement publié par {owner}.",
    consequence:
      "Les hôtes qu'un terme antérieur autorise continuent de passer. Pour les autres hôtes en {family}, SPF aboutit à une erreur permanente (permerror) : il ne passe pas, DMARC ne peut pas s'appuyer sur lui, et certains destinataires refusent les messages.",
    remedy:
      "Retirer les termes qui ne mènent nulle part, ou publier ce qu'ils demandent. Si des hôtes n'ont d'adresse que d'une seule famille, « ip4 » ou « ip6 » à la place de « a » et « mx » ne demande aucune requête.",
  },
  'spf-include-missing': {
    title: 'SPF inclut {target}, qui {state}',
    explanation:
      "« {term} », dans l'enregistrement publié par {owner}, mène à {target}, qui {state}. Un include dont la cible n'a pas d'enregistrement n'est pas sauté : il met fin à l'évaluation pour {domain} par une erreur permanente (permerror).",
    consequence: untilMatched,
    remedy: `Corriger le nom d'après l'include que le service documente, ou retirer le terme si le service n'est plus utilisé. Chercher un espace manquant si le nom semble contenir deux termes. ${tellOperator}`,
  },
  'spf-include-invalid': {
    title: "{target}, que SPF inclut, n'est pas valide",
    explanation:
      "L'enregistrement publié par {owner} mène à {target} par « {term} », et ce qui y est publié n'est pas valide : {fault}. Une erreur permanente (permerror) dans un enregistrement inclus est une erreur permanente de l'enregistrement publié par {domain} même.",
    consequence: untilMatched,
    remedy:
      "Prévenir l'exploitant du domaine {target}. En attendant la correction, placer le terme après ceux qui correspondent à vos propres hôtes, ou lister les adresses du service avec « ip4 » et « ip6 ».",
  },
  'spf-redirect-missing': {
    title: 'SPF redirige vers {target}, qui {state}',
    explanation:
      "« {term} », dans l'enregistrement publié par {owner}, confie la décision à {target}, qui {state}. Un redirect dont la cible n'a pas d'enregistrement met fin à l'évaluation pour {domain} par une erreur permanente (permerror).",
    consequence:
      "Les hôtes qu'un mécanisme autorise continuent de passer. Pour ceux auxquels aucun mécanisme ne correspond, SPF aboutit à une erreur permanente (permerror) : il ne passe pas, DMARC ne peut pas s'appuyer sur lui, et certains destinataires refusent les messages.",
    remedy: `Corriger le nom, publier l'enregistrement à {target}, ou terminer l'enregistrement publié par {owner} par « ~all » à la place du redirect. ${tellOperator}`,
  },
  'spf-loop': {
    title: 'SPF pour {domain} forme une boucle à « {term} »',
    explanation:
      "Le terme figure dans l'enregistrement publié par {owner} et ramène à un enregistrement en cours de lecture : {path}. Chaque tour coûte des recherches DNS, jusqu'à ce que la limite de 10 y mette fin.",
    consequence: untilMatched,
    remedy:
      "Retirer « {term} » de l'enregistrement publié par {owner} ; il n'autorise aucun hôte qui ne soit déjà autorisé. Un enregistrement qui perd son redirect doit se terminer par un « all ».",
  },
  'spf-mx-limit': {
    title: '« {term} » dans SPF représente {count} enregistrements MX ; {limit} sont permis',
    explanation:
      "Le terme figure dans l'enregistrement publié par {owner}, et {target} a {count} enregistrements MX, un nom présent deux fois étant compté deux fois. Un destinataire cherche les adresses de {limit} d'entre eux au plus ; au-delà, l'évaluation pour {domain} aboutit à une erreur permanente (permerror).",
    consequence: untilMatched,
    remedy: 'Remplacer « {term} » par les adresses des hôtes qui envoient, avec « ip4 » et « ip6 ».',
  },
  'spf-host-unauthorized': {
    title: "SPF pour {domain} n'autorise pas {address} : {result}",
    explanation:
      "Évalué comme le fait un destinataire, pour {address} et l'expéditeur d'enveloppe {sender}, SPF aboutit à « {result} » : {decision}. L'évaluation a coûté {lookups} des dix recherches DNS.",
    consequence:
      "Les messages venant de {address} ne passent pas SPF, et DMARC ne peut pas s'appuyer sur lui. Avec « fail », certains destinataires les refusent aussitôt, quoi que dise DKIM.",
    remedy:
      "Si {address} vous appartient, l'autoriser dans l'enregistrement publié par {domain} : « ip4 » ou « ip6 » avec l'adresse, devant les autres termes. Si elle appartient à un service, utiliser l'include que le service documente. Sinon, envoyer depuis un hôte autorisé.",
  },
  'spf-helo-unauthorized': {
    title: 'SPF pour le nom EHLO {helo} interdit {address}',
    explanation:
      "Il est conseillé aux destinataires de vérifier le nom EHLO en plus de l'expéditeur d'enveloppe. Pour {address} et {helo}, SPF aboutit à « fail » : {decision}.",
    consequence:
      "Un destinataire qui vérifie le nom EHLO peut refuser la connexion avant de connaître le moindre expéditeur. L'expéditeur nul des avis de non-remise n'est jugé que sur ce nom.",
    remedy:
      "Publier à {helo} un enregistrement SPF qui autorise l'hôte, par exemple « v=spf1 a -all », ou faire annoncer par {address} un nom EHLO qui lui soit propre.",
  },
  'spf-target-unregistered': {
    title: "SPF fait confiance à {registrable}, qui n'existe pas",
    explanation:
      "« {term} », dans l'enregistrement publié par {owner}, mène à {target}, et le DNS ne connaît aucun domaine {registrable}. Si ce domaine a expiré, n'importe qui peut le réserver, y publier ce qu'il veut, et décider ainsi qui peut envoyer sous le nom {domain}.",
    consequence:
      'Quiconque détiendra demain {registrable} pourra envoyer sous le nom {domain} des messages qui passent SPF, et DMARC avec lui.',
    remedy: `Retirer le terme dès aujourd'hui si {registrable} n'est plus utilisé ; le corriger si le nom est mal orthographié. ${tellOperator}`,
  },
  'spf-all-pass': {
    title: 'SPF autorise {everyone} à envoyer sous le nom {domain}',
    explanation:
      "« {term} », dans l'enregistrement publié par {owner}, correspond à {everyone}, sauf là où un terme antérieur s'applique, et son résultat est « pass ». N'importe qui sur Internet peut envoyer sous le nom {domain} des messages que SPF confirme et que DMARC accepte comme alignés.",
    consequence:
      "Les messages qui usurpent le nom {domain} passent SPF, et DMARC avec lui, partout où ils sont vérifiés ; c'est la réputation du domaine qui en pâtit.",
    remedy:
      "Lister les hôtes et services qui envoient pour {domain} et terminer l'enregistrement par « ~all » ou « -all ». Si le terme se trouve dans un enregistrement inclus, retirer l'include et prévenir son exploitant.",
  },
  'spf-all-neutral': {
    title: 'SPF pour {domain} se termine par « ?all », qui ne dit rien des autres hôtes',
    explanation:
      "« ?all », dans l'enregistrement publié par {owner}, signifie pour tout hôte non listé que le domaine ne dit pas s'il a le droit d'envoyer. Les destinataires doivent faire comme s'il n'y avait pas d'enregistrement.",
    consequence:
      "Les messages falsifiés venant d'hôtes non listés ne sont ni confirmés ni démentis. Vos propres messages, s'ils partent d'un hôte oublié dans l'enregistrement, ne passent pas non plus.",
    remedy:
      "S'assurer que l'enregistrement liste tout ce qui envoie pour {domain}, puis le terminer par « ~all ».",
  },
  'spf-all-missing': {
    title: 'SPF pour {domain} se termine sans « all » ni « redirect »',
    explanation:
      "L'enregistrement publié par {owner} ne dit rien des hôtes qu'il ne liste pas. Pour eux, le résultat est « neutral », comme s'il se terminait par « ?all ».",
    consequence:
      "Les messages falsifiés venant d'hôtes non listés ne sont ni confirmés ni démentis, comme si {domain} n'avait pas d'enregistrement SPF.",
    remedy:
      "S'assurer que l'enregistrement liste tout ce qui envoie pour {domain}, puis ajouter « ~all » à la fin.",
  },
  'spf-terms-unreachable': {
    title: 'Les mécanismes SPF placés après « {all} » sont sans effet',
    explanation:
      "« {all} », dans l'enregistrement publié par {owner}, correspond à tout hôte, si bien qu'aucun mécanisme placé après n'est essayé : {terms}.",
    consequence:
      "Les hôtes que seuls ces termes autorisent obtiennent le résultat de « {all} », comme s'ils n'étaient pas dans l'enregistrement.",
    remedy:
      "Retirer les termes placés après « {all} » s'ils ne doivent autoriser personne. Sinon, vérifier à quoi chacun mène et que l'enregistrement reste dans la limite de 10 recherches DNS, les placer avant, et terminer l'enregistrement par « ~all » ou « -all ».",
  },
  'spf-redirect-ignored': {
    title: '« {redirect} » dans SPF est ignoré à côté de « {all} »',
    explanation:
      "L'enregistrement publié par {owner} contient les deux. « {all} » correspond toujours, et un redirect ne compte que si rien ne correspond : il est ignoré où qu'il se trouve.",
    consequence:
      "Les hôtes que seul l'autre enregistrement autorise obtiennent le résultat de « {all} », comme s'il n'y avait pas de redirect.",
    remedy:
      "Examiner d'abord ce qu'autorise l'autre enregistrement ; aucun destinataire ne le demande aujourd'hui. Retirer « {all} » si l'autre enregistrement doit décider, écrire le redirect comme include si ses hôtes doivent s'ajouter à ceux d'ici, sinon retirer le redirect.",
  },
  'spf-ptr': {
    title: 'SPF pour {owner} dépend du DNS inverse : « {term} »',
    explanation:
      'Le terme oblige le destinataire à demander le nom inverse de chaque client et à le confirmer. La norme dit de ne publier ni « ptr » ni la lettre de macro « p » : ils coûtent beaucoup de requêtes, et leurs réponses sont entre les mains de qui détient les adresses.',
    consequence:
      'Là où les noms inverses manquent ou ne peuvent pas être résolus, le terme ne trouve aucun nom qui corresponde, et les messages qui en dépendent ne passent pas.',
    remedy: "Le remplacer par les adresses des hôtes avec « ip4 » et « ip6 », ou par l'include du service.",
  },
  'spf-term-void': {
    title: '« {term} » dans SPF ne mène à rien',
    explanation:
      "« {term} », dans l'enregistrement publié par {owner}, demande {target}, qui n'a {lack}. Le terme ne correspond à personne. Il {cost}.",
    consequence: "Rien n'est refusé pour cela seul. {third}.",
    remedy: `Retirer le terme, ou corriger le nom. Si l'hôte doit de nouveau envoyer, publier d'abord son adresse. ${tellOperator}`,
  },
  'spf-modifier-unknown': {
    title: '« {term} » dans SPF est sans effet',
    explanation:
      "Un mot avec « = » est un modificateur, et les destinataires ignorent tout modificateur qu'ils ne connaissent pas. « {term} », dans l'enregistrement publié par {owner}, est permis et sans effet. {guess}.",
    consequence: '{outcome}.',
    remedy: '{advice}.',
  },
  'spf-network-wide': {
    title: 'SPF autorise {size} avec « {term} »',
    explanation:
      "Le terme figure dans l'enregistrement publié par {owner}. Un réseau de cette taille est rarement celui d'un seul expéditeur : c'est souvent celui d'un fournisseur d'accès ou de cloud, et la plupart de ses adresses sont alors entre les mains d'autrui.",
    consequence:
      "Quiconque envoie depuis l'une de ces adresses passe SPF sous le nom {owner}, et DMARC avec lui. Les messages falsifiés qui passent nuisent à la réputation du domaine.",
    remedy:
      "Nommer les hôtes qui envoient, ou les plus petits réseaux qui les contiennent. S'ils appartiennent à un fournisseur, utiliser l'include que le fournisseur documente au lieu de ses réseaux.",
  },
  'spf-network-private': {
    title: "« {term} » dans SPF est une plage d'adresses {kind}",
    explanation:
      "Sur Internet, aucun destinataire ne voit jamais de client venant de là. Le terme, dans l'enregistrement publié par {owner}, n'autorise personne ; s'il devait désigner un serveur de messagerie derrière une adresse traduite, l'adresse que voient les destinataires manque.",
    consequence:
      "Les messages qui partent par l'adresse traduite ne passent pas par ce terme. Un destinataire qui a lui-même un réseau privé pourrait prendre ses voisins pour des expéditeurs autorisés par {owner}.",
    remedy:
      "Retirer le terme. Si un serveur placé derrière envoie, autoriser l'adresse publique sous laquelle il est vu sur Internet.",
  },
  'spf-network-redundant': {
    title: '« {term} » dans SPF {what}',
    explanation: "{why}. Le terme figure dans l'enregistrement publié par {owner}.",
    consequence: "Rien n'est refusé pour cela. {harm}.",
    remedy: '{advice}.',
  },
  'spf-record-long': {
    title: "La réponse TXT pour {owner} compte {size} octets, plus que les {limit} de l'UDP simple",
    explanation:
      "L'enregistrement SPF en occupe {octets} ; la réponse contient tous les enregistrements TXT de ce nom, {count} en tout. Un destinataire dont le résolveur ne sait pas demander avec EDNS doit redemander en TCP, et là où un pare-feu l'empêche, il ne lit aucun enregistrement SPF.",
    consequence:
      "La plupart des destinataires le lisent. Les rares qui ne le peuvent pas finissent par une erreur temporaire (temperror), ou traitent le domaine comme s'il n'avait pas d'enregistrement SPF.",
    remedy:
      "Retirer à {owner} les enregistrements TXT dont plus personne n'a besoin, comme les vérifications terminées, et les termes inutiles de l'enregistrement SPF. Le reste peut passer dans un sous-domaine, atteint par un include.",
  },
  'spf-exp-unusable': {
    title: "L'explication de SPF à {target} est inutilisable",
    explanation:
      "« {term} », dans l'enregistrement publié par {owner}, promet un texte à ceux dont les messages sont refusés. Il est lu à {target}, qui {fault}.",
    consequence:
      "Les destinataires donnent leur propre texte à la place. Rien n'est refusé pour cela, et cela ne coûte aucune des dix recherches DNS.",
    remedy: '{advice}, ou retirer « {term} ».',
  },
};

import type { Messages } from '../../check.ts';
import type { hostsChecks } from '../../hosts/checks/index.ts';

type Id = (typeof hostsChecks)[number]['id'];

/** The templates of the hosts checks in French. */
export const hostsFrench: Readonly<Record<Id, Messages>> = {
  'domain-missing': {
    title: "Le domaine {domain} n'existe pas",
    explanation:
      "Le DNS répond NXDOMAIN pour {domain} ({role}) : ce nom n'existe pas, ni rien en dessous. Un domaine expéditeur doit pouvoir être résolu.",
    consequence:
      "Beaucoup de destinataires refusent le courrier d'un domaine qui n'existe pas : ni avis de non-remise ni réponse ne peuvent l'atteindre.",
    remedy:
      "Vérifier d'abord que le domaine ne comporte pas de faute de frappe. Sinon, renouveler le nom de domaine, le faire déléguer par le bureau d'enregistrement à des serveurs de noms qui hébergent sa zone ou, pour un sous-domaine, publier ses enregistrements dans la zone parente.",
  },
  'domain-unmailable': {
    title: "{domain} n'a ni MX ni adresse : impossible de lui répondre",
    explanation:
      "{domain} ({role}) existe, mais ne publie ni enregistrement MX, ni A, ni AAAA. Les avis de non-remise et les réponses n'ont nulle part où aller.",
    consequence:
      "Les destinataires qui vérifient qu'il est possible d'écrire au domaine expéditeur refusent son courrier.",
    remedy:
      "Publier pour {domain} un enregistrement MX qui nomme un hôte acceptant son courrier, par exemple « 10 mail.{domain}. », avec un enregistrement A pour cet hôte. Si le domaine ne fait qu'envoyer, nommer dans le MX l'hôte qui traite ses avis de non-remise.",
  },
  'domain-cname': {
    title: '{domain} est tout entier un alias vers {target}',
    explanation:
      "{domain} a un enregistrement CNAME vers {target}. Un alias ne porte rien d'autre, or le sommet d'un domaine doit porter ses serveurs de noms ainsi que les enregistrements MX et SPF de son courrier : à côté de l'alias, ils ne comptent pas.",
    consequence:
      "Les destinataires qui rencontrent d'abord l'alias attribuent au domaine {domain} le MX, le SPF et les adresses trouvés sous {target}. D'autres trouvent ses propres enregistrements, s'il y en a. Le résultat diffère d'un destinataire à l'autre, et d'un jour à l'autre.",
    remedy:
      "Remplacer le CNAME par des enregistrements A et AAAA pour {domain}, ou par ce que l'hébergeur DNS propose à cette fin (ALIAS, ANAME, CNAME flattening), et publier les enregistrements MX et TXT à côté. Les noms inférieurs, comme www, peuvent rester des alias.",
  },
  'soa-missing': {
    title: "La zone {zone} n'a pas d'enregistrement SOA",
    explanation:
      "{zone} a ses propres serveurs de noms, c'est donc une zone, mais ils répondent qu'elle n'a pas d'enregistrement SOA. Toute zone en a un à son sommet. Des répartiteurs de charge et des serveurs maison l'omettent parfois.",
    consequence:
      "Les destinataires qui cherchent la zone d'un domaine expéditeur n'en trouvent pas. Yahoo demande l'enregistrement SOA et déclare refuser les domaines qui n'en ont pas. Les réponses négatives ne peuvent pas non plus être gardées en cache.",
    remedy:
      "Faire publier par l'exploitant des serveurs de noms un enregistrement SOA au sommet de la zone {zone}.",
  },
  'ns-missing': {
    title: 'La zone {zone} ne nomme aucun serveur de noms',
    explanation:
      "{zone} est le sommet d'une zone, puisqu'un enregistrement SOA s'y trouve, mais ses serveurs répondent qu'il n'y a pas d'enregistrements NS. La zone parente dit où sont ces serveurs ; la zone elle-même doit dire la même chose.",
    consequence:
      "La plupart des résolveurs suivent la zone parente et trouvent le domaine. Certains interrogent la zone elle-même, et n'en trouvent alors rien : ni SPF, ni DKIM, ni MX.",
    remedy:
      'Publier dans la zone {zone} les enregistrements NS que la zone parente contient pour elle, au moins deux.',
  },
  'ns-unresolvable': {
    title: "Le serveur de noms {server} de la zone {zone} n'a pas d'adresse",
    explanation:
      "Un enregistrement NS de la zone {zone} nomme {server}, et ce nom n'a ni enregistrement A ni AAAA : les résolveurs ne peuvent pas l'atteindre.",
    consequence:
      "Les requêtes sur le domaine prennent du retard ou échouent, d'autant plus qu'il reste peu de serveurs. Quand une requête sur SPF, DKIM ou DMARC échoue, les destinataires diffèrent le message ou le traitent comme non authentifié.",
    remedy:
      "Publier un enregistrement d'adresse pour {server}, ou retirer ce nom des enregistrements NS de la zone {zone}, dans la zone et auprès du bureau d'enregistrement. Si le domaine dont relève {server} n'appartient à personne, le faire sans attendre : quiconque l'enregistre peut répondre pour {zone}.",
  },
  'ns-single': {
    title: "La zone {zone} n'a qu'un seul serveur de noms",
    explanation:
      'Les enregistrements NS de la zone {zone} nomment {server} et aucun autre. Une zone doit être servie par deux serveurs au moins, en des lieux différents.',
    consequence:
      'Tant que ce serveur est arrêté ou injoignable, les destinataires ne peuvent lire ni le SPF, ni le DKIM, ni le DMARC du domaine : ils diffèrent son courrier ou le traitent comme non authentifié, et personne ne peut lui écrire.',
    remedy:
      "Faire héberger la zone par un second serveur, de préférence dans un autre réseau, et le nommer dans les enregistrements NS de la zone et auprès du bureau d'enregistrement.",
  },
  'ns-cname': {
    title: 'Le serveur de noms {server} de la zone {zone} est un alias',
    explanation:
      "Un enregistrement NS de la zone {zone} nomme {server}, qui est un CNAME vers {target}. La cible d'un enregistrement NS doit avoir ses propres enregistrements d'adresse ; un alias n'y est pas permis.",
    consequence:
      "Certains résolveurs ne suivent pas l'alias et laissent ce serveur de côté. S'il y en a peu d'autres, des requêtes sur le domaine échouent de temps à autre.",
    remedy:
      "Nommer {target} lui-même dans l'enregistrement NS, avec l'accord de l'exploitant de ce serveur, ou publier des enregistrements A et AAAA pour {server} à la place du CNAME.",
  },
  'mx-missing': {
    title: "{domain} n'a pas d'enregistrement MX ; son enregistrement d'adresse en tient lieu",
    explanation:
      "Sans enregistrement MX, le courrier pour {domain} va à l'hôte que désigne son enregistrement A ou AAAA. C'est souvent un serveur web, qui ne reçoit pas de courrier.",
    consequence:
      "Les avis de non-remise et les réponses échouent si cet hôte n'a pas de serveur de messagerie. Presque tous les destinataires acceptent le courrier : la norme prévoit ce cas.",
    remedy:
      "Publier un enregistrement MX qui nomme l'hôte recevant le courrier pour {domain} ; si c'est l'hôte lui-même, publier « {domain}. MX 10 {domain}. ».",
  },
  'mx-null-sender': {
    title: "{domain} annonce par un MX nul qu'il n'accepte pas de courrier",
    explanation:
      'Le seul enregistrement MX du domaine {domain} ({role}) nomme la racine (« 0 . »), ce qui déclare que le domaine ne reçoit rien. Les avis de non-remise et les réponses doivent pouvoir aller quelque part.',
    consequence:
      "Un destinataire peut refuser un message dont l'expéditeur d'enveloppe ou l'adresse From relève du domaine {domain}, puisqu'il est impossible d'y répondre.",
    remedy:
      'Si {domain} envoie du courrier, remplacer le MX nul par un MX qui nomme un hôte acceptant ses avis de non-remise. Sinon, publier aussi « v=spf1 -all ».',
  },
  'mx-null-mixed': {
    title: "{domain} publie un MX nul à côté d'autres enregistrements MX",
    explanation:
      "Un MX nul (« 0 . ») dit que le domaine {domain} n'accepte pas de courrier, les autres enregistrements MX disent où il va. La norme interdit les deux ensemble.",
    consequence:
      "Ce qu'en font les expéditeurs et les destinataires n'est pas défini : certains peuvent considérer que le domaine n'accepte pas de courrier.",
    remedy:
      'Supprimer le MX nul si {domain} accepte du courrier. Supprimer tous les autres enregistrements MX dans le cas contraire.',
  },
  'mx-null-preference': {
    title: 'Le MX nul du domaine {domain} a la préférence {preference}',
    explanation:
      "L'enregistrement MX du domaine {domain} nomme la racine, ce qui déclare que le domaine n'accepte pas de courrier. Un tel enregistrement a la préférence 0 ; ici, c'est {preference}.",
    consequence:
      "La plupart des logiciels ne regardent que le nom. Certains peuvent prendre l'enregistrement pour un MX ordinaire et tenter la remise pendant des jours.",
    remedy:
      'Publier « {domain}. MX 0 . » comme seul enregistrement MX, si le domaine ne doit pas accepter de courrier.',
  },
  'mx-unresolvable': {
    title: "L'hôte MX {exchange} n'a pas d'adresse",
    explanation:
      "{domain} nomme {exchange} comme serveur de messagerie (préférence {preference}), mais ce nom n'a ni enregistrement A ni AAAA.",
    consequence:
      "Aucun message n'atteint cet hôte. Si aucun autre MX ne fonctionne, les avis de non-remise échouent, et les destinataires qui vérifient l'expéditeur refusent son courrier.",
    remedy:
      "Publier un enregistrement A ou AAAA pour {exchange}, ou supprimer l'enregistrement MX qui le nomme.",
  },
  'mx-literal': {
    title: "Un enregistrement MX du domaine {domain} contient l'adresse {address} au lieu d'un nom",
    explanation:
      "La cible d'un enregistrement MX est un nom de domaine qui a son propre enregistrement d'adresse. « {exchange} » est lu comme un nom, et ce nom n'existe pas.",
    consequence:
      "La plupart des expéditeurs ne trouvent aucun hôte derrière cet enregistrement. Si aucun autre MX ne fonctionne, les avis de non-remise échouent, et les destinataires qui vérifient l'expéditeur refusent son courrier.",
    remedy:
      "Donner à l'hôte un nom qui a un enregistrement d'adresse pour {address}, et nommer cet hôte dans l'enregistrement MX.",
  },
  'mx-cname': {
    title: "L'hôte MX {exchange} est un alias",
    explanation:
      "Un enregistrement MX du domaine {domain} nomme {exchange}, qui est un CNAME vers {target}. La cible d'un enregistrement MX doit avoir ses propres enregistrements d'adresse ; un alias n'y est pas permis.",
    consequence:
      "La plupart des expéditeurs suivent l'alias. Certains ne le font pas, et leur courrier, avis de non-remise compris, n'arrive pas ; les destinataires qui vérifient le domaine expéditeur avec le même logiciel peuvent refuser son courrier.",
    remedy:
      "Nommer {target} lui-même dans l'enregistrement MX, avec l'accord de l'exploitant de cet hôte, ou publier des enregistrements A et AAAA pour {exchange} à la place du CNAME.",
  },
  'mx-name-invalid': {
    title: "L'hôte MX {exchange} n'a pas de nom d'hôte valide",
    explanation:
      "Un enregistrement MX du domaine {domain} nomme {exchange}, qui {fault}. Les étiquettes d'un nom d'hôte se composent de lettres, de chiffres et de tirets, sans tiret au début ni à la fin.",
    consequence:
      "Beaucoup de logiciels suivent le nom tel quel. Les expéditeurs qui le vérifient n'y trouvent aucun hôte, et ne peuvent remettre ni courrier ni avis de non-remise à {domain}.",
    remedy: "Donner à l'hôte un nom sans ces caractères, et le nommer ainsi dans l'enregistrement MX.",
  },
  'mx-private': {
    title: "L'hôte MX {exchange} n'a pas d'adresse publique",
    explanation:
      '{exchange}, serveur de messagerie du domaine {domain}, mène à {addresses} ({purpose}). Aucun autre réseau ne peut atteindre une telle adresse.',
    consequence:
      "Aucun message de l'extérieur n'atteint cet hôte. Les destinataires qui vérifient où un domaine expéditeur reçoit son courrier peuvent refuser un domaine dont le MX mène là.",
    remedy:
      "Publier l'adresse publique de l'hôte {exchange}, ou supprimer l'enregistrement MX qui le nomme. Garder les noms internes hors du DNS public.",
  },
  'mx-ipv4-mapped': {
    title: "L'enregistrement AAAA de l'hôte MX {exchange} contient une adresse IPv4",
    explanation:
      "{exchange}, serveur de messagerie du domaine {domain}, a l'enregistrement AAAA {address}. C'est ainsi que des programmes écrivent l'adresse IPv4 {plain} parmi des adresses IPv6 : sur le réseau, personne ne peut l'atteindre en IPv6.",
    consequence:
      "Les expéditeurs qui préfèrent IPv6 perdent une tentative, ou tiennent l'hôte pour injoignable. Ceux qui sont en IPv4 ne sont pas concernés.",
    remedy:
      "Supprimer l'enregistrement AAAA et garder un enregistrement A avec {plain} ; ne publier d'enregistrement AAAA que pour une adresse IPv6 que l'hôte a réellement.",
  },
  'mx-duplicate': {
    title: 'Plusieurs enregistrements MX du domaine {domain} nomment {exchange}',
    explanation:
      "{exchange} est nommé avec les préférences {preferences}. Un expéditeur qui l'a trouvé injoignable retombe sur le même hôte : le second enregistrement n'est pas un secours.",
    consequence:
      "Le courrier sortant n'est pas touché ; le courrier entrant dispose de moins d'hôtes qu'il n'y paraît.",
    remedy:
      "Garder un seul enregistrement MX pour {exchange}. Si l'autre était destiné à un second hôte, y nommer celui-ci.",
  },
  'mx-placeholder': {
    title: 'Un enregistrement MX du domaine {domain} est un reste de la mise en service de Microsoft 365',
    explanation:
      "L'enregistrement MX qui nomme {exchange} a prouvé à Microsoft à qui appartient {domain}. Les noms sous invalid. n'existent jamais : aucun courrier n'y arrive.",
    consequence:
      "Tant qu'un autre hôte MX fonctionne, c'est sans conséquence. Les expéditeurs qui trouvent tous les autres injoignables essaient celui-ci en vain.",
    remedy:
      "Supprimer l'enregistrement MX qui nomme {exchange} ; Microsoft 365 ne le consulte plus une fois le domaine vérifié.",
  },
  'mx-ptr-missing': {
    title: "L'adresse MX {address} n'a pas de nom inverse qui y ramène",
    explanation:
      "Un MX du domaine {domain} mène à l'adresse {address}, et {state}. L'adresse reçoit du courrier ; presend ne la connaît pas comme adresse d'envoi.",
    consequence:
      'Recevoir ne demande pas de nom inverse. Si le même hôte envoie aussi du courrier, les grands destinataires le refusent.',
    remedy:
      "Si du courrier part aussi de {address}, faire publier par l'exploitant du réseau de cette adresse un enregistrement PTR dont le nom y ramène. Sinon, il n'y a rien à faire.",
  },
  'ptr-missing': {
    title: "L'{kind} d'envoi {address} n'a pas de nom inverse",
    explanation:
      "Il n'y a pas d'enregistrement PTR au nom {reverse}. L'adresse compte parmi les adresses d'envoi de ce domaine : {origin}.",
    consequence:
      "Les grands destinataires refusent le courrier d'une adresse sans nom inverse, ou le classent en indésirable.{demand}",
    remedy:
      "Faire publier par l'exploitant du réseau de {address} (hébergeur, opérateur) un enregistrement PTR qui nomme le serveur de messagerie, et publier sous ce nom un enregistrement d'adresse qui ramène à {address}. Une adresse qui n'envoie pas de courrier n'a pas sa place dans l'enregistrement SPF.{other}",
  },
  'ptr-unconfirmed': {
    title: 'Aucun nom inverse de {address} ne ramène à cette adresse',
    explanation:
      "Le DNS inverse de {address} nomme {names}, mais aucun enregistrement {type} n'y contient {address} : l'adresse n'est pas confirmée (forward-confirmed reverse DNS). L'adresse compte parmi les adresses d'envoi de ce domaine : {origin}.",
    consequence:
      "Les destinataires qui confirment les noms inverses traitent l'adresse comme si elle n'avait pas de nom, et peuvent refuser son courrier ou le classer en indésirable.",
    remedy:
      "Publier un enregistrement {type} pour {address} sous un nom que donne son DNS inverse, ou faire mettre dans l'enregistrement PTR, par l'exploitant du réseau de {address}, le nom du serveur de messagerie, dont l'enregistrement {type} est {address}.",
  },
  'ptr-generic': {
    title: 'Le nom inverse de {address} semble généré automatiquement',
    explanation:
      "L'enregistrement PTR de {address} nomme {name}, qui contient {sign}. Les réseaux génèrent de tels noms surtout pour des clients qui n'exploitent pas de serveur de messagerie.",
    consequence:
      "Des filtres peuvent pénaliser l'expéditeur pour un nom généré, et certains destinataires refusent l'adresse comme dynamique.",
    remedy:
      "Faire mettre dans l'enregistrement PTR, par l'exploitant du réseau de {address}, le nom du serveur de messagerie, comme mail.{domain}, et publier sous ce nom un enregistrement d'adresse qui ramène à {address}.",
  },
  'ptr-multiple': {
    title: "L'adresse d'envoi {address} a {count} noms inverses",
    explanation: 'Les enregistrements PTR de {address} nomment {names}. {back}',
    consequence:
      "Les destinataires qui ne regardent qu'un seul nom prennent le premier de la réponse, et l'ordre change d'une requête à l'autre : un contrôle de ce nom réussit à un moment et échoue à un autre. Quand les noms sont très nombreux, les destinataires n'en regardent qu'une partie.",
    remedy:
      "Ne faire garder, par l'exploitant du réseau de {address}, qu'un enregistrement PTR, avec le nom que le serveur de messagerie donne en EHLO et qui ramène à {address}.",
  },
  'helo-invalid': {
    title: "Le nom EHLO {name} n'est pas un nom d'hôte complet",
    explanation:
      "{name} {fault}. {origin} Un hôte s'annonce en EHLO par un nom de domaine complet qui mène à son adresse, comme mail.{domain} ; les étiquettes se composent de lettres, de chiffres et de tirets.",
    consequence:
      "Certains logiciels de serveur refusent les noms mal formés, et certains destinataires diffèrent le courrier des hôtes dont le nom n'est pas complet.",
    remedy:
      "Régler le nom EHLO dans la configuration du serveur de messagerie (myhostname dans Postfix, primary_hostname dans Exim) sur un nom dont l'enregistrement d'adresse mène à l'adresse d'envoi, de préférence celui de son enregistrement PTR.",
  },
  'helo-unresolvable': {
    title: "Le nom EHLO {name} n'a pas d'adresse",
    explanation:
      "L'hôte qui envoie s'annonce en EHLO sous le nom {name}, qui n'a ni enregistrement A ni AAAA. Ce doit être le nom d'un hôte que le DNS connaît.",
    consequence:
      "Certains destinataires diffèrent ou refusent le courrier d'un hôte dont le nom EHLO ne se résout pas ; beaucoup de filtres pénalisent l'expéditeur pour cela.",
    remedy:
      "Publier pour {name} un enregistrement A ou AAAA qui mène à l'adresse d'envoi, ou régler le nom EHLO du serveur de messagerie sur un nom qui en a un.",
  },
  'helo-unconfirmed': {
    title: "Le nom EHLO {name} ne mène à aucune adresse d'envoi",
    explanation:
      "{name}, indiqué avec --helo, mène à {addresses}. Le courrier part de {senders} : il n'y a aucune adresse commune.",
    consequence:
      "La norme interdit aux destinataires de refuser le courrier pour cette seule raison. Des filtres peuvent pénaliser l'expéditeur pour cela.",
    remedy:
      "Régler le nom EHLO du serveur de messagerie sur un nom qui mène à l'adresse d'où part le courrier, de préférence celui de son enregistrement PTR, ou publier un tel enregistrement d'adresse sous le nom qu'il donne. Si le courrier sort par une passerelle, faire donner à celle-ci son propre nom.",
  },
  'helo-literal': {
    title: 'Le nom EHLO {name} est une adresse, et non un nom',
    explanation:
      "Une adresse entre crochets est permise en EHLO pour les hôtes qui n'ont pas de nom. Un serveur de messagerie qui doit inspirer confiance en a un.",
    consequence:
      "Certains destinataires exigent un nom d'hôte complet et diffèrent le courrier des hôtes qui n'en donnent pas ; des filtres pénalisent l'expéditeur pour une adresse seule.",
    remedy:
      "Régler le nom EHLO du serveur de messagerie sur un nom dont l'enregistrement d'adresse mène à l'adresse d'envoi, de préférence celui de son enregistrement PTR.",
  },
};

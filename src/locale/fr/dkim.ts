import type { Messages } from '../../check.ts';
import type { dkimChecks } from '../../dkim/checks/index.ts';

type Id = (typeof dkimChecks)[number]['id'];

/** The templates of the dkim checks in French. */
export const dkimFrench: Readonly<Record<Id, Messages>> = {
  'dkim-alias-dangling': {
    title: '{name} est un alias qui ne mène à aucune clé DKIM',
    explanation:
      "Ce nom est un alias vers {target}, où il n'y a aucun enregistrement TXT. L'exploitant de ce nom n'a pas encore publié la clé, ou l'a retirée.",
    consequence:
      "Les signatures faites avec ce sélecteur aboutissent à un échec définitif (permfail), comme s'il n'y avait pas d'enregistrement de clé. Rien n'est refusé tant que personne ne signe avec.",
    remedy:
      "Activer DKIM pour le domaine dans le service vers lequel pointe {name}, puis attendre qu'il publie la clé. Retirer l'alias si le service n'est plus utilisé.",
  },
  'dkim-domainkey-denied': {
    title: "Le DNS nie l'existence de _domainkey.{domain}, alors que {name} se trouve au-dessous",
    explanation:
      "Un nom sous lequel d'autres existent existe lui-même, même sans enregistrement propre. Les serveurs du domaine {domain} répondent NXDOMAIN pour _domainkey.{domain}, ce qui signifie que rien ne peut exister au-dessous.",
    consequence:
      'Les résolveurs qui gardent une telle réponse en cache nient aussi les clés : les signatures y échouent par moments, sans faute du signataire.',
    remedy:
      "Faire répondre le serveur DNS par NOERROR sans enregistrement pour _domainkey.{domain}. Si ce n'est pas possible, publier un enregistrement TXT quelconque à ce nom : il existe alors pour tous.",
  },
  'dkim-ed25519-only': {
    title: 'Seules des clés Ed25519 ont été trouvées pour {domain}, aucune clé RSA',
    explanation:
      'Ed25519 est entré dans DKIM en 2018 et certains vérificateurs ne le prennent pas en charge. Pour ceux-là, un signataire peut ajouter une seconde signature avec une clé RSA, à un autre sélecteur.',
    consequence:
      'Les vérificateurs sans Ed25519 ne peuvent pas contrôler la signature, et le message y compte comme non signé.',
    remedy:
      'Créer une clé RSA de 2048 bits, la publier à un sélecteur distinct et signer chaque message avec les deux clés. Si une clé RSA est déjà publiée, indiquer son sélecteur avec --selector.',
  },
  'dkim-exponent-unusual': {
    title: 'La clé RSA à {name} a pour exposant public {exponent} au lieu de {usual}',
    explanation:
      'Les signataires devraient utiliser {usual}. Un exposant très petit a permis de forger des signatures face à des vérificateurs négligents ; un très grand coûte du temps à chaque vérificateur.',
    consequence:
      "Presque partout, rien n'échoue de ce fait ; un vérificateur peut refuser un exposant qu'il juge déraisonnable.",
    remedy:
      "Au prochain changement de clé, créer une clé de 2048 bits avec l'exposant {usual}, comme le font openssl et opendkim-genkey.",
  },
  'dkim-hash-sha1': {
    title: 'La clé DKIM à {name} ne permet pas SHA-256',
    explanation:
      "L'enregistrement énumère dans h= les algorithmes de hachage permis ({hashes}), et sha256 n'y figure pas. Il ne reste rien d'autre : les signatures en SHA-1 ne doivent être ni produites ni acceptées.",
    consequence:
      'Aucune signature faite avec cette clé ne passe, et un message sans autre signature valide compte comme non signé.',
    remedy: "Retirer h= de l'enregistrement, ou y mettre h=sha256, et signer en SHA-256.",
  },
  'dkim-key-factorable': {
    title: 'La clé RSA à {name} peut être cassée, quelle que soit sa longueur',
    explanation:
      "Trouver les deux nombres premiers d'une clé RSA, c'est posséder la clé privée ; pour celle-ci, c'est facile : {reason}.",
    consequence:
      "N'importe qui peut signer au nom du domaine {domain}, et les messages falsifiés passent alors DKIM et DMARC. Les destinataires ne remarquent rien ; le domaine le paie de sa réputation.",
    remedy:
      "Créer une nouvelle clé de 2048 bits avec un autre logiciel, la publier à un nouveau sélecteur et signer avec elle. Supprimer ensuite cet enregistrement, pour que rien ne passe plus avec l'ancienne clé.",
  },
  'dkim-key-invalid': {
    title: "L'enregistrement de clé DKIM à {name} est invalide",
    explanation: 'Les vérificateurs doivent ignorer cet enregistrement : {faults}.',
    consequence:
      'Les signatures faites avec ce sélecteur aboutissent à un échec définitif (permfail), et un message sans autre signature valide compte comme non signé.',
    remedy: '{mend}',
  },
  'dkim-key-long': {
    title:
      "La clé RSA à {name} a {bits} bits ; rien n'oblige un vérificateur à en accepter plus de {longest}",
    explanation:
      "Tout vérificateur sait contrôler les signatures faites avec une clé RSA jusqu'à {longest} bits ; au-delà, seuls certains le savent.",
    consequence:
      'Là où la clé est trop longue, la signature ne compte pas, et le message compte comme non signé.',
    remedy: 'Créer une clé de 2048 bits, la publier à un nouveau sélecteur et signer avec elle.',
  },
  'dkim-key-revoked': {
    title: 'La clé DKIM à {name} est révoquée',
    explanation: 'Un p= vide signifie que la clé de ce sélecteur a été retirée.',
    consequence:
      "Une signature faite avec ce sélecteur échoue, comme s'il n'y avait pas d'enregistrement de clé.",
    remedy:
      "Si du courrier est encore signé avec ce sélecteur, publier sa clé publique dans p=, ou passer à un sélecteur qui en a une. Sinon, l'enregistrement peut rester tel quel.",
  },
  'dkim-key-short': {
    title: "La clé RSA à {name} n'a que {bits} bits",
    explanation:
      'Plus une clé RSA est courte, plus elle est facile à casser, et qui casse celle-ci peut signer au nom du domaine. Les vérificateurs ne doivent pas accepter de signatures faites avec une clé RSA de moins de 1024 bits.',
    consequence:
      'Les signatures faites avec ce sélecteur échouent, et un message sans autre signature valide compte comme non signé.',
    remedy:
      'Créer une clé de 2048 bits, la publier à un nouveau sélecteur et signer avec elle. Supprimer ensuite cet enregistrement.',
  },
  'dkim-key-weak': {
    title: 'La clé RSA à {name} a {bits} bits ; 2048 sont recommandés',
    explanation:
      'Les vérificateurs acceptent les clés RSA à partir de 1024 bits, mais les signataires devraient en utiliser au moins 2048.',
    consequence:
      "Rien n'échoue de ce fait. Un vérificateur peut tenir compte de la longueur de la clé et accorder moins de confiance aux signatures.",
    remedy:
      "Au prochain changement de clé, créer une clé de 2048 bits et la publier à un nouveau sélecteur, en plusieurs chaînes d'un même enregistrement TXT là où le logiciel DNS le demande.",
  },
  'dkim-missing': {
    title: '{domain} ne publie aucune clé DKIM',
    explanation:
      "Le nom _domainkey.{domain} n'existe pas, donc rien n'existe au-dessous : aucun sélecteur ne peut y porter de clé.",
    consequence:
      "Aucune signature avec d={domain} ne peut être vérifiée. Un message qu'aucun autre domaine ne signe compte comme non signé, et DMARC ne peut alors s'appuyer que sur SPF, que la redirection des messages met en échec.",
    remedy:
      "Activer la signature DKIM pour {domain} dans le système ou le service qui envoie son courrier, et publier l'enregistrement de clé qu'il fournit, à son sélecteur suivi de ._domainkey.{domain}.",
  },
  'dkim-multiple-records': {
    title: "{name} a {count} enregistrements TXT au lieu d'un seul",
    explanation:
      "Un sélecteur a exactement un enregistrement TXT. S'il y en a plusieurs, un vérificateur peut en prendre un quelconque, ou les essayer tous dans n'importe quel ordre.",
    consequence:
      "Les signatures faites avec ce sélecteur passent ou échouent selon l'enregistrement que le vérificateur se trouve prendre.",
    remedy:
      "Garder l'enregistrement de la clé qui signe et supprimer les autres. Publier une seconde clé à un sélecteur distinct ; publier une clé longue en plusieurs chaînes d'un même enregistrement.",
  },
  'dkim-provider-selector-missing': {
    title: "Aucun des sélecteurs DKIM habituels chez {services} n'a de clé pour {domain}",
    explanation:
      "MX et SPF désignent des services dont les clients publient leurs clés DKIM à ces sélecteurs : {listing}. Aucune clé du domaine {domain} ne s'y trouve.",
    consequence:
      "Sans clé sous {domain}, le courrier d'un tel service est signé par un autre domaine ou pas du tout : DMARC ne peut s'appuyer que sur SPF, que la redirection des messages met en échec.",
    remedy:
      "Là où un service envoie pour {domain}, y activer DKIM et publier les enregistrements qu'il indique. Si un autre sélecteur a été choisi, l'indiquer avec --selector ; un service qui n'est plus utilisé devrait disparaître de MX et de SPF.",
  },
  'dkim-selector-missing': {
    title: 'Aucune clé DKIM à {name}',
    explanation:
      "Ce nom {state}. C'est là qu'un vérificateur cherche la clé de toute signature avec s={selector} et d={domain}.",
    consequence:
      'Les signatures faites avec ce sélecteur aboutissent à un échec définitif (permfail) et, sans autre signature valide, le message compte comme non signé pour {domain}.',
    remedy:
      "Publier l'enregistrement de clé du signataire à {name}. Si ce nom est un alias, faire publier la clé à la cible ; si un autre sélecteur signe, indiquer celui-là avec --selector.",
  },
  'dkim-service-excluded': {
    title: "La clé DKIM à {name} n'est pas destinée au courrier électronique",
    explanation:
      "L'enregistrement indique dans s= les services auxquels la clé est destinée ({services}), et ni email ni * n'y figurent.",
    consequence:
      "Les vérificateurs de courrier doivent ignorer l'enregistrement, et les signatures faites avec ce sélecteur échouent.",
    remedy: "Retirer s= de l'enregistrement, ou y mettre s=email.",
  },
  'dkim-syntax': {
    title: "L'enregistrement de clé DKIM à {name} enfreint la grammaire",
    explanation: "La clé est lisible, mais l'enregistrement est mal formé : {faults}.",
    consequence:
      "La plupart des vérificateurs passent outre ; un vérificateur strict ignore l'enregistrement, et les signatures y échouent.",
    remedy: '{mend}',
  },
  'dkim-testing': {
    title: 'La clé DKIM à {name} est marquée comme un essai',
    explanation: 'Le drapeau y dans t= signifie que le domaine teste encore DKIM.',
    consequence:
      "Selon la norme, un tel message est traité comme s'il n'était pas signé, quel que soit le résultat de sa signature.",
    remedy: "Une fois les signatures vérifiées avec succès, publier l'enregistrement sans le drapeau y.",
  },
};

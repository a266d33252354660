import type { Words } from '../index.ts';

const exitCodes: Words = {
  en: `Exit codes
  0   nothing at or above --fail-on
  1   something is
  2   wrong usage or input
  3   something that the verdict hangs on could not be told (--strict: anything)
  70  a bug of presend, or the report cannot be written
  Over several domains the first of 70, 2, 1, 3, 0 that occurred.`,
  fr: `Codes de sortie
  0   aucun constat au niveau de --fail-on ou au-dessus
  1   au moins un constat à ce niveau
  2   utilisation ou entrée incorrecte
  3   un point dont dépend le verdict est indéterminé (--strict : n'importe
      quel point)
  70  un bogue de presend, ou le rapport ne peut pas être écrit
  Pour plusieurs domaines, le premier de 70, 2, 1, 3, 0 qui s'est présenté.`,
};

export const protocolHelp: Words = {
  en: `
${exitCodes.en}

Everything at once: presend audit example.com`,
  fr: `
${exitCodes.fr}

Tout en une fois : presend audit example.com`,
};

export const spfHelp: Words = {
  en: `
The tree
  lookup  which of the DNS lookups it is; receivers stop after ten
  cost    lookups of the term and of all it leads to
  void    clients whose questions find nothing there; two such terms are allowed
  IPv4    addresses that it matches
  The tree is drawn past the limit too. With --ip, the way of an evaluation
  through it is drawn for each address.
`,
  fr: `
L'arbre
  rech.  rang de la recherche DNS ; les destinataires s'arrêtent à dix
  coût   recherches du terme et de tout ce à quoi il mène
  vide   clients dont les requêtes n'y trouvent rien ; deux termes de ce
         genre sont permis
  IPv4   adresses que le terme couvre
  L'arbre est dessiné au-delà de la limite aussi. Avec --ip, le chemin d'une
  évaluation à travers l'arbre est dessiné pour chaque adresse.
`,
};

export const dkimHelp: Words = {
  en: `
Which selectors are asked for
  given     with --selector
  provider  those of the services that MX and SPF name
  common    the likeliest ones; --selectors sets how many, 0 for none
  Nobody can list selectors from outside: that none of these has a key is no
  proof. Only where _domainkey does not exist is there no key.
`,
  fr: `
Quels sélecteurs sont interrogés
  - ceux qui sont indiqués avec --selector
  - ceux des services que MX et SPF désignent
  - les plus probables ; --selectors en fixe le nombre, 0 pour aucun
  Personne ne peut énumérer les sélecteurs de l'extérieur : qu'aucun de
  ceux-ci n'ait de clé ne prouve rien. L'absence de clé n'est certaine que là
  où _domainkey n'existe pas.
`,
};

export const dmarcHelp: Words = {
  en: `
What is shown
  Asked      the names that RFC 9989's tree walk asks, and what stands there
  Policy     what applies to mail that fails; receivers that still follow RFC
             7489 find the record by the public suffix list, and both are told
             where they differ
  Aligned    whether SPF for the envelope sender (--mail-from) and DKIM for the
             signing domains (--selector s1@example.net) can make DMARC pass
             for the From domain (--from)
  Reports    who gets them, and whether they agreed and take mail
  Next       the records to publish one after the other, up to reject
`,
  fr: `
Ce qui est montré
  - les noms qu'interroge le parcours de l'arbre DNS de la RFC 9989, et ce qui
    s'y trouve
  - la politique appliquée au courrier qui échoue ; les destinataires qui
    suivent encore la RFC 7489 trouvent l'enregistrement par la liste des
    suffixes publics, et les deux sont donnés là où ils diffèrent
  - l'alignement : si SPF pour l'expéditeur d'enveloppe (--mail-from) et DKIM
    pour les domaines signataires (--selector s1@example.net) peuvent faire
    passer DMARC pour le domaine de l'en-tête From (--from)
  - les rapports : leurs destinations, si elles ont donné leur accord et si
    elles acceptent du courrier
  - la suite : les enregistrements à publier l'un après l'autre, jusqu'à reject
`,
};

export const dnsblHelp: Words = {
  en: `
Lists
  --lists default  those by which receivers are known to refuse or score mail
  --lists all      every living list that presend knows
  --lists ZONE     the one named; of one that is gone it says since when
  presend dnsbl --lists shows them all, and how each stands now.
  Keys come from the environment, PRESEND_SPAMHAUS_KEY and PRESEND_ABUSIX_KEY,
  or from files that PRESEND_SPAMHAUS_KEY_FILE and PRESEND_ABUSIX_KEY_FILE name.
  A list is asked after its own test entries, and not faster than --rate says.
`,
  fr: `
Listes noires
  --lists default  celles dont on sait que des destinataires se servent
                   pour refuser ou noter le courrier
  --lists all      toutes les listes en service que presend connaît
  --lists ZONE     celle qui est nommée ; si elle n'existe plus, depuis quand
  presend dnsbl --lists les montre toutes, avec leur état actuel.
  Les clés viennent de l'environnement, PRESEND_SPAMHAUS_KEY et
  PRESEND_ABUSIX_KEY, ou des fichiers que désignent PRESEND_SPAMHAUS_KEY_FILE
  et PRESEND_ABUSIX_KEY_FILE. Une liste est interrogée après ses propres points
  d'essai, et pas plus vite que ne le dit --rate.
`,
};

export const explainHelp: Words = {
  en: `
What it reads
  $ presend explain "550 5.7.26 Unauthenticated email from example.com …"
  $ presend explain bounce.eml
  $ presend explain /var/log/mail.log
  $ zcat mail.log.*.gz | presend explain
  $ presend explain bounces.csv --column reason
  An argument that names a file is read as that file. Logs of Postfix, Exim
  and sendmail; bounce messages alone or in a mailbox; replies of one line or
  several. Of one kind of reply it tells all, of many a table comes first.

What it says
  Class     permanent or temporary, as the reply has it
  To do     retry, give up, or suppress the address
  Look for  findings of presend audit that would explain the reply
  --audit looks for them: at the sending domain, address and selector that
  the text names, or that --from, --ip and --selector give.

Exit codes
  0   explained; with --audit: nothing at or above --fail-on explains it
  1   with --audit: a finding at or above --fail-on explains a reply
  2   wrong usage, an empty input, or no sending domain to audit
  3   with --audit: it could not be determined what explains a reply
  70  a bug of presend, or the output cannot be written`,
  fr: `
Ce qui est lu
  $ presend explain "550 5.7.26 Unauthenticated email from example.com …"
  $ presend explain retour.eml
  $ presend explain /var/log/mail.log
  $ zcat mail.log.*.gz | presend explain
  $ presend explain retours.csv --column reason
  Un argument qui nomme un fichier est lu comme ce fichier. Journaux de
  Postfix, Exim et sendmail ; messages de non-remise, seuls ou dans une boîte
  mbox ; réponses d'une ligne ou de plusieurs. Une seule sorte de réponse est
  expliquée en entier ; s'il y en a plusieurs, un tableau vient d'abord.

Ce qui est dit
  Classe    définitif ou temporaire, d'après la réponse
  À faire   réessayer, abandonner, ou retirer l'adresse
  Chercher  constats de presend audit qui expliqueraient la réponse
  --audit les cherche : pour le domaine d'envoi, l'adresse et le sélecteur que
  le texte nomme, ou que donnent --from, --ip et --selector.

Codes de sortie
  0   expliqué ; avec --audit : aucun constat au niveau de --fail-on ou
      au-dessus ne l'explique
  1   avec --audit : un constat à ce niveau explique une réponse
  2   utilisation incorrecte, entrée vide, ou aucun domaine d'envoi à auditer
  3   avec --audit : ce qui explique une réponse est indéterminé
  70  un bogue de presend, ou la sortie ne peut pas être écrite`,
};

export const mainHelp: Words = {
  en: `
Begin with the domain you send from:
  $ presend audit example.com

The more it knows of your mail, the more it can settle:
  $ presend audit example.com --ip 192.0.2.10 --selector s1 \\
      --from news@example.com --mail-from bounces@example.com

Try records before you publish them:
  $ presend audit example.com --zone proposed.zone

Read a bounce back to its cause, and audit its sender for it:
  $ presend explain bounce.eml --audit

One protocol alone: presend spf | dkim | dmarc | dnsbl example.com
All options of a command: presend audit --help`,
  fr: `
Commencer par le domaine d'envoi :
  $ presend audit example.com

Plus presend en sait sur le courrier, plus il peut trancher :
  $ presend audit example.com --ip 192.0.2.10 --selector s1 \\
      --from news@example.com --mail-from bounces@example.com

Essayer des enregistrements avant de les publier :
  $ presend audit example.com --zone proposition.zone

Remonter d'un message de non-remise à sa cause, et auditer l'expéditeur :
  $ presend explain bounce.eml --audit

Un seul protocole : presend spf | dkim | dmarc | dnsbl example.com
Toutes les options d'une commande : presend audit --help`,
};

export const auditHelp: Words = {
  en: `
The report
  First the verdict: READY, AT RISK, REJECTED or COULD NOT TELL. Then which
  receivers refuse, defer or accept, and the replies to expect (550 5.7.26,
  553, 554 …), from whom and when, then what is wrong, where in which record,
  and what to publish instead.
  A question that the DNS did not answer is never counted as "missing".

What each option settles
  --ip         reverse DNS and blocklists of the address that really sends;
               without it, of the single hosts that SPF authorizes
  --mail-from  the domain that SPF is judged for
  --from       the domain that DMARC is judged for
  --selector   the DKIM keys that really sign: no one can list selectors
               from outside, so without it only those of the services in MX
               and SPF are tried, and common ones (--selectors sets how many)
  --volume     whether the demands of receivers on bulk senders apply
  --profile    bulk or transactional: the same as --volume bulk or low, unless
               --volume is given; parked: the domain is to send nothing, and
               what counts is whether its records say so
  --fix        writes the records to publish into a master file, audits again
               with them: presend audit example.com --fix fixes.zone, then
               presend audit example.com --zone fixes.zone
  --save       keeps every question and answer; --replay makes the report again
               from that file, without a network
  --zone       a master file (RFC 1035 §5); its records are used in place of
               those published, everything else is asked as usual

${exitCodes.en}

Examples
  $ presend audit example.com example.net
  $ presend audit example.com --ip 192.0.2.10 --ip 2001:db8::10
  $ presend audit example.com --server 9.9.9.9 --format json |
      jq '.reports[0].verdict'
  $ presend audit example.com --fail-on critical || echo "do not send"`,
  fr: `
Le rapport
  D'abord le verdict : PRÊT, À RISQUE, REJETÉ ou INDÉTERMINÉ. Puis quels
  destinataires refusent, diffèrent ou acceptent, et les réponses à attendre
  (550 5.7.26, 553, 554 …), de qui et quand, puis ce qui ne va pas, à quel
  endroit de quel enregistrement, et ce qu'il faut publier à la place.
  Une requête restée sans réponse du DNS ne compte jamais comme « absent ».

Ce que chaque option permet de trancher
  --ip         le nom inverse et les listes noires de l'adresse qui envoie
               réellement ; sans elle, des hôtes que SPF autorise isolément
  --mail-from  le domaine pour lequel SPF est jugé
  --from       le domaine pour lequel DMARC est jugé
  --selector   les clés DKIM qui signent réellement : personne ne peut énumérer
               les sélecteurs de l'extérieur ; sans elle, seuls ceux des
               services nommés par MX et SPF sont essayés, et des sélecteurs
               courants (--selectors en fixe le nombre)
  --volume     si les exigences des destinataires pour les envois en masse
               s'appliquent
  --profile    bulk ou transactional : équivaut à --volume bulk ou low, sauf si
               --volume est indiqué ; parked : le domaine ne doit rien envoyer,
               et ce qui compte est que ses enregistrements le disent
  --fix        écrit les enregistrements à publier dans un fichier de zone et
               refait l'audit avec eux : presend audit example.com --fix
               corrections.zone, puis
               presend audit example.com --zone corrections.zone
  --save       garde toutes les requêtes et réponses ; --replay refait le
               rapport à partir de ce fichier, sans réseau
  --zone       un fichier de zone (RFC 1035 §5) ; ses enregistrements remplacent
               ceux qui sont publiés, le reste est demandé au DNS comme
               d'habitude

${exitCodes.fr}

Exemples
  $ presend audit example.com example.net
  $ presend audit example.com --ip 192.0.2.10 --ip 2001:db8::10
  $ presend audit example.com --server 9.9.9.9 --format json |
      jq '.reports[0].verdict'
  $ presend audit example.com --fail-on critical || echo "ne pas envoyer"`,
};

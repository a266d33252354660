import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/program.ts';
import { englishWords } from '../support/english-words.ts';
import { captureOutput } from './captured.ts';

const zone = `fine.test. TXT "v=spf1 -all"
fine.test. MX 10 mx.fine.test.
mx.fine.test. A 192.0.2.10
bad.test. A 192.0.2.80
bad.test. MX 10 mx.fine.test.
bad.test. TXT "v=spf1 mx -al"
`;

const recording = (audits: unknown, recordingVersion = 1) => JSON.stringify({ recordingVersion, audits });

const files: Readonly<Record<string, string>> = {
  'a.zone': zone,
  'empty.zone': '; rien\n',
  'text.json': 'rien',
  'version.json': recording([], 2),
  'audit.json': recording([{}]),
  'large.json': `{"x":"${'x'.repeat(1024 * 1024)}"}`,
};

const caught = captureOutput();
let folder: string;
const file = (name: string) => join(folder, name);
const offline = () => ['--zone', file('a.zone'), '--offline'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presend-fr-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(file(name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** French as it is written: a space before high marks and inside quotes, none that does not break. */
const misspaced = /[\w)»"][!?;](?:\s|$)|[^\s\d]:\s|«\S|\S»|[\u00a0\u202f’]/;

/** The English words but for values of options, fields of headers and classes of records, which are the same in all. */
const english = (text: string) =>
  englishWords(text.replace(/En-tête From|en-tête From|Choix possibles : .*|\bIN\b/g, ''));

const told = () => caught.err.replaceAll(folder, '/dossier');

describe('help in French', () => {
  it('of the program, whole', async () => {
    expect(await main(['--help', '--lang', 'fr'])).toBe(0);
    expect(caught.out).toBe(`Utilisation : presend [options] [commande]

Audite un domaine d'envoi avant le départ du courrier, et nomme les rejets à
attendre.

Options :
  -V, --version                   Afficher la version
  --lang <langue>                 Langue du rapport : en ou fr (choix : "en",
                                  "fr" ; défaut : celle de la locale)
  -h, --help                      Afficher cette aide

Commandes :
  audit [options] [domaine...]    Auditer un domaine d'envoi : tout
  spf [options] [domaine...]      Juger SPF seul, et dessiner ce à quoi il mène
  dkim [options] [domaine...]     Juger les clés DKIM seules, et énumérer celles
                                  qui sont trouvées
  dmarc [options] [domaine...]    Juger DMARC seul, et dessiner d'où vient sa
                                  politique et ce qui est aligné
  dnsbl [options] [sujet...]      Chercher adresses, réseaux et domaines dans
                                  les listes noires ; --lists seul montre les
                                  listes
  explain [options] [réponse...]  Expliquer des réponses de serveurs de
                                  messagerie : collées, dans un message de
                                  non-remise, un journal ou un tableau
  help [commande]                 Afficher l'aide d'une commande

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
Toutes les options d'une commande : presend audit --help
`);
  });

  it.each([[], ['audit'], ['spf'], ['dkim'], ['dmarc'], ['dnsbl'], ['explain']].map((command) => [command]))(
    'of %j: no English, at most 80 columns',
    async (command) => {
      expect(await main([...command, '--help', '--lang', 'fr'])).toBe(0);
      expect(caught.out).toMatch(/^Utilisation : presend/);
      expect(english(caught.out)).toEqual([]);
      expect(caught.out).not.toMatch(/usage:|default:|choices:|arguments:|commands:|display/i);
      expect(caught.out.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(caught.out.split('\n').filter((line) => /^\s*[:;?!»]/.test(line))).toEqual([]);
      // Examples, columns of options and paths hold marks of their own.
      const prose = caught.out.split('\n').filter((line) => !/[$|'"]|--/.test(line));
      expect(prose.filter((line) => misspaced.test(line))).toEqual([]);
    },
  );

  it.each([
    ['before the command', ['--lang', 'fr', 'audit', '--help']],
    ['with an equals sign', ['audit', '--lang=fr', '--help']],
    ['behind the help', ['help', 'audit', '--lang', 'fr']],
  ])('the option %s', async (_, args) => {
    await main(args);
    expect(caught.out).toMatch(/^Utilisation : presend audit \[options\] \[domaine\.\.\.\]/);
  });

  it.each([
    ['fr_FR.UTF-8', 'Utilisation : presend'],
    ['C', 'Usage: presend'],
  ])('in the locale %s', async (locale, begins) => {
    vi.stubEnv('LC_ALL', locale);
    expect(await main(['--help'])).toBe(0);
    expect(caught.out.startsWith(begins)).toBe(true);
  });
});

describe('complaints in French, one line each, exit 2', () => {
  it.each([
    ['an unknown command', ['adit'], "commande inconnue : 'adit' (vouliez-vous dire audit ?)"],
    ['a word that is like no command', ['xyzzy'], "commande inconnue : 'xyzzy' ; voir presend --help"],
    [
      'a domain for a command',
      ['fine.test'],
      "commande inconnue : 'fine.test' ; vouliez-vous dire : presend audit fine.test",
    ],
    [
      'an unknown option',
      ['spf', 'fine.test', '--formt', 'json'],
      "option inconnue : '--formt' (vouliez-vous dire --format ?) ; voir presend spf --help",
    ],
    [
      'an option like several',
      ['audit', 'fine.test', '--hel', 'x'],
      "option inconnue : '--hel' (vouliez-vous dire l'une de celles-ci : --helo, --help ?) ; voir presend audit --help",
    ],
    [
      'an option without its value',
      ['dkim', 'fine.test', '--format'],
      "il manque une valeur à l'option '--format <nom>' ; voir presend dkim --help",
    ],
    ['no domain', ['spf'], 'indiquer un domaine, par exemple : presend spf example.com'],
    [
      'no subject',
      ['dnsbl'],
      'indiquer une adresse ou un domaine, par exemple : presend dnsbl 192.0.2.1 ; ou voir presend dnsbl --lists',
    ],
    [
      'a name without a dot',
      ['spf', 'foo'],
      `"foo" n'a pas de point : il faut un nom de domaine complet ; indiquer un domaine comme example.com`,
    ],
    [
      'an address for a domain',
      ['spf', '192.0.2.1'],
      '"192.0.2.1" est une adresse IP, et non un domaine ; indiquer un domaine comme example.com',
    ],
    [
      'a record for a domain',
      ['spf', '_dmarc.fine.test'],
      '"_dmarc.fine.test" désigne un enregistrement, et non un domaine de messagerie ; indiquer le domaine, comme fine.test',
    ],
    [
      'a character of no name',
      ['spf', 'a b.test'],
      `"a b.test" contient " ", qu'aucun nom de domaine n'admet ; indiquer un domaine comme example.com`,
    ],
    [
      'a profile',
      ['audit', 'fine.test', '--profile', 'dormant'],
      "la valeur 'dormant' de l'option '--profile <nom>' ne convient pas. Choix possibles : sending, transactional, bulk, parked.",
    ],
    [
      'a form',
      ['audit', 'fine.test', '--format', 'xml'],
      "la valeur 'xml' de l'option '--format <nom>' ne convient pas. Choix possibles : text, json.",
    ],
    [
      'a severity',
      ['audit', 'fine.test', '--fail-on', 'grave'],
      "la valeur 'grave' de l'option '--fail-on <gravité>' ne convient pas. Choix possibles : critical, error, warning, notice, info, never.",
    ],
    [
      'a time',
      ['audit', 'fine.test', '--timeout', 'bientôt'],
      "la valeur 'bientôt' de l'option '--timeout <secondes>' ne convient pas. Indiquer un nombre de secondes supérieur à 0, 86400 au plus, comme 2.5.",
    ],
    [
      'a rate',
      ['audit', 'fine.test', '--rate', '-1'],
      "la valeur '-1' de l'option '--rate <requêtes>' ne convient pas. Indiquer un nombre de requêtes par seconde, comme 50, ou 0 pour ne pas limiter.",
    ],
    [
      'a count of hosts',
      ['audit', 'fine.test', '--hosts', 'tous'],
      "la valeur 'tous' de l'option '--hosts <nombre>' ne convient pas. Indiquer le nombre d'hôtes à examiner, comme 100.",
    ],
    [
      'a count of selectors',
      ['audit', 'fine.test', '--selectors', 'tous'],
      "la valeur 'tous' de l'option '--selectors <nombre>' ne convient pas. Indiquer combien de sélecteurs essayer parmi les plus courants, comme 200, ou all.",
    ],
    [
      'an address',
      ['audit', 'fine.test', '--ip', '192.0.2.300'],
      `--ip "192.0.2.300" n'est pas une adresse IP ; en indiquer une comme 192.0.2.1 ou 2001:db8::1`,
    ],
    [
      'a network with bits behind its prefix',
      ['audit', 'fine.test', '--ip', '192.0.2.1/24'],
      '--ip "192.0.2.1/24" a des bits à un au-delà de son préfixe ; indiquer la première adresse du réseau',
    ],
    [
      'a wide network',
      ['audit', 'fine.test', '--ip', '192.0.0.0/16'],
      '--ip "192.0.0.0/16" est trop grand ; indiquer des réseaux de 256 adresses au plus : /24, ou /120 en IPv6',
    ],
    [
      'a selector',
      ['audit', 'fine.test', '--selector', 'a b'],
      `--selector "a b" n'est pas un sélecteur DKIM ; en indiquer un comme s1, ou s1@example.net pour un autre domaine`,
    ],
    [
      'the domain of a selector',
      ['audit', 'fine.test', '--selector', 's@'],
      '--selector "s@" : "" est vide ; indiquer un domaine comme example.com',
    ],
    [
      'mail of a domain that sends none',
      ['audit', 'fine.test', '--profile', 'parked', '--ip', '192.0.2.1'],
      `"192.0.2.1" concerne un message, et le profil parked dit que le domaine n'en envoie pas ; indiquer l'un ou l'autre`,
    ],
    [
      'DKIM of a domain that sends none',
      ['dkim', 'fine.test', '--profile', 'parked'],
      "--profile parked porte sur SPF, DMARC et MX ; l'employer avec presend audit, presend spf ou presend dmarc",
    ],
    [
      'lists without a name',
      ['dnsbl', '192.0.2.1', '--lists'],
      "--lists ne s'emploie seul que dans presend dnsbl --lists ; indiquer default, all ou des zones",
    ],
    [
      'a recording and a domain',
      ['spf', 'fine.test', '--replay', 'x'],
      '--replay refait les rapports de son fichier ; ne pas indiquer de domaine',
    ],
  ])('%s', async (_, args, line) => {
    expect(
      await main([
        ...args,
        ...(/^(?:adit|xyzzy|fine|help|dkim)/.test(args[0] ?? '') ? [] : offline()),
        '--lang',
        'fr',
      ]),
    ).toBe(2);
    expect(told()).toBe(`presend: ${line}\n`);
    expect(english(caught.err)).toEqual([]);
  });

  it('help on nothing, below the help', async () => {
    expect(await main(['help', 'rien', '--lang', 'fr'])).toBe(2);
    expect(caught.err).toMatch(/^Utilisation : /);
    expect(caught.err).toMatch(
      /\npresend: indiquer une commande, par exemple : presend audit example\.com\n$/,
    );
  });

  it.each([
    [
      'no zone file',
      ['--zone', 'nulle.part'],
      `impossible de lire le fichier de zone "nulle.part" : il n'existe pas ; indiquer le chemin d'un fichier de zone`,
    ],
    [
      'a folder for a zone file',
      ['--zone', '.'],
      `impossible de lire le fichier de zone "." : c'est un dossier ; indiquer le chemin d'un fichier de zone`,
    ],
    [
      '--zone without a name',
      ['--zone', ''],
      `--zone "" ne désigne aucun fichier ; indiquer le chemin d'un fichier de zone`,
    ],
    [
      '--offline alone',
      ['--offline'],
      'avec --offline, les enregistrements doivent venir de quelque part ; ajouter --zone <fichier>',
    ],
    [
      '--offline and a server',
      ['--offline', '--zone', 'x', '--server', '127.0.0.1'],
      "--offline n'interroge personne ; retirer --offline ou --server",
    ],
    [
      'a server',
      ['--server', 'dns.fine.test'],
      `--server "dns.fine.test" n'est pas un serveur DNS ; indiquer une adresse IP, avec le port si ce n'est pas 53, comme 192.0.2.1:5353 ou [2001:db8::1]:5353`,
    ],
  ])('%s', async (_, args, line) => {
    expect(await main(['spf', 'fine.test', ...args, '--lang', 'fr'])).toBe(2);
    expect(told()).toBe(`presend: ${line}\n`);
  });

  it.each([
    ['empty.zone', '', 'le fichier de zone "/dossier/empty.zone" ne contient aucun enregistrement'],
    [
      'address.zone',
      'a.test. A 192.0.2.300',
      `ligne 1 : "192.0.2.300" n'est pas une adresse IPv4 ; en écrire une comme 192.0.2.1`,
    ],
    [
      'type.zone',
      '\n\na.test. TXTT "x"',
      `ligne 3 : "TXTT" n'est pas un type d'enregistrement ; écrire nom [TTL] [IN] type données`,
    ],
    [
      'no-type.zone',
      'a.test. 60 IN',
      "ligne 1 : il manque le type d'enregistrement ; écrire nom [TTL] [IN] type données",
    ],
    [
      'dname.zone',
      'a.test. DNAME b.test.',
      `ligne 1 : "DNAME" n'est pas pris en charge ; écrire nom [TTL] [IN] type données`,
    ],
    ['class.zone', 'a.test. CH TXT "x"', "ligne 1 : la classe CH n'est pas prise en charge ; seule IN l'est"],
    [
      'include.zone',
      '$INCLUDE x',
      `ligne 1 : "$INCLUDE" n'est pas pris en charge ; mettre ici les enregistrements de ce fichier`,
    ],
    [
      'directive.zone',
      '$GENERATE 1-2 a',
      `ligne 1 : "$GENERATE" n'est pas pris en charge ; $ORIGIN et $TTL sont connus`,
    ],
    ['value.zone', '$TTL', 'ligne 1 : $TTL prend une valeur'],
    ['ttl.zone', '$TTL x', `ligne 1 : "x" n'est pas un TTL, en secondes de 0 à 2147483647 (RFC 2181 §8)`],
    [
      'owner.zone',
      ' A 192.0.2.1',
      "ligne 1 : commence par un blanc, sans qu'un nom figure plus haut ; commencer par le nom",
    ],
    [
      'cname.zone',
      'a.test. CNAME b.test.\na.test. CNAME c.test.',
      `ligne 2 : "a.test" a un deuxième CNAME ; un nom n'en a qu'un (RFC 2181 §10.1)`,
    ],
    ['number.zone', 'a.test. TYPE16 x', "ligne 1 : TYPE16 n'est pas pris en charge ; écrire TXT"],
    [
      'quote.zone',
      'a.test. TXT "x',
      `ligne 1 : une chaîne entre guillemets n'est pas fermée sur sa ligne ; ajouter le " final`,
    ],
    ['open.zone', 'a.test. TXT ("x"', "ligne 1 : la ( n'est jamais fermée ; ajouter la )"],
    [
      'close.zone',
      'a.test. TXT "x")',
      'ligne 1 : une ) sans sa ( ; la retirer, ou la mettre dans une chaîne entre guillemets',
    ],
    [
      'backslash.zone',
      'a.test. TXT x\\',
      'ligne 1 : finit par une barre oblique inverse ; pour en écrire une, la doubler : \\\\',
    ],
    [
      'octet.zone',
      'a.test. TXT "\\999"',
      "ligne 1 : \\999 n'est pas un octet ; il faut trois chiffres, de 000 à 255 (RFC 1035 §5.1)",
    ],
    [
      'string.zone',
      `a.test. TXT "${'x'.repeat(256)}"`,
      'ligne 1 : une chaîne de 256 octets ; 255 sont permis, la couper : "première partie" "seconde partie" (RFC 1035 §3.3)',
    ],
    [
      'ascii.zone',
      'é.test. A 192.0.2.1',
      `ligne 1 : "é.test." n'est pas en ASCII ; écrire la forme A-label, xn--… (RFC 5890)`,
    ],
    [
      'at.zone',
      '@ A 192.0.2.1',
      `ligne 1 : "@" désigne l'origine et il n'y en a pas ; mettre $ORIGIN au-dessus`,
    ],
    [
      'label.zone',
      'a..test. A 192.0.2.1',
      'ligne 1 : "a..test." a une étiquette vide ; retirer le point en trop',
    ],
    [
      'mx.zone',
      'a.test. MX mx.a.test.',
      'ligne 1 : MX prend une préférence, un nom d\'hôte ; "mx.a.test." est indiqué',
    ],
    ['mx-none.zone', 'a.test. MX', "ligne 1 : MX prend une préférence, un nom d'hôte ; rien n'est indiqué"],
    [
      'preference.zone',
      'a.test. MX x b.test.',
      'ligne 1 : "x" ne convient pas comme préférence, un nombre de 0 à 65535',
    ],
    ['soa.zone', 'a.test. SOA a. b. 1 x 3 4 5', 'ligne 1 : "x" ne convient pas comme refresh en secondes'],
    ['txt.zone', 'a.test. TXT', "ligne 1 : TXT prend une chaîne ou plus ; rien n'est indiqué"],
    [
      'blanks.zone',
      'a.test. TXT v=spf1 -all',
      'ligne 1 : le texte "v=spf1" … est coupé en chaînes à ses espaces ; mettre le texte entre guillemets',
    ],
    [
      'comment.zone',
      'a.test. TXT v=DMARC1; p=none',
      `ligne 1 : le texte "v=DMARC1" … s'arrête au ";", qui commence un commentaire ; mettre le texte entre guillemets`,
    ],
  ])('the zone file %s', async (name, text, line) => {
    if (text !== '') writeFileSync(file(name), `${text}\n`);
    expect(await main(['spf', 'fine.test', '--zone', file(name), '--offline', '--lang', 'fr'])).toBe(2);
    const where = text === '' ? '' : `le fichier de zone "/dossier/${name}", `;
    // printable() doubles no backslash; the name of the file is in quotation marks.
    expect(told()).toBe(`presend: ${where}${line}\n`);
    expect(english(caught.err)).toEqual([]);
  });

  it.each([
    [
      'nulle-part.json',
      'impossible de lire la trace "/dossier/nulle-part.json" ; indiquer un fichier que presend a écrit avec --save',
    ],
    ['text.json', "la trace n'est pas du JSON ; indiquer un fichier que presend a écrit avec --save"],
    [
      'version.json',
      "la trace n'est pas de cette version ; indiquer un fichier que presend a écrit avec --save",
    ],
    ['audit.json', "l'audit 1 de la trace ne peut pas être lu"],
  ])('the recording %s', async (name, line) => {
    expect(await main(['spf', '--replay', file(name), '--lang', 'fr'])).toBe(2);
    expect(told()).toBe(`presend: ${line}\n`);
  });

  it.each([
    [
      'nulle-part.json',
      `impossible de lire la configuration "/dossier/nulle-part.json" ; indiquer le chemin d'un fichier JSON`,
    ],
    ['large.json', 'la configuration "/dossier/large.json" dépasse 1 Mio'],
  ])('the configuration %s', async (name, line) => {
    expect(await main(['audit', 'fine.test', ...offline(), '--config', file(name), '--lang', 'fr'])).toBe(2);
    expect(told()).toBe(`presend: ${line}\n`);
  });

  it.each([
    [
      'PRESEND_SPAMHAUS_KEY',
      'x',
      'PRESEND_SPAMHAUS_KEY ne contient pas de clé ; une clé compte de 8 à 63 lettres et chiffres',
    ],
    [
      'PRESEND_ABUSIX_KEY_FILE',
      '/nulle/part',
      `PRESEND_ABUSIX_KEY_FILE désigne "/nulle/part", dont la lecture échoue ; indiquer le chemin d'un fichier qui contient la clé`,
    ],
    [
      'PRESEND_ABUSIX_KEY_FILE',
      '/dev/null',
      'le fichier de PRESEND_ABUSIX_KEY_FILE ne contient pas de clé ; une clé compte de 8 à 63 lettres et chiffres',
    ],
  ])('%s %s', async (variable, value, line) => {
    vi.stubEnv(variable, value);
    expect(await main(['audit', 'fine.test', ...offline(), '--lang', 'fr'])).toBe(2);
    expect(told()).toBe(`presend: ${line}\n`);
  });

  it('a file that cannot be written', async () => {
    expect(await main(['spf', 'fine.test', ...offline(), '--save', file('nulle/part'), '--lang', 'fr'])).toBe(
      2,
    );
    expect(told()).toBe(
      `presend: impossible d'écrire "/dossier/nulle/part" (ENOENT) ; indiquer avec --save un chemin où l'écriture est possible\n`,
    );
  });
});

describe('a language that presend does not speak', () => {
  it.each([
    ['before the command', ['--lang', 'klingon', 'audit', 'fine.test']],
    ['behind it', ['audit', 'fine.test', '--lang', 'klingon']],
  ])('%s: one line', async (_, args) => {
    expect(await main(args)).toBe(2);
    expect(caught.err).toBe(
      "presend: option '--lang <language>' argument 'klingon' is invalid. Allowed choices are en, fr.\n",
    );
  });

  it('in a French locale: one French line', async () => {
    vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
    expect(await main(['audit', 'fine.test', '--lang', 'klingon'])).toBe(2);
    expect(caught.err).toBe(
      "presend: la valeur 'klingon' de l'option '--lang <langue>' ne convient pas. Choix possibles : en, fr.\n",
    );
  });
});

describe('a file of records to publish, in French', () => {
  it('says in its first line what it is', async () => {
    await main(['spf', 'bad.test', ...offline(), '--fix', file('corrections.zone'), '--lang', 'fr']);
    const [first] = readFileSync(file('corrections.zone'), 'utf8').split('\n');
    expect(first).toBe(
      '; Enregistrements à publier à la place de ceux de mêmes nom et type. Les autres enregistrements TXT restent.',
    );
    expect(englishWords(caught.err)).toEqual([]);
  });
});

import type { Words } from '../../text/say.ts';

/** A list that must not be asked any more. */
export interface GoneList {
  /** The zone, or with `*.` in front all zones below a name. */
  readonly zone: string;
  /** When it ended, as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly since: string;
  /** A clause that follows the zone. */
  readonly why: Words;
}

const emptied = {
  en: 'was shut down and answers nothing: it would clear everybody',
  fr: 'a été fermée et ne contient plus rien : elle blanchirait tout le monde',
};
const wildcard = {
  en: 'was given up and then answered for every name: it would list everybody',
  fr: 'a été abandonnée, puis a répondu pour tous les noms : elle inscrirait tout le monde',
};
const dead = { en: 'does not answer any more', fr: 'ne répond plus' };
const sold = {
  en: 'is in other hands: what it answers says nothing of mail',
  fr: "est passée en d'autres mains : ses réponses ne disent rien du courrier",
};

const endings: readonly (readonly [since: string, why: Words, ...zones: readonly string[]])[] = [
  ['2024-06-05', emptied, '*.sorbs.net'],
  ['2025-01-16', emptied, 'ix.dnsbl.manitu.net'],
  ['2025-03', dead, 'dnsbl.madavi.de'],
  [
    '2024-11-12',
    {
      en: 'answers outside 127.0.0.0/8: that says nothing of mail',
      fr: 'répond hors de 127.0.0.0/8 : cela ne dit rien du courrier',
    },
    'spam.dnsbl.anonmails.de',
  ],
  ['2026-03-30', sold, 'sbl.spamdown.org'],
  ['2020-05-25', emptied, 'dnsbl.inps.de'],
  ['2019-05', sold, 'bl.spamcannibal.org'],
  ['2019-10', sold, 'bl.emailbasura.org'],
  ['2016-09', sold, 'dnsbl.burnt-tech.com'],
  ['2015-01', wildcard, '*.ahbl.org'],
  ['2013', wildcard, '*.njabl.org'],
  ['2008-05', wildcard, '*.dsbl.org'],
  ['2006', wildcard, 'relays.ordb.org'],
  ['2009', wildcard, '*.blackholes.us'],
  ['2012-11', dead, '*.rfc-ignorant.org'],
  [
    '2019-02',
    dead,
    'spam.abuse.ch',
    'combined.abuse.ch',
    'drone.abuse.ch',
    'httpbl.abuse.ch',
    'uribl.zeustracker.abuse.ch',
  ],
  ['2025-07', dead, 'db.wpbl.info'],
  ['2017-01', dead, 'virbl.bit.nl', 'virbl.dnsbl.bit.nl'],
  ['2018-05', dead, 'dnsbl.cyberlogic.net'],
  ['2025', dead, '*.rbl.msrbl.net'],
  [
    '2025',
    { en: 'has moved: ask spamrbl.swinog.ch', fr: 'a déménagé : interroger spamrbl.swinog.ch' },
    'wormrbl.imp.ch',
    'spamrbl.imp.ch',
  ],
  ['2024', dead, 'ubl.unsubscore.com', 'ubl.lashback.com'],
  ['2022-10-31', dead, '*.dnsbl.net.au'],
  ['2021-07', dead, 'dnsbl.anticaptcha.net'],
  ['2020-09', dead, 'dynip.rothen.com'],
  ['2019-12', dead, 'rbl.suresupport.com', 'rbl.megarbl.net'],
  ['2019-02', dead, 'no-more-funn.moensted.dk'],
  ['2018-06', sold, 'tor.dnsbl.sectoor.de'],
  ['2018', dead, 'short.rbl.jp', 'virus.rbl.jp', 'all.rbl.jp'],
  ['2016-09', dead, 'dul.ru'],
  ['2024-11', dead, 'cidr.bl.mcafee.com'],
  ['2024-07', dead, 'rbl.lugh.ch'],
  ['2024-03', dead, 'spamtrap.drbl.drand.net'],
  ['2023-04', dead, 'tr.countries.nerd.dk', 'dul.pacifier.net', 'list.bbfh.org', 'dnsbl.darklist.de'],
  ['2024-08', dead, 'query.bondedsender.org', 'plus.bondedsender.org'],
  ['2018-12', dead, 'swl.spamhaus.org', 'dwl.spamhaus.org'],
  [
    '2009-12',
    {
      en: 'copies the data of others without leave: do not rely on it',
      fr: "copie les données d'autrui sans autorisation : ne pas s'y fier",
    },
    '*.nszones.com',
  ],
  [
    '2023-02',
    {
      en: 'is part of Spamhaus XBL: ask zen.spamhaus.org',
      fr: 'fait partie de Spamhaus XBL : interroger zen.spamhaus.org',
    },
    'cbl.abuseat.org',
  ],
];

/** Lists known by name that are dead, wildcarded, sold or fake. */
export const goneLists: readonly GoneList[] = endings.flatMap(([since, why, ...zones]) =>
  zones.map((zone) => ({ zone, since, why })),
);

/** What became of a zone; null for one that is not known to be gone. */
export function goneList(zone: string): GoneList | null {
  const found = goneLists.find((one) =>
    one.zone.startsWith('*.')
      ? zone === one.zone.slice(2) || zone.endsWith(one.zone.slice(1))
      : zone === one.zone,
  );
  return found ?? null;
}

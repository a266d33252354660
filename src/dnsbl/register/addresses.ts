import { phrase, type Words } from '../../text/say.ts';
import type { Coding, Dnsbl, ListEntry } from '../list.ts';
import { addressList, categories, ipv6Test, octets, plain, spamhausRefusals, terms } from './forms.ts';

const xbl = { meaning: { en: 'XBL: a hijacked or infected host', fr: 'XBL : hôte piraté ou infecté' } };

/** A range of the PBL by who declares it such. */
function pbl(declarer: Words): ListEntry {
  const words = {
    en: 'PBL: a policy range from which hosts should send no mail directly to receivers, as {declarer} declares',
    fr: "PBL : plage dont les hôtes ne devraient pas envoyer de courrier directement aux destinataires, d'après {declarer}",
  };
  return { meaning: phrase(words, { declarer }) };
}

/** Who goes by Spamhaus ZEN. */
export const zenUsers = {
  en: 'Outlook.com, Exchange Online, Yahoo, iCloud, Comcast, Orange, La Poste, SFR, and mail servers of every kind',
  fr: 'Outlook.com, Exchange Online, Yahoo, iCloud, Comcast, Orange, La Poste, SFR et des serveurs de messagerie de toute sorte',
};

const smallServers = {
  en: 'small servers; no large receiver says that it goes by it',
  fr: "de petits serveurs ; aucun grand destinataire ne déclare s'y fier",
};

/** Of Spamhaus ZEN, with a key or without. */
export const zenCoding: Coding = octets({
  2: { meaning: { en: 'SBL: a source of spam', fr: 'SBL : source de spam' } },
  3: {
    meaning: {
      en: 'CSS: a source of spam, found automatically',
      fr: 'CSS : source de spam, détectée automatiquement',
    },
  },
  4: xbl,
  5: xbl,
  6: xbl,
  7: xbl,
  9: {
    meaning: { en: 'DROP: a network under criminal control', fr: 'DROP : réseau sous contrôle criminel' },
  },
  10: pbl({ en: 'its provider', fr: 'son opérateur' }),
  11: pbl({ en: 'Spamhaus', fr: 'Spamhaus' }),
  30: { meaning: { en: 'BCL: a botnet controller', fr: 'BCL : contrôleur de botnet' } },
});

/** Lists of addresses that large receivers, or much used software, refuse or score mail by. */
const weighty: readonly Dnsbl[] = [
  addressList({
    zone: 'zen.spamhaus.org',
    usedBy: zenUsers,
    name: 'Spamhaus ZEN',
    kinds: ['ipv4', 'ipv6'],
    weight: 'critical',
    coding: zenCoding,
    refusals: spamhausRefusals,
    terms: terms.smallUse,
    seen: '2026-08',
    delisting: 'https://check.spamhaus.org/',
  }),
  addressList({
    zone: 'b.barracudacentral.org',
    usedBy: {
      en: 'Barracuda appliances, and mail servers that name it',
      fr: 'les appliances Barracuda et les serveurs de messagerie qui la nomment',
    },
    name: 'Barracuda BRBL',
    weight: 'error',
    access: 'registration',
    terms: {
      en: 'free; the address of the resolver must be registered',
      fr: "gratuit ; l'adresse du résolveur doit être déclarée",
    },
    seen: '2026-03',
    delisting: 'https://www.barracudacentral.org/rbl/removal-request',
  }),
  addressList({
    zone: 'bl.spamcop.net',
    usedBy: {
      en: 'mail servers with Exim, cPanel or qmail that name it',
      fr: 'les serveurs de messagerie sous Exim, cPanel ou qmail qui la nomment',
    },
    name: 'SpamCop',
    weight: 'error',
    seen: '2026-05',
    delisting: 'https://www.spamcop.net/bl.shtml',
  }),
  addressList({
    zone: 'psbl.surriel.com',
    usedBy: smallServers,
    name: 'PSBL',
    weight: 'warning',
    seen: '2026-05',
    delisting: 'https://psbl.org/remove',
  }),
  addressList({
    zone: 'bl.mailspike.net',
    usedBy: smallServers,
    name: 'Mailspike',
    weight: 'warning',
    coding: octets({
      2: { meaning: { en: 'seen in a wave of spam', fr: 'vu dans une vague de spam' } },
      10: { meaning: { en: 'worst reputation', fr: 'la pire réputation' } },
      11: { meaning: { en: 'very bad reputation', fr: 'très mauvaise réputation' } },
      12: { meaning: { en: 'bad reputation', fr: 'mauvaise réputation' } },
      13: { meaning: { en: 'suspicious', fr: 'suspect' }, weight: 'notice' },
    }),
    seen: '2026-08',
    delisting: 'https://mailspike.io/ip_verify',
  }),
  addressList({
    zone: 'all.spamrats.com',
    usedBy: smallServers,
    name: 'SpamRATS',
    weight: 'warning',
    coding: categories([36, 37, 38, 43]),
    test: { listed: ['38.0.0.127'], unlisted: '1.0.0.127' },
    seen: '2026-03',
    delisting: 'https://www.spamrats.com/removal.php',
  }),
  addressList({
    zone: 'dnsbl.dronebl.org',
    name: 'DroneBL',
    kinds: ['ipv4', 'ipv6'],
    weight: 'warning',
    coding: categories([2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 255]),
    seen: '2026-03',
    delisting: 'https://dronebl.org/lookup',
  }),
];

/** Lists that few receivers are known to go by. */
const light: readonly Dnsbl[] = [
  // Contested: it asks money for early removal.
  addressList({
    zone: 'dnsbl-1.uceprotect.net',
    usedBy: smallServers,
    name: 'UCEPROTECT level 1',
    weight: 'notice',
    terms: {
      en: 'entries expire after seven days; faster removal costs money',
      fr: 'les inscriptions expirent au bout de sept jours ; un retrait plus rapide est payant',
    },
    seen: '2026-05',
    delisting: 'https://www.uceprotect.net/en/rblcheck.php',
  }),
  addressList({
    zone: 'all.s5h.net',
    usedBy: smallServers,
    name: 's5h',
    kinds: ['ipv4', 'ipv6'],
    weight: 'notice',
    seen: '2026-03',
    delisting: 'https://www.usenix.org.uk/content/rblremove',
  }),
  addressList({
    zone: 'bl.spameatingmonkey.net',
    name: 'Spam Eating Monkey',
    weight: 'notice',
    coding: plain('127.0.0.2', '127.0.0.3'),
    seen: '2026-08',
    delisting: 'https://spameatingmonkey.com/lookup',
  }),
  addressList({
    zone: 'bl.ipv6.spameatingmonkey.net',
    name: 'Spam Eating Monkey IPv6',
    kinds: ['ipv6'],
    weight: 'notice',
    coding: plain('127.0.0.2', '127.0.0.3'),
    test: ipv6Test,
    seen: '2026-03',
    delisting: 'https://spameatingmonkey.com/lookup',
  }),
  addressList({
    zone: 'bl.blocklist.de',
    usedBy: smallServers,
    name: 'blocklist.de',
    weight: 'notice',
    coding: categories(Array.from({ length: 30 }, (_, index) => index + 2)),
    seen: '2026-08',
    delisting: 'https://www.blocklist.de/en/delist.html',
  }),
  addressList({
    zone: 'truncate.gbudb.net',
    usedBy: smallServers,
    name: 'GBUdb Truncate',
    weight: 'notice',
    terms: { en: 'entries expire by themselves', fr: "les inscriptions expirent d'elles-mêmes" },
    seen: '2026-05',
    delisting: 'https://www.gbudb.com/truncate/',
  }),
  addressList({
    zone: 'bip.virusfree.cz',
    name: 'VirusFree BIP',
    kinds: ['ipv4', 'ipv6'],
    weight: 'notice',
    coding: octets({ 2: { meaning: { en: 'a host of a botnet', fr: "hôte d'un botnet" } } }),
    seen: '2026-08',
    delisting: 'https://www.virusfree.cz/',
  }),
  addressList({
    zone: 'bad.virusfree.cz',
    name: 'VirusFree BAD',
    kinds: ['ipv4', 'ipv6'],
    weight: 'notice',
    seen: '2026-08',
    delisting: 'https://www.virusfree.cz/',
  }),
  addressList({
    zone: 'rbl.interserver.net',
    name: 'InterServer RBL',
    weight: 'notice',
    seen: '2026-03',
    delisting: 'https://rbl.interserver.net/',
  }),
  addressList({
    zone: 'bl.nordspam.com',
    name: 'NordSpam',
    weight: 'notice',
    seen: '2026-03',
    delisting: 'https://www.nordspam.com/delist/',
  }),
  ...['bl', 'rbl', 'nbl'].map((label) =>
    addressList({
      zone: `${label}.0spam.org`,
      name: label === 'bl' ? '0spam' : `0spam ${label.toUpperCase()}`,
      weight: 'notice',
      seen: '2026-04',
      delisting: 'https://0spam.org/',
    }),
  ),
  addressList({
    zone: 'dnsbl.zapbl.net',
    name: 'ZapBL',
    weight: 'notice',
    seen: '2026-04',
    delisting: 'https://zapbl.net/',
  }),
  addressList({
    zone: 'bl.suomispam.net',
    name: 'Suomispam',
    weight: 'notice',
    coding: plain('127.0.0.2', '127.0.0.99'),
    seen: '2026-04',
    delisting: 'https://suomispam.net/',
  }),
  addressList({
    zone: 'bl.scientificspam.net',
    name: 'Scientific Spam',
    weight: 'notice',
    seen: '2026-04',
    delisting: 'https://www.scientificspam.net/',
  }),
  addressList({
    zone: 'dnsrbl.swinog.ch',
    name: 'SwiNOG DNSRBL',
    weight: 'notice',
    coding: plain('127.0.0.2', '127.0.0.3'),
    seen: '2026-04',
    delisting: 'https://antispam.imp.ch/',
  }),
  addressList({
    zone: 'spamrbl.swinog.ch',
    name: 'SwiNOG SPAMRBL',
    weight: 'notice',
    coding: plain('127.0.0.2', '127.0.0.3'),
    seen: '2026-03',
    delisting: 'https://antispam.imp.ch/',
  }),
  addressList({
    zone: 'dnsbl.kempt.net',
    name: 'kempt.net',
    weight: 'notice',
    seen: '2026-04',
    delisting: 'https://www.kempt.net/dnsbl/',
  }),
  addressList({
    zone: 'dnsbl.spfbl.net',
    name: 'SPFBL',
    kinds: ['ipv4', 'ipv6'],
    weight: 'notice',
    coding: categories([2, 3, 4]),
    seen: '2026-03',
    delisting: 'https://matrix.spfbl.net/',
  }),
];

/** Lists that a maintained collection names, and of which nothing more is confirmed. */
const collected: readonly (readonly [zone: string, name: string, delisting: string])[] = [
  ['singular.ttk.pte.hu', 'TTK Singular', 'https://singular.ttk.pte.hu/'],
  ['spamsources.fabel.dk', 'Fabel Spamsources', 'https://www.spamsources.fabel.dk/'],
  ['blacklist.woody.ch', 'Woody', 'https://blacklist.woody.ch/'],
  ['rbl.abuse.ro', 'abuse.ro', 'https://abuse.ro/'],
  ['netscan.rbl.blockedservers.com', 'BlockedServers Netscan', 'https://www.blockedservers.com/'],
  ['spam.rbl.blockedservers.com', 'BlockedServers Spam', 'https://www.blockedservers.com/'],
  ['dnsblchile.org', 'DNSBL Chile', 'https://www.dnsblchile.org/'],
  ['krn.korumail.com', 'Korumail', 'https://www.korumail.com/'],
  ['bl.konstant.no', 'Konstant', 'https://bl.konstant.no/'],
  ['black.dnsbl.brukalai.lt', 'Brukalai', 'https://dnsbl.brukalai.lt/'],
  ['mail-abuse.blacklist.jippg.org', 'JIPPG', 'https://blacklist.jippg.org/'],
];

/** Blocklists of addresses that anybody may ask. */
export const addressLists: readonly Dnsbl[] = [
  ...weighty,
  ...light,
  ...collected.map(([zone, name, delisting]) =>
    addressList({ zone, name, weight: 'notice', seen: '2026-03', delisting }),
  ),
];

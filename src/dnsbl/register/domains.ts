import type { Coding, Dnsbl } from '../list.ts';
import { domainList, octets, plain, spamhausRefusals, terms } from './forms.ts';

/** Who goes by the Spamhaus DBL. */
export const dblUsers = {
  en: 'Outlook.com, iCloud, Orange, and mail servers that test sender domains',
  fr: 'Outlook.com, iCloud, Orange et des serveurs de messagerie qui contrôlent les domaines expéditeurs',
};

const linkFilters = {
  en: 'filters that read the links of a message; as a score elsewhere, never at connection',
  fr: "les filtres qui lisent les liens d'un message ; ailleurs comme score, jamais à la connexion",
};

const overused = {
  en: 'public resolver or too many questions',
  fr: 'résolveur public ou trop de requêtes',
};

const seenInSpam = { en: 'seen in spam', fr: 'vu dans du spam' };

/** Of the Spamhaus DBL, with a key or without. */
export const dblCoding: Coding = {
  form: 'values',
  values: {
    '127.0.1.2': {
      meaning: {
        en: 'a spam domain or one of low reputation',
        fr: 'domaine de spam ou de mauvaise réputation',
      },
    },
    '127.0.1.4': { meaning: { en: 'a phishing domain', fr: "domaine d'hameçonnage" } },
    '127.0.1.5': { meaning: { en: 'a malware domain', fr: 'domaine de logiciels malveillants' } },
    '127.0.1.6': { meaning: { en: 'a botnet controller', fr: 'contrôleur de botnet' } },
    '127.0.1.102': {
      meaning: { en: 'a legitimate domain abused for spam', fr: 'domaine légitime détourné pour du spam' },
      weight: 'error',
    },
    '127.0.1.103': {
      meaning: { en: 'a redirector abused for spam', fr: 'redirecteur détourné pour du spam' },
      weight: 'error',
    },
    '127.0.1.104': {
      meaning: {
        en: 'a legitimate domain abused for phishing',
        fr: "domaine légitime détourné pour de l'hameçonnage",
      },
      weight: 'error',
    },
    '127.0.1.105': {
      meaning: {
        en: 'a legitimate domain abused for malware',
        fr: 'domaine légitime détourné pour des logiciels malveillants',
      },
      weight: 'error',
    },
    '127.0.1.106': {
      meaning: {
        en: 'a legitimate domain abused by a botnet controller',
        fr: 'domaine légitime détourné par un contrôleur de botnet',
      },
      weight: 'error',
    },
  },
};

export const dblRefusals = {
  ...spamhausRefusals,
  '127.0.1.255': {
    en: 'it takes no questions about addresses',
    fr: "la liste n'accepte pas de requêtes sur des adresses",
  },
};

/** Blocklists of domains that anybody may ask. */
export const domainLists: readonly Dnsbl[] = [
  domainList({
    zone: 'dbl.spamhaus.org',
    usedBy: dblUsers,
    name: 'Spamhaus DBL',
    weight: 'critical',
    coding: dblCoding,
    refusals: dblRefusals,
    names: 'any',
    test: { listed: ['test', 'dbltest.com'], unlisted: 'invalid' },
    terms: terms.smallUse,
    seen: '2026-08',
    delisting: 'https://check.spamhaus.org/',
  }),
  domainList({
    zone: 'multi.surbl.org',
    usedBy: linkFilters,
    name: 'SURBL',
    weight: 'warning',
    coding: {
      form: 'bits',
      bits: {
        4: {
          meaning: { en: 'DM: disposable mail addresses', fr: 'DM : adresses jetables' },
          weight: 'notice',
        },
        8: { meaning: { en: 'PH: phishing', fr: 'PH : hameçonnage' } },
        16: { meaning: { en: 'MW: malware', fr: 'MW : logiciels malveillants' } },
        32: { meaning: { en: 'CT: a click tracker', fr: 'CT : traceur de clics' }, weight: 'notice' },
        64: { meaning: { en: 'ABUSE: seen in spam', fr: 'ABUSE : vu dans du spam' } },
        128: { meaning: { en: 'CR: a cracked site', fr: 'CR : site piraté' } },
      },
    },
    refusals: { '127.0.0.1': { en: 'access is blocked', fr: "l'accès est bloqué" } },
    test: { listed: ['test', 'test.surbl.org', 'surbl-org-permanent-test-point.com'], unlisted: 'invalid' },
    terms: terms.smallVolumes,
    seen: '2026-08',
    delisting: 'https://www.surbl.org/surbl-analysis',
  }),
  domainList({
    zone: 'multi.uribl.com',
    usedBy: linkFilters,
    name: 'URIBL',
    weight: 'warning',
    coding: {
      form: 'bits',
      bits: {
        2: { meaning: { en: 'black: seen in spam', fr: 'black : vu dans du spam' } },
        4: {
          meaning: {
            en: 'grey: seen in unsolicited bulk mail',
            fr: 'grey : vu dans des envois en masse non sollicités',
          },
          weight: 'notice',
        },
        8: { meaning: { en: 'red: watched', fr: 'red : sous surveillance' }, weight: 'notice' },
      },
    },
    refusals: {
      '127.0.0.1': overused,
      '127.0.0.255': overused,
    },
    test: { listed: ['test', 'test.uribl.com'], unlisted: 'invalid' },
    terms: {
      en: 'free for small volumes; public resolvers are refused',
      fr: 'gratuit pour de petits volumes ; résolveurs publics refusés',
    },
    seen: '2026-08',
    delisting: 'https://admin.uribl.com/',
  }),
  domainList({
    zone: 'rhsbl.scientificspam.net',
    name: 'Scientific Spam RHSBL',
    weight: 'notice',
    coding: plain('127.0.1.2'),
    seen: '2026-04',
    delisting: 'https://www.scientificspam.net/',
  }),
  domainList({
    zone: 'uribl.spameatingmonkey.net',
    name: 'Spam Eating Monkey URIBL',
    weight: 'notice',
    seen: '2026-03',
    delisting: 'https://spameatingmonkey.com/lookup',
  }),
  domainList({
    zone: 'urired.spameatingmonkey.net',
    name: 'Spam Eating Monkey URIRED',
    weight: 'notice',
    seen: '2026-03',
    delisting: 'https://spameatingmonkey.com/lookup',
  }),
  domainList({
    zone: 'dbl.nordspam.com',
    name: 'NordSpam DBL',
    weight: 'notice',
    seen: '2026-03',
    delisting: 'https://www.nordspam.com/delist/',
  }),
  ...['dbl', 'url'].map((label) =>
    domainList({
      zone: `${label}.0spam.org`,
      name: `0spam ${label.toUpperCase()}`,
      weight: 'notice',
      seen: '2026-04',
      delisting: 'https://0spam.org/',
    }),
  ),
  domainList({
    zone: 'dbl.suomispam.net',
    name: 'Suomispam DBL',
    weight: 'notice',
    coding: plain('127.0.0.2', '127.0.0.99'),
    seen: '2026-04',
    delisting: 'https://suomispam.net/',
  }),
  domainList({
    zone: 'uribl.swinog.ch',
    name: 'SwiNOG URIBL',
    weight: 'notice',
    coding: octets({ 2: { meaning: seenInSpam }, 3: { meaning: seenInSpam } }),
    seen: '2026-03',
    delisting: 'https://antispam.imp.ch/',
  }),
];

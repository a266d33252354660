import type { Coding, Dnsbl } from '../list.ts';
import { domainList, octets, plain, spamhausRefusals } from './forms.ts';

/** Who goes by the Spamhaus DBL. */
export const dblUsers = 'Outlook.com, iCloud, Orange, and mail servers that test sender domains';

const linkFilters = 'filters that read the links of a message; as a score elsewhere, never at connection';

/** Of the Spamhaus DBL, with a key or without. */
export const dblCoding: Coding = {
  form: 'values',
  values: {
    '127.0.1.2': { meaning: 'a spam domain or one of low reputation' },
    '127.0.1.4': { meaning: 'a phishing domain' },
    '127.0.1.5': { meaning: 'a malware domain' },
    '127.0.1.6': { meaning: 'a botnet controller' },
    '127.0.1.102': { meaning: 'a legitimate domain abused for spam', weight: 'error' },
    '127.0.1.103': { meaning: 'a redirector abused for spam', weight: 'error' },
    '127.0.1.104': { meaning: 'a legitimate domain abused for phishing', weight: 'error' },
    '127.0.1.105': { meaning: 'a legitimate domain abused for malware', weight: 'error' },
    '127.0.1.106': { meaning: 'a legitimate domain abused by a botnet controller', weight: 'error' },
  },
};

export const dblRefusals = { ...spamhausRefusals, '127.0.1.255': 'it takes no questions about addresses' };

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
    terms: 'free for small, non-commercial use; public resolvers are refused',
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
        4: { meaning: 'DM: disposable mail addresses', weight: 'notice' },
        8: { meaning: 'PH: phishing' },
        16: { meaning: 'MW: malware' },
        32: { meaning: 'CT: a click tracker', weight: 'notice' },
        64: { meaning: 'ABUSE: seen in spam' },
        128: { meaning: 'CR: a cracked site' },
      },
    },
    refusals: { '127.0.0.1': 'access is blocked' },
    test: { listed: ['test', 'test.surbl.org', 'surbl-org-permanent-test-point.com'], unlisted: 'invalid' },
    terms: 'free for small volumes',
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
        2: { meaning: 'black: seen in spam' },
        4: { meaning: 'grey: seen in unsolicited bulk mail', weight: 'notice' },
        8: { meaning: 'red: watched', weight: 'notice' },
      },
    },
    refusals: {
      '127.0.0.1': 'public resolver or too many questions',
      '127.0.0.255': 'public resolver or too many questions',
    },
    test: { listed: ['test', 'test.uribl.com'], unlisted: 'invalid' },
    terms: 'free for small volumes; public resolvers are refused',
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
    coding: octets({ 2: { meaning: 'seen in spam' }, 3: { meaning: 'seen in spam' } }),
    seen: '2026-03',
    delisting: 'https://antispam.imp.ch/',
  }),
];

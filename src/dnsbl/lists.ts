import type { Coding, Dnsbl } from './list.ts';

const addressTest: Dnsbl['test'] = { listed: ['2.0.0.127'], unlisted: '1.0.0.127' };

/** The convention of RFC 5782 §2.1: one answer, and it says no more than "listed". */
const plain: Coding = { form: 'values', values: { '127.0.0.2': { meaning: 'listed, without a category' } } };

const spamhausRefusals = {
  '127.255.255.252': 'the name of the list is mistyped',
  '127.255.255.254': 'public or open resolver',
  '127.255.255.255': 'too many questions',
};

/** For each code a meaning that claims no more than the category number. */
function categories(numbers: readonly number[]): Coding {
  const values = numbers.map((n) => [`127.0.0.${n}`, { meaning: `category ${n} of the list` }] as const);
  return { form: 'values', values: Object.fromEntries(values) };
}

const xbl = { meaning: 'XBL: a hijacked or infected host' };
const pbl = 'PBL: a policy range from which hosts should send no mail directly to receivers';

/** A list of addresses that follows RFC 5782 to the letter. */
function simple(zone: string, name: string, weight: Dnsbl['weight'], delisting: string): Dnsbl {
  return { zone, name, kinds: ['ipv4'], weight, coding: plain, refusals: {}, test: addressTest, delisting };
}

const addressLists: readonly Dnsbl[] = [
  {
    zone: 'zen.spamhaus.org',
    name: 'Spamhaus ZEN',
    kinds: ['ipv4', 'ipv6'],
    weight: 'critical',
    coding: {
      form: 'values',
      values: {
        '127.0.0.2': { meaning: 'SBL: a source of spam' },
        '127.0.0.3': { meaning: 'CSS: a source of spam, found automatically' },
        '127.0.0.4': xbl,
        '127.0.0.5': xbl,
        '127.0.0.6': xbl,
        '127.0.0.7': xbl,
        '127.0.0.9': { meaning: 'DROP: a network under criminal control' },
        '127.0.0.10': { meaning: `${pbl}, as its provider declares` },
        '127.0.0.11': { meaning: `${pbl}, as Spamhaus declares` },
        '127.0.0.30': { meaning: 'BCL: a botnet controller' },
      },
    },
    refusals: spamhausRefusals,
    test: addressTest,
    delisting: 'https://check.spamhaus.org/',
  },
  simple(
    'b.barracudacentral.org',
    'Barracuda BRBL',
    'error',
    'https://www.barracudacentral.org/rbl/removal-request',
  ),
  simple('bl.spamcop.net', 'SpamCop', 'error', 'https://www.spamcop.net/bl.shtml'),
  simple('psbl.surriel.com', 'PSBL', 'warning', 'https://psbl.org/remove'),
  {
    zone: 'bl.mailspike.net',
    name: 'Mailspike',
    kinds: ['ipv4'],
    weight: 'warning',
    coding: {
      form: 'values',
      values: {
        '127.0.0.2': { meaning: 'seen in a wave of spam' },
        '127.0.0.10': { meaning: 'worst reputation' },
        '127.0.0.11': { meaning: 'very bad reputation' },
        '127.0.0.12': { meaning: 'bad reputation' },
        '127.0.0.13': { meaning: 'suspicious', weight: 'notice' },
      },
    },
    refusals: {},
    test: addressTest,
    delisting: 'https://mailspike.io/ip_verify',
  },
  {
    zone: 'all.spamrats.com',
    name: 'SpamRATS',
    kinds: ['ipv4'],
    weight: 'warning',
    coding: categories([36, 37, 38, 43]),
    refusals: {},
    test: { listed: ['38.0.0.127'], unlisted: '1.0.0.127' },
    delisting: 'https://www.spamrats.com/removal.php',
  },
  {
    zone: 'dnsbl.dronebl.org',
    name: 'DroneBL',
    kinds: ['ipv4', 'ipv6'],
    weight: 'warning',
    coding: categories([2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 255]),
    refusals: {},
    test: addressTest,
    delisting: 'https://dronebl.org/lookup',
  },
  // Contested: it asks money for early removal. Its levels 2 and 3 list neighbours and are left out.
  simple(
    'dnsbl-1.uceprotect.net',
    'UCEPROTECT level 1',
    'notice',
    'https://www.uceprotect.net/en/rblcheck.php',
  ),
  {
    ...simple('all.s5h.net', 's5h', 'notice', 'https://www.usenix.org.uk/content/rblremove'),
    kinds: ['ipv4', 'ipv6'],
  },
  {
    ...simple(
      'bl.spameatingmonkey.net',
      'Spam Eating Monkey',
      'notice',
      'https://spameatingmonkey.com/lookup',
    ),
    coding: {
      form: 'values',
      values: {
        '127.0.0.2': { meaning: 'listed, without a category' },
        '127.0.0.3': { meaning: 'listed, without a category' },
      },
    },
  },
  simple('bl.0spam.org', '0spam', 'notice', 'https://0spam.org/'),
  simple('dnsbl.zapbl.net', 'ZapBL', 'notice', 'https://zapbl.net/'),
  simple('bl.scientificspam.net', 'Scientific Spam', 'notice', 'https://www.scientificspam.net/'),
];

const domainLists: readonly Dnsbl[] = [
  {
    zone: 'dbl.spamhaus.org',
    name: 'Spamhaus DBL',
    kinds: ['domain'],
    weight: 'critical',
    coding: {
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
    },
    refusals: { ...spamhausRefusals, '127.0.1.255': 'it takes no questions about addresses' },
    test: { listed: ['test', 'dbltest.com'], unlisted: 'invalid' },
    delisting: 'https://check.spamhaus.org/',
  },
  {
    zone: 'multi.surbl.org',
    name: 'SURBL',
    kinds: ['domain'],
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
    delisting: 'https://www.surbl.org/surbl-analysis',
  },
  {
    zone: 'multi.uribl.com',
    name: 'URIBL',
    kinds: ['domain'],
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
    delisting: 'https://admin.uribl.com/',
  },
  {
    zone: 'rhsbl.scientificspam.net',
    name: 'Scientific Spam RHSBL',
    kinds: ['domain'],
    weight: 'notice',
    coding: { form: 'values', values: { '127.0.1.2': { meaning: 'listed, without a category' } } },
    refusals: {},
    test: { listed: ['test'], unlisted: 'invalid' },
    delisting: 'https://www.scientificspam.net/',
  },
];

/** The lists asked by default. Allow lists and lists that demand a key or a licence are not among them. */
export const defaultLists: readonly Dnsbl[] = [...addressLists, ...domainLists];

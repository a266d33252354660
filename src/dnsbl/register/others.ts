import type { Coding, Dnsbl } from '../list.ts';
import { addressList, domainList, octets } from './forms.ts';

/** 127.0.<category>.<trust>: who it is, and how far it is trusted. */
const dnswlCoding: Coding = {
  form: 'values',
  values: Object.fromEntries(
    Array.from({ length: 19 }, (_, index) => index + 2).flatMap((category) =>
      ['none', 'low', 'medium', 'high'].map((trust, level) => [
        `127.0.${category}.${level}`,
        { meaning: `category ${category}, trust ${trust}` },
      ]),
    ),
  ),
};

const dnswlRefusals = Object.fromEntries(
  [0, ...Array.from({ length: 19 }, (_, index) => index + 2)].map((octet) => [
    `127.0.${octet}.255`,
    'too many questions, or a public resolver',
  ]),
);

/** Lists of senders to be trusted. */
export const allowLists: readonly Dnsbl[] = [
  addressList({
    zone: 'list.dnswl.org',
    name: 'DNSWL',
    kinds: ['ipv4', 'ipv6'],
    purpose: 'allow',
    weight: 'notice',
    coding: dnswlCoding,
    refusals: dnswlRefusals,
    terms: 'free for small volumes',
    seen: '2026-08',
    delisting: 'https://www.dnswl.org/',
  }),
  addressList({
    zone: 'wl.mailspike.net',
    name: 'Mailspike WL',
    purpose: 'allow',
    weight: 'notice',
    coding: octets({
      17: { meaning: 'possibly legitimate' },
      18: { meaning: 'good reputation' },
      19: { meaning: 'very good reputation' },
      20: { meaning: 'excellent reputation' },
    }),
    seen: '2026-08',
    delisting: 'https://mailspike.io/ip_verify',
  }),
];

/** Lists that tell a fact about an address or domain, which says little about its own mail. */
export const informationLists: readonly Dnsbl[] = [
  addressList({
    zone: 'dnsbl-2.uceprotect.net',
    name: 'UCEPROTECT level 2',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({ 2: { meaning: 'the network around it has entries in level 1' } }),
    terms: 'lists whole networks for some of their addresses',
    seen: '2026-03',
    delisting: 'https://www.uceprotect.net/en/rblcheck.php',
  }),
  addressList({
    zone: 'dnsbl-3.uceprotect.net',
    name: 'UCEPROTECT level 3',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({ 2: { meaning: 'the provider has many entries in level 1' } }),
    terms: 'lists whole providers for some of their addresses',
    seen: '2026-03',
    delisting: 'https://www.uceprotect.net/en/rblcheck.php',
  }),
  addressList({
    zone: 'ips.backscatterer.org',
    name: 'Backscatterer',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({ 2: { meaning: 'it sends bounces or callouts to forged senders' } }),
    seen: '2026-03',
    delisting: 'https://www.backscatterer.org/?target=test',
  }),
  addressList({
    zone: 'torexit.dan.me.uk',
    name: 'Tor exits (dan.me.uk)',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({ 100: { meaning: 'an exit of the Tor network' } }),
    seen: '2026-03',
    delisting: 'https://www.dan.me.uk/dnsbl',
  }),
  addressList({
    zone: 'score.senderscore.com',
    usedBy: 'Comcast, La Poste',
    name: 'Validity Sender Score',
    purpose: 'inform',
    access: 'registration',
    weight: 'notice',
    coding: {
      form: 'values',
      values: Object.fromEntries(
        Array.from({ length: 101 }, (_, score) => [
          `127.0.4.${score}`,
          { meaning: `a score of ${score} of 100` },
        ]),
      ),
    },
    terms: 'for registered resolvers only',
    seen: '2026-02',
    delisting: 'https://senderscore.org/',
  }),
  domainList({
    zone: 'fresh15.spameatingmonkey.net',
    name: 'Spam Eating Monkey FRESH15',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({ 2: { meaning: 'registered within the last 15 days' } }),
    seen: '2026-03',
    delisting: 'https://spameatingmonkey.com/lookup',
  }),
];

import { phrase, type Words } from '../../text/say.ts';
import type { Coding, Dnsbl } from '../list.ts';
import { addressList, domainList, octets, terms } from './forms.ts';

/** By their number in a code of DNSWL. */
const trusts: readonly Words[] = [
  { en: 'none', fr: 'nulle' },
  { en: 'low', fr: 'faible' },
  { en: 'medium', fr: 'moyenne' },
  { en: 'high', fr: 'élevée' },
];

/** 127.0.<category>.<trust>: who it is, and how far it is trusted. */
const dnswlCoding: Coding = {
  form: 'values',
  values: Object.fromEntries(
    Array.from({ length: 19 }, (_, index) => index + 2).flatMap((category) =>
      trusts.map((trust, level) => {
        const words = {
          en: 'category {category}, trust {trust}',
          fr: 'catégorie {category}, confiance {trust}',
        };
        return [`127.0.${category}.${level}`, { meaning: phrase(words, { category, trust }) }];
      }),
    ),
  ),
};

const dnswlRefusals = Object.fromEntries(
  [0, ...Array.from({ length: 19 }, (_, index) => index + 2)].map((octet) => [
    `127.0.${octet}.255`,
    { en: 'too many questions, or a public resolver', fr: 'trop de requêtes, ou résolveur public' },
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
    terms: terms.smallVolumes,
    seen: '2026-08',
    delisting: 'https://www.dnswl.org/',
  }),
  addressList({
    zone: 'wl.mailspike.net',
    name: 'Mailspike WL',
    purpose: 'allow',
    weight: 'notice',
    coding: octets({
      17: { meaning: { en: 'possibly legitimate', fr: 'peut-être légitime' } },
      18: { meaning: { en: 'good reputation', fr: 'bonne réputation' } },
      19: { meaning: { en: 'very good reputation', fr: 'très bonne réputation' } },
      20: { meaning: { en: 'excellent reputation', fr: 'excellente réputation' } },
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
    coding: octets({
      2: {
        meaning: {
          en: 'the network around it has entries in level 1',
          fr: "le réseau qui l'entoure a des inscriptions au niveau 1",
        },
      },
    }),
    terms: {
      en: 'lists whole networks for some of their addresses',
      fr: 'inscrit des réseaux entiers pour quelques-unes de leurs adresses',
    },
    seen: '2026-03',
    delisting: 'https://www.uceprotect.net/en/rblcheck.php',
  }),
  addressList({
    zone: 'dnsbl-3.uceprotect.net',
    name: 'UCEPROTECT level 3',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({
      2: {
        meaning: {
          en: 'the provider has many entries in level 1',
          fr: "l'opérateur a beaucoup d'inscriptions au niveau 1",
        },
      },
    }),
    terms: {
      en: 'lists whole providers for some of their addresses',
      fr: 'inscrit des opérateurs entiers pour quelques-unes de leurs adresses',
    },
    seen: '2026-03',
    delisting: 'https://www.uceprotect.net/en/rblcheck.php',
  }),
  addressList({
    zone: 'ips.backscatterer.org',
    name: 'Backscatterer',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({
      2: {
        meaning: {
          en: 'it sends bounces or callouts to forged senders',
          fr: "envoi d'avis de non-remise ou de vérifications à des expéditeurs usurpés",
        },
      },
    }),
    seen: '2026-03',
    delisting: 'https://www.backscatterer.org/?target=test',
  }),
  addressList({
    zone: 'torexit.dan.me.uk',
    name: 'Tor exits (dan.me.uk)',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({
      100: { meaning: { en: 'an exit of the Tor network', fr: 'nœud de sortie du réseau Tor' } },
    }),
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
          { meaning: phrase({ en: 'a score of {score} of 100', fr: 'score de {score} sur 100' }, { score }) },
        ]),
      ),
    },
    terms: { en: 'for registered resolvers only', fr: 'pour les résolveurs déclarés seulement' },
    seen: '2026-02',
    delisting: 'https://senderscore.org/',
  }),
  domainList({
    zone: 'fresh15.spameatingmonkey.net',
    name: 'Spam Eating Monkey FRESH15',
    purpose: 'inform',
    weight: 'notice',
    coding: octets({
      2: {
        meaning: {
          en: 'registered within the last 15 days',
          fr: 'domaine enregistré depuis moins de 15 jours',
        },
      },
    }),
    seen: '2026-03',
    delisting: 'https://spameatingmonkey.com/lookup',
  }),
];

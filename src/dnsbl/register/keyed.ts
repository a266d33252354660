import type { Dnsbl } from '../list.ts';
import { zenCoding, zenUsers } from './addresses.ts';
import { dblCoding, dblRefusals, dblUsers } from './domains.ts';
import { addressList, categories, domainList, spamhausRefusals, terms } from './forms.ts';

const abusix = {
  access: 'key',
  weight: 'error',
  terms: { en: 'an account is needed', fr: 'un compte est nécessaire' },
  seen: '2026-03',
  delisting: 'https://lookup.abusix.com/',
} as const;

/** Lists that answer only those whose key stands in the name. */
export const keyedLists: readonly Dnsbl[] = [
  addressList({
    zone: '<key>.zen.dq.spamhaus.net',
    usedBy: zenUsers,
    name: 'Spamhaus ZEN (DQS)',
    kinds: ['ipv4', 'ipv6'],
    access: 'key',
    key: { service: 'spamhaus', replaces: 'zen.spamhaus.org' },
    weight: 'critical',
    coding: zenCoding,
    refusals: spamhausRefusals,
    terms: terms.queryService,
    seen: '2026-08',
    delisting: 'https://check.spamhaus.org/',
  }),
  domainList({
    zone: '<key>.dbl.dq.spamhaus.net',
    usedBy: dblUsers,
    name: 'Spamhaus DBL (DQS)',
    access: 'key',
    key: { service: 'spamhaus', replaces: 'dbl.spamhaus.org' },
    names: 'any',
    weight: 'critical',
    coding: dblCoding,
    refusals: dblRefusals,
    test: { listed: ['test', 'dbltest.com'], unlisted: 'invalid' },
    terms: terms.queryService,
    seen: '2026-08',
    delisting: 'https://check.spamhaus.org/',
  }),
  addressList({
    zone: '<key>.combined.mail.abusix.zone',
    usedBy: 'Orange',
    name: 'Abusix Combined',
    kinds: ['ipv4', 'ipv6'],
    key: { service: 'abusix', replaces: null },
    coding: categories([2, 3, 4, 11, 12]),
    ...abusix,
  }),
  domainList({
    zone: '<key>.dblack.mail.abusix.zone',
    usedBy: 'Orange',
    name: 'Abusix Domain Black',
    key: { service: 'abusix', replaces: null },
    coding: categories([2, 3]),
    ...abusix,
  }),
];

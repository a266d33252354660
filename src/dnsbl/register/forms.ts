import { phrase, type Words } from '../../text/say.ts';
import type { Coding, Dnsbl, ListEntry } from '../list.ts';

/** The points that RFC 5782 §5 demands of a list of IPv4 addresses: 127.0.0.2 and 127.0.0.1. */
export const addressTest: Dnsbl['test'] = { listed: ['2.0.0.127'], unlisted: '1.0.0.127' };

/** The points that RFC 5782 §5 demands of a list of IPv6 addresses: ::ffff:7f00:2 and ::ffff:7f00:1. */
export const ipv6Test: Dnsbl['test'] = {
  listed: ['2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0'],
  unlisted: '1.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0',
};

/** The points that RFC 5782 §5 demands of a list of domains. */
export const domainTest: Dnsbl['test'] = { listed: ['test'], unlisted: 'invalid' };

const unnamed: ListEntry = {
  meaning: { en: 'listed, without a category', fr: 'inscription sans catégorie' },
};

/** Answers that say no more than "listed" (RFC 5782 §2.1). */
export function plain(...codes: readonly string[]): Coding {
  const all = codes.length > 0 ? codes : ['127.0.0.2'];
  return { form: 'values', values: Object.fromEntries(all.map((code) => [code, unnamed])) };
}

/** The last octet of 127.0.0.x, with its meaning. */
export function octets(meanings: Readonly<Record<number, ListEntry>>): Coding {
  const values = Object.entries(meanings).map(([octet, entry]) => [`127.0.0.${octet}`, entry] as const);
  return { form: 'values', values: Object.fromEntries(values) };
}

/** For each code a meaning that claims no more than the category number. */
export function categories(numbers: readonly number[]): Coding {
  const words = { en: 'category {number} of the list', fr: 'catégorie {number} de la liste' };
  return octets(
    Object.fromEntries(numbers.map((number) => [number, { meaning: phrase(words, { number }) }])),
  );
}

type Required = 'zone' | 'name' | 'weight' | 'seen' | 'delisting';

/** An open blocklist of IPv4 addresses that follows RFC 5782 to the letter, but for what is said. */
export function addressList(list: Pick<Dnsbl, Required> & Partial<Dnsbl>): Dnsbl {
  return {
    kinds: ['ipv4'],
    purpose: 'block',
    access: 'open',
    terms: null,
    coding: plain(),
    refusals: {},
    test: addressTest,
    ...list,
  };
}

/** An open blocklist of domains that follows RFC 5782 to the letter, but for what is said. */
export function domainList(list: Pick<Dnsbl, Required> & Partial<Dnsbl>): Dnsbl {
  return addressList({ kinds: ['domain'], test: domainTest, names: 'registrable', ...list });
}

export const spamhausRefusals = {
  '127.255.255.252': { en: 'the name of the list is mistyped', fr: 'le nom de la liste est mal écrit' },
  '127.255.255.254': { en: 'public or open resolver', fr: 'résolveur public ou ouvert' },
  '127.255.255.255': { en: 'too many questions', fr: 'trop de requêtes' },
};

/** Terms of several lists. */
export const terms = {
  smallVolumes: { en: 'free for small volumes', fr: 'gratuit pour de petits volumes' },
  smallUse: {
    en: 'free for small, non-commercial use; public resolvers are refused',
    fr: 'gratuit pour un petit usage non commercial ; résolveurs publics refusés',
  },
  queryService: {
    en: 'a key of the Data Query Service is needed',
    fr: 'une clé du Data Query Service est nécessaire',
  },
} as const satisfies Readonly<Record<string, Words>>;

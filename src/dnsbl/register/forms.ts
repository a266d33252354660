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

const unnamed: ListEntry = { meaning: 'listed, without a category' };

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
  return octets(Object.fromEntries(numbers.map((n) => [n, { meaning: `category ${n} of the list` }])));
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
  '127.255.255.252': 'the name of the list is mistyped',
  '127.255.255.254': 'public or open resolver',
  '127.255.255.255': 'too many questions',
};

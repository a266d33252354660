import type { Ip } from '../text/ip.ts';
import { phrase, type Said } from '../text/say.ts';

/** Words that networks put into the names of addresses they hand out. */
const dynamicWord = /(?:^|[.-])(dynamic|dhcp|dialup|dial-up|pppoe)(?=[.\d-]|$)/;

/** Words that mail services use as well: they tell something beside two numbers only, `pool-71-255`. */
const weakWord = /(?:^|[.-])(pool|dyn|ppp|adsl|dsl)(?=[.\d-]|$)/;

/** Digits written without separator or padding are too short to prove anything: 1.1.1.1 would be found in "1111". */
function decimal(octets: readonly number[]): RegExp {
  const separated = octets.map((octet) => `0{0,2}${octet}`).join('[._-]');
  const padded = octets.map((octet) => String(octet).padStart(3, '0')).join('');
  return new RegExp(`(?<!\\d)(?:${separated}|${padded})(?!\\d)`);
}

const hex = (octets: readonly number[]) =>
  octets.map((octet) => octet.toString(16).padStart(2, '0')).join('');

/** All nibbles in one run, or the eight groups apart. */
function ipv6Patterns({ octets }: Ip): RegExp[] {
  const all = hex(octets);
  const groups = Array.from({ length: 8 }, (_, i) =>
    Number.parseInt(all.slice(4 * i, 4 * i + 4), 16).toString(16),
  );
  const grouped = groups.map((group) => `0{0,3}${group}`).join('[.-]');
  return [new RegExp(all), new RegExp(`(?<![0-9a-f])${grouped}(?![0-9a-f])`)];
}

function addressPatterns(ip: Ip): RegExp[] {
  if (ip.family === 6) return ipv6Patterns(ip);
  const reversed = ip.octets.toReversed();
  const whole = (octets: readonly number[]) => new RegExp(`(?<![0-9a-f])${hex(octets)}(?![0-9a-f])`);
  return [decimal(ip.octets), decimal(reversed), whole(ip.octets), whole(reversed)];
}

/**
 * What makes a PTR name look as if a network had generated it: the address written into it, or a word for handed-out
 * addresses beside digits. null where nothing clear does: part of an address, as mail services use it, is not enough.
 */
export function genericSign(name: string, ip: Ip): Said | null {
  const lower = name.toLowerCase();
  if (addressPatterns(ip).some((pattern) => pattern.test(lower))) {
    return { en: 'the address itself', fr: "l'adresse elle-même" };
  }
  const numbers = lower.match(/\d+/g)?.length ?? 0;
  const word = (numbers > 0 && dynamicWord.exec(lower)) || (numbers > 1 && weakWord.exec(lower));
  if (!word) return null;
  const words = { en: 'the word "{word}" beside digits', fr: 'le mot « {word} » à côté de chiffres' };
  return phrase(words, { word: word[1] ?? '' });
}

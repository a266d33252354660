/** An address as its octets: 4 or 16. */
export interface Ip {
  readonly family: 4 | 6;
  readonly octets: readonly number[];
}

const dot = 0x2e;
const zero = 0x30;

/** Char by char: an audit reads thousands of them. RFC 7208 §12 qnum: no leading zero, at most 255. */
function parseIpv4(text: string): number[] | null {
  if (text.length < 7 || text.length > 15) return null;
  const octets: number[] = [];
  let octet = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : dot;
    if (code === dot) {
      if (octet < 0 || octet > 255) return null;
      octets.push(octet);
      octet = -1;
    } else {
      const digit = code - zero;
      if (digit < 0 || digit > 9 || octet === 0) return null;
      octet = octet < 0 ? digit : octet * 10 + digit;
    }
  }
  return octets.length === 4 ? octets : null;
}

function parseGroups(text: string): number[] | null {
  if (text === '') return [];
  const octets: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const tail = index === groups.length - 1 ? parseIpv4(group) : null;
      if (!tail) return null;
      octets.push(...tail);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return null;
      const value = Number.parseInt(group, 16);
      octets.push(value >> 8, value & 255);
    }
  }
  return octets;
}

function parseIpv6(text: string): number[] | null {
  const gap = text.indexOf('::');
  if (gap < 0) {
    const octets = parseGroups(text);
    return octets?.length === 16 ? octets : null;
  }
  const head = parseGroups(text.slice(0, gap));
  const tail = parseGroups(text.slice(gap + 2));
  // "::" stands for at least one group (RFC 4291 §2.2).
  if (!head || !tail || head.length % 2 !== 0 || head.length + tail.length > 14) return null;
  if (text.slice(0, gap).includes('.')) return null;
  return [...head, ...Array.from({ length: 16 - head.length - tail.length }, () => 0), ...tail];
}

/** An IPv4 dotted quad or an IPv6 address (RFC 4291 §2.2), without zone or prefix; null for anything else. */
export function parseIp(text: string): Ip | null {
  if (text.length > 45) return null;
  const four = parseIpv4(text);
  if (four) return { family: 4, octets: four };
  const six = text.includes(':') ? parseIpv6(text) : null;
  return six ? { family: 6, octets: six } : null;
}

/** An IPv4-mapped IPv6 address as its IPv4 one; others unchanged. */
export function unmapped(ip: Ip): Ip {
  const mapped = ip.family === 6 && ip.octets.slice(0, 10).every((octet) => octet === 0);
  if (!mapped || ip.octets[10] !== 255 || ip.octets[11] !== 255) return ip;
  return { family: 4, octets: ip.octets.slice(12) };
}

/** Text of an IPv4-mapped IPv6 address, `::ffff:192.0.2.1`. */
export function isMapped(text: string): boolean {
  const ip = parseIp(text);
  return ip?.family === 6 && unmapped(ip).family === 4;
}

/** The canonical text of an address; IPv6 as RFC 5952 has it. */
export function formatIp(ip: Ip): string {
  if (ip.family === 4) return ip.octets.join('.');
  const groups = Array.from(
    { length: 8 },
    (_, i) => ((ip.octets[2 * i] ?? 0) << 8) | (ip.octets[2 * i + 1] ?? 0),
  );
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  const hex = (from: number, to: number) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return best.start < 0 ? hex(0, 8) : `${hex(0, best.start)}::${hex(best.start + best.length, 8)}`;
}

/** The labels of an address in reverse, for PTR names and blocklists: octets or nibbles (RFC 5782 §2.1, §2.4). */
export function reversedLabels(ip: Ip): string {
  if (ip.family === 4) return ip.octets.toReversed().join('.');
  const nibbles = ip.octets.flatMap((octet) => [octet >> 4, octet & 15]);
  return nibbles
    .toReversed()
    .map((nibble) => nibble.toString(16))
    .join('.');
}

/** The name of the PTR record of an address. */
export function reverseName(ip: Ip): string {
  return `${reversedLabels(ip)}.${ip.family === 4 ? 'in-addr' : 'ip6'}.arpa`;
}

/** The first `prefix` bits of both are equal; addresses of different families never match. */
export function inNetwork(ip: Ip, network: Ip, prefix: number): boolean {
  if (ip.family !== network.family) return false;
  let bits = prefix;
  for (let index = 0; bits > 0 && index < ip.octets.length; index += 1, bits -= 8) {
    const differ = (ip.octets[index] ?? 0) ^ (network.octets[index] ?? 0);
    if (bits >= 8 ? differ !== 0 : differ >> (8 - bits) !== 0) return false;
  }
  return true;
}

export function sameIp(a: Ip, b: Ip): boolean {
  return inNetwork(a, b, a.family === 4 ? 32 : 128);
}

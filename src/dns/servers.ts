import { InputError, quoted } from '../domain.ts';
import { parseIp } from '../text/ip.ts';
import { phrase } from '../text/say.ts';

/** Where a DNS server listens. */
export interface Endpoint {
  readonly family: 4 | 6;
  /** With the zone index where the text has one. */
  readonly address: string;
  readonly port: number;
}

/** `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1`, `[2001:db8::1]:53`; a zone index may follow an IPv6 address. */
const forms = [
  /^(?<address>[\d.]+)(?::(?<port>\d{1,5}))?$/,
  /^\[(?<address>[\da-f:.]+)(?<zone>%\w+)?\](?::(?<port>\d{1,5}))?$/i,
  /^(?<address>[\da-f:.]+)(?<zone>%\w+)?$/i,
];

const noServer = {
  en: '{text} is no DNS server; give an IP address, with a port where it is not 53, such as 192.0.2.1:5353 or [2001:db8::1]:5353',
  fr: "{text} n'est pas un serveur DNS ; indiquer une adresse IP, avec le port si ce n'est pas 53, comme 192.0.2.1:5353 ou [2001:db8::1]:5353",
} as const;

/**
 * Reads a DNS server's address; the port is 53 where none is given.
 * @throws InputError
 */
export function parseEndpoint(text: string): Endpoint {
  const groups = forms.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  const ip = parseIp(groups?.['address'] ?? '');
  const port = groups?.['port'] === undefined ? 53 : Number(groups['port']);
  if (groups && ip && port > 0 && port < 65_536) {
    return { family: ip.family, address: `${groups['address']}${groups['zone'] ?? ''}`, port };
  }
  throw new InputError(phrase(noServer, { text: quoted(text) }));
}

/**
 * Checks a DNS server's address, since the runtime aborts on port 0 and takes 99999 modulo 65536.
 * @throws InputError
 */
export function parseServer(text: string): string {
  parseEndpoint(text);
  return text;
}

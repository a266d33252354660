import { InputError, quoted } from '../domain.ts';
import { parseIp } from '../text/ip.ts';

/** `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1`, `[2001:db8::1]:53`; a zone index may follow an IPv6 address. */
const forms = [
  /^(?<address>[\d.]+)(?::(?<port>\d{1,5}))?$/,
  /^\[(?<address>[\da-f:.]+)(?:%\w+)?\](?::(?<port>\d{1,5}))?$/i,
  /^(?<address>[\da-f:.]+)(?:%\w+)?$/i,
];

/**
 * Checks a DNS server's address, since the runtime aborts on port 0 and takes 99999 modulo 65536.
 * @throws InputError
 */
export function parseServer(text: string): string {
  const groups = forms.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  const port = groups?.['port'] === undefined ? 53 : Number(groups['port']);
  if (groups && parseIp(groups['address'] ?? '') && port > 0 && port < 65_536) return text;
  throw new InputError(
    `${quoted(text)} is no DNS server; give an IP address, with a port where it is not 53, such as 192.0.2.1:5353 or [2001:db8::1]:5353`,
  );
}

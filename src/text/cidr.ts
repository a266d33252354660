import { formatIp, inNetwork, parseIp } from './ip.ts';

/** The most bits behind the prefix: a /24, or a /120. */
const hostBits = 8;

/** What a text in CIDR notation is. */
export type Network =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly problem: 'malformed' | 'too-large' | 'host-bits' };

/** The addresses of a network such as `192.0.2.0/28`, in order; null for a text without a slash. */
export function networkOf(text: string): Network | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const ip = parseIp(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  const length = ip?.family === 4 ? 32 : 128;
  const prefix = Number(digits);
  if (!ip || !/^\d{1,3}$/.test(digits) || prefix > length) return { ok: false, problem: 'malformed' };
  const bits = length - prefix;
  if (bits > hostBits) return { ok: false, problem: 'too-large' };
  const last = ip.octets.at(-1) ?? 0;
  const first = { ...ip, octets: [...ip.octets.slice(0, -1), last & (256 - 2 ** bits)] };
  if (!inNetwork(ip, first, length)) return { ok: false, problem: 'host-bits' };
  const addresses = Array.from({ length: 2 ** bits }, (_, index) =>
    formatIp({ ...ip, octets: [...ip.octets.slice(0, -1), last + index] }),
  );
  return { ok: true, addresses };
}

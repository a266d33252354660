import { unspaced } from '../text/tag-list.ts';

/** One address of `rua` or `ruf` (RFC 9989 §4.8, dmarc-uri). */
export interface DmarcUri {
  /** As written, without its size limit. */
  readonly text: string;
  /** Lower case; null where there is none. */
  readonly scheme: string | null;
  /** Of a valid `mailto:`, decoded; otherwise null. */
  readonly address: string | null;
  /** Domain of the address, lower case; null where there is none. */
  readonly domain: string | null;
  /** An obsolete size limit, `10m`; null where there is none. */
  readonly size: string | null;
  /** Syntactically valid, whether or not a receiver supports the scheme. */
  readonly valid: boolean;
  /** UTF-16 offsets into the record, `end` exclusive, the size limit included. */
  readonly start: number;
  readonly end: number;
}

const maxUris = 50;
/**
 * The characters of RFC 3986 without comma and exclamation mark, which RFC 9989 §4.8 wants encoded, and at most one
 * fragment. What stands where is left open: no receiver need support another scheme than mailto.
 */
const uri =
  /^([a-z][a-z0-9+.-]*):((?:[a-z0-9._~:/?[\]@$&'()*+;=-]|%[0-9a-f]{2})+(?:#(?:[a-z0-9._~:/?@$&'()*+;=-]|%[0-9a-f]{2})*)?)$/i;
const localPart = /^[^\s@/?#[\]"(),:;<>\\]+$/;
const host = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

function decoded(text: string): string {
  return text.replace(/%([2-7][0-9a-f])/gi, (_, octet: string) =>
    String.fromCharCode(Number.parseInt(octet, 16)),
  );
}

/** The mailbox of a `mailto:` without its header fields; null where it is none. */
function mailbox(rest: string): { address: string; domain: string } | null {
  const [to = ''] = rest.split('?', 1);
  const at = to.lastIndexOf('@');
  const [local, domain] = [to.slice(0, Math.max(at, 0)), to.slice(at + 1)];
  if (!localPart.test(local) || domain.length > 253 || !host.test(domain)) return null;
  return { address: `${decoded(local)}@${domain}`, domain: domain.toLowerCase() };
}

function readUri(written: string, start: number): DmarcUri {
  const limit = /!(\d+[kmgt]?)$/i.exec(written);
  const text = limit ? written.slice(0, limit.index) : written;
  const parts = uri.exec(text);
  const scheme = parts?.[1]?.toLowerCase() ?? null;
  const box = scheme === 'mailto' ? mailbox(parts?.[2] ?? '') : null;
  return {
    text,
    scheme,
    address: box?.address ?? null,
    domain: box?.domain ?? null,
    size: limit?.[1] ?? null,
    valid: parts !== null && (scheme !== 'mailto' || box !== null),
    start,
    end: start + written.length,
  };
}

/** Reads a comma-separated list of report addresses that begins at `offset`; at most 50 are read. */
export function parseUris(value: string, offset: number): DmarcUri[] {
  const uris: DmarcUri[] = [];
  let from = 0;
  for (const part of value.split(',', maxUris)) {
    const written = unspaced(part);
    uris.push(readUri(written, offset + from + part.indexOf(written)));
    from += part.length + 1;
  }
  return uris;
}

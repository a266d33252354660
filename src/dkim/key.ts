import type { Tag } from '../text/tag-list.ts';
import { isWrappedEd25519, readRsaPublicKey } from './der.ts';
import { type DkimFault, type DkimProblem, type DkimRecord, parseDkimRecord } from './parse.ts';

export type KeyMaterial =
  | {
      readonly type: 'rsa';
      /** True length of the modulus. */
      readonly bits: number;
      /** null where it is longer than six octets. */
      readonly exponent: number | null;
    }
  | { readonly type: 'ed25519' };

/** A key record and the key in it. */
export interface DkimKey extends DkimRecord {
  /** null where `p=` is empty, absent, or holds no key of the type that `k=` names. */
  readonly key: KeyMaterial | null;
}

interface Material {
  readonly key: KeyMaterial | null;
  readonly problems: readonly DkimProblem[];
}

/** Every other fault of the key leaves verifiers nothing to verify with. */
const tolerated: ReadonlySet<DkimFault> = new Set(['key-unpadded', 'key-trailing']);

function without(code: DkimFault, tag: Tag): Material {
  return { key: null, problems: [problem(code, tag.valueStart, tag.end)] };
}

function problem(code: DkimFault, start: number, end: number): DkimProblem {
  return { code, tag: 'p', start, end, fatal: !tolerated.has(code) };
}

interface Decoded {
  readonly octets: Uint8Array;
  /** The final `=` are as they should be. */
  readonly padded: boolean;
  /** The last digit belongs to an octet. */
  readonly even: boolean;
}

/** The octets of a base64 value, white space inside it allowed (RFC 6376 §2.10), or where it stops being one. */
function decode(tag: Tag): Decoded | DkimProblem {
  const { value, valueStart } = tag;
  const equals = value.indexOf('=');
  const digitsEnd = equals < 0 ? value.length : equals;
  const [digits, padding] = [value.slice(0, digitsEnd), value.slice(digitsEnd)];
  const inDigits = digits.search(/[^A-Za-z0-9+/\t\r\n ]/);
  const inPadding = padding.search(/[^=\t\r\n ]/);
  if (inDigits >= 0 || inPadding >= 0) {
    const at = valueStart + (inDigits >= 0 ? inDigits : digitsEnd + inPadding);
    return problem('key-not-base64', at, at + 1);
  }
  const compact = digits.replace(/[\t\r\n ]+/g, '');
  const filler = padding.replace(/[\t\r\n ]+/g, '');
  const padded = (compact.length + filler.length) % 4 === 0 && filler.length <= 2;
  return { octets: Buffer.from(compact, 'base64'), padded, even: compact.length % 4 !== 1 };
}

function readEd25519(octets: Uint8Array, tag: Tag): Material {
  if (octets.length === 32) return { key: { type: 'ed25519' }, problems: [] };
  if (isWrappedEd25519(octets)) return without('ed25519-wrapped', tag);
  return without(typeof readRsaPublicKey(octets) === 'string' ? 'ed25519-length' : 'key-type-mismatch', tag);
}

function readRsa(octets: Uint8Array, tag: Tag): Material {
  const read = readRsaPublicKey(octets);
  if (typeof read !== 'string') {
    const { bits, exponent, trailing } = read;
    const problems = trailing ? [problem('key-trailing', tag.valueStart, tag.end)] : [];
    return { key: { type: 'rsa', bits, exponent }, problems };
  }
  if (octets.length === 32 || isWrappedEd25519(octets)) return without('key-type-mismatch', tag);
  return without(read === 'truncated' ? 'key-truncated' : 'key-unreadable', tag);
}

function readMaterial(record: DkimRecord): Material {
  const tag = record.tags.find(({ name }) => name === 'p');
  if (!tag || record.revoked) return { key: null, problems: [] };
  const decoded = decode(tag);
  if ('code' in decoded) return { key: null, problems: [decoded] };
  const { octets, padded, even } = decoded;
  const { keyType } = record;
  const read = keyType === 'rsa' ? readRsa : readEd25519;
  const known = keyType === 'rsa' || keyType === 'ed25519';
  const { key, problems }: Material = known ? read(octets, tag) : { key: null, problems: [] };
  if (problems.some(({ code }) => code === 'key-truncated')) return { key, problems };
  if (!even) return without('key-uneven', tag);
  const unpadded = padded ? [] : [problem('key-unpadded', tag.valueStart, tag.end)];
  return { key, problems: [...unpadded, ...problems] };
}

/**
 * Reads a DKIM key record (RFC 6376 §3.6.1, RFC 8463), whatever the text.
 * @param text the strings of one TXT record, joined
 */
export function parseDkimKey(text: string): DkimKey {
  const record = parseDkimRecord(text);
  const { key, problems } = readMaterial(record);
  return {
    ...record,
    key,
    problems: [...record.problems, ...problems].toSorted((a, b) => a.start - b.start),
  };
}

/** A verifier can check a signature with it. */
export function isUsable(key: DkimKey): boolean {
  return key.key !== null && !key.problems.some(({ fatal }) => fatal);
}

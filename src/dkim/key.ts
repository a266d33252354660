import type { Tag } from '../text/tag-list.ts';
import { decodeBase64 } from './base64.ts';
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
  const decoded = decodeBase64(tag);
  if (typeof decoded === 'number')
    return { key: null, problems: [problem('key-not-base64', decoded, decoded + 1)] };
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

/** The modulus of an RSA key; null for any other. */
export function modulusOf({ key, tags }: DkimKey): bigint | null {
  const tag = tags.find(({ name }) => name === 'p');
  if (key?.type !== 'rsa' || !tag) return null;
  const decoded = decodeBase64(tag);
  const read = typeof decoded === 'number' ? 'unreadable' : readRsaPublicKey(decoded.octets);
  return typeof read === 'string' ? null : BigInt(`0x${Buffer.from(read.modulus).toString('hex')}`);
}

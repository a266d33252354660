/** Why octets are no RSA public key. */
export type DerFault = 'truncated' | 'unreadable';

export interface RsaPublicKey {
  /** Length of the modulus without its leading zeros. */
  readonly bits: number;
  /** Big-endian, without leading zeros. */
  readonly modulus: Uint8Array;
  /** null where it is longer than six octets. */
  readonly exponent: number | null;
  /** Octets follow the key. */
  readonly trailing: boolean;
}

/** Where the content of a DER element lies. */
interface Element {
  readonly start: number;
  readonly end: number;
}

const sequence = 0x30;
const integer = 0x02;
const bitString = 0x03;
const objectIdentifier = 0x06;
/** 1.2.840.113549.1.1.1 */
const rsaEncryption = '2a864886f70d010101';

function hex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** Where the content of the element at `offset` lies by its own account; null for a length that DER does not have. */
function extent(der: Uint8Array, offset: number): Element | null {
  const first = der[offset + 1] ?? 0;
  const start = offset + 2;
  if (first < 0x80) return { start, end: start + first };
  const count = first & 0x7f;
  if (count === 0 || count > 3) return null;
  let length = 0;
  for (let i = 0; i < count; i += 1) length = length * 256 + (der[start + i] ?? 0);
  return { start: start + count, end: start + count + length };
}

/** The element at `offset`, of the tag that the structure asks for here, ending by `limit`. */
function expect(der: Uint8Array, tag: number, offset: number, limit: number): Element | null {
  const content = extent(der, offset);
  return der[offset] === tag && content && content.end <= limit ? content : null;
}

/** The magnitude of a positive INTEGER; null for zero and below. */
function magnitude(der: Uint8Array, element: Element): Uint8Array | null {
  const octets = der.subarray(element.start, element.end);
  if ((octets[0] ?? 0x80) >= 0x80) return null;
  const first = octets.findIndex((octet) => octet !== 0);
  return first < 0 ? null : octets.subarray(first);
}

/** RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER } (RFC 8017 A.1.1). */
function readNumbers(der: Uint8Array, outer: Element): Omit<RsaPublicKey, 'trailing'> | null {
  const modulus = expect(der, integer, outer.start, outer.end);
  const exponent = modulus && expect(der, integer, modulus.end, outer.end);
  const n = modulus && magnitude(der, modulus);
  const e = exponent && magnitude(der, exponent);
  if (!n || !e) return null;
  const value = e.length > 6 ? null : e.reduce((sum, octet) => sum * 256 + octet, 0);
  // No even exponent and no 1 has an inverse that would sign.
  if ((e.at(-1) ?? 0) % 2 === 0 || value === 1) return null;
  return { bits: n.length * 8 - Math.clz32((n[0] ?? 0) << 24), modulus: n, exponent: value };
}

/** The RSAPublicKey inside a SubjectPublicKeyInfo (RFC 5280 §4.1) that names rsaEncryption. */
function unwrap(der: Uint8Array, outer: Element): Element | null {
  const algorithm = expect(der, sequence, outer.start, outer.end);
  const oid = algorithm && expect(der, objectIdentifier, algorithm.start, algorithm.end);
  if (!algorithm || !oid || hex(der.subarray(oid.start, oid.end)) !== rsaEncryption) return null;
  const bits = expect(der, bitString, algorithm.end, outer.end);
  return bits && der[bits.start] === 0 ? expect(der, sequence, bits.start + 1, bits.end) : null;
}

/** Reads an RSA public key, bare or inside a SubjectPublicKeyInfo, both of which verifiers take. */
export function readRsaPublicKey(der: Uint8Array): RsaPublicKey | DerFault {
  const outer = expect(der, sequence, 0, der.length);
  if (!outer) return der[0] === sequence && extent(der, 0) ? 'truncated' : 'unreadable';
  const inner = der[outer.start] === sequence ? unwrap(der, outer) : outer;
  const key = inner && readNumbers(der, inner);
  return key ? { ...key, trailing: outer.end < der.length } : 'unreadable';
}

/** The SubjectPublicKeyInfo of an Ed25519 key before its 32 octets (RFC 8410 §4). */
const ed25519Prefix = '302a300506032b6570032100';

export function isWrappedEd25519(der: Uint8Array): boolean {
  return der.length === 44 && hex(der.subarray(0, 12)) === ed25519Prefix;
}

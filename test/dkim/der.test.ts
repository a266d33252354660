import { describe, expect, it } from 'vitest';
import { isWrappedEd25519, readRsaPublicKey } from '../../src/dkim/der.ts';

/** An element of DER; its length takes as many octets as `count`, or as few as it can. */
function element(tag: number, content: readonly number[], count?: number): number[] {
  const { length } = content;
  if (count === undefined && length < 0x80) return [tag, length, ...content];
  const octets = count ?? (length < 0x100 ? 1 : 2);
  const bytes = Array.from({ length: octets }, (_, i) => Math.floor(length / 256 ** (octets - 1 - i)) % 256);
  return [tag, 0x80 + octets, ...bytes, ...content];
}

const [sequence, integer, bitString, objectIdentifier] = [0x30, 0x02, 0x03, 0x06];
const modulus = [0x00, 0xc5, ...Array.from({ length: 63 }, (_, i) => i)];
const exponent = [0x01, 0x00, 0x01];
const rsaEncryption = element(objectIdentifier, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01]);
const algorithm = element(sequence, [...rsaEncryption, 0x05, 0x00]);

const numbers = (n: readonly number[] = modulus, e: readonly number[] = exponent) => [
  ...element(integer, n),
  ...element(integer, e),
];
const bare = (n?: readonly number[], e?: readonly number[]) => element(sequence, numbers(n, e));
const wrapped = (parts: { algorithm?: number[]; bits?: number[] } = {}) =>
  element(sequence, [
    ...(parts.algorithm ?? algorithm),
    ...(parts.bits ?? element(bitString, [0x00, ...bare()])),
  ]);

const read = (der: readonly number[]) => readRsaPublicKey(Uint8Array.from(der));
const key = { bits: 512, modulus: Uint8Array.from(modulus.slice(1)), exponent: 65537, trailing: false };

describe('an RSA public key in DER', () => {
  it.each<[string, number[]]>([
    ['bare', bare()],
    ['in a SubjectPublicKeyInfo', wrapped()],
    ['whose lengths take an octet more', element(sequence, numbers(), 2)],
    [
      'whose lengths take three',
      element(sequence, [...element(integer, modulus, 3), ...element(integer, exponent)]),
    ],
    ['with leading zeros', bare([0, 0, ...modulus], [0, ...exponent])],
    ['with more after its numbers', element(sequence, [...numbers(), 0x05, 0x00])],
  ])('is read: %s', (_, der) => {
    expect(read(der)).toEqual(key);
  });

  it.each<[number, number]>([
    [0xff, 512],
    [0x80, 512],
    [0x7f, 511],
    [0x40, 511],
    [0x02, 506],
    [0x01, 505],
  ])('whose modulus begins with %i has %i bits', (first, bits) => {
    expect(read(bare([0x00, first, ...modulus.slice(2)]))).toMatchObject({ bits });
  });

  it.each<[string, number[], number | null]>([
    ['3', [3], 3],
    ['six octets', [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff], 0x7fffffffffff],
    ['seven octets', [0x01, 0, 0, 0, 0, 0, 0x01], null],
  ])('has an exponent: %s', (_, e, value) => {
    expect(read(bare(modulus, e))).toMatchObject({ exponent: value });
  });

  it('says of octets that follow', () => {
    expect(read([...wrapped(), 0])).toEqual({ ...key, trailing: true });
  });

  it.each<[string, number[]]>([
    ['bare', bare()],
    ['in a SubjectPublicKeyInfo', wrapped()],
  ])('is truncated wherever it is cut off: %s', (_, der) => {
    for (let length = 2; length < der.length; length += 1)
      expect(read(der.slice(0, length))).toBe('truncated');
  });

  it.each<[string, number[]]>([
    ['nothing', []],
    ['no sequence', [0x31, ...bare().slice(1)]],
    ['an empty sequence', [sequence, 0]],
    ['a length of four octets', element(sequence, numbers(), 4)],
    [
      'a modulus with a length of four',
      element(sequence, [...element(integer, modulus, 4), ...element(integer, exponent)]),
    ],
    ['an indefinite length', [sequence, 0x80, ...numbers(), 0, 0]],
    [
      'a modulus that is no integer',
      element(sequence, [...element(0x04, modulus), ...element(integer, exponent)]),
    ],
    [
      'an exponent that is none',
      element(sequence, [...element(integer, modulus), ...element(0x04, exponent)]),
    ],
    ['no exponent', element(sequence, element(integer, modulus))],
    ['a modulus longer than the sequence', [sequence, 4, integer, 3, 1, 1, integer, 1, 3]],
    ['a modulus below zero', bare(modulus.slice(1))],
    ['an exponent below zero', bare(modulus, [0x81])],
    ['an empty modulus', bare([])],
    ['a modulus of 0', bare([0, 0])],
    ['an exponent of 0', bare(modulus, [0])],
    ['an exponent of 1', bare(modulus, [1])],
    ['an even exponent', bare(modulus, [1, 0])],
    ['an even exponent of seven octets', bare(modulus, [1, 0, 0, 0, 0, 0, 0])],
    ['another algorithm', wrapped({ algorithm: element(sequence, [...rsaEncryption.slice(0, -1), 0x0a]) })],
    ['an algorithm without a name', wrapped({ algorithm: [sequence, 0] })],
    [
      'an algorithm whose name is none',
      wrapped({ algorithm: element(sequence, [0x04, ...rsaEncryption.slice(1)]) }),
    ],
    ['an algorithm that runs past the end', [sequence, 4, sequence, 9, 1, 1]],
    ['no bit string', wrapped({ bits: [] })],
    ['an octet string for it', wrapped({ bits: element(0x04, [0x00, ...bare()]) })],
    ['unused bits', wrapped({ bits: element(bitString, [0x01, ...bare()]) })],
    ['an empty bit string', wrapped({ bits: [bitString, 0] })],
    [
      'no sequence in the bit string',
      wrapped({ bits: element(bitString, [0x00, 0x31, ...bare().slice(1)]) }),
    ],
    [
      'a sequence longer than the bit string',
      wrapped({ bits: element(bitString, [0x00, ...bare().slice(0, -1)]) }),
    ],
  ])('is none: %s', (_, der) => {
    expect(read(der)).toBe('unreadable');
  });
});

describe('an Ed25519 key in a SubjectPublicKeyInfo', () => {
  const prefix = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
  const octets = Array.from({ length: 32 }, (_, i) => i);
  it.each<[string, number[], boolean]>([
    ['32 octets behind their prefix', [...prefix, ...octets], true],
    ['an octet too many', [...prefix, ...octets, 0], false],
    ['an octet too few', [...prefix, ...octets.slice(1)], false],
    ['Ed448', [...prefix.with(8, 0x71), ...octets], false],
  ])('%s', (_, der, yes) => {
    expect(isWrappedEd25519(Uint8Array.from(der))).toBe(yes);
  });
});

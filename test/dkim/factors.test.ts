import { checkPrimeSync, generateKeyPairSync, generatePrimeSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sharesPrime, weaknessOf } from '../../src/dkim/factors.ts';

const prime = (bits: number) => generatePrimeSync(bits, { bigint: true });

function nextPrime(after: bigint): bigint {
  let one = after + 2n;
  while (!checkPrimeSync(one)) one += 2n;
  return one;
}

/** A prime as the library of CVE-2017-15361 made them: k·M + (65537^a mod M). */
function rocaPrime(bits: number): bigint {
  const primes = Array.from({ length: 166 }, (_, i) => i + 2).filter((n) => checkPrimeSync(BigInt(n)));
  const m = primes.reduce((product, one) => product * BigInt(one), 1n);
  let power = 1n;
  for (let a = 0; a < 65_537 + (bits % 7); a += 1) power = (power * 65_537n) % m;
  for (let k = (1n << BigInt(bits - 1)) / m + 1n; ; k += 1n) {
    const candidate = k * m + power;
    if (checkPrimeSync(candidate)) return candidate;
  }
}

const modulus = (bits: number) => {
  const { n = '' } = generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' });
  return BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`);
};

describe('weaknessOf', () => {
  it.each([1024, 2048, 4096])('finds nothing in a sound key of %i bits', (bits) => {
    expect(weaknessOf(modulus(bits))).toBeNull();
  });

  it.each([2n, 3n, 9973n])('finds the factor %s', (factor) => {
    expect(weaknessOf(factor * prime(1020))).toBe('small-factor');
  });

  it('finds primes next to each other, and a prime with itself', () => {
    const one = prime(512);
    expect(weaknessOf(one * nextPrime(one))).toBe('close-primes');
    expect(weaknessOf(one * one)).toBe('close-primes');
  });

  it('finds the fingerprint of the smart-card library', () => {
    const [one, other] = [rocaPrime(512), rocaPrime(511)];
    expect(weaknessOf(one * other)).toBe('roca');
    // One such prime alone does not make it.
    expect(weaknessOf(one * prime(512))).toBeNull();
  });

  it('does not look into moduli beyond 8192 bits', () => {
    expect(weaknessOf(3n << 8200n)).toBeNull();
    expect(weaknessOf(3n << 8189n)).toBe('small-factor');
  });
});

describe('sharesPrime', () => {
  const [p, q, r] = [prime(512), prime(512), prime(512)];

  it.each([
    ['a prime in common', p * q, q * r, true],
    ['none in common', p * q, r * prime(512), false],
    ['the same key', p * q, p * q, false],
    ['a key too long to look into', (p * q) << 8000n, q * r, false],
  ])('%s', (_, one, other, shared) => {
    expect(sharesPrime(one, other)).toBe(shared);
    expect(sharesPrime(other, one)).toBe(shared);
  });
});

/**
 * Why an RSA modulus is no secret's match: `small-factor`: a small prime divides it; `close-primes`: its two primes are
 * so near each other that the square root betrays them; `roca`: it has the fingerprint of CVE-2017-15361.
 */
export type Weakness = 'small-factor' | 'close-primes' | 'roca';

/** Longer keys are not looked into: what they cost here is their owner's to choose. */
const longest = 8192;

function primesBelow(limit: number): number[] {
  const sieve = new Uint8Array(limit);
  const primes: number[] = [];
  for (let n = 2; n < limit; n += 1) {
    if (sieve[n]) continue;
    primes.push(n);
    for (let multiple = n * n; multiple < limit; multiple += n) sieve[multiple] = 1;
  }
  return primes;
}

const smallPrimes = primesBelow(10_000).map(BigInt);

/** For each odd prime the residues that powers of 65537 have. */
function powersOf65537(): ReadonlyMap<bigint, ReadonlySet<bigint>> {
  const residues = new Map<bigint, Set<bigint>>();
  for (const prime of smallPrimes.filter((one) => one > 2n && one <= 167n)) {
    const powers = new Set<bigint>();
    for (let power = 1n; !powers.has(power); power = (power * 65537n) % prime) powers.add(power);
    residues.set(prime, powers);
  }
  return residues;
}

const fingerprint = powersOf65537();

/**
 * A library of smart cards made primes of the form k·M + (65537^a mod M), M a product of small primes (Nemec et al.,
 * CCS 2017): modulo each of these the modulus is then a power of 65537. One other key in some 10^8 is so by chance.
 */
function isRoca(modulus: bigint): boolean {
  return [...fingerprint].every(([prime, powers]) => powers.has(modulus % prime));
}

/** Integer square root by Newton's method. */
function root(square: bigint): bigint {
  if (square < 2n) return square;
  let guess = 1n << BigInt(square.toString(16).length * 2);
  for (;;) {
    const next = (guess + square / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

const steps = 100n;

/** Fermat's method, a few steps of it: enough for primes that agree in their upper half. */
function hasClosePrimes(modulus: bigint): boolean {
  const floor = root(modulus);
  const start = floor * floor === modulus ? floor : floor + 1n;
  for (let a = start; a < start + steps; a += 1n) {
    const rest = a * a - modulus;
    // Squares end in these hexadecimal digits alone.
    if (![0n, 1n, 4n, 9n].includes(rest & 15n)) continue;
    const b = root(rest);
    if (b * b === rest) return true;
  }
  return false;
}

/** What makes a modulus easy to factor, as far as a quick look tells; null where nothing does. */
export function weaknessOf(modulus: bigint): Weakness | null {
  if (modulus >> BigInt(longest) > 0n) return null;
  if (smallPrimes.some((prime) => modulus % prime === 0n)) return 'small-factor';
  if (isRoca(modulus)) return 'roca';
  return hasClosePrimes(modulus) ? 'close-primes' : null;
}

function commonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

/** Two different keys share a prime: then everybody can compute both private keys. */
export function sharesPrime(one: bigint, other: bigint): boolean {
  if (one === other || one >> BigInt(longest) > 0n || other >> BigInt(longest) > 0n) return false;
  return commonDivisor(one, other) > 1n;
}

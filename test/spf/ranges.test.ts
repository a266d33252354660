import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claims,
  countOf,
  everyAddress,
  joined,
  lessRanges,
  networkRange,
  type Range,
} from '../../src/spf/ranges.ts';
import { parseIp } from '../../src/text/ip.ts';

const range = (first: number, last: number): Range => ({ first: BigInt(first), last: BigInt(last) });

function network(text: string, prefix: number): Range {
  const ip = parseIp(text);
  if (!ip) throw new Error(text);
  return networkRange(ip, prefix);
}

const someRange = fc.tuple(fc.nat(60), fc.nat(12)).map(([first, length]) => range(first, first + length));
const some = fc.array(someRange, { maxLength: 8 });
const within = (ranges: readonly Range[], at: number) =>
  ranges.some(({ first, last }) => first <= BigInt(at) && BigInt(at) <= last);
const points = Array.from({ length: 80 }, (_, at) => at);

describe('networks as ranges', () => {
  it.each([
    ['192.0.2.77', 24, 3221225984n, 256n],
    ['192.0.2.77', 32, 3221226061n, 1n],
    ['255.255.255.255', 0, 0n, 2n ** 32n],
    ['2001:db8::1', 64, 0x20010db8n << 96n, 2n ** 64n],
    ['::', 0, 0n, 2n ** 128n],
  ])('%s/%i', (text, prefix, first, count) => {
    const found = network(text, prefix);
    expect(found.first).toBe(first);
    expect(countOf([found])).toBe(count);
  });

  it('hold every address of a family', () => {
    expect(everyAddress(4)).toEqual([network('0.0.0.0', 0)]);
    expect(everyAddress(6)).toEqual([network('::', 0)]);
  });
});

describe('sets of addresses, point by point', () => {
  it('are joined', () => {
    fc.assert(
      fc.property(some, (ranges) => {
        const union = joined(ranges);
        for (const at of points) expect(within(union, at)).toBe(within(ranges, at));
        for (const [index, { first }] of union.entries())
          if (index > 0) expect(first).toBeGreaterThan((union[index - 1]?.last ?? 0n) + 1n);
        expect(countOf(union)).toBe(BigInt(points.filter((at) => within(ranges, at)).length));
      }),
    );
  });

  it('are taken from each other', () => {
    fc.assert(
      fc.property(some, some, (ranges, taken) => {
        const left = lessRanges(joined(ranges), joined(taken));
        for (const at of points) expect(within(left, at)).toBe(within(ranges, at) && !within(taken, at));
      }),
    );
  });

  it('go to the first who wants them, then to the second', () => {
    fc.assert(
      fc.property(fc.array(some.map(joined), { maxLength: 6 }), (claimants) => {
        const found = claims(claimants);
        for (const at of points) {
          const wanting = claimants.flatMap((ranges, index) => (within(ranges, at) ? [index] : []));
          const claim = found.find((one) => within([one], at));
          expect([claim?.owner, claim?.heir ?? undefined]).toEqual([wanting[0], wanting[1]]);
        }
      }),
    );
  });

  it('cost no more than sorting, whatever a record lists', () => {
    const same = Array.from({ length: 10_000 }, () => [range(0, 5)]);
    expect(claims(same)).toHaveLength(1);
  });
});

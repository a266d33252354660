import fc from 'fast-check';
import { isIP } from 'node:net';
import { describe, expect, it } from 'vitest';
import { formatIp, inNetwork, isMapped, parseIp, reverseName, sameIp, unmapped } from '../../src/text/ip.ts';

describe('parseIp and formatIp', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['2001:db8::', '2001:db8::'],
    ['2001:db8:0:1:0:0:0:1', '2001:db8:0:1::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
  ])('%s is written %s', (text, canonical) => {
    const ip = parseIp(text);
    expect(ip && formatIp(ip)).toBe(canonical);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4/24',
    ':::',
    '1::2::3',
    '12345::',
    'g::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1.2.3.4::',
    '::1.2.3',
    'fe80::1%eth0',
  ])('%j is no address', (text) => {
    expect(parseIp(text)).toBeNull();
  });

  it('agrees with the runtime on what an address is', () => {
    const likely = fc.stringMatching(/^[0-9a-f:.]{2,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), likely), (text) => {
        expect(parseIp(text)?.family ?? 0).toBe(isIP(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('prints what parses to the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const ip = parseIp(text);
        const again = ip && parseIp(formatIp(ip));
        expect(ip && again && sameIp(ip, again)).toBe(true);
      }),
    );
  });
});

describe('what is made of addresses', () => {
  const ip = (text: string) => parseIp(text) ?? { family: 4 as const, octets: [] };

  it('has reverse names', () => {
    expect(reverseName(ip('192.0.2.1'))).toBe('1.2.0.192.in-addr.arpa');
    expect(reverseName(ip('2001:db8::1'))).toBe(`1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`);
  });

  it('reads IPv4-mapped ones as IPv4', () => {
    expect(formatIp(unmapped(ip('::ffff:192.0.2.1')))).toBe('192.0.2.1');
    expect(formatIp(unmapped(ip('::fffe:192.0.2.1')))).toBe('::fffe:c000:201');
  });

  it.each([
    ['::ffff:192.0.2.1', true],
    ['::ffff:c000:201', true],
    ['::fffe:192.0.2.1', false],
    ['2001:db8::1', false],
    ['192.0.2.1', false],
    ['mail.example', false],
  ])('%s is mapped: %s', (text, mapped) => {
    expect(isMapped(text)).toBe(mapped);
  });

  it.each([
    ['192.0.2.1', '192.0.2.0', 24, true],
    ['192.0.3.1', '192.0.2.0', 24, false],
    ['192.0.3.1', '192.0.2.0', 23, true],
    ['192.0.2.1', '192.0.2.2', 32, false],
    ['203.0.113.9', '0.0.0.0', 0, true],
    ['2001:db8::1', '0.0.0.0', 0, false],
    ['2001:db8:1::', '2001:db8::', 47, true],
    ['2001:db8:2::', '2001:db8::', 47, false],
  ])('%s in %s/%i: %s', (address, network, prefix, inside) => {
    expect(inNetwork(ip(address), ip(network), prefix)).toBe(inside);
  });
});

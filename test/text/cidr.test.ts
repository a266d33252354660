import { describe, expect, it } from 'vitest';
import { networkOf } from '../../src/text/cidr.ts';

describe('a network in CIDR notation', () => {
  it.each([
    ['192.0.2.8/30', 4, '192.0.2.8', '192.0.2.11'],
    ['192.0.2.0/24', 256, '192.0.2.0', '192.0.2.255'],
    ['192.0.2.7/32', 1, '192.0.2.7', '192.0.2.7'],
    ['2001:db8::/120', 256, '2001:db8::', '2001:db8::ff'],
    ['2001:db8::fe/127', 2, '2001:db8::fe', '2001:db8::ff'],
  ])('%s has %i addresses, %s to %s', (text, count, first, last) => {
    const network = networkOf(text);
    if (!network?.ok) throw new Error('a network');
    expect(new Set(network.addresses).size).toBe(count);
    expect([network.addresses[0], network.addresses.at(-1)]).toEqual([first, last]);
  });

  it.each([
    ['192.0.2.0/23', 'too-large'],
    ['10.0.0.0/8', 'too-large'],
    ['::/0', 'too-large'],
    ['192.0.2.1/24', 'host-bits'],
    ['2001:db8::1/126', 'host-bits'],
    ['192.0.2.0/33', 'malformed'],
    ['192.0.2.0/', 'malformed'],
    ['192.0.2.0/-1', 'malformed'],
    ['192.0.2/24', 'malformed'],
    ['example.com/24', 'malformed'],
  ])('%s is %s', (text, problem) => {
    expect(networkOf(text)).toEqual({ ok: false, problem });
  });

  it('is nothing without a slash', () => {
    expect(networkOf('192.0.2.1')).toBeNull();
  });
});

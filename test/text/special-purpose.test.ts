import { describe, expect, it } from 'vitest';
import { parseIp } from '../../src/text/ip.ts';
import { specialPurpose } from '../../src/text/special-purpose.ts';

describe('specialPurpose', () => {
  it.each([
    ['10.255.255.255', 'private'],
    ['11.0.0.0', null],
    ['100.63.255.255', null],
    ['100.64.0.0', 'shared'],
    ['100.127.255.255', 'shared'],
    ['100.128.0.0', null],
    ['127.0.0.2', 'loopback'],
    ['169.254.1.1', 'link-local'],
    ['172.15.255.255', null],
    ['172.16.0.0', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', null],
    ['192.168.1.1', 'private'],
    ['0.0.0.0', 'unspecified'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['8.8.8.8', null],
    ['192.0.2.1', null],
    ['198.51.100.1', null],
    ['203.0.113.1', null],
    ['2001:db8::1', null],
    ['2001:4860::1', null],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['::2', null],
    ['fc00::1', 'private'],
    ['fdff::1', 'private'],
    ['fe00::1', null],
    ['fe80::1', 'link-local'],
    ['ff02::1', 'multicast'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:192.0.2.1', null],
  ])('%s is %s', (text, purpose) => {
    const ip = parseIp(text);
    expect(ip && specialPurpose(ip)).toBe(purpose);
  });
});

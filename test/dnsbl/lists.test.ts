import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/dnsbl/interpret.ts';
import { defaultLists } from '../../src/dnsbl/lists.ts';
import { covers, queryName } from '../../src/dnsbl/names.ts';

describe('the lists', () => {
  it('cover addresses and domains', () => {
    expect(defaultLists.filter(({ kinds }) => kinds.includes('ipv4')).length).toBeGreaterThanOrEqual(10);
    expect(defaultLists.filter(({ kinds }) => kinds.includes('domain')).length).toBeGreaterThanOrEqual(4);
    expect(new Set(defaultLists.map(({ zone }) => zone)).size).toBe(defaultLists.length);
  });

  it.each(defaultLists.map((list) => [list.zone, list] as const))(
    '%s is told apart from addresses',
    (_zone, list) => {
      expect(list.kinds.includes('domain')).toBe(list.kinds.length === 1 && list.kinds[0] === 'domain');
      expect(list.delisting).toMatch(/^https:\/\//);
      for (const refusal of Object.keys(list.refusals)) {
        expect(interpret({ status: 'found', records: [refusal] }, list).outcome).toBe('refused');
      }
    },
  );
});

describe('the name to ask', () => {
  it.each([
    ['192.0.2.99', '99.2.0.192.bad.example.com', 'RFC 5782 §2.1'],
    [
      '2001:db8:1:2:3:4:567:89ab',
      'b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.bad.example.com',
      'RFC 5782 §2.4',
    ],
    ['::ffff:192.0.2.99', '99.2.0.192.bad.example.com', 'a mapped address is the IPv4 one'],
    ['invalid.edu', 'invalid.edu.bad.example.com', 'RFC 5782 §3'],
  ])('for %s', (subject, name) => {
    expect(queryName(subject, 'bad.example.com')).toBe(name);
  });

  it.each([
    ['192.0.2.1', 'ipv4', true],
    ['::ffff:192.0.2.1', 'ipv4', true],
    ['2001:db8::1', 'ipv4', false],
    ['2001:db8::1', 'ipv6', true],
    ['192.0.2.1', 'domain', false],
    ['example.test', 'domain', true],
    ['example.test', 'ipv4', false],
  ] as const)('%s at a list of %s: %s', (subject, kind, known) => {
    expect(covers({ kinds: [kind] }, subject)).toBe(known);
  });
});

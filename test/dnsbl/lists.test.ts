import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/dnsbl/interpret.ts';
import { chooseLists } from '../../src/dnsbl/register/choose.ts';
import { goneList, goneLists } from '../../src/dnsbl/register/gone.ts';
import { defaultLists, register } from '../../src/dnsbl/register/index.ts';
import { listOf } from './support.ts';
import { covers, queryName } from '../../src/dnsbl/names.ts';

describe('the register', () => {
  const blocking = register.filter(({ purpose }) => purpose === 'block');

  it('holds at least thirty living lists of addresses and ten of domains', () => {
    const open = blocking.filter(({ access }) => access !== 'key');
    expect(open.filter(({ kinds }) => !kinds.includes('domain')).length).toBeGreaterThanOrEqual(30);
    expect(open.filter(({ kinds }) => kinds.includes('domain')).length).toBeGreaterThanOrEqual(10);
    expect(new Set(register.map(({ zone }) => zone)).size).toBe(register.length);
  });

  it('asks by default those that receivers are known to go by', () => {
    expect(defaultLists.map(({ zone }) => zone)).toEqual([
      'zen.spamhaus.org',
      'b.barracudacentral.org',
      'bl.spamcop.net',
      'psbl.surriel.com',
      'bl.mailspike.net',
      'all.spamrats.com',
      'dnsbl.dronebl.org',
      'dbl.spamhaus.org',
      'multi.surbl.org',
      'multi.uribl.com',
    ]);
  });

  it.each(register.map((list) => [list.zone, list] as const))('%s is described in full', (zone, list) => {
    expect(list.kinds.includes('domain')).toBe(list.kinds.length === 1 && list.kinds[0] === 'domain');
    expect(list.delisting).toMatch(/^https:\/\//);
    expect(list.seen).toMatch(/^202\d-(?:0[1-9]|1[0-2])$/);
    expect(zone.includes('<key>')).toBe(list.access === 'key');
    expect(list.key !== undefined).toBe(list.access === 'key');
    expect(goneList(zone)).toBeNull();
    for (const refusal of Object.keys(list.refusals)) {
      expect(interpret({ status: 'found', records: [refusal] }, list).outcome).toBe('refused');
    }
  });

  it.each(register.map((list) => [list.zone, list] as const))(
    '%s finds its own test entry listed',
    (_, list) => {
      const { coding } = list;
      const codes = coding.form === 'values' ? Object.keys(coding.values) : ['127.0.0.254'];
      for (const code of codes)
        expect(interpret({ status: 'found', records: [code] }, list)).toMatchObject({ outcome: 'listed' });
      expect(interpret({ status: 'found', records: ['127.0.0.1'] }, list).outcome).not.toBe('listed');
      expect(interpret({ status: 'found', records: ['203.0.113.1'] }, list).outcome).toBe('unknown');
    },
  );
});

describe('the choice of lists', () => {
  const zones = (...names: string[]) => chooseLists(names).map(({ zone }) => zone);
  const keys = new Set(['spamhaus' as const]);
  const own = { ...listOf('bl.spamcop.net'), zone: 'bl.example.test', name: 'Own' };

  it('takes names for zones, each once, whatever their case', () => {
    expect(zones('bl.spamcop.net', 'BL.SpamCop.net.')).toEqual(['bl.spamcop.net']);
    expect(zones('default')).toEqual(defaultLists.map(({ zone }) => zone));
    expect(zones('all').length).toBe(register.filter(({ access }) => access !== 'key').length);
  });

  it('takes a list of the register as the user describes it', () => {
    const described = { ...listOf('psbl.surriel.com'), name: 'Described' };
    const chosen = (name: string) => chooseLists([name], { lists: [described], keys: new Set() });
    for (const name of ['default', 'all', 'psbl.surriel.com'])
      expect(chosen(name).filter(({ zone }) => zone === described.zone)).toEqual([described]);
  });

  it('takes in the lists that a key opens, in the place of the open ones', () => {
    const chosen = chooseLists(['default'], { lists: [own], keys }).map(({ zone }) => zone);
    expect(chosen).toContain('<key>.zen.dq.spamhaus.net');
    expect(chosen).toContain('bl.example.test');
    expect(chosen).not.toContain('zen.spamhaus.org');
    expect(chosen).not.toContain('<key>.combined.mail.abusix.zone');
  });

  it.each([
    ['dnsbl.sorbs.net', 'was shut down and answers nothing: it would clear everybody (since 2024-06-05)'],
    ['relays.ordb.org', 'since 2006'],
    ['sbl.nszones.com', 'copies the data of others without leave: do not rely on it (since 2009-12)'],
    ['cbl.abuseat.org', 'ask zen.spamhaus.org (since 2023-02)'],
    ['spam.dnsbl.anonmails.de', 'answers outside 127.0.0.0/8'],
    ['list.example.com', 'is no list that presend knows'],
    ['<key>.combined.mail.abusix.zone', 'PRESEND_ABUSIX_KEY'],
  ])('refuses %s', (zone, reason) => {
    expect(() => chooseLists([zone])).toThrow(reason);
  });

  it('knows no list as living and gone', () => {
    expect(goneLists.length).toBeGreaterThan(50);
    for (const { since, zone } of goneLists) {
      expect(since).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
      expect(zone).toMatch(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
    }
  });
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

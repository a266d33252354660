import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/program.ts';
import type { DnsblLookup } from '../../src/index.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { captureOutput } from './captured.ts';

const key = 'k3yOfNobody99';

/** Every default list works but three: emptied, wildcarded and refusing. */
const zone = `good.test. A 192.0.2.80
good.test. TXT "v=spf1 ip4:203.0.113.7 -all"
2.0.0.127.zen.spamhaus.org. A 127.0.0.2
7.113.0.203.zen.spamhaus.org. A 127.0.0.4
7.113.0.203.zen.spamhaus.org. TXT "https://www.spamhaus.org/query/ip/203.0.113.7"
2.0.0.127.bl.spamcop.net. A 127.0.0.2
2.0.0.127.psbl.surriel.com. A 127.0.0.2
1.0.0.127.psbl.surriel.com. A 127.0.0.2
2.0.0.127.bl.mailspike.net. A 127.0.0.2
38.0.0.127.all.spamrats.com. A 127.0.0.38
2.0.0.127.dnsbl.dronebl.org. A 127.255.255.254
test.dbl.spamhaus.org. A 127.0.1.2
bad.test.dbl.spamhaus.org. A 127.0.1.2
2.0.0.127.list.dnswl.org. A 127.0.2.0
9.113.0.203.list.dnswl.org. A 127.0.5.2
2.0.0.127.bl.own.test. A 127.0.0.2
8.113.0.203.bl.own.test. A 127.0.0.9
2.0.0.127.bl.odd.test. A 127.0.0.2
*.113.0.203.bl.odd.test. A 127.0.0.77
2.0.0.127.${key}.zen.dq.spamhaus.net. A 127.0.0.2
7.113.0.203.${key}.zen.dq.spamhaus.net. A 127.0.0.4
7.113.0.203.${key}.zen.dq.spamhaus.net. TXT "asked with ${key.toUpperCase()}"
test.${key}.dbl.dq.spamhaus.net. A 127.0.1.2
`;

const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')) as object,
);

let folder: string;
const caught = captureOutput();
const file = (name: string) => join(folder, name);
const dnsbl = (...args: string[]) => main(['dnsbl', ...args, '--zone', file('lists.zone'), '--offline']);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presend-dnsbl-'));
  writeFileSync(file('lists.zone'), zone);
  writeFileSync(
    file('own.json'),
    JSON.stringify({
      lists: [{ zone: 'bl.own.test', name: 'Own', codes: { '127.0.0.2': 'test', '127.0.0.9': 'seen' } }],
    }),
  );
  writeFileSync(file('key.txt'), `${key}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('presend dnsbl of addresses', () => {
  it('draws subjects beside lists, and tells every entry and every gap', async () => {
    expect(await dnsbl('203.0.113.7', '203.0.113.9', '2001:db9::7', 'www.bad.test')).toBe(1);
    const { out } = caught;
    expect(out).toMatch(/^Blocklists +LISTED\n5 subjects beside 10 lists/);
    expect(out).toMatch(/^203\.0\.113\.7 +X \? \. \? \. \. \?$/m);
    expect(out).toMatch(/^203\.0\.113\.9 +\. \? \. \? \. \. \?$/m);
    expect(out).toMatch(/^2001:db9::7 +\. {11}\?$/m);
    expect(out).toMatch(/^bad\.test +X \? \?$/m);
    expect(out).toContain('the list refuses this resolver');
    expect(out).toContain('203.0.113.7  Spamhaus ZEN\n  127.0.0.4, XBL: a hijacked or infected host');
    expect(out).toContain('the list says: https://www.spamhaus.org/query/ip/203.0.113.7');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('takes networks, and leaves out of a long matrix who is on no list', async () => {
    expect(await dnsbl('203.0.113.0/24', '--lists', 'default,list.dnswl.org', '--fail-on', 'never')).toBe(0);
    expect(caught.out).toContain('256 subjects beside 8 lists');
    expect(caught.out).toMatch(/^203\.0\.113\.9 +\. \? \. \? \. \. \? o$/m);
    expect(caught.out).toContain('254 others: on none of these lists, as far as they answer');
    expect(caught.out).not.toContain('none of these lists answers');
  });

  it('says at the top how many lists the verdict is without', async () => {
    expect(await dnsbl('203.0.113.8')).toBe(0);
    expect(caught.out).toMatch(
      /^Blocklists +NOT LISTED\n1 subject beside 7 lists, of which 3 give no verdict; /,
    );
  });

  it('counts the gaps that it does not tell one by one', async () => {
    writeFileSync(file('odd.json'), JSON.stringify({ lists: [{ zone: 'bl.odd.test' }] }));
    expect(await dnsbl('203.0.113.0/24', '--config', file('odd.json'), '--lists', 'bl.odd.test')).toBe(3);
    expect(caught.out).toContain('  and 156 more\n');
  });

  it('names a few of the addresses that no list can hold', async () => {
    expect(await dnsbl('10.0.0.0/24')).toBe(3);
    expect(caught.out).toContain(
      '10.0.0.4 is private or special: no list can hold it\n251 more are private or special\n',
    );
  });

  it('claims nothing of a long matrix where no list answers', async () => {
    expect(await dnsbl('203.0.113.0/24', '--lists', 'psbl.surriel.com')).toBe(3);
    expect(caught.out).toContain('256 others: none of these lists answers for them');
    expect(caught.out).not.toContain('on none of these lists');
  });

  it.each<[string, string[], number, DnsblLookup['verdict']]>([
    ['an entry', ['203.0.113.7'], 1, 'listed'],
    ['none', ['203.0.113.8'], 0, 'not-listed'],
    [
      'an entry in a list that allows',
      ['203.0.113.9', '--lists', 'list.dnswl.org,bl.spamcop.net'],
      0,
      'not-listed',
    ],
    ['no list that answers', ['203.0.113.8', '--lists', 'psbl.surriel.com'], 3, 'unknown'],
    ['gaps, where none is allowed', ['203.0.113.8', '--strict'], 3, 'not-listed'],
    ['an address that no list can hold', ['10.0.0.1'], 3, 'unknown'],
    ['one beside others', ['10.0.0.1', '203.0.113.8'], 0, 'not-listed'],
    ['an entry below --fail-on', ['203.0.113.8', '--config', 'own.json'], 0, 'listed'],
    [
      'an entry below --fail-on beside an address that nobody knows',
      ['203.0.113.8', '2001:db9::7', '--config', 'own.json', '--lists', 'bl.own.test'],
      3,
      'listed',
    ],
    ['an entry at --fail-on', ['203.0.113.8', '--config', 'own.json', '--fail-on', 'warning'], 1, 'listed'],
  ])('%s', async (_, args, code, verdict) => {
    const given = args.map((arg) => (arg === 'own.json' ? file(arg) : arg));
    expect(await dnsbl(...given, '--format', 'json')).toBe(code);
    const document = JSON.parse(caught.out) as { lookup: DnsblLookup };
    validate(document);
    expect(validate.errors).toBeNull();
    expect(document.lookup.verdict).toBe(verdict);
  });

  it.each<[string, string[], string]>([
    [
      'a list that is gone',
      ['203.0.113.7', '--lists', 'dnsbl.sorbs.net'],
      'was shut down and answers nothing',
    ],
    [
      'a list that nobody knows',
      ['203.0.113.7', '--lists', 'bl.nobody.test'],
      'is no list that presend knows',
    ],
    ['a network that is too large', ['10.0.0.0/8'], 'is too large; give networks of at most 256 addresses'],
    ['a network with host bits', ['203.0.113.7/24'], 'has bits set behind its prefix'],
    ['a network that is none', ['203.0.113.0/33'], 'is no network'],
    ['a link', ['https://example.com/'], 'give a domain such as example.com'],
    ['an address that is none', ['203.0.113.700'], 'is no IP address'],
    ['nothing', [], 'name an address or a domain'],
    ['a rate that is none', ['203.0.113.7', '--rate', 'fast'], 'questions a second'],
    [
      'a configuration that is not there',
      ['203.0.113.7', '--config', 'nowhere.json'],
      'cannot read the configuration',
    ],
    ['--lists alone in an audit', ['good.test', '--lists'], '--lists stands alone only in'],
  ])('tells of %s in one line', async (_, args, told) => {
    expect(await dnsbl(...args)).toBe(2);
    expect(caught.err.trim().split('\n')).toHaveLength(1);
    expect(caught.err).toContain(told);
    expect(caught.out).toBe('');
  });

  it('looks up the others where one is none', async () => {
    expect(await dnsbl('203.0.113.7', '203.0.113.700')).toBe(2);
    expect(caught.out).toContain('203.0.113.7  Spamhaus ZEN');
    expect(caught.err).toContain('"203.0.113.700" is no IP address');
  });
});

describe('presend dnsbl of a domain', () => {
  it('draws its addresses and names beside the lists', async () => {
    expect(await dnsbl('good.test')).toBe(1);
    expect(caught.out).toContain('Addresses  single hosts that SPF authorizes: 203.0.113.7');
    expect(caught.out).toContain('\n 9 SURBL\n10 URIBL\n');
    expect(caught.out).toMatch(/^203\.0\.113\.7 +X \? \. \? \. \. \?$/m);
    expect(caught.out).toContain('dnsbl-listed');
  });
});

describe('--hosts', () => {
  it('sets how many hosts of SPF are looked at, and what is left out is said', async () => {
    expect(await dnsbl('good.test', '--hosts', '0', '--fail-on', 'never')).toBe(0);
    expect(caught.out).not.toMatch(/^203\.0\.113\.7 /m);
    expect(caught.out).toContain('left out of those that SPF authorizes: 1');
    expect(caught.out).toMatch(/not all were looked\s+up; left out: 1/);
  });
});

describe('presend dnsbl --lists', () => {
  it('shows the register and how each list stands now', async () => {
    expect(await dnsbl('--lists')).toBe(0);
    expect(caught.out).toContain(
      'Spamhaus ZEN (zen.spamhaus.org)\n  working\n  used by Outlook.com, Exchange Online',
    );
    expect(caught.out).toMatch(/SpamRATS \(all\.spamrats\.com\)\n {2}working\n/);
    expect(caught.out).toContain('Spamhaus ZEN (DQS) (<key>.zen.dq.spamhaus.net)\n  not asked\n');
    expect(caught.out).toContain('PSBL (psbl.surriel.com)\n  no verdict\n');
    expect(caught.out).toContain('Lists of senders to be trusted: 1 of 2 answer as they should');
  });

  it('is a document as well', async () => {
    expect(await dnsbl('--lists', '--format', 'json')).toBe(0);
    validate(JSON.parse(caught.out));
    expect(validate.errors).toBeNull();
  });
});

describe('keys', () => {
  const ways = [
    ['the environment', { PRESEND_SPAMHAUS_KEY: key }],
    ['a file', { PRESEND_SPAMHAUS_KEY_FILE: 'key.txt' }],
  ] as const;

  it.each(ways)('from %s open their lists, and show in no output', async (_, env) => {
    for (const [name, value] of Object.entries(env))
      vi.stubEnv(name, value === 'key.txt' ? file(value) : value);
    const runs = [
      ['dnsbl', '203.0.113.7'],
      ['dnsbl', '203.0.113.7', '--format', 'json'],
      ['dnsbl', '--lists'],
      ['dnsbl', '--lists', '--format', 'json'],
      ['dnsbl', 'good.test'],
      ['audit', 'good.test'],
      ['audit', 'good.test', '--format', 'json'],
    ];
    for (const args of runs) {
      // oxlint-disable-next-line no-await-in-loop -- each prints into the same place
      await main([...args, '--zone', file('lists.zone'), '--offline']);
    }
    expect(caught.out).toContain('<key>.zen.dq.spamhaus.net');
    expect(caught.out).toContain('asked with <key>');
    expect(caught.out).not.toContain('zen.spamhaus.org,');
    expect((caught.out + caught.err).toLowerCase()).not.toContain(key.toLowerCase());
  });

  it('make of a listing at their lists what it is at the open ones', async () => {
    const audit = ['audit', 'good.test', '--ip', '203.0.113.7', '--zone', file('lists.zone'), '--offline'];
    await main([...audit, '--lists', 'zen.spamhaus.org']);
    const open = caught.out.split('Who else')[0] ?? '';
    expect(open).toMatch(/Yahoo, AOL +553 5\.7\.1 /);
    expect(open).toContain('203.0.113.7 is listed by Spamhaus');
    vi.stubEnv('PRESEND_SPAMHAUS_KEY', key);
    const before = caught.out.length;
    await main([...audit, '--lists', '<key>.zen.dq.spamhaus.net']);
    expect(caught.out.slice(before).split('Who else')[0]).toBe(open);
  });

  it('are put into no question that a record of a stranger names', async () => {
    vi.stubEnv('PRESEND_SPAMHAUS_KEY', key);
    const server = await startDnsServer(
      `evil.test. A 192.0.2.80\nevil.test. TXT "v=spf1 include:x.<key>.zen.dq.spamhaus.net -all"\n${zone}`,
    );
    try {
      await main(['audit', 'evil.test', '--lists', 'bl.spamcop.net', '--server', server.server]);
      expect(server.questions.filter(({ name }) => name.includes(key.toLowerCase()))).toEqual([]);
      expect(caught.out).toContain('x.<key>.zen.dq.spamhaus.net');
    } finally {
      await server.close();
    }
  });

  it('go out in the question alone', async () => {
    vi.stubEnv('PRESEND_SPAMHAUS_KEY', key);
    const server = await startDnsServer(zone);
    try {
      const args = ['203.0.113.7', '--lists', '<key>.zen.dq.spamhaus.net', '--server', server.server];
      expect(await main(['dnsbl', ...args])).toBe(1);
      expect(server.questions.map(({ name }) => name)).toContain(
        `7.113.0.203.${key}.zen.dq.spamhaus.net`.toLowerCase(),
      );
    } finally {
      await server.close();
    }
    expect((caught.out + caught.err).toLowerCase()).not.toContain(key.toLowerCase());
  });

  it.each([
    ['PRESEND_SPAMHAUS_KEY', 'not-a-key!', 'PRESEND_SPAMHAUS_KEY holds no key'],
    ['PRESEND_ABUSIX_KEY_FILE', '/nowhere/key', 'which cannot be read'],
    ['PRESEND_ABUSIX_KEY_FILE', '/dev/zero', 'holds no key'],
    [
      'PRESEND_ABUSIX_KEY_FILE',
      'k3yOfNobody99',
      'PRESEND_ABUSIX_KEY_FILE names a file, which cannot be read',
    ],
  ])('%s that cannot be used is told, without its value', async (name, value, told) => {
    vi.stubEnv(name, value);
    expect(await dnsbl('203.0.113.7')).toBe(2);
    expect(caught.err).toContain(told);
    expect(caught.err).not.toMatch(/not-a-key|k3yOf/);
  });

  it('in the name of a list are refused, and not shown', async () => {
    expect(await dnsbl('203.0.113.7', '--lists', `${key}.zen.dq.spamhaus.net`)).toBe(2);
    expect(caught.err).toContain('put it into the environment as PRESEND_SPAMHAUS_KEY');
    writeFileSync(file('keyed.json'), JSON.stringify({ lists: [{ zone: `${key}.black.mail.abusix.zone` }] }));
    expect(await dnsbl('203.0.113.7', '--config', file('keyed.json'))).toBe(2);
    expect(caught.err).toContain('PRESEND_ABUSIX_KEY');
    expect((caught.out + caught.err).toLowerCase()).not.toContain(key.toLowerCase());
  });
});

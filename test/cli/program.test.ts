import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/program.ts';
import { version } from '../../src/index.ts';
import { startDnsServer } from '../support/dns-server.ts';

const zone = `; a domain without a fault, and one with
good.test. MX 10 mx.good.test.
good.test. A 192.0.2.80
mx.good.test. A 192.0.2.10
good.test. TXT "v=spf1 ip4:192.0.2.0/24 -all"
bad.test. MX 10 mx.good.test.
bad.test. TXT "v=spf1 ip4:192.0.2.300 -all"
xn--mnchen-3ya.test. TXT "v=spf1 -all"
xn--mnchen-3ya.test. MX 10 mx.good.test.
`;

let folder: string;
let out: string;
let err: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presend-cli-'));
  writeFileSync(join(folder, 'good.zone'), zone);
  writeFileSync(join(folder, 'bad.zone'), 'good.test. TXT "v=spf1 -all"\ngood.test. A 192.0.2.300\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const offline = () => ['--zone', join(folder, 'good.zone'), '--offline'];
const spf = (...args: string[]) => main(['spf', ...args, ...offline()]);

describe('wrong input: one line that names it and says how to mend it, exit 2', () => {
  it.each([
    ['an empty name', [''], '""'],
    ['a name without a dot', ['foo'], '"foo" has no dot'],
    ['a hyphen in front', ['-a.com'], '-a.com'],
    [
      'a hyphen in front, after --',
      ['--', '-a.com'],
      '"-a.com" has a label that begins or ends with a hyphen',
    ],
    ['a name of 300 octets', [`${'abcdefghi.'.repeat(30)}com`], '303 characters long'],
    ['an IP address', ['192.0.2.1'], '"192.0.2.1" is an IP address'],
    ['an unknown format', ['good.test', '--format', 'xml'], 'xml'],
    ['an unknown severity', ['good.test', '--fail-on', 'bad'], 'bad'],
    ['an unknown option', ['good.test', '--formt', 'json'], '--formt'],
    ['a time that is none', ['good.test', '--timeout', 'soon'], 'soon'],
    ['a time of nothing', ['good.test', '--deadline', '0'], "'0'"],
    ['an address that is none', ['good.test', '--ip', '192.0.2.300'], '"192.0.2.300" is no IP address'],
    ['a selector that is none', ['good.test', '--selector', 'a b'], '"a b" is no DKIM selector'],
    ['a record for a domain', ['_dmarc.good.test'], 'give the domain, such as good.test'],
    ['no domain', [], 'domain'],
  ])('%s', async (_, args, named) => {
    const separator = args.indexOf('--');
    const code = separator < 0 ? await spf(...args) : await main(['spf', ...offline(), ...args]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^presend: /);
    expect(err).toContain(named);
    expect(out).toBe('');
  });

  it.each([
    [
      'a missing zone file',
      ['--zone', 'nowhere.zone'],
      'cannot read zone file "nowhere.zone": there is no such file',
    ],
    ['a folder for a zone file', ['--zone', '.'], 'it is a folder'],
    ['--offline without a zone', ['--offline'], 'add --zone'],
    ['--offline with a server', ['--offline', '--zone', 'x', '--server', '127.0.0.1'], 'asks nobody'],
    ['a server that is none', ['--server', 'dns.example.com'], 'dns.example.com'],
  ])('%s', async (_, args, named) => {
    expect(await main(['audit', 'good.test', ...args])).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(named);
  });

  it('a zone file with a bad line: the line is named', async () => {
    expect(await main(['audit', 'good.test', '--zone', join(folder, 'bad.zone'), '--offline'])).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('line 2');
    expect(err).toContain('192.0.2.300');
  });

  it('an option without its value', async () => {
    expect(await main(['spf', 'good.test', '--ip'])).toBe(2);
    expect(err).toContain('--ip');
  });

  it('an unknown command, with what was meant', async () => {
    expect(await main(['audti', 'good.test'])).toBe(2);
    expect(err).toContain("unknown command 'audti'");
    expect(err).toContain('audit');
  });

  it('nothing at all: the help, on standard error', async () => {
    expect(await main([])).toBe(2);
    expect(err).toContain('presend audit example.com');
    expect(out).toBe('');
  });
});

describe('what is accepted where a domain is due', () => {
  it.each([
    ['an address', 'news@good.test', 'good.test'],
    ['a U-label', 'münchen.test', 'xn--mnchen-3ya.test'],
    ['an A-label', 'xn--mnchen-3ya.test', 'xn--mnchen-3ya.test'],
    ['capitals and a final dot', 'GOOD.test.', 'good.test'],
  ])('%s', async (_, input, domain) => {
    expect(await spf(input)).toBe(0);
    expect(out.split('\n')[0]).toContain(domain);
  });
});

describe('what it prints and how it exits', () => {
  it('0 without a finding, and the verdict first', async () => {
    expect(await spf('good.test')).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^good\.test +READY$/);
    expect(err).toBe('');
  });

  it('1 with one', async () => {
    expect(await spf('bad.test')).toBe(1);
    expect(out).toContain('spf-syntax');
  });

  it('0 where nothing is grave enough', async () => {
    expect(await spf('bad.test', '--fail-on', 'critical')).toBe(0);
    expect(await spf('bad.test', '--fail-on', 'never')).toBe(0);
  });

  it('the gravest code over several domains, and the work on the others is not lost', async () => {
    expect(await spf('good.test', 'foo', 'bad.test')).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toContain('good.test');
    expect(out).toContain('bad.test');
  });

  it('3 where the DNS is silent or refuses, and never a finding', async () => {
    const server = await startDnsServer(zone, [
      { name: 'good.test', type: 'TXT', kind: 'SERVFAIL', delayMs: 0 },
    ]);
    try {
      expect(await main(['spf', 'good.test', '--server', server.server, '--timeout', '0.3'])).toBe(3);
      expect(out).toContain('COULD NOT TELL');
      expect(out).not.toContain('spf-missing:');
    } finally {
      await server.close();
    }
  });

  it('3 where there is no server at all', async () => {
    expect(await main(['audit', 'good.test', '--server', '127.0.0.1:9', '--timeout', '0.3'])).toBe(3);
    expect(out.split('\n')[0]).toMatch(/COULD NOT TELL$/);
  });

  it('one JSON document, whatever the number of domains', async () => {
    expect(await spf('good.test', 'bad.test', '--format', 'json')).toBe(1);
    const document = JSON.parse(out) as { reports: { subject: { domain: string } }[] };
    expect(document.reports.map(({ subject }) => subject.domain)).toEqual(['good.test', 'bad.test']);
  });

  it('no escape sequence into a pipe or with NO_COLOR, but with --color', async () => {
    await spf('bad.test');
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/\u001b/);
    await spf('bad.test', '--color');
    // oxlint-disable-next-line no-control-regex
    expect(out).toMatch(/\u001b\[/);
  });

  it('no line wider than 80 columns into a pipe', async () => {
    await main(['audit', 'bad.test', ...offline()]);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('the version and the help, exit 0', async () => {
    expect(await main(['--version'])).toBe(0);
    expect(out.trim()).toBe(version);
    expect(await main(['audit', '--help'])).toBe(0);
    expect(out).toContain('Exit codes');
  });
});

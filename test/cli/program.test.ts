import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  type MockInstance,
  vi,
} from 'vitest';
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
let write: MockInstance<typeof process.stdout.write>;

/** Tells whoever wrote how the write ended. */
function taken(rest: readonly unknown[], error: Error | null): void {
  const hear = rest.find((one): one is (error: Error | null) => void => typeof one === 'function');
  hear?.(error);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presend-cli-'));
  writeFileSync(join(folder, 'good.zone'), zone);
  writeFileSync(join(folder, 'bad.zone'), 'good.test. TXT "v=spf1 -all"\ngood.test. A 192.0.2.300\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  out = '';
  err = '';
  write = vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, ...rest: unknown[]) => {
    out += String(text);
    taken(rest, null);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

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
    ['an unknown transport', ['good.test', '--transport', 'doh'], 'doh'],
    ['an unknown option', ['good.test', '--formt', 'json'], '--formt'],
    ['a time that is none', ['good.test', '--timeout', 'soon'], 'soon'],
    ['a time of nothing', ['good.test', '--deadline', '0'], "'0'"],
    ['an address that is none', ['good.test', '--ip', '192.0.2.300'], '"192.0.2.300" is no IP address'],
    [
      'mail of a domain that sends none',
      ['good.test', '--profile', 'parked', '--ip', '192.0.2.1'],
      '"192.0.2.1" is of a mail, and the profile parked says that the domain sends none',
    ],
    ['a profile that is none', ['good.test', '--profile', 'dormant'], '--profile'],
    ['a selector that is none', ['good.test', '--selector', 'a b'], '"a b" is no DKIM selector'],
    ['a selector without the domain it announces', ['good.test', '--selector', 's@'], '--selector "s@": ""'],
    ['an empty selector', ['good.test', '--selector', 's,'], '--selector "" is no DKIM selector'],
    ['an address, and its option', ['good.test', '--ip', '192.0.2.1,x'], '--ip "x" is no IP address'],
    ['one option for two domains', ['good.test', 'bad.test', '--ip', 'x'], '--ip "x" is no IP address'],
    ['a record for a domain', ['_dmarc.good.test'], 'give the domain, such as good.test'],
    ['a key record for a domain', ['s1._domainkey.good.test'], 'give the domain, such as good.test'],
    ['no domain', [], 'name a domain, as in: presend spf example.com'],
    ['an unknown option, and its help', ['good.test', '--formt', 'json'], 'see presend spf --help'],
    ['control characters in an option', ['good.test', '--\u001b[31mx'], '--\\x1b[31mx'],
    ['control characters in a value', ['good.test', '--format', 'a\u009b\u202eb'], 'a\\x9b\\u{202e}b'],
    ['control characters in a domain', ['a\ufeff\u001b.test'], '\\u001b'],
  ])('%s', async (_, args, named) => {
    const separator = args.indexOf('--');
    const code = separator < 0 ? await spf(...args) : await main(['spf', ...offline(), ...args]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^presend: /);
    expect(err).toContain(named);
    // oxlint-disable-next-line no-control-regex
    expect(err.trim()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\ufeff]/);
    expect(out).toBe('');
  });

  it('has nothing to say of the DKIM keys of a domain that sends nothing', async () => {
    expect(await main(['dkim', ...offline(), 'good.test', '--profile', 'parked'])).toBe(2);
    expect(err).toBe(
      'presend: --profile parked is about SPF, DMARC and MX; use it with presend audit, presend spf or presend dmarc\n',
    );
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
    ['a server that is none', ['--server', 'dns.example.com'], '--server "dns.example.com" is no DNS server'],
    ['a server behind a comma', ['--server', '127.0.0.1,'], '--server "" is no DNS server'],
    ['a zone file without a name', ['--zone', ''], '--zone "" names no file; give the path'],
    ['a zone file with a hostile name', ['--zone', 'a\u061c\u001b[31m'], 'zone file "a\\u061c\\u001b[31m"'],
    ['a zone file without an end', ['--zone', '/dev/zero'], 'is larger than 64 MiB'],
    ['a zone file without a record', ['--zone', '/dev/null'], 'zone file "/dev/null" holds no record'],
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
    expect(err).toContain('; see presend spf --help');
  });

  it('an unknown command, with what was meant', async () => {
    expect(await main(['audti', 'good.test'])).toBe(2);
    expect(err).toContain("unknown command 'audti'");
    expect(err).toContain('audit');
  });

  it.each([
    ['a domain', 'example.com', "unknown command 'example.com'; did you mean: presend audit example.com"],
    ['an address', 'me@localhost', 'did you mean: presend audit me@localhost'],
    ['a word that is like nothing', 'xyzzy', "unknown command 'xyzzy'; see presend --help"],
  ])('%s for a command, with what was meant', async (_, word, said) => {
    expect(await main([word])).toBe(2);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('help of an unknown command: what to name', async () => {
    expect(await main(['help', 'nothing'])).toBe(2);
    expect(err).toContain('presend: name a command, as in: presend audit example.com');
  });

  it('nothing at all: the help, on standard error', async () => {
    expect(await main([])).toBe(2);
    expect(err).toContain('presend audit example.com');
    expect(out).toBe('');
  });
});

describe('an output that fails', () => {
  /** From the write number `from` on each one fails. */
  function failing(code: string, from: number) {
    let writes = 0;
    write.mockImplementation((text: unknown, ...rest: unknown[]) => {
      writes += 1;
      const error = writes < from ? null : Object.assign(new Error(`write ${code}`), { code });
      if (error === null) out += String(text);
      taken(rest, error);
      return true;
    });
    return () => writes;
  }

  it('a full disk: one line that says so, exit 70', async () => {
    failing('ENOSPC', 1);
    expect(await spf('bad.test')).toBe(70);
    expect(err).toBe('presend: cannot write the report: no space left on device\n');
  });

  it('a full disk for the help', async () => {
    failing('ENOSPC', 1);
    expect(await main(['--help'])).toBe(70);
    expect(err).toContain('no space left on device');
  });

  it('a failure thrown by the write itself', async () => {
    write.mockImplementation(() => {
      throw Object.assign(new Error('x'), { code: 'ENOSPC' });
    });
    expect(await spf('good.test')).toBe(70);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a finding', ['bad.test', 'good.test'], 1],
    ['nothing', ['good.test'], 0],
    ['a domain behind it that is none', ['good.test', 'foo'], 2],
  ])('a reader that goes away: nothing more is written, the code is that of %s', async (_, args, code) => {
    const writes = failing('EPIPE', 2);
    expect(await spf(...args)).toBe(code);
    expect(writes()).toBe(2);
    expect(err).not.toContain('EPIPE');
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

  it('asks over the wire what node:dns refuses to ask', async () => {
    const odd =
      'odd.test. TXT "v=spf1 include:a+b.odd.test -all"\na+b.odd.test. TXT "v=spf1 ip4:192.0.2.1 -all"\nodd.test. A 192.0.2.1';
    const server = await startDnsServer(odd);
    try {
      expect(await main(['spf', 'odd.test', '--server', server.server])).toBe(0);
      expect(out).not.toContain('COULD NOT TELL');
      expect(server.questions.map(({ name }) => name)).toContain('a+b.odd.test');
    } finally {
      await server.close();
    }
  });

  it.each([
    ['wire', 0],
    ['node', 1],
  ])('asks over --transport %s: an answer of 900 octets costs %i questions over TCP', async (name, tcp) => {
    const filler = `"${'x'.repeat(250)}"`;
    const big = `big.test. TXT "v=spf1 -all"\nbig.test. TXT ${filler} ${filler} ${filler}\nbig.test. MX 1 mx.good.test.\n`;
    const server = await startDnsServer(big);
    try {
      await main(['spf', 'big.test', '--server', server.server, '--transport', name]);
      expect(out).toContain('big.test');
      expect(server.questions.filter(({ transport }) => transport === 'tcp')).toHaveLength(tcp);
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

  it('a domain given twice is audited once, however it is written', async () => {
    expect(await spf('good.test', 'GOOD.test.', 'news@good.test', 'bad.test')).toBe(1);
    expect(out.match(/^good\.test .*(?:READY|REJECTED|AT RISK)$/gm)).toHaveLength(1);
    expect(err).toBe('');
  });

  it('the zone file of --zone - comes from standard input', async () => {
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(
      Readable.from([Buffer.from(zone)]) as unknown as typeof process.stdin,
    );
    expect(await main(['spf', 'good.test', '--zone', '-', '--offline'])).toBe(0);
    expect(out).toContain('READY');
  });

  it('an empty JSON document where no domain could be read', async () => {
    expect(await spf('foo', '--format', 'json')).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, reports: [] });
  });

  it('JSON report by report, the facts on one line', async () => {
    await spf('good.test', 'bad.test', '--format', 'json');
    const writes = write.mock.calls.map(([text]) => String(text));
    expect(writes.some((text) => text.includes('"good.test"') && text.includes('"bad.test"'))).toBe(false);
    expect(out.match(/^ {2}"facts": \{.*\}$/gm)).toHaveLength(2);
  });

  it('no escape sequence into a pipe or with NO_COLOR, but with --color', async () => {
    await spf('bad.test');
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/\u001b/);
    await spf('bad.test', '--color');
    // oxlint-disable-next-line no-control-regex
    expect(out).toMatch(/\u001b\[/);
  });

  it.each([
    ['FORCE_COLOR colours a pipe', { FORCE_COLOR: '1' }, [], true],
    ['CLICOLOR_FORCE as well', { CLICOLOR_FORCE: '1' }, [], true],
    ['0 is no', { FORCE_COLOR: '0', CLICOLOR_FORCE: '0' }, [], false],
    ['NO_COLOR wins', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['the option wins over it', { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['the option wins over NO_COLOR', { NO_COLOR: '1' }, ['--color'], true],
  ])('%s', async (_, set, args, colored) => {
    for (const name of ['FORCE_COLOR', 'CLICOLOR_FORCE', 'NO_COLOR']) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
    await spf('bad.test', ...args);
    expect(out.includes('\u001b[')).toBe(colored);
  });

  it.each(['', 'audit', 'spf', 'dkim', 'dmarc', 'dnsbl'])('help of %j keeps to 80 columns', async (name) => {
    await main(name === '' ? ['--help'] : [name, '--help']);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    ['spf', ['--ip', '--helo', '--mail-from'], ['--from', '--selector']],
    ['dkim', ['--from', '--selector'], ['--ip', '--helo', '--mail-from']],
    ['dmarc', ['--from', '--mail-from', '--selector'], ['--ip', '--helo']],
    ['dnsbl', ['--ip', '--from', '--mail-from'], ['--helo', '--selector']],
  ])('help of %s shows the options that matter, and the exit codes', async (name, there, missing) => {
    await main([name, '--help']);
    const options = [...out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    expect(options).toEqual(expect.arrayContaining([...there, '--server', '--zone', '--strict']));
    expect(options.filter((option) => missing.some((one) => one === option))).toEqual([]);
    expect(out).toContain('Exit codes');
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

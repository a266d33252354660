import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/program.ts';
import { parseFaults, startDnsServer } from '../support/dns-server.ts';
import { allFixtures } from '../support/fixture.ts';
import { captureOutput } from './captured.ts';

const caught = captureOutput();
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'presend-replay-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whole reports of every kind; a silent server takes long and is one of them. */
const fixtures = allFixtures().filter(({ name }) => /^(?:report|dnsbl)\//.test(name));

async function printed(args: readonly string[]): Promise<{ code: number; out: string }> {
  const before = caught.out.length;
  const code = await main(args);
  return { code, out: caught.out.slice(before) };
}

describe.each(fixtures)('a recording of $name', ({ zone, args }) => {
  it.each(['text', 'json'])('gives the same %s again, byte for byte, without a server', async (format) => {
    const server = await startDnsServer(zone, parseFaults(zone));
    const path = file('run.json');
    const asking = ['--server', server.server, '--timeout', '0.5', '--rate', '0', '--save', path];
    const live = await printed(['audit', ...args, '--format', format, ...asking]);
    await server.close();
    expect(await printed(['audit', '--replay', path, '--format', format])).toEqual(live);
  });
});

describe('--save and --replay', () => {
  it('keep several domains in their order, and no key', async () => {
    const key = 'k3yOfNobody99';
    vi.stubEnv('PRESEND_SPAMHAUS_KEY', key);
    const zone = `a.test. A 192.0.2.1
a.test. TXT "v=spf1 a -all"
b.test. A 192.0.2.2
2.0.0.127.${key}.zen.dq.spamhaus.net. A 127.0.0.2
1.2.0.192.${key}.zen.dq.spamhaus.net. A 127.0.0.4
`;
    writeFileSync(file('two.zone'), zone);
    const path = file('two.json');
    const args = ['a.test', 'b.test', '--zone', file('two.zone'), '--offline', '--save', path];
    const live = await printed(['audit', ...args]);
    expect(live.out).toContain('<key>.zen.dq.spamhaus.net');
    vi.unstubAllEnvs();
    expect(readFileSync(path, 'utf8').toLowerCase()).not.toContain(key.toLowerCase());
    expect(await printed(['audit', '--replay', path])).toEqual(live);
    expect(await printed(['spf', '--replay', path, '--fail-on', 'never'])).toMatchObject({ out: live.out });
  });

  it('draw the survey of one protocol again', async () => {
    writeFileSync(file('spf.zone'), 'a.test. TXT "v=spf1 include:b.test -all"\nb.test. TXT "v=spf1 -all"\n');
    const path = file('spf.json');
    const live = await printed(['spf', 'a.test', '--zone', file('spf.zone'), '--offline', '--save', path]);
    expect(live.out).toContain('include:b.test');
    expect(await printed(['audit', '--replay', path])).toEqual(live);
  });

  it.each<[string, string | null, string]>([
    ['is not there', null, 'cannot read the recording'],
    ['is no JSON', '{', 'the recording is no JSON'],
    ['is another document', '{"reports":[]}', 'the recording is none of this version'],
    ['holds no audit', '{"recordingVersion":1,"audits":[{}]}', 'audit 1 of the recording cannot be read'],
  ])('say in one line that a file %s', async (_, content, told) => {
    if (content !== null) writeFileSync(file('bad.json'), content);
    else rmSync(file('bad.json'), { force: true });
    expect(await main(['audit', '--replay', file('bad.json')])).toBe(2);
    expect(caught.err.trim().split('\n')).toHaveLength(1);
    expect(caught.err).toContain(told);
  });

  it('say which answer of a recording is none', async () => {
    const path = file('two.json');
    const recording = JSON.parse(readFileSync(path, 'utf8')) as { audits: { exchanges: unknown[] }[] };
    recording.audits[0]?.exchanges.splice(1, 1, {
      name: 'a.test',
      type: 'MX',
      answer: { status: 'found', records: [1] },
    });
    writeFileSync(file('bad.json'), JSON.stringify(recording));
    expect(await main(['audit', '--replay', file('bad.json')])).toBe(2);
    expect(caught.err).toContain('answer 2 of audit 1 of the recording cannot be read');
  });

  it('take no domains beside a recording', async () => {
    expect(await main(['audit', 'a.test', '--replay', file('two.json')])).toBe(2);
    expect(caught.err).toContain('leave out the domains');
  });
});

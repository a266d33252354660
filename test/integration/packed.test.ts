import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Listed {
  readonly files: readonly { readonly path: string }[];
}

describe('the packed artifact, installed in an empty folder', () => {
  let folder: string;
  const run = (file: string, ...args: string[]) =>
    execFileSync(file, args, { cwd: folder, encoding: 'utf8' });
  let packed: Listed;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'presend-packed-'));
    const [listed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).replace(/^[^[]*/s, ''),
    ) as Listed[];
    packed = listed as Listed;
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    execFileSync('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`], {
      cwd: folder,
      stdio: 'ignore',
    });
    writeFileSync(
      join(folder, 'small.zone'),
      '; a zone\nexample.test. TXT "v=spf1 -all"\nexample.test. MX 0 mx.example.test.\nmx.example.test. A 192.0.2.1\n',
    );
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the program, its types and the schema, and neither tests nor fixtures', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/cli.js',
        'dist/index.js',
        'dist/index.d.ts',
        'schema/report.schema.json',
        'README.md',
        'LICENSE',
      ]),
    );
    expect(paths.filter((path) => /^(?:src|test|fixtures|bench)\//.test(path))).toEqual([]);
  });

  it('runs as a program', () => {
    expect(run('node_modules/.bin/presend', '--version').trim()).toMatch(/^\d+\.\d+\.\d+$/);
    const text = run('node_modules/.bin/presend', 'spf', 'example.test', '--zone', 'small.zone', '--offline');
    expect(text).toContain('READY');
  });

  const shell = (command: string) => spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  const broken = 'node_modules/.bin/presend spf other.test --zone small.zone --offline';

  it('says in one line that a full disk takes no report, and exits with 70', () => {
    const { status, stderr } = shell(`${broken} >/dev/full`);
    expect(stderr).toBe('presend: cannot write the report: no space left on device\n');
    expect(status).toBe(70);
    expect(shell('node_modules/.bin/presend --help >/dev/full').status).toBe(70);
  });

  it('exits with its own code where the reader has seen enough', () => {
    const { stdout, stderr } = shell(`${broken} | true; echo "\${PIPESTATUS[0]}"`);
    expect(stdout.trim()).toBe(String(shell(broken).status));
    expect(stdout.trim()).not.toBe('0');
    expect(stderr).toBe('');
  });

  it('reads the zone file from standard input', () => {
    const { stdout } = shell('node_modules/.bin/presend spf example.test --zone - --offline <small.zone');
    expect(stdout).toContain('READY');
  });

  it('explains replies on standard input, and what a log of real size holds', () => {
    const explain = 'node_modules/.bin/presend explain';
    expect(shell(`echo "550 5.1.1 User unknown" | ${explain}`).stdout).toContain('recipient-unknown');
    const line =
      'Mar  4 05:06:07 mx postfix/smtp[1]: ABCDEF1234: to=<a@b.example>, relay=h[192.0.2.1]:25, dsn=5.2.2, status=bounced (host h[192.0.2.1] said: 552 5.2.2 Mailbox full)';
    expect(shell(`yes '${line}' | head -n 200000 | ${explain}`).stdout).toContain(
      '200,000 replies in 200,000 lines of a mail log',
    );
  });

  it('serves as a library', () => {
    writeFileSync(
      join(folder, 'use.mjs'),
      `import { audit, zoneResolver } from 'presend';
       const zone = 'example.test. TXT "v=spf1 -all"';
       const report = await audit('example.test', { resolver: zoneResolver(zone), sections: ['spf'] });
       console.log(JSON.stringify({ verdict: report.verdict, passed: report.passed.includes('spf-missing') }));`,
    );
    expect(JSON.parse(run('node', 'use.mjs'))).toEqual({ verdict: 'ready', passed: true });
  });
});

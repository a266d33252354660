import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUsable, modulusOf } from '../../src/dkim/key.ts';
import { audit, type DkimKey, nodeResolver, parseDkimKey, zoneResolver } from '../../src/index.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';

const missing = spawnSync('opendkim-genkey', ['--version']).error ?? spawnSync('opendkim-testkey').error;
const reason = missing
  ? 'opendkim-genkey and opendkim-testkey are not installed (Debian: opendkim-tools)'
  : null;

const domain = 'example.test';
const sizes = [512, 768, 1024, 2048, 3072, 4096];
const folder = mkdtempSync(join(tmpdir(), 'presend-opendkim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const privateKey = (selector: string) => join(folder, `${selector}.private`);

/** Makes a key pair; the record that opendkim-genkey writes for a master file. */
function generate(selector: string, ...options: readonly string[]): string {
  // It warns of keys below 1024 bits.
  execFileSync('opendkim-genkey', ['-D', folder, '-d', domain, '-s', selector, ...options], {
    stdio: 'ignore',
  });
  return readFileSync(join(folder, `${selector}.txt`), 'utf8');
}

async function keyIn(zone: string, selector: string): Promise<DkimKey> {
  const answer = await zoneResolver(`$TTL 60\n$ORIGIN ${domain}.\n${zone}`).query(
    `${selector}._domainkey.${domain}`,
    'TXT',
  );
  if (answer.status !== 'found') throw new Error(`${selector}: ${answer.status}`);
  expect(answer.records).toHaveLength(1);
  return parseDkimKey(answer.records.flat().join(''));
}

/** The modulus and exponent of a private key as Node reads them. */
function numbersOf(selector: string): { modulus: bigint; exponent: bigint } {
  const read = createPublicKey(createPrivateKey(readFileSync(privateKey(selector)))).export({
    format: 'jwk',
  });
  const [modulus, exponent] = [read.n, read.e].map((text = '') =>
    BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`),
  );
  return { modulus: modulus ?? 0n, exponent: exponent ?? 0n };
}

describe.skipIf(reason)(reason === null ? 'opendkim-genkey' : `opendkim-genkey (skipped: ${reason})`, () => {
  it.each(sizes)(
    'makes a key of %i bits, which is read to the last bit',
    async (bits) => {
      const key = await keyIn(generate(`size${bits}`, '-b', `${bits}`), `size${bits}`);
      const { modulus, exponent } = numbersOf(`size${bits}`);
      expect(key).toMatchObject({
        version: 'DKIM1',
        keyType: 'rsa',
        hashes: ['sha256'],
        key: { type: 'rsa', bits, exponent: Number(exponent) },
        problems: [],
      });
      expect(modulusOf(key)).toBe(modulus);
    },
    60_000,
  );

  it.each<[string, readonly string[], Partial<DkimKey>]>([
    ['no option', [], { flags: [], services: ['*'], notes: null }],
    ['test mode', ['-t'], { flags: ['y'] }],
    ['no subdomains', ['-S'], { flags: ['s'] }],
    ['both', ['-t', '-S'], { flags: ['y', 's'] }],
    ['e-mail alone', ['-r'], { services: ['email'] }],
    ['hash algorithms', ['-h', 'sha1:sha256'], { hashes: ['sha1', 'sha256'] }],
    ['a note', ['-n', 'made by hand'], { notes: '"made by hand"' }],
  ])('writes %s as it is read', async (_, options, read) => {
    expect(await keyIn(generate('options', '-b', '1024', ...options), 'options')).toMatchObject({
      ...read,
      problems: [],
    });
  });
});

/** What is published, its selector, the private key, what opendkim-testkey says, what this program finds. */
type Row = readonly [string, string, string, string, readonly string[]];

interface Verdict {
  readonly ok: boolean;
  readonly said: string;
}

describe.skipIf(reason)(
  reason === null ? 'opendkim-testkey' : `opendkim-testkey (skipped: ${reason})`,
  () => {
    let server: DnsServer;

    beforeAll(async () => {
      const pairs = sizes.map((bits) => generate(`good${bits}`, '-b', `${bits}`));
      const { text } = await keyIn(generate('other', '-b', '2048'), 'other');
      const variants = {
        bare: text.slice(text.indexOf('p=')),
        spaced: text.replaceAll(';', ' ;\t'),
        revoked: 'v=DKIM1; k=rsa; p=',
        absent: 'v=DKIM1; k=rsa',
        version: text.replace('DKIM1', 'DKIM2'),
        type: text.replace('k=rsa', 'k=dsa'),
        cut: text.slice(0, 200),
        noise: text.replace(/p=.{8}/, 'p=********'),
      };
      const lines = Object.entries(variants).map(([selector, record]) => {
        const strings = record.match(/.{1,200}/g) ?? [];
        return `${selector}._domainkey TXT ${strings.map((string) => `"${string}"`).join(' ')}`;
      });
      server = await startDnsServer(
        `$TTL 60\n$ORIGIN ${domain}.\n@ A 192.0.2.1\n${[...pairs, ...lines].join('\n')}`,
      );
      // Its resolver is libunbound, which takes a port, and keeps test. to itself (RFC 6761 §6.2) unless told otherwise.
      writeFileSync(
        join(folder, 'unbound.conf'),
        `server:
  do-not-query-localhost: no
  module-config: "iterator"
  username: ""
  chroot: ""
  local-zone: "test." nodefault
forward-zone:
  name: "."
  forward-addr: ${server.server.replace(':', '@')}
`,
      );
      writeFileSync(join(folder, 'opendkim.conf'), `ResolverConfiguration ${join(folder, 'unbound.conf')}\n`);
    }, 60_000);
    afterAll(() => server.close());

    /** The verdict of opendkim-testkey on a published key beside a private one. */
    function theirs(selector: string, key: string): Promise<Verdict> {
      const options = [
        '-x',
        join(folder, 'opendkim.conf'),
        '-d',
        domain,
        '-s',
        selector,
        '-k',
        privateKey(key),
      ];
      return new Promise((done) => {
        execFile('opendkim-testkey', [...options, '-vvv'], (error, out, err) =>
          done({ ok: error === null, said: out + err }),
        );
      });
    }

    /** The verdict of this program on the same. */
    async function ours(selector: string, key: string) {
      const resolver = nodeResolver({ servers: [server.server], timeoutMs: 5000 });
      const report = await audit(
        { domain, selectors: [selector] },
        { resolver, sections: ['dkim'], selectorDepth: 0 },
      );
      const answer = await resolver.query(`${selector}._domainkey.${domain}`, 'TXT');
      const read = answer.status === 'found' ? parseDkimKey(answer.records.flat().join('')) : null;
      const ok = read !== null && isUsable(read) && modulusOf(read) === numbersOf(key).modulus;
      return { ok, findings: report.findings.map(({ id }) => id) };
    }

    it('asks nobody but the server of the test', async () => {
      const before = server.questions.length;
      await theirs('good2048', 'good2048');
      expect(server.questions.slice(before).map(({ name, type }) => `${type} ${name}`)).toEqual([
        `TXT good2048._domainkey.${domain}`,
      ]);
    });

    const good = sizes.map((bits): Row => {
      const short = bits < 1024 ? ['dkim-key-short'] : [];
      return [
        `a key of ${bits} bits`,
        `good${bits}`,
        `good${bits}`,
        'key OK',
        bits === 1024 ? ['dkim-key-weak'] : short,
      ];
    });
    it.each<Row>([
      ...good,
      ['a key of another size', 'good2048', 'good1024', 'keys do not match', []],
      ['a key of the same size', 'good2048', 'other', 'keys do not match', []],
      ['a revoked key', 'revoked', 'other', 'Revoked key', ['dkim-key-revoked']],
      ['no record', 'none', 'other', 'record not found', ['dkim-selector-missing']],
      ['a record of p= alone', 'bare', 'other', 'key OK', []],
      ['white space between tags', 'spaced', 'other', 'key OK', []],
      ['a record without p=', 'absent', 'other', 'key missing', ['dkim-key-invalid']],
      ['another version', 'version', 'other', 'invalid key version', ['dkim-key-invalid']],
      ['another type of key', 'type', 'other', 'unknown key type', ['dkim-key-invalid']],
      ['a key cut off', 'cut', 'other', 'keys do not match', ['dkim-key-invalid']],
      ['a key that is no base64', 'noise', 'other', 'keys do not match', ['dkim-key-invalid']],
    ])('says of %s what presend says', async (_, selector, key, said, findings) => {
      const [they, we] = [await theirs(selector, key), await ours(selector, key)];
      expect(they.said).toContain(said);
      expect(they.ok).toBe(said === 'key OK');
      expect(we).toEqual({ ok: they.ok, findings });
    });
  },
);

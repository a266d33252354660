import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));

interface Import {
  /** Module, relative to `src/`, or as written for packages. */
  readonly to: string;
  readonly typeOnly: boolean;
}

interface Module {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

function importsOf(path: string, text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([^;]*?\sfrom\s+)?'([^']+)';/gms);
  return [...statements].map(([, type, names = '', specifier = '']) => {
    const to = specifier.startsWith('.')
      ? relative(source, join(dirname(join(source, path)), specifier))
      : specifier;
    // `import { type A, type B }` is a type import as well.
    const named =
      /\{([^}]*)\}/
        .exec(names)?.[1]
        ?.split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '') ?? [];
    const everyNamedIsType = named.length > 0 && named.every((name) => name.startsWith('type '));
    return { to, typeOnly: type !== undefined || everyNamedIsType };
  });
}

const modules: Module[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

const protocols = ['spf', 'dkim', 'dmarc', 'dnsbl', 'hosts', 'address'];

/** The layer a module belongs to: the first path segment, or a name for the files at the top. */
function layer(path: string): string {
  const [first = '', second] = path.split('/');
  if (second === undefined) return first.replace(/\.ts$/, '');
  if (protocols.includes(first)) return second === 'checks' ? 'checks' : first;
  return first;
}

/** What each layer may import, values and types alike. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  version: [],
  severity: [],
  domain: ['text'],
  subject: ['domain', 'profile', 'text'],
  dns: ['dns', 'text', 'domain'],
  facts: ['dns', 'subject', ...protocols],
  check: ['text', 'dns', 'facts', 'profile', 'severity', 'subject'],
  checks: [
    'check',
    'profile',
    'severity',
    'checks',
    'facts',
    'dns',
    'text',
    'domain',
    'subject',
    ...protocols,
  ],
  profile: [],
  parked: ['parked', 'check', 'checks', 'dns', 'text', ...protocols],
  joint: ['joint', 'check', 'checks', 'dns', 'subject', 'text', ...protocols],
  'all-checks': ['check', 'checks', 'joint', 'parked'],
  smtp: ['smtp', 'severity', 'text'],
  bounces: ['bounces', 'domain', 'smtp', 'text'],
  report: ['profile', 'report', 'severity', 'text', 'version'],
  locale: ['locale', 'text'],
  ...Object.fromEntries(protocols.map((name) => [name, [name, 'dns', 'text', 'domain', 'subject']])),
  blind: ['dns', 'domain', 'facts'],
  hints: ['dns', 'domain', ...protocols],
  gather: ['blind', 'dns', 'domain', 'facts', 'hints', 'subject', ...protocols],
  circumstances: ['domain', 'facts', 'smtp', 'subject', 'dkim', 'dmarc'],
  replies: ['circumstances', 'facts', 'report', 'smtp', 'subject', 'text'],
  judge: [
    'spf',
    'dkim',
    'dmarc',
    'all-checks',
    'check',
    'facts',
    'domain',
    'locale',
    'replies',
    'report',
    'severity',
    'smtp',
    'subject',
    'text',
    'version',
  ],
  audit: ['address', 'dns', 'domain', 'facts', 'gather', 'judge', 'profile', 'report', 'subject', 'text'],
  correct: ['audit', 'dmarc', 'dns', 'report', 'spf', 'text'],
  recording: ['text', 'audit', 'dns', 'dnsbl', 'domain', 'facts', 'report'],
  lookup: ['checks', 'dns', 'dnsbl', 'text'],
  bulk: ['audit', 'report', 'dns'],
  index: ['*'],
  cli: ['cli', 'index'],
};

/** What a layer may know as types only. */
const types: Readonly<Record<string, readonly string[]>> = {
  smtp: ['all-checks'],
  bounces: ['report', 'severity'],
  audit: ['dnsbl', 'facts'],
  report: ['bounces', 'check', 'dns', 'facts', 'smtp', 'dkim', 'dmarc', 'spf', 'subject', 'dnsbl', 'lookup'],
  locale: ['check', 'checks', 'joint', 'parked', 'all-checks'],
  ...Object.fromEntries(protocols.map((name) => [name, ['facts']])),
};

const builtins: Readonly<Record<string, readonly string[]>> = {
  'node:dns': ['dns/node-resolver.ts'],
  'node:dns/promises': ['dns/node-resolver.ts'],
  'node:dgram': ['dns/wire/udp.ts'],
  'node:net': ['dns/wire/tcp.ts'],
  'node:crypto': ['dkim/key.ts'],
  'node:url': ['domain.ts'],
};

describe('the structure of src', () => {
  it('has been read: modules and their imports', () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(150);
  });

  it.each(modules)('$path imports only what its layer may', ({ path, imports }) => {
    const own = layer(path);
    const permitted = allowed[own];
    expect(permitted, `the layer ${own} is not described here`).toBeDefined();
    const strangers = imports.filter(({ to, typeOnly }) => {
      if (!to.endsWith('.ts')) return false;
      const target = layer(to);
      if (permitted?.includes('*') || permitted?.includes(target)) return false;
      return !(typeOnly && types[own]?.includes(target));
    });
    expect(strangers).toEqual([]);
  });

  it.each(modules)('$path keeps to its protocol', ({ path, imports }) => {
    const [own = ''] = path.split('/');
    if (!protocols.includes(own)) return;
    const foreign = imports.filter(({ to }) =>
      protocols.some((name) => name !== own && to.startsWith(`${name}/`)),
    );
    expect(foreign).toEqual([]);
  });

  it.each(modules)('$path uses the machine only where that is its task', ({ path, imports, text }) => {
    const nodes = imports.filter(({ to }) => to.startsWith('node:')).map(({ to }) => to);
    const program = path === 'cli.ts' || path.startsWith('cli/');
    expect(nodes.filter((name) => !program && !builtins[name]?.includes(path))).toEqual([]);
    if (!program) expect(text).not.toMatch(/\b(?:console|process)\./);
  });

  it.each(modules.filter(({ path }) => /(?:^|\/)parse\.ts$/.test(path)))(
    '$path is pure: no DNS, no other protocol',
    ({ path, imports }) => {
      const own = dirname(path);
      const strangers = imports.filter(
        ({ to, typeOnly }) => !typeOnly && !to.startsWith('text/') && !to.startsWith(`${own}/`),
      );
      expect(strangers).toEqual([]);
    },
  );

  it.each(modules.filter(({ path }) => path.includes('/checks/')))(
    '$path cannot ask the DNS',
    ({ imports }) => {
      const askers = imports.filter(
        ({ to, typeOnly }) =>
          !typeOnly &&
          /(?:^|\/)(?:gather|query|health|discover|node-resolver|wire-resolver)\.ts$|(?:layers|wire)\//.test(
            to,
          ),
      );
      expect(askers).toEqual([]);
    },
  );
});

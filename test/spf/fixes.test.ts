import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import { isSpf, parseSpf } from '../../src/spf/parse.ts';
import { isOpen } from '../../src/spf/rewrite.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';
import { findings, type Found, mended } from './findings.ts';

const folder = fileURLToPath(new URL('../../fixtures/spf/', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.zone'));

describe.each(files)('%s', (file) => {
  let server: DnsServer;
  let resolver: Resolver;
  let found: readonly Found[];
  beforeAll(async () => {
    server = await startDnsServer(readFileSync(join(folder, file), 'utf8'));
    resolver = nodeResolver({ servers: [server.server], timeoutMs: 200 });
    found = await findings(resolver);
  });
  afterAll(() => server.close());

  it('proposes only records without problems, and marks text of the record', () => {
    for (const { fix = [], at } of found) {
      for (const { value } of fix) expect(parseSpf(value).problems).toEqual([]);
      for (const { value } of fix) expect(isSpf(value)).toBe(true);
      for (const { value } of fix) expect(parseSpf(value).terms.some(isOpen)).toBe(false);
      if (at) expect(at.record.slice(at.start, at.end)).not.toBe('');
    }
  });

  it('has each fault gone when its fix is published, and no other in its place', async () => {
    const fixes = found.flatMap(({ id, about, fix = [] }) => fix.map((one) => ({ id, about, fix: one })));
    const before = new Set(found.map(({ id }) => id));
    const after = await Promise.all(fixes.map(({ fix }) => findings(mended(resolver, fix))));
    for (const [index, { id, about }] of fixes.entries()) {
      const left = after[index] ?? [];
      expect(left.filter((one) => one.id === id && one.about === about)).toEqual([]);
      const others = found.filter(({ fix = [] }) => fix.some(({ name }) => name === fixes[index]?.fix.name));
      const stays = (one: Found) => others.some((other) => other.id === one.id && other.about === one.about);
      expect(left.filter(stays)).toEqual([]);
      expect(left.map((one) => one.id).filter((one) => !before.has(one))).toEqual([]);
    }
  });
});

it('has fixtures whose faults have a fix', async () => {
  const all = [
    'multiple-records-case',
    'syntax-repairable',
    'include-missing',
    'all-pass',
    'all-neutral',
    'all-missing',
  ];
  const more = ['terms-unreachable-address', 'loop-self', 'include-run-together', 'faults-together'];
  const names = await Promise.all(
    [...all, ...more].map(async (name) => {
      const server = await startDnsServer(readFileSync(join(folder, `${name}.zone`), 'utf8'));
      const found = await findings(nodeResolver({ servers: [server.server] }));
      await server.close();
      return found.some(({ fix }) => fix) ? name : `${name}: none`;
    }),
  );
  expect(names).toEqual([...all, ...more]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft, FindingDraft, Fix } from '../../src/check.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Answer, RecordData, RecordType, Resolver } from '../../src/dns/resolver.ts';
import type { DomainName } from '../../src/domain.ts';
import { spfChecks } from '../../src/spf/checks/index.ts';
import { gatherSpf } from '../../src/spf/gather.ts';
import { isSpf, parseSpf } from '../../src/spf/parse.ts';
import type { Subject } from '../../src/subject.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';

const folder = fileURLToPath(new URL('../../fixtures/spf/', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.zone'));
const domain = 'example.test' as DomainName;
const subject: Subject = {
  domain,
  authorDomain: domain,
  envelopeDomain: domain,
  from: null,
  mailFrom: null,
  helo: null,
  ips: [],
  selectors: [],
};

type Found = FindingDraft<Readonly<Record<string, string | number>>> & { readonly id: string };

async function findings(resolver: Resolver): Promise<Found[]> {
  const spf = await gatherSpf(domain, resolver);
  if (!spf.ok) return [];
  const facts = { spf: spf.value };
  return spfChecks.flatMap((check) => {
    if (!check.applies(facts, { subject })) return [];
    const drafts: Iterable<Draft<Readonly<Record<string, string | number>>>> = check.find(facts, { subject });
    return Array.from(drafts).flatMap((draft) => ('unknown' in draft ? [] : [{ id: check.id, ...draft }]));
  });
}

/** The zone with a fix published in the place of the SPF records at its name. */
function mended(resolver: Resolver, { name, value }: Fix): Resolver {
  return {
    async query<T extends RecordType>(asked: string, type: T): Promise<Answer<T>> {
      const answer = await resolver.query(asked, type);
      if (asked !== name || type !== 'TXT' || answer.status !== 'found') return answer;
      const others = (answer.records as readonly RecordData['TXT'][]).filter(
        (strings) => !isSpf(strings.join('')),
      );
      return { ...answer, records: [...others, [value]] as unknown as typeof answer.records };
    },
  };
}

describe.each(files)('%s', (file) => {
  let server: DnsServer;
  let resolver: Resolver;
  let found: Found[];
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
      expect(left.map((one) => one.id).filter((one) => !before.has(one))).toEqual([]);
    }
  });
});

it('has fixtures whose faults have a fix', async () => {
  const all = [
    'multiple-records',
    'syntax-repairable',
    'include-missing',
    'all-pass',
    'all-neutral',
    'all-missing',
  ];
  const more = ['terms-unreachable', 'loop-self', 'include-run-together'];
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

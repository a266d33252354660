import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discoverDmarc } from '../../src/dmarc/discover.ts';
import type { DmarcDiscovery } from '../../src/dmarc/facts.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Answer, RecordType, Resolver } from '../../src/dns/resolver.ts';
import type { ZoneNode } from '../../src/dns/zone.ts';
import { ancestors } from '../../src/domain.ts';
import { type DnsServer, type Fault, startDnsServer } from '../support/dns-server.ts';
import { type Lookup, organizationalDomain, policyDomain } from './sequential-walk.ts';

const numRuns = Number(process.env['PRESEND_WALK_TREES'] ?? 2000);

/** What `_dmarc` of one domain answers. */
type Level = 'servfail' | 'refused' | readonly string[];

const plain = 'v=DMARC1; p=reject';
const psdN = 'v=DMARC1; p=none; psd=n';
const psdY = 'v=DMARC1; psd=y; p=none';
const record = fc.constantFrom(
  plain,
  plain,
  psdN,
  psdY,
  'v=DMARC1;psd=Y',
  'v = DMARC1 ; psd = N ;',
  'v=DMARC1; psd=u',
  'v=DMARC1; psd=no; p=none',
);
const stranger = fc.constantFrom('v=spf1 -all', 'v=DMARC2; psd=n', 'psd=n; v=DMARC1', 'v=dmarc1; psd=y', '');
const level = fc.oneof<fc.WeightedArbitrary<Level>[]>(
  { weight: 12, arbitrary: fc.constant([]) },
  { weight: 10, arbitrary: record.map((text) => [text]) },
  { weight: 2, arbitrary: fc.array(record, { minLength: 2, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.tuple(stranger, record) },
  { weight: 2, arbitrary: stranger.map((text) => [text]) },
  { weight: 1, arbitrary: fc.constantFrom('servfail', 'refused') },
);

/** A domain of up to twelve labels, many of them alike, and a level for itself and each of its ancestors. */
const trees = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 12 }).chain((labels) => {
  const domain = labels.join('.');
  const names = ancestors(domain);
  return fc
    .tuple(...names.map(() => level))
    .map((levels) => ({ domain, levels: new Map(names.map((name, index) => [name, levels[index] ?? []])) }));
});

const nodes = new Map<string, ZoneNode>();
const faults: Fault[] = [];
let server: DnsServer;
let resolver: Resolver;

beforeAll(async () => {
  server = await startDnsServer({ nodes }, faults);
  resolver = nodeResolver({ servers: [server.server], timeoutMs: 5000 });
});
afterAll(async () => {
  await server.close();
});

function publish(levels: ReadonlyMap<string, Level>): void {
  nodes.clear();
  faults.length = 0;
  server.questions.length = 0;
  for (const [domain, texts] of levels) {
    const name = `_dmarc.${domain}`;
    if (typeof texts === 'string')
      faults.push({ name, type: 'TXT', kind: texts === 'servfail' ? 'SERVFAIL' : 'REFUSED', delayMs: 0 });
    // In two strings, which belong together without a space.
    else if (texts.length > 0)
      nodes.set(name, { TXT: { ttl: 60, records: texts.map((text) => [text.slice(0, 9), text.slice(9)]) } });
  }
}

/** Every way in which the failed questions could have been answered, as far as it matters to a walk. */
function completions(failed: readonly string[]): ReadonlyMap<string, readonly string[]>[] {
  return failed.reduce<ReadonlyMap<string, readonly string[]>[]>(
    (all, name) =>
      [[], [plain], [psdN], [psdY]].flatMap((texts) =>
        all.map((others) => new Map([...others, [`_dmarc.${name}`, texts]])),
      ),
    [new Map()],
  );
}

/** What the server says under a name, asked once. */
function published(): Lookup {
  const known = new Map<string, Promise<readonly string[]>>();
  const askFor = async (name: string): Promise<readonly string[]> => {
    const answer = await resolver.query(name, 'TXT');
    if (answer.status === 'failed') throw new Error(`${name}: ${answer.failure}`);
    return answer.status === 'found' ? answer.records.map((strings) => strings.join('')) : [];
  };
  return (name) => {
    const answer = known.get(name) ?? askFor(name);
    known.set(name, answer);
    return answer;
  };
}

/** Where the walk leads by the sequential implementation: each outcome that the failed questions leave open. */
async function possible(domain: string, levels: ReadonlyMap<string, Level>) {
  const failed = [...levels].filter(([, texts]) => typeof texts === 'string').map(([name]) => name);
  const others = published();
  const lookups = completions(failed).map(
    (texts): Lookup =>
      (name) => {
        const known = texts.get(name);
        return known ? Promise.resolve(known) : others(name);
      },
  );
  const [policies, organizations] = await Promise.all([
    Promise.all(lookups.map((lookup) => policyDomain(domain, lookup))),
    Promise.all(lookups.map((lookup) => organizationalDomain(domain, lookup))),
  ]);
  return { policies: new Set(policies), organizations: new Set(organizations) };
}

/** The one outcome; `open` where there are several. */
function only<T>(outcomes: ReadonlySet<T>): T | 'open' {
  const [one, other] = [...outcomes].slice(0, 2);
  return one === undefined || other !== undefined ? 'open' : one;
}

/** The answers of a walk, given again in an order that the ranks decide. */
function reordered({ places }: DmarcDiscovery, ranks: readonly number[]): Resolver {
  const known = new Map(places.map(({ txt }) => [txt.name, txt.answer]));
  const waiting: { readonly rank: number; readonly give: () => void }[] = [];
  const giveOne = () => {
    waiting.sort((a, b) => a.rank - b.rank);
    waiting.shift()?.give();
    if (waiting.length > 0) setImmediate(giveOne);
  };
  return {
    query: <T extends RecordType>(name: string) =>
      new Promise<Answer<T>>((resolve) => {
        const answer = (known.get(name) ?? { status: 'nxdomain' }) as Answer<T>;
        if (waiting.length === 0) setImmediate(giveOne);
        waiting.push({ rank: ranks[waiting.length] ?? 0, give: () => resolve(answer) });
      }),
  };
}

const ranks = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });

describe('the tree walk on any tree', () => {
  it('asks eight names at most, and leads where the steps of RFC 9989 §4.10 lead, whatever the order of answers', async () => {
    const seen = { most: 0, failures: 0, suffixes: 0 };
    await fc.assert(
      fc.asyncProperty(trees, ranks, async ({ domain, levels }, order) => {
        publish(levels);
        const found = await discoverDmarc(domain, resolver);

        const asked = server.questions.map(({ name, type }) => `${type} ${name}`);
        const names = new Set(asked);
        const failures = found.places.filter(({ txt }) => txt.answer.status === 'failed');
        expect(names.size).toBeLessThanOrEqual(8);
        // A question that fails is asked a second time.
        expect(asked).toHaveLength(names.size + failures.length);

        const { policies, organizations } = await possible(domain, levels);
        const [policy, organizational] = [only(policies), only(organizations)];
        expect(found.organizationalDomain).toBe(organizational === 'open' ? null : organizational);
        expect(found.applies?.domain ?? null).toBe(policy === 'open' ? null : policy);
        expect(found.undecided !== null).toBe(policy === 'open');
        if (found.undecided) expect(failures.map(({ txt }) => txt)).toContain(found.undecided);

        expect(await discoverDmarc(domain, reordered(found, order))).toEqual(found);

        seen.most = Math.max(seen.most, names.size);
        if (policy === 'open') seen.failures += 1;
        if (policy !== 'open' && policy !== null && policy !== domain && policy !== organizational)
          seen.suffixes += 1;
      }),
      { numRuns },
    );
    expect(seen.most).toBe(8);
    expect(seen.failures).toBeGreaterThan(numRuns / 50);
    expect(seen.suffixes).toBeGreaterThan(numRuns / 100);
  }, 60_000);
});

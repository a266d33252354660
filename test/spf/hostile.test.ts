import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fixedTarget, expandMacros, targetName } from '../../src/spf/expand.ts';
import { parseMacroString } from '../../src/spf/macro.ts';
import { parseSpf } from '../../src/spf/parse.ts';
import { tally } from '../../src/spf/tally.ts';
import { limbs, nodesOf, recordOf } from '../../src/spf/tree.ts';
import { type Judged, judged } from './findings.ts';
import { published, txt } from './published.ts';

vi.mock('../../src/spf/parse.ts', async (original) => {
  const actual = await original<{ readonly parseSpf: typeof parseSpf }>();
  return { ...actual, parseSpf: vi.fn(actual.parseSpf) };
});

type Names = Parameters<typeof published>[0];

/** About as long as a TXT record can be. */
const longest = 64_000;
const parsed = vi.mocked(parseSpf);
beforeEach(() => {
  parsed.mockClear();
});

const record = (words: readonly string[], end = ' -all') => txt(`v=spf1 ${words.join(' ')}${end}`);
const many = (word: string, count = Math.floor(longest / (word.length + 1))) =>
  record(Array.from({ length: count }, () => word));
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}.test`);
const includes = (targets: readonly string[]) => targets.map((name) => `include:${name}`);
const sameTarget = (count: number) => includes(Array.from({ length: count }, () => 'b.test'));
const each = (targets: readonly string[], records: Names[string]): Names =>
  Object.fromEntries(targets.map((name) => [name, records ?? {}]));

async function audited(
  zone: Names,
): Promise<Judged & { readonly tree: NonNullable<Judged['facts']['tree']> }> {
  const result = await judged(published(zone));
  const tree = result?.facts.tree;
  if (!result || !tree) throw new Error('no tree');
  return { ...result, tree };
}

const chars = (value: unknown) => JSON.stringify(value, null, 2).length;

const zones: readonly (readonly [string, Names])[] = [
  ['99 includes of 21,000 mx', { 'example.test': record(sameTarget(99)), 'b.test': many('mx', 21_000) }],
  ['3,800 includes of one record', { 'example.test': record(sameTarget(3800)), 'b.test': many('mx') }],
  ['99 includes of problems', { 'example.test': record(sameTarget(99)), 'b.test': many('x') }],
  ['99 includes of addresses', { 'example.test': record(sameTarget(99)), 'b.test': many('ip4:192.0.2.1') }],
  [
    'terms that the message decides',
    { 'example.test': record(sameTarget(99)), 'b.test': many('exists:%{i}.e') },
  ],
  [
    'one term of 16,000 macros',
    { 'example.test': record(sameTarget(99)), 'b.test': record([`exists:${'%{d}'.repeat(16_000)}.e`]) },
  ],
  ['99 names of qualifiers', { 'example.test': record(includes(names(99))), ...each(names(99), many('+')) }],
  [
    '99 names of 900 problems',
    { 'example.test': record(includes(names(99))), ...each(names(99), many('x', 900)) },
  ],
  [
    '99 names with other text',
    { 'example.test': record(includes(names(99))), ...each(names(99), txt('x'.repeat(longest))) },
  ],
  ['its own problems', { 'example.test': many('x') }],
  ['its own terms', { 'example.test': many('mx') }],
  ['its own ptr', { 'example.test': many('ptr') }],
  ['includes that are missing', { 'example.test': many('include:gone.test') }],
  ['circles', { 'example.test': many('include:example.test') }],
  [
    'redirects through long broken records',
    Object.fromEntries(
      ['example.test', ...names(25)].map((name, index) => [
        name,
        record(
          Array.from({ length: 4000 }, () => 'x'),
          ` redirect=n${index}.test`,
        ),
      ]),
    ),
  ],
];

describe('a hostile zone', () => {
  it.each(zones)('%s: is read in bounds', async (_, zone) => {
    const { facts, tree, found, unknown } = await audited(zone);
    const texts = parsed.mock.calls.map(([text]) => text);
    const read = new Set(nodesOf(tree).flatMap(({ records }) => records.map(({ text }) => text)));
    // What is not read is not parsed; fixes parse what they propose.
    expect(texts.filter((text) => read.has(text)).length).toBeLessThanOrEqual(nodesOf(tree).length + 40);
    expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(1_500_000);
    expect(limbs(tree).length).toBeLessThanOrEqual(400);
    expect(chars(facts)).toBeLessThan(1_500_000);
    expect(chars(found) + chars(unknown)).toBeLessThan(1_500_000);
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it('is parsed once, however many includes lead to it', async () => {
    const { tree } = await audited({ 'example.test': record(sameTarget(90)), 'b.test': many('mx', 10) });
    expect(nodesOf(tree)).toHaveLength(91);
    expect(parsed.mock.calls.filter(([text]) => text === recordOf(tree)?.text)).toHaveLength(1);
    const included = tree.branches[0]?.node?.records[0]?.text;
    expect(parsed.mock.calls.filter(([text]) => text === included)).toHaveLength(1);
  });

  it('is not parsed where its text does not fit, and what is shorter behind it is', async () => {
    const three = names(3);
    const { tree } = await audited({
      'example.test': record(includes([...three, 'long.test', 'short.test'])),
      ...each(three, many('ip4:192.0.2.1')),
      'long.test': many('ip4:192.0.2.2'),
      'short.test': record(['ip4:192.0.2.3']),
    });
    expect(tree.branches.map(({ capped, node }) => capped ?? node?.domain)).toEqual([
      ...three,
      true,
      'short.test',
    ]);
    expect(parsed.mock.calls.some(([text]) => text.includes('192.0.2.2'))).toBe(false);
    expect(tally(tree)).toMatchObject({ total: 5, capped: true, complete: false, read: 5 });
  });
});

describe('what is left out', () => {
  it('is counted, and judged all the same', async () => {
    const { facts, tree, found } = await audited({ 'example.test': many('x', 20_000) });
    const [kept] = facts.records;
    expect(kept?.omitted).toEqual({ terms: 19_501, problems: 19_900 });
    expect([kept?.terms.length, kept?.problems.length]).toEqual([500, 100]);
    expect(recordOf(tree)?.terms).toHaveLength(20_001);
    const faults = found.filter(({ id }) => id === 'spf-syntax');
    expect(faults.map(({ params }) => params['count'])).toEqual(faults.map(() => 20_000));
    // The "-all" behind 20,000 words is not missing.
    expect(found.map(({ id }) => id)).not.toContain('spf-all-missing');
  });

  it('is found again in facts that were stored', async () => {
    const { facts } = await audited({ 'example.test': many('x', 20_000) });
    const stored = JSON.parse(JSON.stringify(facts)) as typeof facts;
    expect(stored.tree && recordOf(stored.tree)?.problems).toHaveLength(20_000);
  });

  it('does not take the redirect, which is last', async () => {
    const { tree, found } = await audited({
      'example.test': record(
        Array.from({ length: 400 }, () => 'a:h.test'),
        ' redirect=r.test',
      ),
      'r.test': txt('v=spf1 mx ?all'),
    });
    expect(tree.branches).toHaveLength(101);
    expect(tree.omitted).toBe(300);
    expect(found.map(({ id }) => id)).toContain('spf-all-neutral');
    expect(tally(tree)).toMatchObject({ total: 402, complete: true, capped: false });
  });

  it('makes the number of lookups a lower bound, and the title says so', async () => {
    const { found } = await audited({ 'example.test': record(sameTarget(3800)), 'b.test': record(['mx']) });
    const limit = found.find(({ id }) => id === 'spf-lookup-limit');
    expect(limit?.params['total']).toBe('at least 3899');
    expect(limit?.params['breakdown']).toMatch(/^(?:include:b\.test 2, ){12}the others 3875$/);
  });

  it('leaves the number exact where no include is left out', async () => {
    const { found } = await audited({ 'example.test': many('mx', 500) });
    expect(found.find(({ id }) => id === 'spf-lookup-limit')?.params['total']).toBe(500);
  });
});

describe('our own limit', () => {
  const nested = (count: number, term: string, end: string) =>
    Object.fromEntries(
      ['example.test', ...names(count)].map((name, index) => [
        name,
        txt(`v=spf1 ${term}n${index}.test${end}`),
      ]),
    );

  it.each<[string, Names, number]>([
    ['500 nested includes', nested(500, 'include:', ' -all'), 21],
    ['500 nested redirects', nested(500, 'redirect=', ''), 21],
    [
      '500 includes side by side',
      { 'example.test': record(includes(names(500))), ...each(names(500), txt('v=spf1 ip4:45.64.7.1 -all')) },
      100,
    ],
  ])('is coverage where the lookups are too many already: %s', async (_, zone, read) => {
    const { found, unknown } = await audited(zone);
    expect(found.map(({ id }) => id).filter((id) => id !== 'spf-record-long')).toEqual(['spf-lookup-limit']);
    expect(unknown.map(({ id }) => id)).toContain('spf-all-pass');
    expect(new Set(unknown.map(({ reason }) => reason))).toEqual(
      new Set([`the record tree was read only up to ${read} records`]),
    );
    expect(unknown.filter(({ blocking }) => blocking)).toEqual([]);
  });

  it('hides what may be allowed where they are not', async () => {
    const { found, unknown } = await audited({
      'example.test': record(includes(names(4))),
      ...each(names(4), many('ip4:192.0.2.1')),
    });
    expect(found).toEqual([]);
    expect(unknown.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['spf-lookup-limit', 'spf-all-pass', 'spf-include-missing']),
    );
    expect(unknown.filter(({ blocking }) => !blocking)).toEqual([]);
    expect(new Set(unknown.map(({ reason }) => reason))).toEqual(
      new Set(['the walk stopped at its own limit before include:n3.test']),
    );
  });

  it('leaves failed questions what they are', async () => {
    const { unknown } = await audited({
      'example.test': record(includes([...names(200), 'down.test'].toReversed())),
      ...each(names(200), txt('v=spf1 -all')),
      'down.test': 'servfail',
    });
    const failed = unknown.filter((one) => one.unknown !== null);
    expect(failed.map(({ id, blocking }) => [id, blocking])).toContainEqual(['spf-include-missing', true]);
  });

  it('tells of "mx" terms that were not asked for', async () => {
    const { unknown } = await audited({ 'example.test': record(names(60).map((name) => `mx:${name}`)) });
    expect(unknown.map(({ id, about, blocking }) => [id, about, blocking])).toEqual([
      ['spf-mx-limit', 'example.test mx', false],
    ]);
  });
});

describe('a target of very many macros', () => {
  it.each(['%{dr}', '%{o}.', 'a.%{d1}', '%{o2r-}b'])('%s is the end of the whole expansion', (piece) => {
    const spec = parseMacroString(`${piece.repeat(300)}.end`, 0, 'domain').value;
    const whole = expandMacros(spec, (letter) => (letter === 'd' ? 'x.example.test' : 'sender.test'));
    expect(fixedTarget(spec, 'x.example.test', 'sender.test')).toBe(targetName(whole ?? ''));
  });

  it('is no longer than a name needs to be, even where no label ends in it', () => {
    const spec = parseMacroString(`${'%{d}'.repeat(10_000)}.${'b'.repeat(400)}`, 0, 'domain').value;
    expect(fixedTarget(spec, 'example.test', 'example.test')).toBe('b'.repeat(300));
  });
});

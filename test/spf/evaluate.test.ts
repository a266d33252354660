import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, RecordData, RecordType, Resolver } from '../../src/dns/resolver.ts';
import { InputError } from '../../src/domain.ts';
import { checkHost, type SpfLimits, type SpfOutcome } from '../../src/spf/evaluate.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

const client = { ip: '192.0.2.1', sender: 'joe@example.test', helo: 'mail.example.test' };

const evaluate = (names: Names, more: Partial<typeof client> = {}, limits: Partial<SpfLimits> = {}) =>
  checkHost({ ...client, ...more }, published(names), limits);

/** What a table expects: the result, and what else matters. */
type Row = readonly [
  reason: string,
  record: string,
  names: Names,
  expected: Partial<SpfOutcome>,
  more?: Partial<typeof client>,
];

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    const cases = rows.map(([reason, record, names, expected, more]) => ({
      reason,
      record,
      names,
      expected,
      more,
    }));
    it.each(cases)('$reason: $record', async ({ record, names, expected, more }) => {
      expect(await evaluate({ 'example.test': txt(record), ...names }, more)).toMatchObject(expected);
    });
  });
}

const v6 = { ip: '2001:db8::1' };
const voids = (count: number) =>
  Array.from({ length: count }, (_, index) => `a:v${index}.example.test`).join(' ');
const hosts = (count: number) => ({
  MX: Array.from({ length: count }, (_, index) => ({ preference: index, exchange: `h${index}.test` })),
});
const hostNames = (count: number, address: (index: number) => string): Names =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`h${index}.test`, { A: [address(index)] }]),
  );
const host = { A: ['203.0.113.9'] };
const reverse = '1.2.0.192.in-addr.arpa';

table('RFC 7208 §4.6: the record as a whole', [
  [
    'a fault behind the term that would match',
    'v=spf1 +all ipv4:1.2.3.4',
    {},
    { result: 'permerror', lookups: 0 },
  ],
  ['§4.7: no mechanism matches', 'v=spf1 ip4:192.0.2.2', {}, { result: 'neutral' }],
  ['§4.6.2: the first that matches', 'v=spf1 ~ip4:192.0.2.0/24 +all', {}, { result: 'softfail' }],
  [
    '§5.1: what stands behind all is not asked',
    'v=spf1 ?all a:x.test',
    {},
    { result: 'neutral', lookups: 0 },
  ],
]);

table('RFC 7208 §4.6.4: limits', [
  ['ten terms', `v=spf1 ${'a:h.test '.repeat(10)}-all`, { 'h.test': host }, { result: 'fail', lookups: 10 }],
  [
    'eleven terms',
    `v=spf1 ${'a:h.test '.repeat(11)}-all`,
    { 'h.test': host },
    { result: 'permerror', lookups: 11 },
  ],
  [
    'a match before the eleventh',
    `v=spf1 ${'a:h.test '.repeat(10)}+all a:h.test`,
    { 'h.test': host },
    { result: 'pass' },
  ],
  [
    'the redirect is the eleventh',
    `v=spf1 ${'a:h.test '.repeat(10)}redirect=h.test`,
    { 'h.test': host },
    { result: 'permerror' },
  ],
  [
    'those behind an include count as well',
    `v=spf1 ${'a:h.test '.repeat(5)}include:i.test -all`,
    { 'h.test': host, 'i.test': txt(`v=spf1 ${'a:h.test '.repeat(5)}-all`) },
    { result: 'permerror' },
  ],
  [
    'exp does not count',
    `v=spf1 ${'a:h.test '.repeat(10)}-all exp=e.test`,
    { 'h.test': host, 'e.test': txt('no') },
    { result: 'fail', lookups: 10, explanation: 'no' },
  ],
  ['two void lookups', `v=spf1 ${voids(2)} -all`, {}, { result: 'fail', voidLookups: 2 }],
  ['three void lookups', `v=spf1 ${voids(3)} -all`, {}, { result: 'permerror', voidLookups: 3 }],
  ['no data is as void as no name', 'v=spf1 a a a -all', {}, { result: 'permerror', voidLookups: 3 }],
  [
    'an exp that finds nothing is not void',
    `v=spf1 ${voids(2)} -all exp=n.test`,
    {},
    { result: 'fail', voidLookups: 2 },
  ],
  [
    'one mx with many dead hosts is one void term',
    'v=spf1 mx:m.test -all',
    { 'm.test': hosts(9) },
    { result: 'fail', voidLookups: 1 },
  ],
  [
    'ten MX names',
    'v=spf1 mx:m.test -all',
    { 'm.test': hosts(10), ...hostNames(10, (index) => `192.0.2.${10 - index}`) },
    { result: 'pass' },
  ],
  [
    'eleven MX names, even if the first would match',
    'v=spf1 mx:m.test -all',
    { 'm.test': hosts(11), ...hostNames(11, (index) => `192.0.2.${1 + index}`) },
    { result: 'permerror' },
  ],
  [
    'the eleventh PTR name is not tried',
    'v=spf1 ptr:z.test -all',
    {
      [reverse]: { PTR: ['z.test', ...Array.from({ length: 10 }, (_, index) => `h${index}.test`)] },
      'z.test': { A: [client.ip] },
      ...hostNames(10, () => '203.0.113.1'),
    },
    { result: 'fail' },
  ],
]);

table('RFC 7208 §5: failures', [
  ['of an address question', 'v=spf1 a:x.test -all', { 'x.test': 'servfail' }, { result: 'temperror' }],
  ['of an MX question', 'v=spf1 mx:x.test -all', { 'x.test': 'servfail' }, { result: 'temperror' }],
  [
    'of the address of an MX host',
    'v=spf1 mx:m.test -all',
    { 'm.test': hosts(1), 'h0.test': 'servfail' },
    { result: 'temperror' },
  ],
  [
    'behind the MX host that matches',
    'v=spf1 mx:m.test -all',
    { 'm.test': hosts(2), 'h0.test': { A: [client.ip] }, 'h1.test': 'servfail' },
    { result: 'pass' },
  ],
  ['of an exists', 'v=spf1 exists:x.test -all', { 'x.test': 'servfail' }, { result: 'temperror' }],
  [
    'of the record of an include',
    'v=spf1 include:x.test -all',
    { 'x.test': 'servfail' },
    { result: 'temperror' },
  ],
  [
    'of the record of a redirect',
    'v=spf1 redirect=x.test',
    { 'x.test': 'servfail' },
    { result: 'temperror' },
  ],
  [
    '§5.5: of the PTR question, which matches nothing',
    'v=spf1 ptr -all',
    { [reverse]: 'servfail' },
    { result: 'fail' },
  ],
  [
    '§5.5: of the address of a PTR name, which is skipped',
    'v=spf1 ptr:b.test -all',
    { [reverse]: { PTR: ['a.b.test', 'c.b.test'] }, 'a.b.test': 'servfail', 'c.b.test': { A: [client.ip] } },
    { result: 'pass' },
  ],
  [
    'behind a term that matches',
    'v=spf1 ip4:192.0.2.1 a:x.test',
    { 'x.test': 'servfail' },
    { result: 'pass' },
  ],
]);

const inner = (record: string): Names => ({ 'i.test': txt(record) });

table('RFC 7208 §5.2: include', [
  ['pass matches', 'v=spf1 ~include:i.test', inner('v=spf1 +all'), { result: 'softfail' }],
  ['fail does not', 'v=spf1 include:i.test ?all', inner('v=spf1 -all'), { result: 'neutral' }],
  ['softfail does not', 'v=spf1 include:i.test -all', inner('v=spf1 ~all'), { result: 'fail' }],
  ['neutral does not', 'v=spf1 include:i.test -all', inner('v=spf1'), { result: 'fail' }],
  ['permerror is one', 'v=spf1 include:i.test -all', inner('v=spf1 foo'), { result: 'permerror' }],
  ['none is a permerror', 'v=spf1 include:i.test -all', {}, { result: 'permerror' }],
  ['a malformed target is a permerror', 'v=spf1 include:a..b.test -all', {}, { result: 'permerror' }],
  [
    'one label is no domain (§4.3)',
    'v=spf1 include:%{d1} -all',
    { test: txt('v=spf1 +all') },
    { result: 'permerror' },
  ],
  [
    '%{o} stays, %{d} follows',
    'v=spf1 include:i.test -all',
    { ...inner('v=spf1 exists:%{o}.%{d}'), 'example.test.i.test': host },
    { result: 'pass' },
  ],
]);

table('RFC 7208 §5.3 to §5.7: the other mechanisms', [
  ['a: A for IPv4', 'v=spf1 a:h.test -all', { 'h.test': { A: ['192.0.2.1'] } }, { result: 'pass' }],
  [
    'a: AAAA for IPv6',
    'v=spf1 a:h.test//32 -all',
    { 'h.test': { AAAA: ['2001:db8:1::'] } },
    { result: 'pass' },
    v6,
  ],
  [
    'a: the IPv4 length is none for IPv6',
    'v=spf1 a:h.test/24 -all',
    { 'h.test': { AAAA: ['2001:db8::2'] } },
    { result: 'fail' },
    v6,
  ],
  [
    'an IPv4-mapped address is IPv4',
    'v=spf1 ip4:192.0.2.1 -all',
    {},
    { result: 'pass' },
    { ip: '::ffff:192.0.2.1' },
  ],
  [
    'a malformed target matches nothing and is not asked',
    'v=spf1 a:a..b.test -all',
    {},
    { result: 'fail', lookups: 1, voidLookups: 0 },
  ],
  ['mx: no implicit MX', 'v=spf1 mx:h.test -all', { 'h.test': { A: ['192.0.2.1'] } }, { result: 'fail' }],
  [
    'mx: a null MX is no host',
    'v=spf1 mx:m.test -all',
    { 'm.test': { MX: [{ preference: 0, exchange: '' }] } },
    { result: 'fail', voidLookups: 0 },
  ],
  [
    'ptr: below the domain',
    'v=spf1 ptr -all',
    { [reverse]: { PTR: ['Mx.Example.Test'] }, 'mx.example.test': { A: [client.ip] } },
    { result: 'pass' },
  ],
  [
    'ptr: not back',
    'v=spf1 ptr -all',
    { [reverse]: { PTR: ['mx.example.test'] }, 'mx.example.test': host },
    { result: 'fail' },
  ],
  [
    'ptr: another domain with the same end',
    'v=spf1 ptr:ad.test -all',
    { [reverse]: { PTR: ['bad.test'] }, 'bad.test': { A: [client.ip] } },
    { result: 'fail' },
  ],
  [
    'exists: A for IPv6 too',
    'v=spf1 exists:h.test -all',
    { 'h.test': { A: ['127.0.0.2'] } },
    { result: 'pass' },
    v6,
  ],
]);

table('RFC 7208 §6: modifiers', [
  ['redirect: its result', 'v=spf1 redirect=i.test', inner('v=spf1 ~all'), { result: 'softfail' }],
  ['redirect: none is a permerror (§6.1)', 'v=spf1 redirect=i.test', {}, { result: 'permerror' }],
  ['redirect: a malformed target is a permerror', 'v=spf1 redirect=a..b.test', {}, { result: 'permerror' }],
  ['redirect: ignored beside all', 'v=spf1 redirect=i.test ?all', {}, { result: 'neutral', lookups: 0 }],
  [
    'exp: of the record redirected to',
    'v=spf1 redirect=i.test exp=e.test',
    { ...inner('v=spf1 -all exp=f.test'), 'e.test': txt('e'), 'f.test': txt('f') },
    { explanation: 'f' },
  ],
  [
    'exp: not of the record included',
    'v=spf1 -include:i.test exp=e.test',
    { ...inner('v=spf1 +all exp=f.test'), 'e.test': txt('e'), 'f.test': txt('f') },
    { explanation: 'e' },
  ],
]);

table('RFC 7208 §7: macros', [
  ['%{ir}.%{v}', 'v=spf1 exists:%{ir}.%{v}.x.test', { '1.2.0.192.in-addr.x.test': host }, { result: 'pass' }],
  [
    '%{l1r-}',
    'v=spf1 exists:%{l1r-}.x.test',
    { 'strong.x.test': host },
    { result: 'pass' },
    { sender: 'strong-bad@example.test' },
  ],
  ['%{h}', 'v=spf1 exists:%{h}.x.test', { 'mail.example.test.x.test': host }, { result: 'pass' }],
  [
    '%{s}, an empty local part',
    'v=spf1 exists:%{l}.x.test',
    { 'postmaster.x.test': host },
    { result: 'pass' },
    { sender: '@example.test' },
  ],
  [
    '%{p} without a name',
    'v=spf1 exists:%{p}.x.test',
    { 'unknown.x.test': host },
    { result: 'pass', lookups: 1, voidLookups: 1 },
  ],
  [
    '%{p} after a failure',
    'v=spf1 exists:%{p}.x.test',
    { [reverse]: 'servfail', 'unknown.x.test': host },
    { result: 'pass' },
  ],
  [
    '%{p}: a name below the domain before others',
    'v=spf1 exists:%{p}.x.test',
    {
      [reverse]: { PTR: ['a.test', 'z.example.test'] },
      'a.test': { A: [client.ip] },
      'z.example.test': { A: [client.ip] },
      'z.example.test.x.test': host,
    },
    { result: 'pass' },
  ],
  [
    'RFC 8616 §4: a local part beyond ASCII',
    'v=spf1 exists:%{l}.x.test -all',
    {},
    { result: 'fail', voidLookups: 0 },
    { sender: 'é@example.test' },
  ],
  [
    'a backslash is itself',
    'v=spf1 exists:%{l}.x.test',
    { [String.raw`a\\b.x.test`]: host },
    { result: 'pass' },
    { sender: String.raw`a\b@example.test` },
  ],
]);

describe('RFC 7208 §4.3: what has no record', () => {
  it.each([
    ['one label', 'joe@test', 'none'],
    ['an empty label', 'joe@a..test', 'none'],
    ['two final dots', 'joe@example.test..', 'none'],
    ['a label of 64 characters', `joe@${'a'.repeat(64)}.test`, 'none'],
    ['a domain-literal', 'joe@[192.0.2.1]', 'none'],
    ['a space', 'joe@exa mple.test', 'none'],
    ['a name that does not exist', 'joe@no.test', 'none'],
    ['one final dot', 'joe@example.test.', 'pass'],
    ['upper case', 'joe@EXAMPLE.test', 'pass'],
    ['U-labels', 'joe@bücher.test', 'softfail'],
    ['the null sender is the HELO name', '', 'neutral'],
    ['the null sender in brackets', '<>', 'neutral'],
  ])('%s: %s', async (_, sender, result) => {
    const names = {
      'example.test': txt('v=spf1 +all'),
      'xn--bcher-kva.test': txt('v=spf1 ~all'),
      'mail.example.test': txt('v=spf1 ?all'),
    };
    expect(await evaluate(names, { sender })).toMatchObject({ result });
  });

  it('refuses what is no address, before any question', async () => {
    const resolver = published({});
    await expect(checkHost({ ...client, ip: '192.0.2' }, resolver)).rejects.toThrow(InputError);
    expect(resolver.asked).toEqual([]);
  });
});

describe('RFC 7208 §6.2: exp', () => {
  it.each([
    [
      'text',
      'See http://%{d}/?s=%{S}&i=%{i}%_%%',
      'See http://example.test/?s=joe%40example.test&i=192.0.2.1 %',
    ],
    ['c, r and v', '%{c} %{r} %{v}', '192.0.2.1 unknown in-addr'],
    ['a syntax error', '%{x}', undefined],
    ['octets beyond ASCII', 'caf\u00e9', undefined],
    ['what the client said, line ends', 'hello %{h}', undefined],
  ])('%s', async (_, text, explanation) => {
    const helo = 'mail\r\n250 ok';
    const names = { 'example.test': txt('v=spf1 -all exp=e.test'), 'e.test': txt(text) };
    const outcome = await evaluate(names, { helo });
    expect(outcome.result).toBe('fail');
    expect(outcome.explanation).toBe(explanation);
  });

  it('is fetched on fail alone', async () => {
    const resolver = published({ 'example.test': txt('v=spf1 ~all exp=e.test'), 'e.test': txt('x') });
    await checkHost(client, resolver);
    expect(resolver.asked).toEqual(['example.test TXT']);
  });

  it('is bounded, whatever its macros expand to', async () => {
    const names = { 'example.test': txt('v=spf1 -all exp=e.test'), 'e.test': txt('%{s}'.repeat(15_000)) };
    const { explanation } = await evaluate(names);
    expect(explanation).toMatch(/^(?:joe@example\.test)+/);
    expect(explanation).toHaveLength(1000);
  });
});

describe('limits that the caller sets', () => {
  const names = {
    'example.test': txt('v=spf1 a:a.test a:b.test a:c.test -all'),
    'a.test': host,
    'b.test': host,
  };

  it.each<[Partial<SpfLimits>, string]>([
    [{}, 'fail'],
    [{ lookups: 2 }, 'permerror'],
    [{ lookups: 3 }, 'fail'],
    [{ voidLookups: 0 }, 'permerror'],
  ])('%j: %s', async (limits, result) => {
    expect(await evaluate(names, {}, limits)).toMatchObject({ result });
  });

  it.each([
    'v=spf1 a:a.test -all',
    'v=spf1 ptr -all',
    'v=spf1 exists:%{p}.test -all',
    'v=spf1 include:a.test -all',
  ])('time that runs out in "%s" is a temperror', async (record) => {
    const known = published({ 'example.test': txt(record) });
    const silent: Resolver = {
      query: (name, type) =>
        name === 'example.test' ? known.query(name, type) : new Promise<never>(() => undefined),
    };
    const outcome = await checkHost(client, silent, { milliseconds: 30 });
    expect(outcome).toMatchObject({ result: 'temperror', reason: 'the evaluation took longer than 30 ms' });
  });
});

describe('the trace', () => {
  it('shows every term in order, its cost, its questions and what came of it', async () => {
    const outcome = await evaluate({
      'example.test': txt('v=spf1 a:x.test include:i.test -all exp=e.test'),
      'i.test': txt('v=spf1 ip4:198.51.100.0/24 redirect=j.test'),
      'j.test': txt('v=spf1 ~all'),
      'e.test': txt('no'),
    });
    const { trace } = outcome;
    expect(trace.steps.map(({ term, cost, effect }) => [term, cost, effect])).toEqual([
      ['a:x.test', 1, 'no-match'],
      ['include:i.test', 1, 'no-match'],
      ['-all', 0, 'match'],
      ['exp=e.test', 0, 'explained'],
    ]);
    expect(trace.steps[0]).toEqual({
      domain: 'example.test',
      term: 'a:x.test',
      start: 7,
      end: 15,
      cost: 1,
      void: 1,
      target: 'x.test',
      questions: [{ name: 'x.test', type: 'A', status: 'nxdomain' }],
      effect: 'no-match',
      reason: '192.0.2.1 matches no address',
    });
    expect(trace.steps[1]?.nested).toMatchObject({
      domain: 'i.test',
      result: 'softfail',
      steps: [
        { term: 'ip4:198.51.100.0/24', effect: 'no-match' },
        { term: 'redirect=j.test', effect: 'followed', nested: { domain: 'j.test', result: 'softfail' } },
      ],
    });
    const record = 'v=spf1 a:x.test include:i.test -all exp=e.test';
    expect(outcome.matched).toEqual({ record, domain: 'example.test', term: '-all', start: 31, end: 35 });
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('says that a name cannot be asked for over this transport', async () => {
    const known = published({ 'example.test': txt('v=spf1 exists:%{l}.x.test -all') });
    const resolver: Resolver = {
      query: async (name, type) =>
        name.includes('+') ? { status: 'failed', failure: 'badname' } : known.query(name, type),
    };
    expect(await checkHost({ ...client, sender: 'a+b@example.test' }, resolver)).toMatchObject({
      result: 'temperror',
      reason: 'a+b.x.test cannot be asked for over this transport (badname)',
    });
  });
});

/** A small world in which names lead to each other. */
const someName = fc.constantFrom('example.test', 'a.test', 'b.test', 'no.test', 'mx.example.test');
const someTerm = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '-', '~', '?'),
      fc.constantFrom('a', 'mx', 'include', 'exists', 'ptr'),
      fc.oneof(someName, fc.constantFrom('%{p}.a.test', '%{l}.test', '%{ir}.%{v}.%{d}', 'x..test')),
    )
    .map(([qualifier, name, value]) => `${qualifier}${name}:${value}`),
  someName.map((name) => `redirect=${name}`),
  fc.constantFrom('ip4:192.0.2.0/31', '?ip6:::/0', 'mx', 'ptr', '~all', 'exp=%{p}.test', 'foo', 'a/24//64'),
);
const someRecords = fc.record(
  {
    TXT: fc.array(
      fc.array(someTerm, { maxLength: 6 }).map((terms) => [['v=spf1', ...terms].join(' ')]),
      { minLength: 1, maxLength: 2 },
    ),
    A: fc.uniqueArray(fc.constantFrom('192.0.2.1', '192.0.2.9', '203.0.113.1'), { minLength: 1 }),
    MX: fc.array(fc.record({ preference: fc.nat(2), exchange: fc.oneof(someName, fc.constant('')) }), {
      minLength: 1,
      maxLength: 12,
    }),
    PTR: fc.array(someName, { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const someWorld: fc.Arbitrary<Names> = fc.dictionary(
  fc.oneof(someName, fc.constant(reverse)),
  fc.oneof({ weight: 6, arbitrary: someRecords }, { weight: 1, arbitrary: fc.constant('servfail' as const) }),
  { maxKeys: 6 },
);

/** Answers at once, the records of each in an order of its own. */
function shuffled(names: Names, reversed: boolean): Resolver {
  return {
    async query<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
      const records = Object.hasOwn(names, name) ? names[name] : undefined;
      if (records === 'servfail') return { status: 'failed', failure: 'servfail' };
      const found: readonly RecordData[T][] | undefined = records?.[type];
      if (!found) return { status: records ? 'nodata' : 'nxdomain' };
      return { status: 'found', records: reversed ? found.toReversed() : found };
    },
  };
}

describe('any zone', () => {
  it('ends, within the limits unless that is the error, and whatever the order of answers', async () => {
    const results = new Set<string>();
    await fc.assert(
      fc.asyncProperty(someWorld, fc.array(someTerm, { maxLength: 8 }), async (world, terms) => {
        const names = { ...world, 'example.test': txt(['v=spf1', ...terms].join(' ')) };
        const outcome = await checkHost(client, shuffled(names, false));
        results.add(outcome.result);
        if (outcome.result !== 'permerror') {
          expect(outcome.lookups).toBeLessThanOrEqual(10);
          expect(outcome.voidLookups).toBeLessThanOrEqual(2);
        }
        expect(await checkHost(client, shuffled(names, true))).toEqual(outcome);
      }),
      { numRuns: 1000 },
    );
    // The worlds are worth their while.
    expect([...results].toSorted()).toEqual(
      expect.arrayContaining(['fail', 'neutral', 'pass', 'permerror', 'temperror']),
    );
  });

  it('never throws, whatever the record, the sender and the HELO name', async () => {
    const anything = fc.string({ unit: 'binary', maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, fc.boolean(), async (text, local, helo, first) => {
        const record = txt(first ? `v=spf1 exists:%{s}.%{h}.test ${text}` : `v=spf1 -all exp=e.test`);
        const names = { 'example.test': record, 'e.test': txt(`${text}%{h}`) };
        const sender = `${local}@example.test`;
        const outcome = await checkHost({ ip: '2001:db8::1', sender, helo }, shuffled(names, false));
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
        expect(outcome.explanation ?? '').toMatch(/^[\x20-\x7e]*$/);
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, anything, async (sender, helo) => {
        const { result } = await checkHost({ ...client, sender, helo }, shuffled({}, false));
        expect(result).toBe('none');
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { SpfOutcome } from '../../src/spf/evaluate.ts';
import { client, evaluate, host, type Names, reverse } from './evaluation.ts';
import { txt } from './published.ts';

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

/** A validated name of the client, and hosts below it that match nobody. */
const namesOfClient: Names = {
  [reverse]: { PTR: ['h.test'] },
  'h.test': { A: [client.ip] },
  ...Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`h.test.e${index}.test`, host])),
};

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
    'eleven MX names of which the tenth matches: the limit is on what is asked',
    'v=spf1 mx:m.test -all',
    { 'm.test': hosts(11), ...hostNames(11, (index) => `192.0.2.${10 - index}`) },
    { result: 'pass' },
  ],
  [
    'eleven MX names of which the eleventh would match',
    'v=spf1 mx:m.test -all',
    { 'm.test': hosts(11), ...hostNames(11, (index) => `192.0.2.${11 - index}`) },
    { result: 'permerror' },
  ],
  [
    'the eleventh PTR name of an answer is not tried, whatever its letters',
    'v=spf1 ptr:a.test -all',
    {
      [reverse]: { PTR: [...Array.from({ length: 10 }, (_, index) => `h${index}.test`), 'a.test'] },
      'a.test': { A: [client.ip] },
      ...hostNames(10, () => '203.0.113.1'),
    },
    { result: 'fail' },
  ],
  [
    'the tenth is',
    'v=spf1 ptr:z.test -all',
    {
      [reverse]: { PTR: [...Array.from({ length: 9 }, (_, index) => `h${index}.test`), 'z.test', 'a.test'] },
      'z.test': { A: [client.ip] },
      ...hostNames(9, () => '203.0.113.1'),
    },
    { result: 'pass' },
  ],
  [
    'six terms with %{p} are twelve lookups: the PTR question counts as well',
    `v=spf1 ${Array.from({ length: 6 }, (_, index) => `a:%{p}.e${index}.test`).join(' ')} -all`,
    namesOfClient,
    { result: 'permerror', lookups: 12 },
  ],
  [
    'five of them are ten',
    `v=spf1 ${Array.from({ length: 5 }, (_, index) => `a:%{p}.e${index}.test`).join(' ')} -all`,
    namesOfClient,
    { result: 'fail', lookups: 10 },
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
    { result: 'pass', lookups: 2, voidLookups: 1 },
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

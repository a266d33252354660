import { type Row, table } from './clause-table.ts';
import { client, host, reverse, type Names } from './evaluation.ts';
import { txt } from './published.ts';

const own = (...records: readonly string[]): Names => ({
  'example.test': { TXT: records.map((record) => [record]) },
});
const none = { result: 'none', lookups: 0 } as const;
const pass = { result: 'pass' } as const;
const fail = { result: 'fail' } as const;
const permerror = { result: 'permerror' } as const;
const temperror = { result: 'temperror' } as const;

table('RFC 7208 §3, §4.5: the record among others', [
  ['§3.3', 'strings are joined as they are', { 'example.test': { TXT: [['v=spf1 ', '-', 'all']] } }, fail],
  ['§3.3', 'no space comes between them', { 'example.test': { TXT: [['v=spf1', '-all']] } }, none],
  ['§3.3', 'a term may span two', { 'example.test': { TXT: [['v=spf1 ip4:192.0.2', '.1']] } }, pass],
  ['§4.5', 'the version alone', own('v=spf1'), { result: 'neutral' }],
  ['§4.5', 'the version in any case', own('V=SpF1 -all'), fail],
  ['§4.5', 'another version', own('v=spf10 -all', 'v=spf2.0/pra -all'), none],
  ['§4.5', 'a tab behind the version', own('v=spf1\t-all'), none],
  ['§4.5', 'a space in front of it', own(' v=spf1 -all'), none],
  ['§4.5', 'a quotation mark in front of it', own('"v=spf1 -all"'), none],
  ['§4.5', 'other texts beside the record', own('', 'x', 'v=spf1 +all', 'v=spf10'), pass],
  ['§4.5', 'two records', own('v=spf1 +all', 'v=spf1 +all'), permerror],
  ['§4.5', 'two records, one with a fault', own('v=spf1 foo', 'V=SPF1'), permerror],
  ['§12', 'several spaces, and some at the end', own('v=spf1   ip4:192.0.2.9    -all  '), fail],
]);

const long = `joe@${'a.'.repeat(126)}ab`;

table('RFC 7208 §2, §4.3, §4.4: the first domain', [
  ['§4.3', 'NXDOMAIN', {}, none],
  ['§4.5', 'no TXT record', { 'example.test': host }, none],
  ['§4.4', 'a failed question', { 'example.test': 'servfail' }, temperror],
  ['§4.3', 'one label', { test: txt('v=spf1 +all') }, none, { sender: 'joe@test' }],
  ['§4.3', 'one label and the final dot', { test: txt('v=spf1 +all') }, none, { sender: 'joe@test.' }],
  ['§4.3', 'an empty label', {}, none, { sender: 'joe@a..test' }],
  ['§4.3', 'an empty first label', own('v=spf1 +all'), none, { sender: 'joe@.example.test' }],
  ['§4.3', 'no domain', own('v=spf1 +all'), none, { sender: 'joe@' }],
  ['§4.3', 'a label of 64 characters', {}, none, { sender: `joe@${'a'.repeat(64)}.test` }],
  ['§4.3', 'more than 253 characters', {}, none, { sender: long }],
  ['§4.3', 'an address literal', {}, none, { sender: 'joe@[IPv6:2001:db8::1]' }],
  ['§4.3', 'a NUL in the domain', {}, none, { sender: 'joe@a\0.example.test' }],
  ['§4.3', 'a lone surrogate in the domain', {}, none, { sender: 'joe@\ud800.example.test' }],
  ['§4.3', 'the final dot is none of the name', own('v=spf1 +all'), pass, { sender: 'joe@example.test.' }],
  ['§4.3', 'any case', own('v=spf1 +all'), pass, { sender: 'joe@EXAMPLE.test' }],
  ['§4.3', 'an underscore', { '_a.test': txt('v=spf1 +all') }, pass, { sender: 'joe@_a.test' }],
  ['§2.2', 'a source route', own('v=spf1 +all'), pass, { sender: '@a.test,@b.test:joe@example.test' }],
  ['§2.4', 'a quoted local part with "@"', own('v=spf1 +all'), pass, { sender: '"joe@a.test"@example.test' }],
  ['§2.3', 'a HELO literal alone', {}, none, { sender: '', helo: '[192.0.2.1]' }],
  ['§2.3', 'a HELO name of one label', { test: txt('v=spf1 +all') }, none, { sender: '', helo: 'test' }],
  ['§2.3', 'neither sender nor HELO name', {}, none, { sender: '<>', helo: '' }],
  ['RFC 8616 §4', 'U-labels', { 'xn--4ca.test': txt('v=spf1 +all') }, pass, { sender: 'joe@Ä.test' }],
  [
    'RFC 8616 §4',
    'U-labels of the HELO',
    { 'xn--4ca.test': txt('v=spf1 +all') },
    pass,
    { sender: '', helo: 'ä.test' },
  ],
]);

const faulty = [
  'v=spf1 a:h.test foo',
  'v=spf1 +all x',
  'v=spf1 include:a.test exp=',
  'v=spf1 a:h.test redirect=%',
];

table('RFC 7208 §4.6, §4.7: the terms in order', [
  ...faulty.map((record): Row => ['§4.6', record, own(record), { result: 'permerror', lookups: 0 }]),
  ['§4.6.2', 'the first match decides', own('v=spf1 ?ip4:192.0.2.0/24 -all'), { result: 'neutral' }],
  ['§4.6.2', 'no qualifier is "+"', own('v=spf1 -ip4:192.0.2.2 all'), pass],
  ['§4.6.2', '"~"', own('v=spf1 ~all'), { result: 'softfail' }],
  ['§4.7', 'no match', own('v=spf1 ip6:::/0'), { result: 'neutral', lookups: 0 }],
  ['§4.7', 'modifiers alone', own('v=spf1 foo=bar ra=joe'), { result: 'neutral' }],
  ['§4.6.3', 'redirect waits for every mechanism', own('v=spf1 redirect=a.test +ip4:192.0.2.1'), pass],
  ['§6', 'unknown modifiers, as often as they like', own('v=spf1 x=1 -all x=1 x=%{d}'), fail],
]);

const times = (term: string, count: number) => Array.from({ length: count }, () => term).join(' ');
const ten = `v=spf1 ${times('a:h.test', 10)}`;
const h = { 'h.test': host };
const voids = (count: number) =>
  Array.from({ length: count }, (_, index) => `exists:v${index}.test`).join(' ');
const chain = (count: number): Names =>
  Object.fromEntries(
    Array.from({ length: count + 1 }, (_, index) => [
      index === 0 ? 'example.test' : `n${index}.test`,
      txt(index === count ? 'v=spf1 +all' : `v=spf1 include:n${index + 1}.test`),
    ]),
  );
const back = { [reverse]: { PTR: ['a.test'] }, 'a.test': { A: [client.ip] } };

table('RFC 7208 §4.6.4: terms that ask', [
  ['§4.6.4', 'ten', { ...own(`${ten} -all`), ...h }, { result: 'fail', lookups: 10 }],
  ['§4.6.4', 'eleven', { ...own(`${ten} a:h.test -all`), ...h }, { result: 'permerror', lookups: 11 }],
  ['§4.6.4', 'an eleventh that is not reached', { ...own(`${ten} ?all mx`), ...h }, { result: 'neutral' }],
  ['§4.6.4', 'ip4, ip6 and all ask nothing', own(`v=spf1 ${times('ip4:192.0.2.2 ip6:::1', 20)} -all`), fail],
  ['§4.6.4', 'ptr is one', { ...own(`${ten} ptr -all`), ...h, ...back }, permerror],
  ['§4.6.4', 'exists is one', { ...own(`${ten} exists:h.test`), ...h }, permerror],
  ['§4.6.4', 'mx is one, however many its hosts', { ...own(`${ten} mx`), ...h }, permerror],
  [
    '§4.6.4',
    'redirect is one',
    { ...own(`${ten} redirect=a.test`), ...h, 'a.test': txt('v=spf1') },
    permerror,
  ],
  [
    '§4.6.4',
    'the same question counts each time',
    { ...own(`v=spf1 ${times('include:i.test', 11)}`), 'i.test': txt('v=spf1') },
    { result: 'permerror', lookups: 11 },
  ],
  ['§4.6.4', 'ten includes in a row', chain(10), { result: 'pass', lookups: 10 }],
  ['§4.6.4', 'eleven in a row', chain(11), { result: 'permerror', lookups: 11 }],
  ['§4.6.4', 'a circle of includes', own('v=spf1 include:example.test'), permerror],
  ['§4.6.4', 'a circle of redirects', own('v=spf1 redirect=%{d}'), permerror],
  [
    '§4.6.4',
    'an include that does not match has counted',
    {
      ...own(`v=spf1 include:i.test ${times('a:h.test', 5)}`),
      ...h,
      'i.test': txt(`v=spf1 ${times('a:h.test', 5)} -all`),
    },
    permerror,
  ],
  [
    '§4.6.4',
    'exp counts nothing',
    { ...own(`${ten} -all exp=e.test`), ...h, 'e.test': txt('x') },
    { lookups: 10, explanation: 'x' },
  ],
]);

table('RFC 7208 §4.6.4: terms that find nothing', [
  ['§4.6.4', 'two', own(`v=spf1 ${voids(2)} -all`), { result: 'fail', voidLookups: 2 }],
  ['§4.6.4', 'three', own(`v=spf1 ${voids(3)} -all`), { result: 'permerror', voidLookups: 3 }],
  ['§4.6.4', 'a match before the third', own(`v=spf1 ${voids(2)} ip4:192.0.2.1 ${voids(3)}`), pass],
  [
    '§4.6.4',
    'no data is as void as no name',
    own('v=spf1 a a mx -all'),
    { result: 'permerror', voidLookups: 3 },
  ],
  [
    '§4.6.4',
    'over all records together',
    { ...own(`v=spf1 ${voids(2)} include:i.test -all`), 'i.test': txt('v=spf1 a') },
    permerror,
  ],
  [
    '§4.6.4',
    'a failure is not void',
    { ...own(`v=spf1 ${voids(2)} ptr -all`), [reverse]: 'servfail' },
    { result: 'fail', voidLookups: 2 },
  ],
  [
    '§4.6.4',
    'the other family is not asked for',
    { ...own('v=spf1 a:h.test -all'), 'h.test': { AAAA: ['::1'] } },
    { result: 'fail', voidLookups: 1 },
  ],
  [
    '§4.3',
    'nor does a first domain without a record',
    { 'example.test': host },
    { result: 'none', voidLookups: 0 },
  ],
  ['§6.2', 'nor does an exp', own(`v=spf1 ${voids(2)} -all exp=n.test`), { result: 'fail', voidLookups: 2 }],
]);

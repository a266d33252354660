import { table } from './clause-table.ts';
import { client, host, reverse, type Names } from './evaluation.ts';
import { txt } from './published.ts';

const own = (record: string, more: Names = {}): Names => ({ ...more, 'example.test': txt(record) });
const v4 = { A: [client.ip] };
const v6 = { ip: '2001:db8::1' };
const aaaa = { AAAA: ['2001:db8::1'] };
const mapped = { ip: '::ffff:192.0.2.1' };
const pass = { result: 'pass' } as const;
const fail = { result: 'fail' } as const;
const neutral = { result: 'neutral' } as const;
const permerror = { result: 'permerror' } as const;
const temperror = { result: 'temperror' } as const;

table('RFC 7208 §5, §5.1, §5.6: addresses', [
  ['§5.1', 'all matches any client', own('v=spf1 ~all -all'), { result: 'softfail' }],
  ['§5.1', 'redirect is ignored beside it', own('v=spf1 redirect=r.test ?all'), { ...neutral, lookups: 0 }],
  ['§5.1', 'and before it', own('v=spf1 ?all redirect=r.test'), { ...neutral, lookups: 0 }],
  ['§5.6', 'the whole address', own('v=spf1 ip4:192.0.2.0 -all'), fail],
  ['§5.6', 'the high bits, host bits aside', own('v=spf1 ip4:192.0.2.255/24 -all'), pass],
  ['§5.6', 'one bit too many', own('v=spf1 ip4:192.0.2.0/32 -all'), fail],
  ['§5.6', 'an odd length', own('v=spf1 ip4:192.0.2.0/31 -all'), pass],
  ['§5.6', 'no bit at all', own('v=spf1 ip4:203.0.113.9/0 -all'), pass],
  ['§5.6', 'ip6, no bit, for IPv4', own('v=spf1 ip6:::/0 -all'), fail],
  ['§5.6', 'ip4, no bit, for IPv6', own('v=spf1 ip4:0.0.0.0/0 -all'), fail, v6],
  ['§5.6', 'ip6, no bit, for IPv6', own('v=spf1 ip6:::/0 -all'), pass, v6],
  ['§5.6', 'a length within an octet', own('v=spf1 ip6:2001:d80::/25 -all'), pass, v6],
  ['§5.6', 'one bit beyond it', own('v=spf1 ip6:2001:db0::/29 -all'), fail, v6],
  ['§5', 'an IPv4-mapped client is IPv4', own('v=spf1 ip4:192.0.2.1 -all'), pass, mapped],
  ['§5', 'in hexadecimal too', own('v=spf1 ip4:192.0.2.1 -all'), pass, { ip: '::FFFF:C000:201' }],
  ['§5', 'ip6 holds no IPv4 client', own('v=spf1 ip6:::ffff:192.0.2.1 -all'), fail, mapped],
  ['§5', 'an IPv4-compatible client is IPv6', own('v=spf1 ip4:192.0.2.1 -all'), fail, { ip: '::192.0.2.1' }],
  ['§5', 'and found as such', own('v=spf1 ip6:::192.0.2.1 -all'), pass, { ip: '::c000:201' }],
]);

const inner = (record: string): Names => ({ 'i.test': txt(record) });

table('RFC 7208 §5.2: include', [
  ['§5.2', 'pass is a match', own('v=spf1 ?include:i.test -all', inner('v=spf1 +all')), neutral],
  ['§5.2', 'fail is none', own('v=spf1 include:i.test ?all', inner('v=spf1 -all')), neutral],
  ['§5.2', 'softfail is none', own('v=spf1 include:i.test -all', inner('v=spf1 ~all')), fail],
  ['§5.2', 'neutral is none', own('v=spf1 include:i.test -all', inner('v=spf1')), fail],
  ['§5.2', 'temperror', own('v=spf1 -include:i.test +all', { 'i.test': 'servfail' }), temperror],
  [
    '§5.2',
    'temperror of a term behind it',
    own('v=spf1 -include:i.test +all', { ...inner('v=spf1 a:h.test'), 'h.test': 'servfail' }),
    temperror,
  ],
  ['§5.2', 'permerror', own('v=spf1 -include:i.test +all', inner('v=spf1 +all +')), permerror],
  [
    '§5.2',
    'permerror of two records',
    own('v=spf1 include:i.test', { 'i.test': { TXT: [['v=spf1'], ['v=spf1']] } }),
    permerror,
  ],
  ['§5.2', 'none of a name', own('v=spf1 -include:i.test +all', { 'i.test': txt('x') }), permerror],
  ['§5.2', 'none of no name', own('v=spf1 -include:i.test +all'), permerror],
  ['§5.2', 'none of a malformed name', own('v=spf1 -include:i..test +all'), permerror],
  ['§5.2', 'none of one label', own('v=spf1 -include:%{d1} +all', { test: txt('v=spf1 +all') }), permerror],
  [
    '§5.2',
    'all behind it is its own',
    own('v=spf1 include:i.test redirect=r.test', { ...inner('v=spf1 -all'), 'r.test': txt('v=spf1 ?all') }),
    neutral,
  ],
  [
    '§5.2',
    'redirect behind it is followed',
    own('v=spf1 include:i.test -all', { ...inner('v=spf1 redirect=r.test'), 'r.test': txt('v=spf1 +all') }),
    pass,
  ],
  [
    '§5.2',
    '%{d} is back behind it',
    own('v=spf1 include:i.test exists:%{d}.x -all', {
      ...inner('v=spf1 exists:%{d}.x'),
      'example.test.x': host,
    }),
    pass,
  ],
]);

const mx = (...names: readonly string[]) => ({
  MX: names.map((exchange, index) => ({ preference: names.length - index, exchange })),
});
const eleven = Array.from({ length: 11 }, (_, index) => `m${index}.test`);
const dead = Object.fromEntries(eleven.map((name) => [name, host]));

table('RFC 7208 §5.3, §5.4, §5.7: a, mx and exists', [
  [
    '§5.3',
    'any of the addresses',
    own('v=spf1 a:h.test -all', { 'h.test': { A: ['203.0.113.9', client.ip] } }),
    pass,
  ],
  ['§5.3', 'AAAA for IPv6', own('v=spf1 a:h.test -all', { 'h.test': aaaa }), pass, v6],
  ['§5.3', 'no A for IPv6', own('v=spf1 a:h.test/0 -all', { 'h.test': v4 }), fail, v6],
  [
    '§5.3',
    'each family its length',
    own('v=spf1 a:h.test/0//128 -all', { 'h.test': { AAAA: ['2001:db8::2'] } }),
    fail,
    v6,
  ],
  [
    '§5.3',
    'the length of IPv6',
    own('v=spf1 a:h.test//127 -all', { 'h.test': { AAAA: ['2001:db8::'] } }),
    pass,
    v6,
  ],
  ['§5.3', 'no bit, but an address', own('v=spf1 a:h.test/0 -all', { 'h.test': host }), pass],
  ['§5.3', 'no bit and no address', own('v=spf1 a:h.test/0 -all', { 'h.test': aaaa }), fail],
  ['§5', 'a failed question', own('v=spf1 a:h.test +all', { 'h.test': 'servfail' }), temperror],
  [
    '§5.4',
    'the last of ten',
    own('v=spf1 mx:m.test -all', { ...dead, 'm.test': mx(...eleven.slice(1)), 'm9.test': v4 }),
    pass,
  ],
  [
    '§4.6.4',
    'eleven, none of which matches',
    own('v=spf1 mx:m.test +all', { ...dead, 'm.test': mx(...eleven) }),
    permerror,
  ],
  ['§5.4', 'no implicit MX', own('v=spf1 mx:h.test -all', { 'h.test': v4 }), fail],
  ['§5.4', 'no bit and no host', own('v=spf1 mx:h.test/0 -all', { 'h.test': v4 }), fail],
  [
    'RFC 7505 §3',
    'a null MX',
    own('v=spf1 mx:m.test/0 -all', { 'm.test': mx('') }),
    { ...fail, voidLookups: 0 },
  ],
  ['RFC 7505 §3', 'written as a dot', own('v=spf1 mx:m.test/0 -all', { 'm.test': mx('.') }), fail],
  [
    '§5.4',
    'AAAA for IPv6',
    own('v=spf1 mx:m.test -all', { 'm.test': mx('h.test'), 'h.test': aaaa }),
    pass,
    v6,
  ],
  ['§5', 'a failed MX question', own('v=spf1 mx:m.test +all', { 'm.test': 'servfail' }), temperror],
  [
    '§5',
    'a host that fails before one that matches',
    own('v=spf1 mx:m.test +all', { 'm.test': mx('h.test', 'g.test'), 'g.test': 'servfail', 'h.test': v4 }),
    temperror,
  ],
  [
    '§5',
    'behind it',
    own('v=spf1 mx:m.test -all', { 'm.test': mx('g.test', 'h.test'), 'g.test': 'servfail', 'h.test': v4 }),
    pass,
  ],
  ['§5.7', 'A for IPv6 too', own('v=spf1 exists:h.test -all', { 'h.test': host }), pass, v6],
  ['§5.7', 'no AAAA', own('v=spf1 exists:h.test -all', { 'h.test': aaaa }), fail, v6],
  ['§5.7', 'a failed question', own('v=spf1 exists:h.test +all', { 'h.test': 'servfail' }), temperror],
]);

const ptr = (...names: readonly string[]): Names => ({ [reverse]: { PTR: names } });
const reverse6 = `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`;

table('RFC 7208 §5.5: ptr', [
  ['§5.5', 'the domain itself', own('v=spf1 ptr:h.test -all', { ...ptr('h.test'), 'h.test': v4 }), pass],
  [
    '§5.5',
    'a name below it',
    own('v=spf1 ptr:h.test -all', { ...ptr('a.b.h.test'), 'a.b.h.test': v4 }),
    pass,
  ],
  [
    '§5.5',
    'in any case, with the final dot',
    own('v=spf1 ptr:H.Test -all', { ...ptr('A.h.TEST.'), 'a.h.test': v4 }),
    pass,
  ],
  ['§5.5', 'no name above it', own('v=spf1 ptr:a.h.test -all', { ...ptr('h.test'), 'h.test': v4 }), fail],
  [
    '§5.5',
    'no name with the same end',
    own('v=spf1 ptr:h.test -all', { ...ptr('ah.test'), 'ah.test': v4 }),
    fail,
  ],
  [
    '§5.5',
    'a name that leads elsewhere',
    own('v=spf1 ptr:h.test -all', { ...ptr('h.test'), 'h.test': host }),
    fail,
  ],
  ['§5.5', 'a name that leads nowhere', own('v=spf1 ptr:h.test -all', ptr('h.test')), fail],
  [
    '§5.5',
    'one of several',
    own('v=spf1 ptr:h.test -all', { ...ptr('b.test', 'h.test'), 'h.test': v4 }),
    pass,
  ],
  [
    '§5.5',
    'AAAA for IPv6',
    own('v=spf1 ptr:h.test -all', { [reverse6]: { PTR: ['h.test'] }, 'h.test': aaaa }),
    pass,
    v6,
  ],
  ['§5.5', 'no PTR record', own('v=spf1 ptr -all'), { ...fail, lookups: 1, voidLookups: 1 }],
  [
    '§5.5',
    'a failed PTR question',
    own('v=spf1 ptr -all', { [reverse]: 'servfail' }),
    { ...fail, voidLookups: 0 },
  ],
  [
    '§5.5',
    'a failed address question',
    own('v=spf1 ptr:h.test -all', { ...ptr('a.h.test', 'b.h.test'), 'a.h.test': 'servfail', 'b.h.test': v4 }),
    pass,
  ],
  [
    '§4.6.4',
    'the tenth',
    own('v=spf1 ptr:m9.test -all', { ...dead, ...ptr(...eleven.slice(0, 10)), 'm9.test': v4 }),
    pass,
  ],
]);

import { describe, expect, it } from 'vitest';
import { table } from './clause-table.ts';
import { evaluate, host, type Names } from './evaluation.ts';
import { txt } from './published.ts';

const own = (record: string, more: Names = {}): Names => ({ ...more, 'example.test': txt(record) });
const fail = { result: 'fail' } as const;
const neutral = { result: 'neutral' } as const;
const permerror = { result: 'permerror' } as const;
const temperror = { result: 'temperror' } as const;

const red = (record: string): Names => ({
  'r.test': txt(record),
  'e.test': txt('own'),
  'f.test': txt('theirs'),
});

table('RFC 7208 §6.1: redirect', [
  ['§6.1', 'its result', own('v=spf1 ip6:::/0 redirect=r.test', red('v=spf1 ~all')), { result: 'softfail' }],
  [
    '§6.1',
    'not where a mechanism matches',
    own('v=spf1 ?ip4:192.0.2.1 redirect=r.test', red('v=spf1 -all')),
    neutral,
  ],
  ['§6.1', 'neutral stays neutral', own('v=spf1 redirect=r.test', red('v=spf1')), neutral],
  ['§6.1', 'no record', own('v=spf1 redirect=r.test', { 'r.test': host }), permerror],
  ['§6.1', 'no name', own('v=spf1 redirect=r.test'), permerror],
  ['§6.1', 'a malformed name', own('v=spf1 redirect=r..test'), permerror],
  ['§6.1', 'a name of one label', own('v=spf1 redirect=%{d1}', { test: txt('v=spf1 +all') }), permerror],
  ['§6.1', 'a fault there', own('v=spf1 redirect=r.test', red('v=spf1 x')), permerror],
  ['§6.1', 'a failed question', own('v=spf1 redirect=r.test', { 'r.test': 'servfail' }), temperror],
  [
    '§6.1',
    'another redirect there',
    own('v=spf1 redirect=r.test', { ...red('v=spf1 redirect=s.test'), 's.test': txt('v=spf1 -all') }),
    fail,
  ],
]);

const told = (text: string | null) =>
  ({ result: 'fail', ...(text === null ? {} : { explanation: text }) }) as const;
const exp = (...texts: readonly string[]) =>
  own('v=spf1 -all exp=e.test', { 'e.test': { TXT: texts.map((text) => [text]) } });

table('RFC 7208 §6.2: exp that is used', [
  ['§6.2', 'a text', exp('Go away.'), told('Go away.')],
  ['§6.2', 'an empty text', exp(''), told('')],
  [
    '§6.2',
    'strings are joined as they are',
    own('v=spf1 -all exp=e.test', { 'e.test': { TXT: [['a', 'b ', 'c']] } }),
    told('ab c'),
  ],
  ['§6.2', 'in front of the mechanisms', own('v=spf1 exp=e.test -all', { 'e.test': txt('x') }), told('x')],
  [
    '§6.2',
    'for any mechanism',
    own('v=spf1 -ip4:192.0.2.0/24 exp=e.test', { 'e.test': txt('x') }),
    told('x'),
  ],
  ['§6.2', 'a name of macros', own('v=spf1 -all exp=%{l}.%{d}', { 'joe.example.test': txt('x') }), told('x')],
  [
    '§6.2',
    'of the record that redirect leads to',
    own('v=spf1 redirect=r.test exp=e.test', red('v=spf1 -all exp=f.test')),
    told('theirs'),
  ],
  [
    '§6.2',
    'not of the record included',
    own('v=spf1 -include:r.test exp=e.test', red('v=spf1 +all exp=f.test')),
    told('own'),
  ],
]);

describe('RFC 7208 §6.2: exp that is not used', () => {
  it.each<readonly [clause: string, why: string, names: Names]>([
    ['§6.2', 'none', own('v=spf1 -all')],
    ['§6.2', 'no name', own('v=spf1 -all exp=e.test')],
    ['§6.2', 'no TXT record', own('v=spf1 -all exp=e.test', { 'e.test': host })],
    ['§6.2', 'a failed question', own('v=spf1 -all exp=e.test', { 'e.test': 'servfail' })],
    ['§6.2', 'several records', exp('a', 'b')],
    ['§6.2', 'a letter that is none', exp('%{x}')],
    ['§6.2', 'a bare percent sign', exp('100% no')],
    ['§6.2', 'a macro without its end', exp('%{i')],
    ['§6.2', 'a tab', exp('a\tb')],
    ['§6.2', 'a character beyond ASCII', exp('caf\u00e9')],
    ['§4.8', 'a malformed name', own('v=spf1 -all exp=e..test')],
    ['§6.2', 'that of an included record', own('v=spf1 -include:r.test', red('v=spf1 +all exp=f.test'))],
    ['§6.2', 'that of a record that redirects', own('v=spf1 redirect=r.test exp=e.test', red('v=spf1 -all'))],
  ])('%s: %s', async (_, __, names) => {
    const { result, explanation, lookups } = await evaluate(names);
    expect({ result, explanation }).toEqual({ result: 'fail', explanation: undefined });
    expect(lookups).toBeLessThan(2);
  });

  it.each(['softfail ~', 'neutral ?', 'pass +'])('§6.2: for %sall', async (how) => {
    const [result, qualifier] = how.split(' ');
    const outcome = await evaluate(own(`v=spf1 ${qualifier}all exp=e.test`, { 'e.test': txt('x') }));
    expect([outcome.result, outcome.explanation]).toEqual([result, undefined]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkHost, type SpfLimits, type SpfVisit } from '../../src/spf/evaluate.ts';
import { client, evaluate, host, type Names, reverse } from './evaluation.ts';
import { published, txt } from './published.ts';

const own = (record: string, more: Names = {}): Names => ({ ...more, 'example.test': txt(record) });
const v6 = { ip: '2001:db8::cb01' };
const local = (name: string) => ({ sender: `${name}@example.test` });
const nibbles = '2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.c.b.0.1';
const l60 = (char: string) => char.repeat(60);

/** A macro-string, and what it comes to for the client, or another. */
type Row = readonly [clause: string, text: string, value: string, more?: Partial<typeof client>];

const casesOf = (rows: readonly Row[]) =>
  rows.map(([clause, text, value, more]) => ({ clause, text, value, more }));

describe('RFC 7208 §7: a domain-spec', () => {
  const names: readonly Row[] = [
    ['§7.2 s', '%{s}', 'joe@example.test'],
    ['§7.2 l', '%{l}.x', 'joe.x'],
    ['§7.2 o', '%{o}.x', 'example.test.x'],
    ['§7.2 d', '%{d}.x', 'example.test.x'],
    ['§7.2 i', '%{i}.x', '192.0.2.1.x'],
    ['§7.2 i, IPv6', '%{i}.x', `${nibbles}.x`, v6],
    ['§7.2 i, IPv4-mapped', '%{i}.%{v}.x', '192.0.2.1.in-addr.x', { ip: '::ffff:192.0.2.1' }],
    ['§7.2 v', '%{v}.x', 'in-addr.x'],
    ['§7.2 v, IPv6', '%{v}.x', 'ip6.x', v6],
    ['§7.2 h', '%{h}.x', 'mail.example.test.x'],
    ['§4.3 no local part', '%{l}.x', 'postmaster.x', local('')],
    ['§4.3 no "@"', '%{s}.x', 'postmaster@example.test.x', { sender: 'example.test' }],
    ['§2.4 the null sender', '%{s}.x', 'postmaster@example.test.x', { sender: '', helo: 'example.test' }],
    [
      '§2.4 the null sender in brackets',
      '%{l}.%{o}',
      'postmaster.example.test',
      { sender: '<>', helo: 'example.test' },
    ],
    ['§7.3 r', '%{ir}.x', '1.2.0.192.x'],
    ['§7.3 r, IPv6', '%{ir}.%{v}.x', `${nibbles.split('.').toReversed().join('.')}.ip6.x`, v6],
    ['§7.3 a number of parts', '%{i2}.x', '2.1.x'],
    ['§7.3 of reversed parts', '%{i2r}.x', '0.192.x'],
    ['§7.3 leading zeros', '%{i002}.x', '2.1.x'],
    ['§7.3 more parts than there are', '%{i127}.x', '192.0.2.1.x'],
    ['§7.3 far more', `%{i${'9'.repeat(400)}}.x`, '192.0.2.1.x'],
    ['§7.3 another delimiter', '%{l-}.x', 'a.b.c.x', local('a-b-c')],
    ['§7.3 each of them', '%{l.-+,/_=}.x', 'a.b.c.d.e.f.g.h.x', local('a.b-c+d,e/f_g=h')],
    ['§7.3 no other', '%{lr-}.x', 'c.a+b.x', local('a+b-c')],
    ['§7.3 nor the dot beside them', '%{lr-}.x', 'c.a.b.x', local('a.b-c')],
    ['§7.3 the last part in front of it', '%{l1r+}.x', 'joe.x', local('joe+list')],
    ['§7.3 upper case is URL-escaped', '%{L}.x', 'a%2bb%3d%26_-~.x', local('a+b=&_-~')],
    ['§7.3 octets that need it', '%{S}.x', '%22a%20b%22%40example.test.x', local('"a b"')],
    ['§7.3 after the split', '%{L+}.x', 'a.b%3d.x', local('a+b=')],
    ['§7.1 escapes', 'a%%b%_c%-d.x', 'a%b c%20d.x'],
    ['§7.3 values are not expanded again', '%{l}.x', '%{d}.x', local('%{d}')],
    ['§7.3 one final dot', 'H.Test.', 'h.test'],
    [
      '§7.3 labels are dropped to 253',
      `%{l}.x.test`,
      `${['b', 'c', 'd', 'e'].map(l60).join('.')}.x.test`,
      local(['a', 'b', 'c', 'd', 'e'].map(l60).join('.')),
    ],
    ['§7.3 a label too long for that', '%{l}.x.test', 'x.test', local('a'.repeat(10_000))],
    ['§4.8 what is no letter', '%{l}.x', `!#$&'*/=?^\`{|}.x`, local(`!#$&'*/=?^\`{|}`)],
    ['§11.5.3 control characters', '%{h}.x', 'a\r\n\x7f.x', { helo: 'a\r\n\x7f' }],
  ];

  it.each(casesOf(names))('$clause: $text', async ({ text, value, more }) => {
    const resolver = published(own(`v=spf1 exists:${text} -all`, { [value]: host }));
    const outcome = await checkHost({ ...client, ...more }, resolver);
    expect(resolver.asked).toEqual(['example.test TXT', `${value} A`]);
    expect(outcome).toMatchObject({ result: 'pass', lookups: 1, voidLookups: 0 });
  });

  it.each<readonly [why: string, spec: string, more: Partial<typeof client>]>([
    ['an empty label', '%{l}.x.test', local('a..b')],
    ['an empty value', '%{h}.x.test', { helo: '' }],
    ['an empty name', '%{h}', { helo: '' }],
    ['a label of 64 characters', '%{l}.x.test', local('a'.repeat(64))],
    ['RFC 8616 §4: a local part beyond ASCII', '%{l}.x.test', local('é')],
    ['RFC 8616 §4: a sender beyond ASCII', '%{S}.x.test', local('\ud800')],
  ])('§4.8: %s matches nothing and is not asked for', async (_, spec, more) => {
    const terms = ['a', 'mx', 'ptr', 'exists'].map((name) => `${name}:${spec}`).join(' ');
    const resolver = published(own(`v=spf1 ${terms} -all`));
    const outcome = await checkHost({ ...client, ...more }, resolver);
    expect(resolver.asked).toEqual(['example.test TXT']);
    expect(outcome).toMatchObject({ result: 'fail', lookups: 4, voidLookups: 0 });
  });
});

const v4 = { A: [client.ip] };
const ptr = (...names: readonly string[]): Names => ({ [reverse]: { PTR: names } });

describe('RFC 7208 §7.3: %{p}', () => {
  it.each<readonly [why: string, names: Names, value: string]>([
    [
      'the domain before names below it',
      { ...ptr('a.example.test', 'example.test', 'b.test'), 'b.test': v4, 'a.example.test': v4 },
      'example.test',
    ],
    [
      'a name below it before others',
      { ...ptr('a.test', 'z.example.test'), 'a.test': v4, 'z.example.test': v4 },
      'z.example.test',
    ],
    ['any other', { ...ptr('a.test'), 'a.test': v4 }, 'a.test'],
    [
      'no name that leads elsewhere',
      { ...ptr('a.example.test', 'b.test'), 'a.example.test': host, 'b.test': v4 },
      'b.test',
    ],
    ['no name', {}, 'unknown'],
    ['no validated name', { ...ptr('a.test'), 'a.test': host }, 'unknown'],
    ['a failed PTR question', { [reverse]: 'servfail' }, 'unknown'],
    ['a failed address question', { ...ptr('a.test'), 'a.test': 'servfail' }, 'unknown'],
  ])('%s', async (_, names, value) => {
    const record = { TXT: [['v=spf1 exists:%{p}.x.test -all']], ...v4 };
    const zone = { ...names, 'example.test': record, [`${value}.x.test`]: host };
    expect(await evaluate(zone)).toMatchObject({ result: 'pass' });
  });
});

describe('RFC 7208 §6.2, §7: an explanation', () => {
  const texts: readonly Row[] = [
    [
      '§7.2 s, l, o, d, i, h, v',
      '%{s}|%{l}|%{o}|%{d}|%{i}|%{h}|%{v}',
      'joe@example.test|joe|example.test|example.test|192.0.2.1|mail.example.test|in-addr',
    ],
    ['§7.2 c and r', '%{c} %{r}', '192.0.2.1 unknown'],
    ['§7.2 c, IPv6', '%{c}', '2001:db8::cb01', v6],
    ['§7.2 p', '%{p}', 'unknown'],
    ['§7.3 parts', '%{d1}/%{dr}/%{i1r}', 'test/test.example/192'],
    [
      '§7.3 URL-escaped',
      'http://%{d}/?s=%{S}&i=%{I}',
      'http://example.test/?s=a%2Fb%40example.test&i=192.0.2.1',
      local('a/b'),
    ],
    ['RFC 8616 §4 the octets of UTF-8', '%{L}', '%C3%A9', local('é')],
    ['§7.1 escapes and spaces', ' %%%_%- ', ' % %20 '],
    ['§7.3 values are not expanded again', '%{l}', '%{d}', local('%{d}')],
  ];

  it.each(casesOf(texts))('$clause: $text', async ({ text, value, more }) => {
    const outcome = await evaluate(own('v=spf1 -all exp=e.test', { 'e.test': txt(text) }), more);
    expect(outcome).toMatchObject({ result: 'fail', explanation: value });
  });

  it('§7.2 t is the time', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { explanation } = await evaluate(own('v=spf1 -all exp=e.test', { 'e.test': txt('%{t}') }));
    expect(Number(explanation)).toBeGreaterThanOrEqual(before);
    expect(Number(explanation)).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it.each(['é', 'a\r\n250 ok', '\0', '\ud800'])(
    '§6.2: what the client says stays out unless printable: %j',
    async (name) => {
      const names = own('v=spf1 -all exp=e.test', { 'e.test': txt('%{l} %{h}') });
      for (const more of [local(name), { helo: name }]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { result, explanation } = await evaluate(names, more);
        expect({ result, explanation }).toEqual({ result: 'fail', explanation: undefined });
      }
    },
  );
});

describe('RFC 7208 §7.2: through include and redirect', () => {
  it.each([
    ['v=spf1 include:i.test -all', 'v=spf1 exists:%{s}.%{d}', 'joe@example.test.i.test'],
    ['v=spf1 redirect=i.test', 'v=spf1 exists:%{l}.%{o}.%{d} -all', 'joe.example.test.i.test'],
  ])('the sender stays, the domain does not: %s', async (record, behind, name) => {
    const outcome = await evaluate(own(record, { 'i.test': txt(behind), [name]: host }));
    expect(outcome).toMatchObject({ result: 'pass', lookups: 2, voidLookups: 0 });
  });

  it('an explanation speaks of the domain whose record failed', async () => {
    const names = { 'i.test': txt('v=spf1 -all exp=e.test'), 'e.test': txt('%{d} for %{o}') };
    const { explanation } = await evaluate(own('v=spf1 redirect=i.test', names));
    expect(explanation).toBe('i.test for example.test');
  });
});

describe('the limits of RFC 7208 §4.6.4 that a caller sets', () => {
  const two = Object.fromEntries(['a.test', 'b.test'].map((name) => [name, host]));
  it.each<readonly [limits: Partial<SpfLimits>, record: string, result: string]>([
    [{ lookups: 0 }, 'v=spf1 ip4:192.0.2.1', 'pass'],
    [{ lookups: 0 }, 'v=spf1 a:a.test ?all', 'permerror'],
    [{ lookups: 1 }, 'v=spf1 a:a.test a:b.test ?all', 'permerror'],
    [{ lookups: 2 }, 'v=spf1 a:a.test a:b.test ?all', 'neutral'],
    [{ voidLookups: 0 }, 'v=spf1 a:c.test ?all', 'permerror'],
    [{ voidLookups: 3 }, 'v=spf1 a:c.test a:d.test a:e.test ?all', 'neutral'],
  ])('%j: %s is %s', async (limits, record, result) => {
    expect(await evaluate(own(record, two), {}, limits)).toMatchObject({ result });
  });
});

/** Every step of a trace beside the record that its offsets count in. */
const stepsOf = ({ record, steps }: SpfVisit): (readonly [string | null, SpfVisit['steps'][number]])[] =>
  steps.flatMap((step) => [[record, step] as const, ...(step.nested ? stepsOf(step.nested) : [])]);

it('the offsets of a trace lead to the terms, and its costs add up', async () => {
  const { trace, lookups, voidLookups, matched } = await evaluate({
    'example.test': txt('V=SPF1  a:no.test exp=e.test  include:i.test redirect=r.test'),
    'i.test': txt('v=spf1 mx:no.test  -all'),
    'r.test': txt('v=spf1 foo=bar  -ip4:192.0.2.0/24 exp=e.test'),
    'e.test': txt('no'),
  });
  const steps = stepsOf(trace);
  expect(steps).toHaveLength(7);
  for (const [record, { term, start, end }] of steps) expect(record?.slice(start, end)).toBe(term);
  expect(steps.reduce((sum, [, { cost }]) => sum + cost, 0)).toBe(lookups);
  expect(voidLookups).toBe(2);
  expect(matched).toMatchObject({ domain: 'r.test', term: '-ip4:192.0.2.0/24' });
  expect(matched?.record.slice(matched.start, matched.end)).toBe(matched?.term);
});

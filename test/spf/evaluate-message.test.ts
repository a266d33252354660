import { describe, expect, it } from 'vitest';
import type { Resolver } from '../../src/dns/resolver.ts';
import { InputError } from '../../src/domain.ts';
import { checkHost } from '../../src/spf/english.ts';
import type { SpfLimits } from '../../src/spf/evaluate.ts';
import { client, evaluate, host } from './evaluation.ts';
import { published, txt } from './published.ts';

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

import { describe, expect, it } from 'vitest';
import { everyHost, unmatchedHosts } from '../../src/spf/checks/wording.ts';
import { judged } from './findings.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

async function judgement(names: Names) {
  const result = await judged(published(names));
  if (!result) throw new Error('not ok');
  return result;
}

describe('whom the fault of a record concerns', () => {
  const broken = txt('v=spf1 moo -all');
  const twice = { TXT: [['v=spf1 mx -all'], ['v=spf1 a -all']] };
  const middle = (text: string): Names => ({
    'example.test': txt('v=spf1 redirect=r.test'),
    'r.test': txt(text),
    's.test': broken,
  });

  it.each<[string, Names, string, string]>([
    ['spf-syntax', { 'example.test': broken }, everyHost.en, 'the record itself'],
    ['spf-multiple-records', { 'example.test': twice }, everyHost.en, 'the records themselves'],
    ['spf-syntax', middle('v=spf1 redirect=s.test'), everyHost.en, 'nothing but redirects before it'],
    ['spf-syntax', middle('v=spf1 exp=e.test x=y redirect=s.test'), everyHost.en, 'modifiers match nobody'],
    [
      'spf-syntax',
      middle('v=spf1 mx redirect=s.test'),
      unmatchedHosts.en,
      'a term behind the first redirect',
    ],
    ['spf-syntax', middle('v=spf1 redirect=s.test mx'), unmatchedHosts.en, 'a redirect is followed last'],
    [
      'spf-syntax',
      middle('v=spf1 -ip4:45.64.7.1 redirect=s.test'),
      unmatchedHosts.en,
      'a refusal matches too',
    ],
    [
      'spf-multiple-records',
      { 'example.test': txt('v=spf1 mx redirect=r.test'), 'r.test': twice },
      unmatchedHosts.en,
      'a term before the redirect',
    ],
    [
      'spf-multiple-records',
      { 'example.test': txt('v=spf1 redirect=r.test'), 'r.test': twice },
      everyHost.en,
      'no term before the redirect',
    ],
  ])('%s, %#: %s', async (id, names, hosts) => {
    const { found } = await judgement(names);
    const last = found.findLast((one) => one.id === id);
    expect(last?.params['hosts']).toBe(hosts);
  });

  it('differs between a broken record and the broken target of its redirect', async () => {
    const { found } = await judgement({
      'example.test': txt('v=spf1 moo redirect=r.test'),
      'r.test': broken,
    });
    const faults = found.filter(({ id }) => id === 'spf-syntax');
    expect(faults.map(({ params }) => [params['domain'], params['hosts']])).toEqual([
      ['example.test', everyHost.en],
      ['r.test', unmatchedHosts.en],
    ]);
  });
});

describe('a target that the message decides', () => {
  it.each<[string, string, boolean]>([
    ['v=spf1 mx include:%{l}.x.test ~all', 'an include adds to what is known', false],
    ['v=spf1 mx redirect=%{l}.x.test', 'a redirect decides for everyone else', true],
    ['v=spf1 include:a.test ~all', 'a redirect inside an include', false],
    ['v=spf1 redirect=a.test', 'a redirect behind a redirect', true],
  ])('%s: %s, blocking %s', async (text, _why, blocking) => {
    const { unknown } = await judgement({
      'example.test': txt(text),
      'a.test': txt('v=spf1 redirect=%{i}.x.test'),
    });
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.filter((one) => one.blocking !== blocking)).toEqual([]);
  });

  it('is not one that the sender domain decides', async () => {
    const { unknown, found, facts } = await judgement({
      'example.test': txt('v=spf1 redirect=%{o}.x.test'),
      'example.test.x.test': txt('v=spf1 include:%{o}.y.test -all'),
      'example.test.y.test': txt('v=spf1 ip4:45.64.7.1 -all'),
    });
    expect([unknown, found]).toEqual([[], []]);
    expect(facts.tree?.branches[0]?.node?.branches[0]?.target).toBe('example.test.y.test');
  });
});

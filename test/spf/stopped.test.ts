import { describe, expect, it } from 'vitest';
import { isToldByTree } from '../../src/spf/stopped.ts';
import { evaluatedFacts } from './findings.ts';
import { type Published, published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

const ip = '45.64.7.5';
const include = (count: number) =>
  Array.from({ length: count }, (_, index) => `include:n${index}.test`).join(' ');
const empty = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`n${index}.test`, txt('v=spf1 ?all')]),
);

async function evaluation(resolver: Published) {
  const facts = await evaluatedFacts(resolver, { addresses: [ip], sender: 'bob@example.test', helo: null });
  const [one] = facts.evaluations;
  if (!one) throw new Error('not evaluated');
  return { facts, one };
}

describe('what ends an evaluation in permerror', () => {
  it.each<[string, Names, string | undefined]>([
    ['v=spf1 moo ip4:45.64.7.5 -all', {}, undefined],
    ['v=spf1 include:gone.test ip4:45.64.7.5 -all', {}, 'example.test include:gone.test'],
    ['v=spf1 redirect=gone.test', {}, 'example.test redirect=gone.test'],
    ['v=spf1 include:a.test -all', { 'a.test': txt('v=spf1 moo') }, 'example.test include:a.test'],
    ['v=spf1 include:a.test -all', { 'a.test': txt('v=spf1 include:b.test') }, 'a.test include:b.test'],
    ['v=spf1 redirect=a.test', { 'a.test': txt('v=spf1 include:b.test') }, 'a.test include:b.test'],
    ['v=spf1 a:x.test a:y.test a:z.test ip4:45.64.7.5 -all', {}, 'example.test a:z.test'],
    [`v=spf1 ${include(11)} ip4:45.64.7.5 -all`, empty, 'example.test include:n10.test'],
    ['v=spf1 include:example.test -all', {}, 'example.test include:example.test'],
    [
      'v=spf1 mx:m.test ip4:45.64.7.5 -all',
      {
        'm.test': {
          MX: Array.from({ length: 11 }, (_, preference) => ({ preference, exchange: 'h.test' })),
        },
        'h.test': { A: ['45.64.7.9'] },
      },
      'example.test mx:m.test',
    ],
  ])('%s is told by the tree', async (record, others, place) => {
    const { facts, one } = await evaluation(published({ ...others, 'example.test': txt(record) }));
    expect(one.result).toBe('permerror');
    const { stoppedAt } = one;
    expect(stoppedAt && `${stoppedAt.domain} ${stoppedAt.term}`).toBe(place);
    expect(isToldByTree(facts, one)).toBe(true);
  });

  const three = ['a', 'b', 'c'].map((label) => `exists:%{i}.${label}.test`).join(' ');
  it.each<[string, Names, string]>([
    [`v=spf1 ${three} ip4:45.64.7.5 -all`, {}, 'example.test exists:%{i}.c.test'],
    [`v=spf1 ${three} ip4:45.64.7.5 include:gone.test -all`, {}, 'example.test exists:%{i}.c.test'],
    ['v=spf1 ptr a:x.test a:y.test ip4:45.64.7.5 -all', {}, 'example.test a:y.test'],
    ['v=spf1 include:%{l}.a.test ip4:45.64.7.5 -all', {}, 'example.test include:%{l}.a.test'],
    [
      'v=spf1 include:%{l}.a.test ip4:45.64.7.5 -all',
      { 'bob.a.test': txt('v=spf1 moo') },
      'example.test include:%{l}.a.test',
    ],
    [
      `v=spf1 include:%{l}.a.test ${include(3)} ip4:45.64.7.5 -all`,
      { ...empty, 'bob.a.test': txt(`v=spf1 ${include(8)} ?all`) },
      'example.test include:n1.test',
    ],
  ])('%s is not', async (record, others, place) => {
    const { facts, one } = await evaluation(published({ ...others, 'example.test': txt(record) }));
    expect(one.result).toBe('permerror');
    expect(`${one.stoppedAt?.domain} ${one.stoppedAt?.term}`).toBe(place);
    expect(isToldByTree(facts, one)).toBe(false);
  });
});

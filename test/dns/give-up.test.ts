import { describe, expect, it } from 'vitest';
import { giveUp } from '../../src/dns/layers/give-up.ts';
import type { Answer, Resolver } from '../../src/dns/resolver.ts';

const silence: Answer = { status: 'failed', failure: 'timeout' };

function answering(answers: readonly Answer[]): { resolver: Resolver; asked: string[] } {
  const asked: string[] = [];
  const query = (name: string) => Promise.resolve(answers[asked.push(name) - 1] ?? silence);
  return { resolver: { query: query as Resolver['query'] }, asked };
}

const askAll = async (resolver: Resolver, count: number) => {
  const answers: Answer[] = [];
  for (let n = 0; n < count; n += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: what came before decides
    answers.push(await resolver.query(`n${n}.test`, 'A'));
  }
  return answers;
};

describe('giveUp', () => {
  it('asks no more once so many had no answer, and says so of each', async () => {
    const { resolver, asked } = answering([]);
    const answers = await askAll(giveUp(resolver, 3), 10);
    expect(asked).toHaveLength(3);
    expect(answers).toEqual(Array.from({ length: 10 }, () => silence));
  });

  it.each<[string, Answer]>([
    ['an answer', { status: 'nodata' }],
    ['a refusal', { status: 'failed', failure: 'refused' }],
    ['SERVFAIL', { status: 'failed', failure: 'servfail' }],
  ])('goes on after %s: somebody is there', async (_, word) => {
    const { resolver, asked } = answering([silence, word]);
    await askAll(giveUp(resolver, 3), 10);
    expect(asked).toHaveLength(10);
  });

  it('lets questions run that are under way', async () => {
    const { resolver, asked } = answering([]);
    const quiet = giveUp(resolver, 3);
    await Promise.all(Array.from({ length: 20 }, (_, n) => quiet.query(`n${n}.test`, 'A')));
    expect(asked).toHaveLength(20);
  });
});

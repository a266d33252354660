import { foldName } from '../name.ts';
import type { Answer, Asked, Failure, RecordType, Resolver } from '../resolver.ts';

/** A question as it was asked and what came back: plain JSON. */
export type Exchange = Asked;

/** Writes each question and its answer to `log`, in the order of the answers. */
export function recorded(resolver: Resolver, log: Exchange[]): Resolver {
  return {
    async query(name, type, signal) {
      const answer = await resolver.query(name, type, signal);
      log.push({ name, type, answer });
      return answer;
    },
  };
}

/**
 * Answers from a recording. A question recorded several times gets its answers in that order, the last one from then
 * on; one that is not in the recording fails as told.
 */
export function replay(log: readonly Exchange[], missing: Failure = 'other'): Resolver {
  const answers = new Map<string, Answer[]>();
  for (const { name, type, answer } of log) {
    const key = `${type} ${foldName(name)}`;
    const known = answers.get(key);
    if (known) known.push(answer);
    else answers.set(key, [answer]);
  }
  return {
    query<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
      const left = answers.get(`${type} ${foldName(name)}`) ?? [];
      const answer = left.length > 1 ? left.shift() : left[0];
      // The key holds the type, so that the answer is one of that type.
      return Promise.resolve((answer as Answer<T> | undefined) ?? { status: 'failed', failure: missing });
    },
  };
}

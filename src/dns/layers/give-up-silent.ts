import type { Answer, RecordType, Resolver } from '../resolver.ts';
import { isUnanswered } from './give-up.ts';

/**
 * Stops asking those that fell silent: after so many questions in a row without a word from a server the ones that
 * follow fail at once as the last one did.
 */
export function giveUpSilent(resolver: Resolver, after: number): Resolver {
  let silent = 0;
  let last: Answer | null = null;
  return {
    async query<T extends RecordType>(name: string, type: T, signal?: AbortSignal): Promise<Answer<T>> {
      if (last?.status === 'failed' && silent >= after) return last;
      const answer = await resolver.query(name, type, signal);
      if (isUnanswered(answer)) {
        silent += 1;
        last = answer;
      } else silent = 0;
      return answer;
    },
  };
}

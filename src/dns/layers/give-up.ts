import type { Answer, RecordType, Resolver } from '../resolver.ts';

/** No server said a word. */
export function isUnanswered(answer: Answer): boolean {
  return answer.status === 'failed' && (answer.failure === 'timeout' || answer.failure === 'unreachable');
}

/**
 * Stops asking where nobody answers: once `after` questions have ended without any word from a server, and none has
 * ever had one, the questions that follow fail at once as the last one did.
 */
export function giveUp(resolver: Resolver, after = 8): Resolver {
  let silent = 0;
  let heard = false;
  let last: Answer | null = null;
  return {
    async query<T extends RecordType>(name: string, type: T, signal?: AbortSignal): Promise<Answer<T>> {
      if (last?.status === 'failed' && !heard && silent >= after) return last;
      const answer = await resolver.query(name, type, signal);
      if (isUnanswered(answer)) {
        silent += 1;
        last = answer;
      } else heard = true;
      return answer;
    },
  };
}

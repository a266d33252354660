import type { Resolver } from '../resolver.ts';

/** Asks `second` the names that `first` cannot put in a question (`failed: badname`), and nothing else. */
export function onBadName(first: Resolver, second: Resolver): Resolver {
  return {
    async query(name, type, signal) {
      const answer = await first.query(name, type, signal);
      if (answer.status !== 'failed' || answer.failure !== 'badname') return answer;
      return second.query(name, type, signal);
    },
  };
}

import pLimit from 'p-limit';
import type { Answer, Resolver } from '../resolver.ts';
import { ended, untilAborted } from './ending.ts';

/** At most `n` questions on their way at once, the others wait in line; an aborted one leaves the line at once. */
export function atMost(resolver: Resolver, n: number): Resolver {
  const limit = pLimit(n);
  return {
    query: (name, type, signal) =>
      untilAborted(signal, () =>
        limit((): Promise<Answer<typeof type>> => {
          return signal?.aborted ? Promise.resolve(ended) : resolver.query(name, type, signal);
        }),
      ),
  };
}

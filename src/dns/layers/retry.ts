import type { Answer, Failure, Resolver } from '../resolver.ts';

/** Failures that another server, or the same a moment later, may not repeat. */
const worthResending: ReadonlySet<Failure> = new Set([
  'servfail',
  'refused',
  'timeout',
  'unreachable',
  'badresponse',
]);

function isWorthResending(answer: Answer): boolean {
  return answer.status === 'failed' && worthResending.has(answer.failure);
}

/** One more attempt for a question that failed, with `second`; where that fails too, the first failure stands. */
export function retry(first: Resolver, second: Resolver = first): Resolver {
  return {
    async query(name, type, signal) {
      const answer = await first.query(name, type, signal);
      if (!isWorthResending(answer) || signal?.aborted) return answer;
      const again = await second.query(name, type, signal);
      return again.status === 'failed' ? answer : again;
    },
  };
}

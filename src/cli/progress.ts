import { stderr } from 'node:process';
import type { Resolver } from '../index.ts';

/** Milliseconds between two drawings. */
const interval = 100;

/** Counts the answers of a resolver on a line of the terminal, which `end` takes away. Elsewhere it is silent. */
export function withProgress(
  resolver: Resolver,
  expected: number,
): { readonly resolver: Resolver; readonly end: () => void } {
  if (!stderr.isTTY) return { resolver, end: () => undefined };
  let answered = 0;
  let drawn = 0;
  const draw = () => {
    const now = Date.now();
    if (now - drawn < interval) return;
    drawn = now;
    const total = Math.max(answered, expected).toLocaleString('en-US');
    stderr.write(`\r${answered.toLocaleString('en-US')} of about ${total} questions answered\u001b[K`);
  };
  return {
    resolver: {
      async query(name, type, signal) {
        const answer = await resolver.query(name, type, signal);
        answered += 1;
        draw();
        return answer;
      },
    },
    end: () => {
      if (drawn > 0) stderr.write('\r\u001b[K');
    },
  };
}

import { stderr } from 'node:process';
import { grouped, type Language, phrase, type Resolver, say } from '../index.ts';

/** Milliseconds between two drawings. */
const interval = 100;

const told = {
  en: '{answered} of about {total} questions answered',
  fr: 'réponses reçues : {answered} sur environ {total}',
} as const;

/** Counts the answers of a resolver on a line of the terminal, which `end` takes away. Elsewhere it is silent. */
export function withProgress(
  resolver: Resolver,
  expected: number,
  language: Language,
): { readonly resolver: Resolver; readonly end: () => void } {
  if (!stderr.isTTY) return { resolver, end: () => undefined };
  let answered = 0;
  let drawn = 0;
  const draw = () => {
    const now = Date.now();
    if (now - drawn < interval) return;
    drawn = now;
    const counts = { answered: grouped(answered), total: grouped(Math.max(answered, expected)) };
    stderr.write(`\r${say(phrase(told, counts), language)}\u001b[K`);
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

import { foldName } from '../name.ts';
import type { Answer, RecordType, Resolver } from '../resolver.ts';
import { untilAborted } from './ending.ts';

/**
 * Asks each question (name in any case, type) once: later callers share the answer or wait for the one on its way.
 * Failures are forgotten, unless `failures` are to be kept: so that one audit tells of one question one thing. A
 * caller's signal ends that caller's wait alone; the shared question goes on.
 */
export function once(resolver: Resolver, failures: 'forgotten' | 'kept' = 'forgotten'): Resolver {
  const answers = new Map<string, Promise<Answer>>();

  function share<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
    const key = `${type} ${foldName(name)}`;
    // The key holds the type, so that the answer is one of that type.
    const known = answers.get(key) as Promise<Answer<T>> | undefined;
    if (known) return known;
    const asked = resolver.query(name, type);
    answers.set(key, asked);
    const forget = () => answers.delete(key);
    asked.then((answer) => failures === 'kept' || answer.status !== 'failed' || forget(), forget);
    return asked;
  }

  return {
    query: (name, type, signal) =>
      signal ? untilAborted(signal, () => share(name, type)) : share(name, type),
  };
}

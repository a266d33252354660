import type { Answer, RecordType, Resolver } from '../resolver.ts';
import { ended, onAbort } from './ending.ts';

/**
 * Each question ends after `ms` milliseconds, or when its signal aborts, with `failed: timeout`, whatever the resolver
 * beneath does; that one is told by the signal it is given.
 */
export function deadline(resolver: Resolver, ms: number): Resolver {
  return {
    query<T extends RecordType>(name: string, type: T, signal?: AbortSignal): Promise<Answer<T>> {
      if (signal?.aborted) return Promise.resolve(ended);
      const own = new AbortController();
      return new Promise((resolve, reject) => {
        const stop = () => {
          settle();
          own.abort();
          resolve(ended);
        };
        const timer = setTimeout(stop, ms);
        const release = signal && onAbort(signal, stop);
        const settle = () => {
          clearTimeout(timer);
          release?.();
        };
        resolver.query(name, type, own.signal).then(resolve, reject).finally(settle);
      });
    },
  };
}

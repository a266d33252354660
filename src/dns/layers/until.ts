import type { Resolver } from '../resolver.ts';
import { onAbort, untilAborted } from './ending.ts';

/** Every question ends when `signal` aborts; those asked later end at once, without a packet. */
export function until(resolver: Resolver, signal: AbortSignal): Resolver {
  return {
    async query(name, type, own) {
      if (!own) return untilAborted(signal, () => resolver.query(name, type, signal));
      const either = new AbortController();
      const stop = () => either.abort();
      if (signal.aborted || own.aborted) stop();
      const release = [signal, own].map((each) => onAbort(each, stop));
      try {
        return await untilAborted(either.signal, () => resolver.query(name, type, either.signal));
      } finally {
        for (const take of release) take();
      }
    },
  };
}

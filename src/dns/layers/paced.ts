import type { Resolver } from '../resolver.ts';
import { ended, onAbort } from './ending.ts';

/** Waits so many milliseconds, or until the signal aborts. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    const stop = () => {
      clearTimeout(timer);
      release?.();
      done();
    };
    const timer = setTimeout(stop, ms);
    const release = signal && onAbort(signal, stop);
  });
}

/**
 * Lets questions below each of the zones go out at a given rate at most, each zone by itself; others pass at once.
 * @param rate questions a second
 * @param now the clock, milliseconds
 */
export function paced(
  resolver: Resolver,
  zones: readonly string[],
  rate: number,
  now: () => number = Date.now,
): Resolver {
  const gap = 1000 / rate;
  const free = new Map<string, number>();
  const suffixes = zones.map((zone) => `.${zone}`);
  return {
    async query(name, type, signal) {
      const zone = suffixes.find((suffix) => name.endsWith(suffix));
      if (zone === undefined) return resolver.query(name, type, signal);
      if (signal?.aborted) return ended;
      const at = Math.max(now(), free.get(zone) ?? 0);
      free.set(zone, at + gap);
      const wait = at - now();
      if (wait > 0) await pause(wait, signal);
      return signal?.aborted ? ended : resolver.query(name, type, signal);
    },
  };
}

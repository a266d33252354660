import type { Resolver } from '../resolver.ts';
import { ended, onAbort, untilAborted } from './ending.ts';

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
  /** When the last question about a zone went out. */
  const last = new Map<string, Promise<number>>();
  const suffixes = zones.map((zone) => `.${zone}`);

  async function next(before: Promise<number>, signal: AbortSignal | undefined): Promise<number> {
    const at = await before;
    if (signal?.aborted) return at;
    const wait = at + gap - now();
    if (wait > 0) await pause(wait, signal);
    return signal?.aborted ? at : Math.max(now(), at + gap);
  }

  return {
    query(name, type, signal) {
      const zone = suffixes.find((suffix) => name.endsWith(suffix));
      if (zone === undefined) return resolver.query(name, type, signal);
      return untilAborted(signal, async () => {
        const turn = next(last.get(zone) ?? Promise.resolve(Number.NEGATIVE_INFINITY), signal);
        last.set(zone, turn);
        await turn;
        return signal?.aborted ? ended : resolver.query(name, type, signal);
      });
    },
  };
}

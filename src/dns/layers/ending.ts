import type { Answer, Failed, RecordType } from '../resolver.ts';

/** What an aborted question ends with. */
export const ended: Failed = { status: 'failed', failure: 'timeout' };

/**
 * One listener a signal: thousands of questions wait under the same one, and taking a listener off an AbortSignal
 * costs time in proportion to the others.
 */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `stop` when the signal aborts; the returned function takes that back. */
export function onAbort(signal: AbortSignal, stop: () => void): () => void {
  let stops = waiting.get(signal);
  if (!stops) {
    const all = new Set<() => void>();
    signal.addEventListener(
      'abort',
      () => {
        for (const each of all) each();
      },
      { once: true },
    );
    waiting.set(signal, all);
    stops = all;
  }
  stops.add(stop);
  return () => stops.delete(stop);
}

/** Waits for an answer until the signal aborts; nothing is asked where it has aborted before. */
export function untilAborted<T extends RecordType>(
  signal: AbortSignal | undefined,
  start: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  if (!signal) return start();
  if (signal.aborted) return Promise.resolve(ended);
  return new Promise((resolve, reject) => {
    const release = onAbort(signal, () => resolve(ended));
    start().then(resolve, reject).finally(release);
  });
}

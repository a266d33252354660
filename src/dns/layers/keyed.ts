import type { Answer, RecordType, Resolver } from '../resolver.ts';

/** What stands for a key in the names of lists. */
export const keyMark = '<key>';

/** One TXT record: readers join its strings, so that a key in two halves is one that shows. */
function redactedStrings(strings: readonly string[], pattern: RegExp): readonly string[] {
  const apart = strings.map((one) => one.replace(pattern, keyMark));
  const whole = strings.join('').replace(pattern, keyMark);
  return apart.join('') === whole ? apart : [whole];
}

/** For what a stranger's record names: a key is put into questions about lists alone. */
export function withoutKeys(resolver: Resolver): Resolver {
  return {
    query<T extends RecordType>(name: string, type: T, signal?: AbortSignal): Promise<Answer<T>> {
      return name.includes(keyMark)
        ? Promise.resolve({ status: 'failed', failure: 'badname' })
        : resolver.query(name, type, signal);
    },
  };
}

/** The same value with every key in it, in whatever case, replaced by the mark. */
function redacted<T>(value: T, pattern: RegExp): T {
  if (typeof value === 'string') return value.replace(pattern, keyMark) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => redacted(one, pattern)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, redacted(one, pattern)])) as T;
}

/**
 * Puts keys into names only where the question goes out, and takes them out of every answer: nothing on this side, not
 * facts, reports, logs or saved answers, ever holds one.
 * @param keys by the domain that they open: `<key>.zen.dq.spamhaus.net` takes that of `dq.spamhaus.net`
 */
export function keyed(resolver: Resolver, keys: ReadonlyMap<string, string>): Resolver {
  // Keys are letters and digits. The longest first: one may begin with another.
  const longest = [...keys.values()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longest.join('|'), 'gi');
  return {
    async query<T extends RecordType>(name: string, type: T, signal?: AbortSignal): Promise<Answer<T>> {
      if (!name.includes(keyMark)) return resolver.query(name, type, signal);
      const key = [...keys].find(([domain]) => name.endsWith(`.${domain}`))?.[1];
      if (key === undefined) return { status: 'failed', failure: 'badname' };
      const answer = await resolver.query(name.replace(keyMark, key), type, signal);
      if (type !== 'TXT' || answer.status !== 'found') return redacted(answer, pattern);
      const records = (answer.records as readonly (readonly string[])[]).map((strings) =>
        redactedStrings(strings, pattern),
      );
      return { ...answer, records: records as unknown as typeof answer.records };
    },
  };
}

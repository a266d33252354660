import type { FoundReply } from './found.ts';

/** A copy of its own of a text to keep: a slice holds the whole chunk that it was read from in memory. */
export function copied(text: string): string {
  // Joined and cut, it is a slice of a text of its own length.
  return ` ${text}`.slice(1);
}

/** A reply that outlives the chunk it was read from. */
export function keptReply(found: FoundReply): FoundReply {
  return JSON.parse(JSON.stringify(found)) as FoundReply;
}

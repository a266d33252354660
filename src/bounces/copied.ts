import type { FoundReply } from './found.ts';

/** A copy of its own of a text to keep: a slice holds the whole chunk that it was read from in memory. */
export function copied(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** A reply that outlives the chunk it was read from. */
export function keptReply(found: FoundReply): FoundReply {
  return JSON.parse(JSON.stringify(found)) as FoundReply;
}

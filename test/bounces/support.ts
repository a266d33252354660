import { readFileSync } from 'node:fs';
import type { FoundReply } from '../../src/bounces/found.ts';
import { type ReadOptions, readReplies } from '../../src/bounces/read.ts';

/** What real servers wrote: Postfix 3.7.11 and Exim 4.96 of Debian 12, made to bounce. */
export function sample(name: string): string {
  return readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
}

/** The replies in a text, and what was read on the way. */
export async function found(text: string | readonly (string | Uint8Array)[], options: ReadOptions = {}) {
  const replies: FoundReply[] = [];
  const progress = { kind: null as string | null, lines: 0, cut: 0, messages: 0 };
  const chunks = typeof text === 'string' ? [text] : text;
  const seen = progress as Parameters<typeof readReplies>[2];
  for await (const _ of readReplies(chunks, options, seen, (one) => replies.push(one)));
  return { replies, ...progress };
}

/** The only reply in a text. */
export async function only(text: string, options: ReadOptions = {}): Promise<FoundReply> {
  const { replies } = await found(text, options);
  const [first] = replies;
  if (!first || replies.length > 1) throw new Error(`${replies.length} replies`);
  return first;
}

import type { AuditedBounces } from '../../bounces/audited.ts';
import type { Bounces } from '../../bounces/explain-bounces.ts';
import { type Language, phrase, say } from '../../text/say.ts';
import { wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { painter } from '../text/style.ts';
import { detail } from './detail.ts';
import { table } from './table.ts';
import * as words from './words.ts';

/** Groups that are told in full below the table. */
const maxDetails = 5;

/** `9 replies in 78 lines of a mail log`. */
function heading({ kind, lines, messages, replies }: Bounces, language: Language): string {
  const params = {
    replies: words.counted(replies, words.replies, language),
    lines: words.counted(lines, words.lines, language),
    messages: words.counted(messages, words.messages, language),
  };
  return say(phrase(words.inputs[kind ?? 'replies'], params), language);
}

/** For a person: one kind of reply in full; of several the table, and the most frequent in full. */
export function bouncesText(bounces: Bounces | AuditedBounces, options: RenderOptions): string {
  const { width, language = 'en' } = options;
  const paint = painter(options);
  const { groups, cut, kind, replies } = bounces;
  const long = phrase(words.cutLines, { lines: words.counted(cut, words.lines, language) });
  const none = say(words.nothingFound[kind ?? 'replies'], language);
  const told = groups.slice(0, maxDetails).flatMap((group) => ['', ...detail(group, options, paint)]);
  const head = [
    ...wrap(heading(bounces, language), width),
    ...(cut > 0 ? wrap(say(long, language), width) : []),
    ...(replies === 0 ? wrap(none, width) : []),
  ];
  const lines =
    groups.length > 1
      ? [
          ...head,
          '',
          ...table(bounces, options, paint),
          '',
          paint('strong', words.mostFrequent[language]),
          ...told,
        ]
      : [...head, ...told];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

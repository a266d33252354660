import type { Bounces } from '../../bounces/explain-bounces.ts';
import type { ReplyGroup } from '../../bounces/groups.ts';
import { grouped } from '../../text/grouped.ts';
import { type Language, phrase, say } from '../../text/say.ts';
import { printable, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Paint } from '../text/style.ts';
import { family, receiver } from './detail.ts';
import * as words from './words.ts';

/** Rows of the table in text. */
const maxRows = 50;

/** Columns from which the table has columns of its own for reply and receiver. */
const wide = 72;

interface Row {
  readonly count: string;
  readonly reply: string;
  readonly receiver: string;
  readonly cause: string;
  readonly findings: string;
}

function rowOf(group: ReplyGroup, language: Language): Row {
  return {
    count: say(grouped(group.count), language),
    reply: family(group, language),
    receiver: printable(receiver(group, language)),
    cause: group.explanation.cause,
    findings: group.explanation.findings.join(', '),
  };
}

/** The cells of a row beside each other, each wrapped in its own column. */
function beside(cells: readonly (readonly [text: readonly string[], width: number])[]): string[] {
  const height = Math.max(...cells.map(([lines]) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    cells
      .map(([lines, width]) => (lines[index] ?? '').padEnd(width))
      .join('')
      .trimEnd(),
  );
}

function wideRows(rows: readonly Row[], head: Row, { width }: RenderOptions, paint: Paint): string[] {
  const first = Math.max(...[head, ...rows].map(({ count }) => count.length)) + 2;
  const replyWidth = Math.min(13, Math.max(...[head, ...rows].map(({ reply }) => reply.length)) + 2);
  const receiverWidth = Math.min(20, Math.max(...[head, ...rows].map((row) => row.receiver.length)) + 2);
  const rest = width - first - replyWidth - receiverWidth;
  const drawn = ({ count, reply, receiver: name, cause, findings }: Row) =>
    beside([
      [[count.padStart(first - 2)], first],
      [wrap(reply, replyWidth - 2), replyWidth],
      [wrap(name, receiverWidth - 2), receiverWidth],
      [
        [
          ...wrap(cause, rest),
          ...(findings === '' ? [] : wrap(findings, rest - 2).map((line) => `  ${line}`)),
        ],
        0,
      ],
    ]);
  return [...drawn(head).map((line) => paint('quiet', line)), ...rows.flatMap(drawn)];
}

function narrowRows(rows: readonly Row[], { width }: RenderOptions): string[] {
  return rows.flatMap(({ count, reply, receiver: name, cause, findings }) => [
    ...wrap(`${count}  ${reply}  ${name}`, width),
    ...wrap(cause, width - 4).map((line) => `    ${line}`),
    ...(findings === '' ? [] : wrap(findings, width - 6).map((line) => `      ${line}`)),
  ]);
}

/** Reply family × receiver × count, with the findings that would explain each. */
export function table({ groups, others }: Bounces, options: RenderOptions, paint: Paint): string[] {
  const { width, language = 'en' } = options;
  const rows = groups.slice(0, maxRows).map((group) => rowOf(group, language));
  const left = groups.slice(maxRows);
  const said = (count: number) => words.counted(count, words.replies, language);
  const { count, reply, receiver: name, cause } = words.columns;
  const head: Row = {
    count: count[language],
    reply: reply[language],
    receiver: name[language],
    cause: cause[language],
    findings: '',
  };
  const more = phrase(words.moreGroups, {
    groups: grouped(left.length),
    replies: said(left.reduce((sum, group) => sum + group.count, 0)),
  });
  return [
    ...(width < wide ? narrowRows(rows, options) : wideRows(rows, head, options, paint)),
    ...(left.length > 0 ? wrap(say(more, language), width) : []),
    ...(others > 0 ? wrap(say(phrase(words.beyondGroups, { replies: said(others) }), language), width) : []),
  ];
}

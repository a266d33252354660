import type { Listing, ListStatus } from '../../dnsbl/facts.ts';
import { byCount } from '../../text/by-count.ts';
import { grouped } from '../../text/grouped.ts';
import { type Language, say, type Spoken, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { Paint, Tone } from './style.ts';

const marks: Readonly<Record<Listing['outcome'], readonly [mark: string, tone: Tone]>> = {
  listed: ['X', 'error'],
  'not-listed': ['.', 'quiet'],
  refused: ['?', 'unknown'],
  unknown: ['?', 'unknown'],
};

/** An allow list or an informing one has an entry too, which is no fault. */
const entry = ['o', 'notice'] as const;

/** Not asked: the list holds no such subjects. */
const blank = [' ', 'quiet'] as const;

export const matrixLegend: Words = {
  en: 'X listed, o entry of a list that only allows or informs, . not listed, ? could not tell',
  fr: "X inscrit, o inscrit sur une liste qui ne fait qu'autoriser ou informer, . non inscrit, ? indéterminé",
};

/** Rows that are drawn; of the others only those with an entry or a gap. */
const drawnRows = 40;

function cell(
  { zone, purpose, health }: Spoken<ListStatus>,
  known: ReadonlyMap<string, Spoken<Listing>>,
  covered: boolean,
): readonly [string, Tone] {
  const listing = known.get(zone);
  if (listing) return listing.outcome === 'listed' && purpose !== 'block' ? entry : marks[listing.outcome];
  return covered && health.state !== 'working' ? marks.unknown : blank;
}

function isAddress(subject: string): boolean {
  return /^[\d.]+$|:/.test(subject);
}

function isCovered({ kinds }: Pick<ListStatus, 'kinds'>, subject: string): boolean {
  if (!isAddress(subject)) return kinds.includes('domain');
  return kinds.includes(subject.includes(':') ? 'ipv6' : 'ipv4');
}

/** Column heads: the number of each list, read from top to bottom. */
function heads(first: number, count: number, indent: string): string[] {
  const digits = String(first + count).length;
  return Array.from({ length: digits }, (_, row) => {
    const line = Array.from({ length: count }, (__, index) =>
      String(first + index + 1)
        .padStart(digits)
        .charAt(row),
    );
    return `${indent}${line.join(' ')}`.trimEnd();
  });
}

/** The lists from an index on that a line has room for, as a block of the matrix. */
interface Block {
  readonly first: number;
  readonly lists: readonly Spoken<ListStatus>[];
}

function blocksOf(lists: readonly Spoken<ListStatus>[], room: number): Block[] {
  const size = Math.max(5, Math.floor(room / 2));
  return Array.from({ length: Math.ceil(lists.length / size) }, (_, index) => ({
    first: index * size,
    lists: lists.slice(index * size, (index + 1) * size),
  }));
}

/** Columns of marks that a line keeps free beside the longest subject. */
const leastMarks = 20;

function othersClear(count: number): Words {
  const en = '{count} others: on none of these lists, as far as they answer';
  return byCount(
    count,
    { en, fr: "{count} autre : sur aucune de ces listes, pour autant qu'elles répondent" },
    { en, fr: "{count} autres : sur aucune de ces listes, pour autant qu'elles répondent" },
  );
}

function othersUntold(count: number): Words {
  const en = '{count} others: none of these lists answers for them';
  return byCount(
    count,
    { en, fr: '{count} autre : aucune de ces listes ne répond à son sujet' },
    { en, fr: '{count} autres : aucune de ces listes ne répond à leur sujet' },
  );
}

/** Subjects down, lists across by number, one mark each: as many lists side by side as the width allows. */
export function matrix(
  subjects: readonly string[],
  lists: readonly Spoken<ListStatus>[],
  listings: readonly Spoken<Listing>[],
  { width, language, paint }: { readonly width: number; readonly language: Language; readonly paint: Paint },
): string[] {
  const bySubject = new Map(subjects.map((subject) => [subject, new Map<string, Spoken<Listing>>()]));
  for (const one of listings) bySubject.get(one.subject)?.set(one.zone, one);
  const knownOf = (subject: string) => bySubject.get(subject) ?? new Map<string, Spoken<Listing>>();
  const telling = (subject: string) =>
    [...knownOf(subject).values()].some(({ outcome }) => outcome !== 'not-listed');
  const shown = subjects.length <= drawnRows ? subjects : subjects.filter(telling);
  const widest = Math.max(0, ...shown.map((subject) => legible(subject).length));
  // Names too long to stand beside the marks stand above them.
  const beside = widest + 2 + leastMarks <= width;
  const column = beside ? widest : 0;
  const row = (subject: string, { lists: some }: Block): string[] => {
    const cells = some.map((list) => cell(list, knownOf(subject), isCovered(list, subject)));
    const line = cells.map(([mark, tone]) => (mark === ' ' ? mark : paint(tone, mark))).join(' ');
    if (beside) return [`${legible(subject).padEnd(column)}  ${line}`.trimEnd()];
    return [...wrap(legible(subject), width), `  ${line}`.trimEnd()];
  };
  const blocks = blocksOf(lists, width - column - 2);
  const rest = subjects.length - shown.length;
  // Those shown beyond the limit all have entries or gaps.
  const open = rest > 0 ? subjects.filter((subject) => knownOf(subject).size === 0).length : 0;
  const others = [
    [rest - open, othersClear(rest - open)],
    [open, othersUntold(open)],
  ] as const;
  return [
    ...blocks.flatMap((block, index) => [
      ...(index > 0 ? [''] : []),
      ...heads(block.first, block.lists.length, ' '.repeat(column + 2)),
      ...shown.flatMap((subject) => row(subject, block)),
    ]),
    ...others.flatMap(([count, told]) =>
      count > 0 ? wrap(say({ ...told, with: { count: grouped(count) } }, language), width) : [],
    ),
  ];
}

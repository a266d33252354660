import type { DnsblLookup, LookedUp, LookedUpList } from '../../lookup.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { matrix, matrixLegend } from './dnsbl-matrix.ts';
import { type Paint, painter } from './style.ts';

const maxReason = 200;

/** Addresses without a list that are named: a network may be private as a whole. */
const maxUnlistable = 5;

/** Entries that are told one by one. */
const maxEntries = 100;

function indented(text: string, width: number, indent: number): string[] {
  return wrap(legible(text), width - indent).map((line) => ' '.repeat(indent) + line);
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** What one list has about one subject. */
function told(one: LookedUp, list: LookedUpList, width: number, paint: Paint): string[] {
  const codes = one.codes.map(({ code, meaning }) => `${code}, ${meaning}`).join('; ');
  const reason = one.reason === undefined ? [] : [`the list says: ${one.reason.slice(0, maxReason)}`];
  const tone = list.purpose === 'block' ? (one.weight ?? 'warning') : 'notice';
  const [first = '', ...rest] = wrap(legible(`${one.subject}  ${list.name}`), width);
  return [
    '',
    paint(tone, first),
    ...rest.map((line) => paint(tone, line)),
    ...indented(codes, width, 2),
    ...reason.flatMap((text) => indented(text, width, 2)),
    ...indented(list.delisting, width, 2),
  ];
}

/** Whether each list says something, by number. */
function numbered(lists: readonly LookedUpList[], width: number, paint: Paint): string[] {
  const digits = String(lists.length).length;
  return lists.flatMap(({ name, zone, purpose, outage }, index) => {
    const number = String(index + 1).padStart(digits);
    const use = purpose === 'block' ? '' : purpose === 'allow' ? ', allows' : ', informs';
    const [first = '', ...rest] = wrap(legible(`${name} (${zone}${use})`), width - digits - 2);
    return [
      `${number}  ${first}`,
      ...rest.map((line) => ' '.repeat(digits + 2) + line),
      ...(outage === null ? [] : indented(outage, width, digits + 4).map((line) => paint('unknown', line))),
    ];
  });
}

const verdicts = {
  listed: ['LISTED', 'at-risk'],
  'not-listed': ['NOT LISTED', 'ready'],
  unknown: ['COULD NOT TELL', 'unknown'],
} as const;

/** Subjects beside lists: the matrix, every entry, and why a list says nothing. */
export function renderLookup(lookup: DnsblLookup, options: RenderOptions): string {
  const { subjects, lists, listings, unlistable, queries } = lookup;
  const { width } = options;
  const paint = painter(options);
  const [verdict, tone] = verdicts[lookup.verdict];
  const title = 'Blocklists';
  const entries = listings.filter(({ outcome }) => outcome === 'listed');
  const open = listings.filter((one) => one.open !== null);
  const silent = lists.filter(({ outage }) => outage !== null).length;
  // "Not listed" is worth no more than the lists behind it.
  const gaps =
    silent > 0
      ? `, of which ${silent.toLocaleString('en-US')} ${silent === 1 ? 'gives' : 'give'} no verdict`
      : '';
  const counts = `${plural(subjects.length, 'subject', 'subjects')} beside ${plural(lists.length, 'list', 'lists')}${gaps}; ${plural(queries, 'DNS question', 'DNS questions')}`;
  const listOf = (zone: string) => lists.find((list) => list.zone === zone);
  const lines = [
    `${paint('strong', title)}${' '.repeat(Math.max(1, width - title.length - verdict.length))}${paint(tone, verdict)}`,
    ...wrap(counts, width),
    ...unlistable
      .slice(0, maxUnlistable)
      .flatMap((address) => wrap(`${legible(address)} is private or special: no list can hold it`, width)),
    ...(unlistable.length > maxUnlistable
      ? wrap(
          `${(unlistable.length - maxUnlistable).toLocaleString('en-US')} more are private or special`,
          width,
        )
      : []),
    ...(lists.length > 0 ? ['', ...numbered(lists, width, paint), ''] : []),
    ...(lists.length > 0 ? matrix(subjects, lists, listings, width, paint) : []),
    ...(lists.length > 0 ? wrap(matrixLegend, width).map((line) => paint('quiet', line)) : []),
    ...entries.slice(0, maxEntries).flatMap((one) => {
      const list = listOf(one.zone);
      return list ? told(one, list, width, paint) : [];
    }),
    ...(entries.length > maxEntries
      ? ['', ...wrap(`and ${plural(entries.length - maxEntries, 'more entry', 'more entries')}`, width)]
      : []),
    ...(open.length > 0 ? ['', paint('strong', 'Could not tell')] : []),
    ...open.slice(0, maxEntries).flatMap((one) => indented(one.open ?? '', width, 2)),
    ...(open.length > maxEntries ? indented(`and ${open.length - maxEntries} more`, width, 2) : []),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

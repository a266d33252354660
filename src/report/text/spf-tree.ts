import type * as surveyed from '../../spf/surveyed.ts';
import { grouped } from '../../text/grouped.ts';
import { joined, type Language, phrase, type Said, say, type Spoken, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { noteText, noteTone, type SpfNote } from './spf-notes.ts';
import type { Paint, Tone } from './style.ts';

/** The tree of an SPF survey: a term a line, its figures in columns at the right. */

export type SurveyedRecord = Spoken<surveyed.SurveyedRecord>;
type SurveyedTerm = Spoken<surveyed.SurveyedTerm>;

/** Their heads, and how a figure is told where there is no room for columns. */
const columns = [
  {
    head: { en: 'lookup', fr: 'rech.' },
    width: 7,
    alone: { en: 'lookup {figure}', fr: 'recherche {figure}' },
  },
  { head: { en: 'cost', fr: 'coût' }, width: 5, alone: { en: 'cost {figure}', fr: 'coût {figure}' } },
  {
    head: { en: 'void', fr: 'vide' },
    width: 6,
    alone: { en: 'void for {figure}', fr: 'à vide en {figure}' },
  },
  {
    head: { en: 'IPv4', fr: 'IPv4' },
    width: 14,
    alone: { en: 'IPv4 {figure}', fr: 'IPv4 {figure}' },
  },
] as const;

/** In the place of a figure. */
const isVoid: Words = { en: 'void', fr: 'vide' };
const voidAlone: Words = { en: 'void', fr: 'à vide' };
const everybody: Words = { en: 'everybody', fr: 'tout le monde' };

const figuresWidth = columns.reduce((sum, { width }) => sum + width, 0);

/** Narrower terminals get the figures under each term. */
const widest = 60;

/** Networks in a row that are drawn one by one; more of them become one line. */
const drawnNetworks = 3;

/** Columns that the lines of the tree leave for the terms, however deep it goes. */
const room = 18;

function voidOf({ void: { ipv4, ipv6 } }: SurveyedTerm): Said {
  if (ipv4 && ipv6) return isVoid;
  if (ipv4) return 'IPv4';
  return ipv6 ? 'IPv6' : '';
}

function countOf({ addresses }: SurveyedTerm): Said {
  if (!addresses || (addresses.ipv4 === 0 && addresses.complete)) return '';
  if (addresses.ipv4 === 2 ** 32) return everybody;
  const count = grouped(addresses.ipv4);
  return addresses.complete ? count : joined([count, '+'], '');
}

function figures(term: SurveyedTerm): Said[] {
  const { lookup, cost } = term;
  return [lookup === null ? '' : String(lookup), cost === 0 ? '' : String(cost), voidOf(term), countOf(term)];
}

/** One line of the tree before it is laid out. */
interface Row {
  readonly text: Said;
  readonly tone?: Tone;
  readonly figures: readonly Said[];
  readonly notes: readonly SpfNote[];
  /** Said of the term in quiet words. */
  readonly said: readonly Said[];
  readonly below: readonly Row[];
}

function isPlainNetwork({ kind, notes }: SurveyedTerm): boolean {
  return (kind === 'ip4' || kind === 'ip6') && notes.length === 0;
}

/** `ip4 × 12, ip6 × 3` in one row, with all their addresses. */
function networksRow(terms: readonly SurveyedTerm[]): Row {
  const kinds = ['ip4', 'ip6'].flatMap((kind) => {
    const count = terms.filter((term) => term.kind === kind).length;
    return count === 0 ? [] : [joined([kind, '×', grouped(count)], ' ')];
  });
  const addresses = terms.reduce((sum, term) => sum + (term.addresses?.ipv4 ?? 0), 0);
  const counted = addresses === 0 ? '' : grouped(addresses);
  return { text: joined(kinds, ', '), figures: ['', '', '', counted], notes: [], said: [], below: [] };
}

const asks = { en: 'asks {target}', fr: 'demande {target}' } as const;

function termRow(term: SurveyedTerm, owner: string | undefined): Row {
  const { text, provider, notes, leadsTo, target } = term;
  const expanded =
    target !== undefined && text.includes('%') ? [phrase(asks, { target: legible(target) })] : [];
  return {
    text: legible(text),
    figures: figures(term),
    notes,
    // Whoever runs the record runs most of what it includes.
    said: [...(provider === undefined || provider === owner ? [] : [provider]), ...expanded],
    below: leadsTo ? rowsOf(leadsTo, provider) : [],
  };
}

const oneMore: Words = { en: '… and 1 more term', fr: '… et 1 autre terme' };
const more = { en: '… and {omitted} more terms', fr: '… et {omitted} autres termes' } as const;

function rowsOf({ terms, omitted }: SurveyedRecord, owner?: string): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < terms.length; ) {
    const next = terms.slice(at).findIndex((term) => !isPlainNetwork(term));
    const run = next < 0 ? terms.length - at : next;
    if (run > drawnNetworks) {
      rows.push(networksRow(terms.slice(at, at + run)));
      at += run;
    } else {
      const term = terms[at];
      if (term) rows.push(termRow(term, owner));
      at += 1;
    }
  }
  if (omitted > 0) {
    const text = omitted === 1 ? oneMore : phrase(more, { omitted: grouped(omitted) });
    rows.push({ text, figures: [], notes: [], said: [], below: [] });
  }
  return rows;
}

function padded(cells: readonly Said[], language: Language): string {
  return columns.map(({ width }, index) => say(cells[index] ?? '', language).padStart(width)).join('');
}

/** `lookup 3, cost 4, IPv4 256`, where there is no room for columns. */
function inWords(cells: readonly Said[]): Said[] {
  const named = columns.flatMap(({ alone }, index) => {
    const cell = cells[index] ?? '';
    if (cell === '') return [];
    return [cell === isVoid ? voidAlone : phrase(alone, { figure: cell })];
  });
  return named.length === 0 ? [] : [joined(named, ', ')];
}

/** The lines that lead down to a row: cut where the tree goes deeper than the terminal is wide. */
function guide(lines: string, width: number): string {
  const most = Math.max(4, width - room);
  return lines.length <= most ? lines : `…${lines.slice(lines.length - most + 1)}`;
}

function rowLines(row: Row, before: string, last: boolean, options: RenderOptions, paint: Paint): string[] {
  const wide = options.width >= widest;
  const { language = 'en' } = options;
  const told = (said: Said) => say(said, language);
  const width = wide ? options.width - figuresWidth - 1 : options.width;
  const head = guide(`${before}${last ? '└ ' : '├ '}`, width);
  const onward = `${before}${last ? '  ' : '│ '}`;
  const under = guide(`${onward}${row.below.length > 0 ? '│ ' : '  '}`, width);
  const [first = '', ...rest] = wrap(told(row.text), width - head.length);
  const cells = wide ? padded(row.figures, language) : '';
  const [said = '', ...others] = row.said.map(told);
  const beside = said !== '' && rest.length === 0 && head.length + first.length + 2 + said.length <= width;
  const drawn = beside ? `${head}${first}  ${paint('quiet', said)}` : `${head}${first}`;
  const length = head.length + first.length + (beside ? 2 + said.length : 0);
  const notes = [
    ...(wide ? [] : inWords(row.figures).map((text) => ({ text: told(text), tone: 'quiet' as Tone }))),
    ...(beside ? others : row.said.map(told)).map((text) => ({ text, tone: 'quiet' as Tone })),
    ...row.notes.map((note) => ({ text: legible(noteText(note, language)), tone: noteTone(note) })),
  ];
  return [
    wide ? `${drawn}${' '.repeat(Math.max(0, width + 1 - length))}${cells}` : drawn,
    ...rest.map((line) => `${guide(onward, width)}${line}`),
    ...notes.flatMap(({ text, tone }) =>
      wrap(text, options.width - under.length).map((line) => `${under}${paint(tone, line)}`),
    ),
    ...row.below.flatMap((one, index) =>
      rowLines(one, onward, index === row.below.length - 1, options, paint),
    ),
  ];
}

/** A record and all that it leads to. */
export function treeLines(record: SurveyedRecord, options: RenderOptions, paint: Paint): string[] {
  const wide = options.width >= widest;
  const title = `${record.domain} TXT`;
  const rows = rowsOf(record);
  const heads = padded(
    columns.map(({ head }) => head),
    options.language ?? 'en',
  );
  const fits = wide && title.length < options.width - figuresWidth;
  const top = fits
    ? [
        `${paint('strong', title)}${' '.repeat(options.width - figuresWidth - title.length)}${paint('quiet', heads)}`,
      ]
    : [
        ...wrap(title, options.width).map((line) => paint('strong', line)),
        ...(wide ? [`${' '.repeat(options.width - figuresWidth)}${paint('quiet', heads)}`] : []),
      ];
  return [
    ...top,
    ...rows.flatMap((row, index) => rowLines(row, '', index === rows.length - 1, options, paint)),
  ];
}

import type { DnsblLookup, LookedUp, LookedUpList, LookupVerdict } from '../../lookup.ts';
import { byCount } from '../../text/by-count.ts';
import { grouped } from '../../text/grouped.ts';
import { type Language, phrase, type Said, say, semicolon, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { matrix, matrixLegend } from './dnsbl-matrix.ts';
import { type Paint, painter, type Tone } from './style.ts';

const maxReason = 200;

/** Addresses without a list that are named: a network may be private as a whole. */
const maxUnlistable = 5;

/** Entries that are told one by one. */
const maxEntries = 100;

interface Layout {
  readonly width: number;
  readonly language: Language;
  readonly paint: Paint;
}

function indented(text: string, width: number, indent: number): string[] {
  return wrap(legible(text), width - indent).map((line) => ' '.repeat(indent) + line);
}

/** A number and what it counts. */
function counted(count: number, one: Words, many: Words): Said {
  return { ...byCount(count, one, many), with: { count: grouped(count) } };
}

/** What one list has about one subject. */
function told(one: LookedUp, list: LookedUpList, { width, language, paint }: Layout): string[] {
  const codes = one.codes.map(({ code, meaning }) => `${code}, ${meaning}`).join(say(semicolon, language));
  const says = { en: 'the list says: {reason}', fr: 'la liste dit : {reason}' };
  const reason =
    one.reason === undefined ? [] : [say(phrase(says, { reason: one.reason.slice(0, maxReason) }), language)];
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

const uses: Readonly<Record<LookedUpList['purpose'], Words>> = {
  block: { en: '{name} ({zone})', fr: '{name} ({zone})' },
  allow: { en: '{name} ({zone}, allows)', fr: '{name} ({zone}, autorise)' },
  inform: { en: '{name} ({zone}, informs)', fr: '{name} ({zone}, informe)' },
};

/** Whether each list says something, by number. */
function numbered(lists: readonly LookedUpList[], { width, language, paint }: Layout): string[] {
  const digits = String(lists.length).length;
  return lists.flatMap(({ name, zone, purpose, outage }, index) => {
    const number = String(index + 1).padStart(digits);
    const entry = say({ ...uses[purpose], with: { name, zone } }, language);
    const [first = '', ...rest] = wrap(legible(entry), width - digits - 2);
    return [
      `${number}  ${first}`,
      ...rest.map((line) => ' '.repeat(digits + 2) + line),
      ...(outage === null ? [] : indented(outage, width, digits + 4).map((line) => paint('unknown', line))),
    ];
  });
}

const title: Words = { en: 'Blocklists', fr: 'Listes noires' };

const verdicts: Readonly<Record<LookupVerdict, readonly [Words, Tone]>> = {
  listed: [{ en: 'LISTED', fr: 'SUR LISTE NOIRE' }, 'at-risk'],
  'not-listed': [{ en: 'NOT LISTED', fr: 'PAS SUR LISTE NOIRE' }, 'ready'],
  unknown: [{ en: 'COULD NOT TELL', fr: 'INDÉTERMINÉ' }, 'unknown'],
};

/** Subjects, lists and questions by number. "Not listed" is worth no more than the lists behind it. */
function counts({ subjects, lists, queries }: DnsblLookup): Said {
  const silent = lists.filter(({ outage }) => outage !== null).length;
  const words = {
    en: '{subjects} beside {lists}{gaps}; {queries}',
    fr: '{subjects} face à {lists}{gaps} ; {queries}',
  };
  return phrase(words, {
    subjects: counted(
      subjects.length,
      { en: '{count} subject', fr: '{count} adresse ou domaine' },
      { en: '{count} subjects', fr: '{count} adresses ou domaines' },
    ),
    lists: counted(
      lists.length,
      { en: '{count} list', fr: '{count} liste' },
      { en: '{count} lists', fr: '{count} listes' },
    ),
    gaps:
      silent === 0
        ? ''
        : counted(
            silent,
            { en: ', of which {count} gives no verdict', fr: ', dont {count} sans verdict' },
            { en: ', of which {count} give no verdict', fr: ', dont {count} sans verdict' },
          ),
    queries: counted(
      queries,
      { en: '{count} DNS question', fr: '{count} requête DNS' },
      { en: '{count} DNS questions', fr: '{count} requêtes DNS' },
    ),
  });
}

/** Subjects that no list can hold. */
function unlistables({ unlistable }: DnsblLookup): Said[] {
  const words = {
    en: '{address} is private or special: no list can hold it',
    fr: "{address} : adresse privée ou spéciale, qu'aucune liste ne peut contenir",
  };
  const named = unlistable.slice(0, maxUnlistable).map((address) => phrase(words, { address }));
  const more = unlistable.length - named.length;
  if (more === 0) return named;
  const others = counted(
    more,
    { en: '{count} more are private or special', fr: '{count} autre adresse privée ou spéciale' },
    { en: '{count} more are private or special', fr: '{count} autres adresses privées ou spéciales' },
  );
  return [...named, others];
}

const openTitle: Words = { en: 'Could not tell', fr: 'Indéterminé' };

function moreEntries(count: number): Said {
  return counted(
    count,
    { en: 'and {count} more entry', fr: 'et {count} autre inscription' },
    { en: 'and {count} more entries', fr: 'et {count} autres inscriptions' },
  );
}

function moreOpen(count: number): Said {
  const words = byCount(
    count,
    { en: 'and {count} more', fr: 'et {count} autre' },
    { en: 'and {count} more', fr: 'et {count} autres' },
  );
  return { ...words, with: { count } };
}

/** Subjects beside lists: the matrix, every entry, and why a list says nothing. */
export function renderLookup(lookup: DnsblLookup, options: RenderOptions): string {
  const { subjects, lists, listings } = lookup;
  const { width, language = 'en' } = options;
  const paint = painter(options);
  const layout = { width, language, paint };
  const wrapped = (said: Said) => wrap(legible(say(said, language)), width);
  const [verdict, tone] = verdicts[lookup.verdict];
  const left = say(title, language);
  const right = say(verdict, language);
  const entries = listings.filter(({ outcome }) => outcome === 'listed');
  const open = listings.filter((one) => one.open !== null);
  const listOf = (zone: string) => lists.find((list) => list.zone === zone);
  const lines = [
    `${paint('strong', left)}${' '.repeat(Math.max(1, width - left.length - right.length))}${paint(tone, right)}`,
    ...wrapped(counts(lookup)),
    ...unlistables(lookup).flatMap(wrapped),
    ...(lists.length > 0 ? ['', ...numbered(lists, layout), ''] : []),
    ...(lists.length > 0 ? matrix(subjects, lists, listings, layout) : []),
    ...(lists.length > 0 ? wrapped(matrixLegend).map((line) => paint('quiet', line)) : []),
    ...entries.slice(0, maxEntries).flatMap((one) => {
      const list = listOf(one.zone);
      return list ? told(one, list, layout) : [];
    }),
    ...(entries.length > maxEntries ? ['', ...wrapped(moreEntries(entries.length - maxEntries))] : []),
    ...(open.length > 0 ? ['', paint('strong', say(openTitle, language))] : []),
    ...open.slice(0, maxEntries).flatMap((one) => indented(one.open ?? '', width, 2)),
    ...(open.length > maxEntries
      ? indented(say(moreOpen(open.length - maxEntries), language), width, 2)
      : []),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

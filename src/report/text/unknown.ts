import { type Language, phrase, say, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report, Unknown } from '../report.ts';
import type { Paint } from './style.ts';

/** What could not be told for one and the same cause. */
interface Gap {
  readonly text: string;
  readonly ids: readonly string[];
}

const unanswered = { en: '{about}: {reason}', fr: '{about} : {reason}' } as const;

/** What could not be told, once for each question and reason. */
function gaps(unknown: readonly Unknown[], language: Language): Gap[] {
  const found = new Map<string, { text: string; ids: string[] }>();
  for (const { id, question, reason } of unknown) {
    const text = question
      ? say(phrase(unanswered, { about: `${question.name} ${question.type}`, reason }), language)
      : reason;
    const gap = found.get(text);
    if (!gap) found.set(text, { text, ids: [id] });
    else if (!gap.ids.includes(id)) gap.ids.push(id);
  }
  return [...found.values()];
}

/** All that is asked of an area, by the word that its ids begin with. */
const areas: Readonly<Record<string, Words>> = {
  spf: { en: 'everything about SPF', fr: 'tout ce qui touche à SPF' },
  dkim: { en: 'everything about DKIM', fr: 'tout ce qui touche à DKIM' },
  dmarc: { en: 'everything about DMARC', fr: 'tout ce qui touche à DMARC' },
  mx: { en: 'everything about MX', fr: 'tout ce qui touche aux MX' },
  ptr: { en: 'everything about reverse DNS', fr: 'tout ce qui touche aux noms inverses' },
};

/** An area of fewer checks is named by them. */
const smallestArea = 4;

const areaOf = (id: string) => id.split('-', 1)[0] ?? '';

/** The ids, where all checks of an area that apply are among them the area in their place. */
function inShort(
  ids: readonly string[],
  { findings, passed, unknown }: Report,
  language: Language,
): string[] {
  const applied = new Set([...findings.map(({ id }) => id), ...passed, ...unknown.map(({ id }) => id)]);
  const whole = Object.entries(areas).filter(([area]) => {
    const checks = [...applied].filter((id) => areaOf(id) === area);
    return checks.length >= smallestArea && checks.every((id) => ids.includes(id));
  });
  return [
    ...whole.map(([, words]) => say(words, language)),
    ...ids.filter((id) => !whole.some(([area]) => area === areaOf(id))),
  ];
}

/** What is not covered, once for each reason, with all that it concerns: many lists, or many checks, fail alike. */
function coverageGaps(unknown: readonly Unknown[], language: Language): Gap[] {
  const groups = new Map<string, Unknown[]>();
  for (const one of unknown) {
    const group = `${one.id} ${one.reason}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const merged = new Map<string, string[]>();
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const about = group.map(({ key, id }) => key.slice(id.length + 1)).join(', ');
    const text = say(phrase(unanswered, { about, reason: first.reason }), language);
    merged.set(text, [...(merged.get(text) ?? []), first.id]);
  }
  return [...merged].map(([text, ids]) => ({ text, ids }));
}

/** The lists of the audit, where none of them answered its own test entry: their operators, or the file, show nothing. */
function silentLists({ facts }: Report): readonly string[] {
  const lists = facts.dnsbl?.ok ? facts.dnsbl.value.lists : [];
  const silent =
    lists.length > 1 && lists.every(({ health }) => health.state === 'broken' && health.why === 'empty');
  return silent ? lists.map(({ zone }) => zone) : [];
}

const allSilent = {
  en: 'blocklists: none of the {count} lists answered its own test entry',
  fr: "listes noires : aucune des {count} listes n'a répondu à son propre point d'essai",
} as const;

/** What is not covered; blocklists that are all silent in one entry. */
function coverage(report: Report, language: Language): Gap[] {
  const open = report.unknown.filter(({ blocking }) => !blocking);
  const silent = silentLists(report);
  const ofLists = open.filter(({ key, id }) => silent.includes(key.slice(id.length + 1)));
  if (ofLists.length === 0) return coverageGaps(open, language);
  return [
    {
      text: say(phrase(allSilent, { count: silent.length }), language),
      ids: [...new Set(ofLists.map(({ id }) => id))],
    },
    ...coverageGaps(
      open.filter((one) => !ofLists.includes(one)),
      language,
    ),
  ];
}

function entry(gap: Gap, { width }: RenderOptions, paint: Paint): string[] {
  return [
    ...wrap(legible(gap.text), width - 2).map((line) => `  ${line}`),
    ...wrap(gap.ids.join(', '), width - 4).map((line) => `    ${paint('quiet', line)}`),
  ];
}

const titles = {
  blocking: { en: 'COULD NOT TELL', fr: 'INDÉTERMINÉ' },
  coverage: {
    en: 'NOT COVERED (the verdict does not hang on it)',
    fr: "NON COUVERT (le verdict n'en dépend pas)",
  },
} as const;

/** The questions that have no answer, and the checks that hang on each. */
export function unknowns(report: Report, options: RenderOptions, paint: Paint): string[] {
  const { language = 'en' } = options;
  const open = report.unknown.filter((one) => one.blocking);
  const blocking = gaps(open, language).map(({ text, ids }) => {
    return { text, ids: inShort(ids, report, language) };
  });
  const section = (title: Words, entries: readonly Gap[]) =>
    entries.length === 0
      ? []
      : [
          '',
          ...wrap(say(title, language), options.width).map((line) => paint('unknown', line)),
          ...entries.flatMap((gap) => entry(gap, options, paint)),
        ];
  return [...section(titles.blocking, blocking), ...section(titles.coverage, coverage(report, language))];
}

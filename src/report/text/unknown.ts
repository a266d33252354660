import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report, Unknown } from '../report.ts';
import type { Paint } from './style.ts';

/** What could not be told for one and the same cause. */
interface Gap {
  readonly text: string;
  readonly ids: readonly string[];
}

/** What could not be told, once for each question and reason. */
function gaps(unknown: readonly Unknown[]): Gap[] {
  const found = new Map<string, { text: string; ids: string[] }>();
  for (const { id, question, reason } of unknown) {
    const text = question ? `${question.name} ${question.type}: ${reason}` : reason;
    const gap = found.get(text);
    if (!gap) found.set(text, { text, ids: [id] });
    else if (!gap.ids.includes(id)) gap.ids.push(id);
  }
  return [...found.values()];
}

/** Areas by the word that their ids begin with. */
const areas: Readonly<Record<string, string>> = {
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  mx: 'MX',
  ptr: 'reverse DNS',
};

/** An area of fewer checks is named by them. */
const smallestArea = 4;

const areaOf = (id: string) => id.split('-', 1)[0] ?? '';

/** The ids, where all checks of an area that apply are among them the area in their place. */
function inShort(ids: readonly string[], { findings, passed, unknown }: Report): string[] {
  const applied = new Set([...findings.map(({ id }) => id), ...passed, ...unknown.map(({ id }) => id)]);
  const whole = Object.keys(areas).filter((area) => {
    const checks = [...applied].filter((id) => areaOf(id) === area);
    return checks.length >= smallestArea && checks.every((id) => ids.includes(id));
  });
  return [
    ...whole.map((area) => `everything about ${areas[area]}`),
    ...ids.filter((id) => !whole.includes(areaOf(id))),
  ];
}

/** What is not covered, once for each reason, with all that it concerns: many lists, or many checks, fail alike. */
function coverageGaps(unknown: readonly Unknown[]): Gap[] {
  const groups = new Map<string, Unknown[]>();
  for (const one of unknown) {
    const group = `${one.id} ${one.reason}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const merged = new Map<string, string[]>();
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const about = group.map(({ key, id }) => key.slice(id.length + 1));
    const text = `${about.join(', ')}: ${first.reason}`;
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

/** What is not covered; blocklists that are all silent in one entry. */
function coverage(report: Report): Gap[] {
  const open = report.unknown.filter(({ blocking }) => !blocking);
  const silent = silentLists(report);
  const ofLists = open.filter(({ key, id }) => silent.includes(key.slice(id.length + 1)));
  if (ofLists.length === 0) return coverageGaps(open);
  return [
    {
      text: `blocklists: none of the ${silent.length} lists answered its own test entry`,
      ids: [...new Set(ofLists.map(({ id }) => id))],
    },
    ...coverageGaps(open.filter((one) => !ofLists.includes(one))),
  ];
}

function entry(gap: Gap, { width }: RenderOptions, paint: Paint): string[] {
  return [
    ...wrap(legible(gap.text), width - 2).map((line) => `  ${line}`),
    ...wrap(gap.ids.join(', '), width - 4).map((line) => `    ${paint('quiet', line)}`),
  ];
}

/** The questions that have no answer, and the checks that hang on each. */
export function unknowns(report: Report, options: RenderOptions, paint: Paint): string[] {
  const blocking = gaps(report.unknown.filter((one) => one.blocking)).map(({ text, ids }) => {
    return { text, ids: inShort(ids, report) };
  });
  const section = (title: string, entries: readonly Gap[]) =>
    entries.length === 0
      ? []
      : [
          '',
          ...wrap(title, options.width).map((line) => paint('unknown', line)),
          ...entries.flatMap((gap) => entry(gap, options, paint)),
        ];
  return [
    ...section('COULD NOT TELL', blocking),
    ...section('NOT COVERED (the verdict does not hang on it)', coverage(report)),
  ];
}

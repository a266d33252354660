import { printable, wrap } from '../../text/terminal.ts';
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

/** What is not covered, once for each check and reason, with all that it concerns: many lists fail alike. */
function coverageGaps(unknown: readonly Unknown[]): Gap[] {
  const groups = new Map<string, Unknown[]>();
  for (const one of unknown) {
    const group = `${one.id} ${one.reason}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const about = group.map(({ key, id }) => key.slice(id.length + 1));
    return { text: `${about.join(', ')}: ${first.reason}`, ids: [first.id] };
  });
}

function entry(gap: Gap, { width }: RenderOptions, paint: Paint): string[] {
  return [
    ...wrap(printable(gap.text), width - 2).map((line) => `  ${line}`),
    ...wrap(gap.ids.join(', '), width - 4).map((line) => `    ${paint('quiet', line)}`),
  ];
}

/** The questions that have no answer, and the checks that hang on each. */
export function unknowns(report: Report, options: RenderOptions, paint: Paint): string[] {
  const blocking = gaps(report.unknown.filter((one) => one.blocking));
  const coverage = coverageGaps(report.unknown.filter((one) => !one.blocking));
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
    ...section('NOT COVERED (the verdict does not hang on it)', coverage),
  ];
}

import type { Evidence, Fix, Place } from '../../check.ts';
import { phrase, say, type Words } from '../../text/say.ts';
import { legible, marked, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Finding } from '../report.ts';
import { proven } from './proof.ts';
import { published } from './published.ts';
import type { Paint } from './style.ts';

const label = 11;

function paragraph(name: string, text: string, width: number): string[] {
  return wrap(legible(text), width - label).map(
    (line, index) => (index === 0 ? `  ${name}`.padEnd(label) : ' '.repeat(label)) + line,
  );
}

/** The record with the fault marked, under the name and type it was found at. */
function record(at: Place, evidence: readonly Evidence[], { width }: RenderOptions, paint: Paint): string[] {
  const source = evidence.find(({ records }) => records.includes(at.record)) ?? evidence[0];
  const lines = marked(at.record, at.start, at.end, width - 4);
  return [
    ...(source
      ? wrap(`${legible(source.name)} ${source.type}`, width - 2).map((line) => `  ${paint('quiet', line)}`)
      : []),
    ...lines.map((line) => `    ${line}`),
  ];
}

const publishing: Words = { en: 'Publish', fr: 'Publier' };

const shownAbove = {
  en: 'the record for {name} above, which settles this as well',
  fr: "l'enregistrement pour {name} ci-dessus, qui règle aussi ce point",
} as const;

/** Records that were drawn before: what settles several findings is shown once. */
type Shown = Set<string>;

function publish(
  fixes: readonly Fix[],
  shown: Shown,
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  return fixes.flatMap((fix, index) => {
    const name = (index === 0 ? `  ${say(publishing, language)}` : '').padEnd(label);
    const key = `${fix.name} ${fix.type} ${fix.value}`;
    if (shown.has(key)) {
      const again = say(phrase(shownAbove, { name: legible(fix.name) }), language);
      return wrap(again, width - label).map((line, at) => (at === 0 ? name : ' '.repeat(label)) + line);
    }
    shown.add(key);
    return [
      ...published(fix, width - label).map((line, at) => (at === 0 ? name : ' '.repeat(label)) + line),
      ...(fix.proof
        ? wrap(say(proven(fix.proof), language), width - label).map(
            (line) => ' '.repeat(label) + paint('quiet', line),
          )
        : []),
    ];
  });
}

/** The severity, what is said, and the id at the right. */
function titleLines(finding: Finding, title: string, { width }: RenderOptions, paint: Paint): string[] {
  const severity = finding.severity.toUpperCase().padEnd(label - 1);
  const [first = '', ...rest] = wrap(legible(title), width - label);
  const last = rest.at(-1) ?? first;
  const gap = width - label - last.length - finding.id.length;
  const id = paint('quiet', finding.id);
  const lines = [
    `${paint(finding.severity, severity)} ${paint('strong', first)}`,
    ...rest.map((line) => ' '.repeat(label) + paint('strong', line)),
  ];
  if (gap < 2) return [...lines, ' '.repeat(Math.max(label, width - finding.id.length)) + id];
  return [...lines.slice(0, -1), `${lines.at(-1)}${' '.repeat(gap)}${id}`];
}

/** One finding: what is wrong, where, why it matters, what to do and what to publish. */
function findingLines(one: Finding, shown: Shown, options: RenderOptions, paint: Paint): string[] {
  return [
    '',
    ...titleLines(one, one.title, options, paint),
    ...(one.at ? record(one.at, one.evidence, options, paint) : []),
    ...paragraph('Why', `${one.explanation} ${one.consequence}`, options.width),
    ...paragraph('Do', one.remedy, options.width),
    ...(one.fix ? publish(one.fix, shown, options, paint) : []),
    ...wrap(one.reference, options.width - 2).map((line) => `  ${paint('quiet', line)}`),
  ];
}

/** So many findings that ask for the same are drawn in full, and so many of the others are named. */
const drawnInFull = 3;
const named = 10;

/** Equal for findings of one check and severity that ask for the same, whatever name or number they ask it for. */
function demand({ id, severity, remedy, params }: Finding): string {
  const words = Object.values(params)
    .map(String)
    .filter((value) => /^\S+$/.test(value))
    .toSorted((a, b) => b.length - a.length)
    .map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern =
    words.length === 0
      ? remedy
      : remedy.replace(new RegExp(`(?<!\\w)(?:${words.join('|')})(?!\\w)`, 'g'), '{}');
  return [id, severity, pattern].join('\n');
}

function othersLines(
  first: Finding,
  others: readonly Finding[],
  options: RenderOptions,
  paint: Paint,
): string[] {
  const about = others.slice(0, named).map(({ key, id }) => key.slice(id.length + 1));
  const cut = others.length - about.length;
  const title = `and ${others.length} more: ${about.join(', ')}${cut > 0 ? ` and ${cut} others` : ''}`;
  return ['', ...titleLines(first, title, options, paint)];
}

/** All findings in their order; of many that ask for the same the first ones, then one entry for the others. */
export function findings(all: readonly Finding[], options: RenderOptions, paint: Paint): string[] {
  const groups = new Map<string, Finding[]>();
  for (const one of all) {
    const asked = demand(one);
    const group = groups.get(asked);
    if (group) group.push(one);
    else groups.set(asked, [one]);
  }
  const places = new Map(
    [...groups.values()].flatMap((group) => group.map((one, at) => [one, { group, at }])),
  );
  const shown: Shown = new Set();
  return all.flatMap((one) => {
    const { group, at } = places.get(one) ?? { group: [one], at: 0 };
    if (at < drawnInFull) return findingLines(one, shown, options, paint);
    return at === drawnInFull ? othersLines(one, group.slice(drawnInFull), options, paint) : [];
  });
}

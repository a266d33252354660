import type { Evidence, Fix, Place } from '../../check.ts';
import type { Severity } from '../../severity.ts';
import { type Language, phrase, type Said, say, type Words } from '../../text/say.ts';
import { legible, marked, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Finding } from '../report.ts';
import { proven } from './proof.ts';
import { published } from './published.ts';
import type { Paint } from './style.ts';

/** Columns of the labels, the longest severity and a space. */
const labelWidths: Readonly<Record<Language, number>> = { en: 11, fr: 14 };

const severityWords: Readonly<Record<Severity, Words>> = {
  critical: { en: 'CRITICAL', fr: 'CRITIQUE' },
  error: { en: 'ERROR', fr: 'ERREUR' },
  warning: { en: 'WARNING', fr: 'AVERTISSEMENT' },
  notice: { en: 'NOTICE', fr: 'REMARQUE' },
  info: { en: 'INFO', fr: 'INFO' },
};

const labels = {
  why: { en: 'Why', fr: 'Pourquoi' },
  remedy: { en: 'Do', fr: 'Remède' },
  publish: { en: 'Publish', fr: 'Publier' },
} as const;

/** How the findings of a report are drawn. */
interface Drawing {
  readonly width: number;
  readonly language: Language;
  readonly paint: Paint;
  /** Columns of the labels. */
  readonly label: number;
}

/** Lines beside a label. */
function labelled(name: Words, lines: readonly string[], { label, language }: Drawing): string[] {
  return lines.map(
    (line, index) => (index === 0 ? `  ${say(name, language)}`.padEnd(label) : ' '.repeat(label)) + line,
  );
}

function paragraph(name: Words, text: string, drawing: Drawing): string[] {
  return labelled(name, wrap(legible(text), drawing.width - drawing.label), drawing);
}

/** The record with the fault marked, under the name and type it was found at. */
function record(at: Place, evidence: readonly Evidence[], { width, language, paint }: Drawing): string[] {
  const source = evidence.find(({ records }) => records.includes(at.record)) ?? evidence[0];
  const lines = marked(at.record, at.start, at.end, width - 4, language);
  return [
    ...(source
      ? wrap(`${legible(source.name)} ${source.type}`, width - 2).map((line) => `  ${paint('quiet', line)}`)
      : []),
    ...lines.map((line) => `    ${line}`),
  ];
}

/** Records that were drawn before: what settles several findings is shown once. */
type Shown = Set<string>;

const drawnAbove = {
  en: 'the record for {name} above, which settles this as well',
  fr: "l'enregistrement ci-dessus pour {name}, qui règle ce point aussi",
} as const;

const unlabelled: Words = { en: '', fr: '' };

function publish(fixes: readonly Fix[], shown: Shown, drawing: Drawing): string[] {
  const { width, language, paint, label } = drawing;
  return fixes.flatMap((fix, index) => {
    const name = index === 0 ? labels.publish : unlabelled;
    const key = `${fix.name} ${fix.type} ${fix.value}`;
    if (shown.has(key))
      return paragraph(name, say(phrase(drawnAbove, { name: legible(fix.name) }), language), drawing);
    shown.add(key);
    return [
      ...labelled(name, published(fix, width - label), drawing),
      ...(fix.proof
        ? wrap(say(proven(fix.proof), language), width - label).map(
            (line) => ' '.repeat(label) + paint('quiet', line),
          )
        : []),
    ];
  });
}

/** The severity, what is said, and the id at the right. */
function titleLines(finding: Finding, title: string, drawing: Drawing): string[] {
  const { width, language, paint, label } = drawing;
  const severity = say(severityWords[finding.severity], language).padEnd(label - 1);
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
function findingLines(one: Finding, shown: Shown, drawing: Drawing): string[] {
  const { width, paint } = drawing;
  return [
    '',
    ...titleLines(one, one.title, drawing),
    ...(one.at ? record(one.at, one.evidence, drawing) : []),
    ...paragraph(labels.why, `${one.explanation} ${one.consequence}`, drawing),
    ...paragraph(labels.remedy, one.remedy, drawing),
    ...(one.fix ? publish(one.fix, shown, drawing) : []),
    ...wrap(one.reference, width - 2).map((line) => `  ${paint('quiet', line)}`),
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

const others = {
  some: { en: 'and {count} more: {names}', fr: 'et {count} de plus : {names}' },
  many: {
    en: 'and {count} more: {names} and {cut} others',
    fr: 'et {count} de plus : {names} et {cut} autres',
  },
  allButOne: {
    en: 'and {count} more: {names} and {cut} others',
    fr: 'et {count} de plus : {names} et {cut} autre',
  },
} as const;

function othersTitle(count: number, about: readonly string[]): Said {
  const names = about.join(', ');
  const cut = count - about.length;
  if (cut === 0) return phrase(others.some, { count, names });
  return phrase(cut === 1 ? others.allButOne : others.many, { count, names, cut });
}

function othersLines(first: Finding, rest: readonly Finding[], drawing: Drawing): string[] {
  const about = rest.slice(0, named).map(({ key, id }) => key.slice(id.length + 1));
  return ['', ...titleLines(first, say(othersTitle(rest.length, about), drawing.language), drawing)];
}

/** All findings in their order; of many that ask for the same the first ones, then one entry for the others. */
export function findings(
  all: readonly Finding[],
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  const drawing: Drawing = { width, language, paint, label: labelWidths[language] };
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
    if (at < drawnInFull) return findingLines(one, shown, drawing);
    return at === drawnInFull ? othersLines(one, group.slice(drawnInFull), drawing) : [];
  });
}

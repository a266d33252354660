import type { Rejection } from '../../smtp/rejection.ts';
import { colon, type Language, phrase, type Said, say, semicolon, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report } from '../report.ts';
import { certaintyWords } from './certainty.ts';
import { code } from './reply.ts';
import type { Paint } from './style.ts';

const titles = {
  certain: { en: 'Who would refuse it', fr: 'Qui le refuserait' },
  others: { en: 'Who else might, and when', fr: "Qui d'autre pourrait le refuser, et quand" },
  possible: { en: 'Who might refuse it, and when', fr: 'Qui pourrait le refuser, et quand' },
  tested: {
    en: 'Where the receiver chose to test for it',
    fr: 'Là où le destinataire a choisi de le vérifier',
  },
} as const satisfies Readonly<Record<string, Words>>;

const deferred: Words = { en: 'deferred, to be tried again', fr: "différé : le serveur d'envoi réessaie" };
const instead = {
  en: 'or deferred with {reply}',
  fr: 'ou refusé temporairement par {reply}',
} as const satisfies Words;
const insteadSince = {
  en: 'or deferred with {reply} (since {date})',
  fr: 'ou refusé temporairement par {reply} (depuis {date})',
} as const satisfies Words;
const since = { en: 'since {date}', fr: 'depuis {date}' } as const satisfies Words;

/** Columns: the margin, the receiver and the reply. */
const margin = 2;
const nameWidth = 17;
const codeWidth = 13;
const narrowBelow = 60;

/** What is said of all of them alike. */
function reasonOf({ meaning, condition, class: kind, findings }: Rejection): string {
  return JSON.stringify([meaning, condition, kind, findings]);
}

/** The receiver's own word, dates and transient form, and how sure the reply is. */
function note({ token, since: from, deferral, certainty }: Rejection, language: Language): string {
  const stage = deferral && { reply: code(deferral), date: deferral.since ?? '' };
  const dates: Said[] = [
    ...(from === null ? [] : [phrase(since, { date: from })]),
    ...(stage ? [phrase(stage.date === '' ? instead : insteadSince, stage)] : []),
  ];
  const parts = [
    token ?? '',
    dates.map((date) => say(date, language)).join(', '),
    say(certaintyWords[certainty], language),
  ];
  return parts.filter((part) => part !== '').join(say(semicolon, language));
}

/** The notes on each of them, with the receivers where they differ. */
function notes(group: readonly Rejection[], language: Language): string[] {
  const names = new Map<string, string[]>();
  for (const one of group) {
    const told = note(one, language);
    if (told !== '') names.set(told, [...(names.get(told) ?? []), legible(one.receiverName)]);
  }
  return [...names].map(([told, of]) =>
    of.length === group.length ? told : `${of.join(say(semicolon, language))}${say(colon, language)}${told}`,
  );
}

/** Receivers that answer for the same reason: their replies on the left, the reason on the right. */
function entry(group: readonly Rejection[], options: RenderOptions, paint: Paint): string[] {
  const { width, language = 'en' } = options;
  const [one] = group;
  if (!one) return [];
  const narrow = width < narrowBelow;
  const left = narrow ? 2 * margin : margin + nameWidth + codeWidth;
  const room = width - left;
  const said = one.conditions.length === 0;
  const right = [
    ...wrap(legible(one.meaning), room),
    ...(said ? [] : wrap(legible(one.condition), room)),
    ...(one.class === 'transient' ? wrap(say(deferred, language), room) : []),
    ...notes(group, language).flatMap((line) => wrap(line, room)),
    ...wrap(one.findings.join(', '), room).map((line) => paint('quiet', line)),
  ];
  if (narrow) {
    const names = group.flatMap((each) =>
      wrap(`${legible(each.receiverName)} ${code(each)}`, width - margin).map(
        (line) => ' '.repeat(margin) + line,
      ),
    );
    return [...names, ...right.map((line) => ' '.repeat(left) + line)];
  }
  const labels = group.flatMap((each) => {
    const lines = wrap(legible(each.receiverName), nameWidth - 1);
    return lines.map((line, index) => {
      const reply = index === lines.length - 1 ? code(each) : '';
      return `${' '.repeat(margin)}${line.padEnd(nameWidth)}${reply.padEnd(codeWidth)}`;
    });
  });
  return Array.from(
    { length: Math.max(labels.length, right.length) },
    (_, index) => `${labels[index] ?? ' '.repeat(left)}${right[index] ?? ''}`,
  );
}

/** In the order in which the first of each came. */
function grouped(entries: readonly Rejection[], by: (one: Rejection) => string): Map<string, Rejection[]> {
  const groups = new Map<string, Rejection[]>();
  for (const one of entries) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

/** Replies for the same reason stand together. */
function table(entries: readonly Rejection[], options: RenderOptions, paint: Paint): string[] {
  return [...grouped(entries, reasonOf).values()].flatMap((group) => entry(group, options, paint));
}

/** Conditions by which a receiver decides for itself whether it tests at all. */
const chosen: ReadonlySet<string> = new Set(['test-enabled', 'refusal-chosen', 'list-used']);

/** `Postfix 450 4.7.1, 450 4.7.25; sendmail 550`. */
function replies(entries: readonly Rejection[], language: Language): string {
  const codes = new Map<string, Set<string>>();
  for (const one of entries) {
    const name = legible(one.receiverName);
    codes.set(name, (codes.get(name) ?? new Set()).add(code(one)));
  }
  return [...codes].map(([name, all]) => `${name} ${[...all].join(', ')}`).join(say(semicolon, language));
}

/** Replies of receivers that chose to test, by the findings behind them: what each tests for is in the documents. */
function optional(
  entries: readonly Rejection[],
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  const groups = grouped(entries, ({ findings }) => findings.join(', '));
  const indented = (text: string, indent: number) =>
    wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
  return [...groups].flatMap(([findings, group]) => [
    ...indented(findings, margin).map((line) => paint('quiet', line)),
    ...indented(replies(group, language), 2 * margin),
  ]);
}

/** Why receivers refuse the mail, with which reply, and under which condition. */
export function rejections(report: Report, options: RenderOptions, paint: Paint): string[] {
  const { language = 'en' } = options;
  const isCertain = ({ holds, certainty }: Rejection) => holds && certainty !== 'inferred';
  const isChosen = ({ conditions }: Rejection) => conditions.some((condition) => chosen.has(condition));
  const certain = report.rejections.filter(isCertain);
  const tested = report.rejections.filter(isChosen);
  const depends = report.rejections.filter((one) => !isCertain(one) && !isChosen(one));
  const section = (title: Words, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : ['', ...wrap(say(title, language), options.width).map((line) => paint('strong', line)), ...lines];
  return [
    ...section(titles.certain, table(certain, options, paint)),
    ...section(certain.length > 0 ? titles.others : titles.possible, table(depends, options, paint)),
    ...section(titles.tested, optional(tested, options, paint)),
  ];
}

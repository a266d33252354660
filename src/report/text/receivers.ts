import type { ReceiverVerdict } from '../../smtp/verdict.ts';
import { colon, type Language, say, semicolon, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report } from '../report.ts';
import { certaintyWords } from './certainty.ts';
import { code } from './reply.ts';
import type { Paint, Tone } from './style.ts';

const title: Words = { en: 'Receivers', fr: 'Destinataires' };

/** Groups in the order of their weight. */
const groups = [
  { label: { en: 'refuse', fr: 'refusent' }, tone: 'rejected', holds: (one) => one.verdict === 'reject' },
  { label: { en: 'defer', fr: 'diffèrent' }, tone: 'at-risk', holds: (one) => one.verdict === 'rate-limit' },
  {
    label: { en: 'may refuse', fr: 'peuvent refuser' },
    tone: 'at-risk',
    holds: (one) => one.verdict === 'unknown' && one.certainty !== null,
  },
  {
    label: { en: 'could not tell', fr: 'indéterminé' },
    tone: 'unknown',
    holds: (one) => one.verdict === 'unknown' && one.certainty === null,
  },
  {
    label: { en: 'may file as spam', fr: 'peuvent filtrer' },
    tone: 'at-risk',
    holds: (one) => one.verdict === 'accept' && one.certainty !== null,
  },
  {
    label: { en: 'accept', fr: 'acceptent' },
    tone: 'ready',
    holds: (one) => one.verdict === 'accept' && one.certainty === null,
  },
] as const satisfies readonly {
  readonly label: Words;
  readonly tone: Tone;
  readonly holds: (one: ReceiverVerdict) => boolean;
}[];

const margin = 2;
const narrowBelow = 60;
const labelWidth = 17;

/** A rule is broken to which the receiver has no reply: no table of refusals tells of it. */
const isUnanswered = ({ reply, certainty }: ReceiverVerdict) => reply === null && certainty !== null;

/** `Gmail 550 5.7.26` where it refuses or defers; the name elsewhere. */
function item({ receiverName, verdict, reply, enhanced }: ReceiverVerdict): string {
  const name = legible(receiverName);
  const answers = verdict === 'reject' || verdict === 'rate-limit';
  return answers && reply !== null ? `${name} ${code({ reply, enhanced })}` : name;
}

/** As many clauses as stand under a group; more are told by what could not be determined. */
const maxReserves = 3;

const clausesOf = ({ condition }: ReceiverVerdict, between: string) => condition?.split(between) ?? [];

/** What is left open, each once. */
function reserves(entries: readonly ReceiverVerdict[], gaps: ReadonlySet<string>, between: string): string[] {
  const all = new Set(entries.flatMap((one) => clausesOf(one, between)).filter((clause) => gaps.has(clause)));
  return all.size === 0 || all.size > maxReserves ? [] : [[...all].join(between)];
}

/** The rules without a reply: each once, behind the receivers that have it. */
function unanswered(
  entries: readonly ReceiverVerdict[],
  gaps: ReadonlySet<string>,
  language: Language,
): string[] {
  const between = say(semicolon, language);
  const told = new Map<string, string[]>();
  for (const one of entries) {
    const open = clausesOf(one, between).filter((clause) => !gaps.has(clause));
    const parts = [one.rule, ...open, one.certainty ? say(certaintyWords[one.certainty], language) : ''];
    const text = parts.filter((part) => part !== '').join(between);
    told.set(text, [...(told.get(text) ?? []), one.receiverName]);
  }
  return [...told].map(([text, names]) => `${names.join(between)}${say(colon, language)}${text}`);
}

/** Whether all that receivers look at was gathered: a report on one protocol says nothing of a receiver. */
function isWhole({ facts }: Report): boolean {
  return Boolean(facts.identities && facts.dnsbl);
}

/** What every receiver does with the mail, at a glance. */
export function receivers(report: Report, options: RenderOptions, paint: Paint): string[] {
  const { width, language = 'en' } = options;
  if (report.receivers.length === 0 || !isWhole(report)) return [];
  const narrow = width < narrowBelow;
  const left = narrow ? 2 * margin : margin + labelWidth;
  const between = say(semicolon, language);
  const unbroken = report.receivers.filter(({ certainty }) => certainty === null);
  const gaps = new Set(unbroken.flatMap((one) => clausesOf(one, between)));
  const drawn = (text: string) => wrap(legible(text), width - left);
  const lines = groups.flatMap(({ label, tone, holds }) => {
    const entries = report.receivers.filter(holds);
    if (entries.length === 0) return [];
    const named = entries.filter((one) => !isUnanswered(one)).map(item);
    const names = [
      ...(named.length > 0 ? [named.join(between)] : []),
      ...unanswered(entries.filter(isUnanswered), gaps, language),
    ].flatMap(drawn);
    const notes = reserves(entries, gaps, between)
      .flatMap(drawn)
      .map((line) => paint('quiet', line));
    const said = say(label, language);
    const [first = '', ...others] = [...names, ...notes];
    const head = ' '.repeat(margin) + paint(tone, said);
    const body = narrow ? [first, ...others] : others;
    return [
      narrow ? head : `${head}${' '.repeat(Math.max(1, labelWidth - said.length))}${first}`,
      ...body.map((line) => ' '.repeat(left) + line),
    ];
  });
  return ['', paint('strong', say(title, language)), ...lines];
}

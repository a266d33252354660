import type { ReceiverVerdict } from '../../smtp/verdict.ts';
import { type Language, say, semicolon, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report } from '../report.ts';
import { code } from './reply.ts';
import type { Paint, Tone } from './style.ts';

const title: Words = { en: 'Receivers', fr: 'Destinataires' };
const spamFolder: Words = { en: 'spam folder', fr: 'indésirables' };

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
  { label: { en: 'accept', fr: 'acceptent' }, tone: 'ready', holds: (one) => one.verdict === 'accept' },
] as const satisfies readonly {
  readonly label: Words;
  readonly tone: Tone;
  readonly holds: (one: ReceiverVerdict) => boolean;
}[];

const margin = 2;
const narrowBelow = 60;
const labelWidth = 17;

/** `Gmail 550 5.7.26` where it refuses or defers; elsewhere the name, and what becomes of the mail. */
function item(one: ReceiverVerdict, language: Language): string {
  const { receiverName, verdict, reply, enhanced, certainty } = one;
  const name = legible(receiverName);
  if ((verdict === 'reject' || verdict === 'rate-limit') && reply !== null)
    return `${name} ${code({ reply, enhanced })}`;
  return verdict === 'accept' && certainty !== null ? `${name} (${say(spamFolder, language)})` : name;
}

/** As many clauses as stand under a group; more are told by what could not be determined. */
const maxReserves = 3;

/** What is left open, each once. */
function reserves(entries: readonly ReceiverVerdict[], language: Language): string {
  const between = say(semicolon, language);
  const clauses = entries.flatMap(({ condition, certainty }) =>
    condition !== null && certainty === null ? condition.split(between) : [],
  );
  const all = [...new Set(clauses)];
  return all.length > maxReserves ? '' : all.join(between);
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
  const lines = groups.flatMap(({ label, tone, holds }) => {
    const entries = report.receivers.filter(holds);
    if (entries.length === 0) return [];
    const names = wrap(
      entries.map((one) => item(one, language)).join(say(semicolon, language)),
      width - left,
    );
    const open = reserves(entries, language);
    const said = say(label, language);
    const notes = open === '' ? [] : wrap(legible(open), width - left).map((line) => paint('quiet', line));
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

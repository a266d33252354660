import type { AuditedGroup } from '../../bounces/audited.ts';
import type { Because } from '../../bounces/because.ts';
import type { ReplyGroup } from '../../bounces/groups.ts';
import { cut } from '../../text/cut.ts';
import { type Language, phrase, say, type Words } from '../../text/say.ts';
import { printable, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Paint } from '../text/style.ts';
import * as words from './words.ts';

const indent = 2;
const label = 10;

/** Other readings that are told. */
const maxAlso = 2;

/** Characters of a reply that are shown. */
const maxExample = 800;

/** Findings that are told with their remedy. */
const maxFindings = 5;

/** `  Cause     dmarc-fail-reject`: a name and what is said of it, wrapped beside it. */
function entry(name: Words, text: string, width: number, language: Language): string[] {
  return wrap(printable(text), width - indent - label).map(
    (line, index) => ' '.repeat(indent) + (index === 0 ? name[language] : '').padEnd(label) + line,
  );
}

/** `550 5.7.26`; words where the reply has no code. */
export function family({ explanation }: ReplyGroup, language: Language): string {
  const codes = [explanation.reply, explanation.enhanced].filter((code) => code !== null);
  return codes.length > 0 ? codes.join(' ') : words.noCode[language];
}

/** The receiver as people call it, or who else refused. */
export function receiver({ explanation, origin, example }: ReplyGroup, language: Language): string {
  if (origin === 'inbound') return words.shortOrigins.inbound[language];
  return (
    explanation.receiverName ??
    (origin === 'remote' ? example.host : null) ??
    words.shortOrigins[origin][language]
  );
}

/** What could not be told, once for each reason. */
function byReason(unknown: Because['unknown']): [string, Set<string>][] {
  const reasons = new Map<string, Set<string>>();
  for (const { id, reason } of unknown) reasons.set(reason, (reasons.get(reason) ?? new Set()).add(id));
  return [...reasons];
}

/** What an audit says of the reply, each line with what it rests on. */
function audited(
  { domain, verdict, findings, absent, unknown }: Because,
  cause: string,
): ReturnType<typeof phrase>[] {
  const named = phrase(words.auditVerdicts[verdict], { domain });
  const other = [...new Set(findings.map((one) => one.cause))].filter((one) => one !== cause);
  return [
    named,
    ...(verdict === 'explained' && other.length > 0
      ? [phrase(words.otherReading, { cause: other.join(', ') })]
      : []),
    ...(absent.length > 0 && verdict !== 'explained'
      ? [phrase(words.absent, { ids: absent.join(', ') })]
      : []),
    ...byReason(unknown)
      .slice(0, maxFindings)
      .map(([reason, ids]) => phrase(words.undetermined, { id: [...ids].join(', '), reason })),
  ];
}

function auditLines(group: AuditedGroup, width: number, language: Language, paint: Paint): string[] {
  const left = ' '.repeat(indent + label);
  return group.audit.flatMap((one) => [
    ...audited(one, group.explanation.cause).flatMap((said, index) => {
      if (index === 0) return entry(words.labels.audit, say(said, language), width, language);
      return wrap(printable(say(said, language)), width - left.length).map((line) => left + line);
    }),
    ...one.findings
      .slice(0, maxFindings)
      .flatMap(({ id, severity, title, remedy }) => [
        ...wrap(printable(`${id}: ${title}`), width - left.length).map(
          (line) => left + paint(severity, line),
        ),
        ...wrap(printable(remedy), width - left.length - 2).map((line) => `${left}  ${line}`),
      ]),
  ]);
}

/** One group of replies in full: the reply, what it means, what to do, and what an audit says of it. */
export function detail(
  group: ReplyGroup | AuditedGroup,
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  const { explanation, example, origin, count, domains } = group;
  const { labels } = words;
  const add = (name: Words, text: string | null) =>
    text === null || text === '' ? [] : entry(name, text, width, language);
  const often = count > 1 ? `, ${words.counted(count, words.times, language)}` : '';
  const title = wrap(printable(`${family(group, language)}  ${receiver(group, language)}${often}`), width);
  const sure = words.confidences[explanation.confidence][language];
  const host = example.host ?? example.hostAddress;
  const recipient = [example.recipient, host].filter((one) => one !== null && one !== '').join(', ');
  return [
    ...title.map((line) => paint('strong', line)),
    ...wrap(printable(cut(example.text, maxExample)), width - indent).map(
      (line) => ' '.repeat(indent) + paint('quiet', line),
    ),
    ...add(labels.cause, `${explanation.cause} (${sure})`),
    ...add(labels.class, words.classes[explanation.class][language]),
    ...add(labels.action, words.actions[explanation.action][language]),
    ...add(labels.origin, origin === 'remote' ? null : words.origins[origin][language]),
    ...add(labels.meaning, explanation.meaning),
    ...add(labels.remedy, explanation.remedy),
    ...add(labels.findings, explanation.findings.join(', ')),
    ...explanation.also
      .slice(0, maxAlso)
      .flatMap(({ cause, meaning }, index) =>
        add(index === 0 ? labels.also : { en: '', fr: '' }, `${cause}: ${meaning}`),
      ),
    ...add(labels.recipient, recipient),
    ...add(labels.senders, domains.join(', ')),
    ...add(labels.source, explanation.source),
    ...('audit' in group ? auditLines(group, width, language, paint) : []),
  ];
}

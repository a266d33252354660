import type { Evidence, Fix, Place } from '../../check.ts';
import { marked, printable, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Finding } from '../report.ts';
import type { Paint } from './style.ts';

const label = 11;

function paragraph(name: string, text: string, width: number): string[] {
  return wrap(printable(text), width - label).map(
    (line, index) => (index === 0 ? `  ${name}`.padEnd(label) : ' '.repeat(label)) + line,
  );
}

/** The record with the fault marked, under the name and type it was found at. */
function record(at: Place, evidence: readonly Evidence[], { width }: RenderOptions, paint: Paint): string[] {
  const source = evidence.find(({ records }) => records.includes(at.record)) ?? evidence[0];
  const lines = marked(at.record, at.start, at.end, width - 4);
  return [
    ...(source
      ? wrap(`${printable(source.name)} ${source.type}`, width - 2).map((line) => `  ${paint('quiet', line)}`)
      : []),
    ...lines.map((line) => `    ${line}`),
  ];
}

/** TXT text as master-file character-strings of at most 255 octets (RFC 1035 §3.3). */
function characterStrings(text: string): string {
  const strings = text.match(/[^]{1,255}/g) ?? [''];
  return strings.map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(' ');
}

function publish(fixes: readonly Fix[], { width }: RenderOptions): string[] {
  return fixes.flatMap((fix, index) => {
    const value = fix.type === 'TXT' ? characterStrings(fix.value) : fix.value;
    const name = (index === 0 ? '  Publish' : '').padEnd(label);
    return [
      `${name}${printable(fix.name)}. ${fix.type}`,
      ...wrap(printable(value), width - label - 2).map((line) => `${' '.repeat(label + 2)}${line}`),
    ];
  });
}

function titleLines(finding: Finding, { width }: RenderOptions, paint: Paint): string[] {
  const severity = finding.severity.toUpperCase().padEnd(label - 1);
  const [first = '', ...rest] = wrap(printable(finding.title), width - label);
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
export function findingLines(one: Finding, options: RenderOptions, paint: Paint): string[] {
  return [
    '',
    ...titleLines(one, options, paint),
    ...(one.at ? record(one.at, one.evidence, options, paint) : []),
    ...paragraph('Why', `${one.explanation} ${one.consequence}`, options.width),
    ...paragraph('Do', one.remedy, options.width),
    ...(one.fix ? publish(one.fix, options) : []),
    ...wrap(one.reference, options.width - 2).map((line) => `  ${paint('quiet', line)}`),
  ];
}

import type { Rejection } from '../../smtp/rejection.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report } from '../report.ts';
import type { Paint } from './style.ts';

const certainties: Readonly<Record<Rejection['certainty'], string>> = {
  documented: '',
  observed: 'seen in public, not documented',
  stock: 'stock configuration',
  inferred: 'inferred',
};

/** `550 5.7.26`, with a mark where the receiver only defers. */
function code({ reply, enhanced }: Rejection): string {
  return enhanced === null ? String(reply) : `${reply} ${enhanced}`;
}

function entry(one: Rejection, name: string, options: RenderOptions, paint: Paint): string[] {
  const indent = 2;
  const narrow = options.width < 60;
  const first = narrow ? 0 : 14;
  const second = narrow ? 0 : 13;
  const left = narrow ? 4 : indent + first + second;
  const room = options.width - left;
  const notes = [
    one.class === 'transient' ? 'deferred, to be tried again' : '',
    certainties[one.certainty],
  ].filter((note) => note !== '');
  // The name of such a receiver says already that the list must be in use.
  const said = one.conditions.every((condition) => condition === 'list-used');
  const lines = [
    ...wrap(legible(one.meaning), room),
    ...(said ? [] : wrap(one.condition, room)),
    ...(notes.length > 0 ? wrap(notes.join('; '), room) : []),
    ...wrap(one.findings.join(', '), room).map((line) => paint('quiet', line)),
  ];
  const fits = !narrow && name.length < first;
  const label = `${fits ? name.padEnd(first) : ' '.repeat(first)}${code(one).padEnd(second)}`;
  const own =
    fits || name === '' ? [] : wrap(name, options.width - indent).map((line) => ' '.repeat(indent) + line);
  if (narrow) return [...own, `  ${code(one)}`, ...lines.map((line) => ' '.repeat(left) + line)];
  return [
    ...own,
    ...lines.map((line, index) => (index === 0 ? `  ${label}${line}` : ' '.repeat(left) + line)),
  ];
}

function table(entries: readonly Rejection[], options: RenderOptions, paint: Paint): string[] {
  // A receiver's replies stand together, in the order in which the first of each came.
  const names = [...new Set(entries.map(({ receiverName }) => receiverName))];
  return names.flatMap((name) =>
    entries
      .filter(({ receiverName }) => receiverName === name)
      .flatMap((one, index) => entry(one, index === 0 ? legible(name) : '', options, paint)),
  );
}

/** Who refuses the mail, with which reply, and under which condition. */
export function rejections(report: Report, options: RenderOptions, paint: Paint): string[] {
  const certain = report.rejections.filter(({ holds }) => holds);
  const depends = report.rejections.filter(({ holds }) => !holds);
  const others = 'For other receivers presend knows of no rule that these records break.';
  const section = (title: string, entries: readonly Rejection[]) =>
    entries.length === 0 ? [] : ['', paint('strong', title), ...table(entries, options, paint)];
  return [
    ...section('Who would refuse it', certain),
    ...section(certain.length > 0 ? 'Who else might, and when' : 'Who might refuse it, and when', depends),
    ...(report.rejections.length > 0 ? wrap(others, options.width - 2).map((line) => `  ${line}`) : []),
  ];
}

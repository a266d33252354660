import { severities } from '../severity.ts';
import { wrap } from '../text/terminal.ts';
import { renderer, type RenderOptions } from './renderer.ts';
import type { Report } from './report.ts';
import { corrected } from './text/corrected.ts';
import { findings } from './text/findings.ts';
import { heading } from './text/heading.ts';
import { receivers } from './text/receivers.ts';
import { rejections } from './text/rejections.ts';
import { painter } from './text/style.ts';
import { surveys } from './text/surveys.ts';
import { unknowns } from './text/unknown.ts';

const plural: Readonly<Record<string, string>> = { error: 'errors', warning: 'warnings', notice: 'notices' };

/** `1 critical, 2 errors; 38 checks passed; 1 could not tell`. */
function counts(report: Report): string {
  const found = severities.flatMap((severity) => {
    const count = report.findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? severity : (plural[severity] ?? severity)}`];
  });
  const undecided = new Set(report.unknown.filter(({ blocking }) => blocking).map(({ id }) => id)).size;
  const parts = [
    found.length === 0 ? 'nothing found' : found.join(', '),
    `${report.passed.length} checks passed`,
    ...(undecided > 0 ? [`${undecided} could not tell`] : []),
    `${report.queries} DNS questions`,
  ];
  return parts.join('; ');
}

function renderOne(report: Report, options: RenderOptions): string {
  const paint = painter(options);
  const lines = [
    ...heading(report, options, paint),
    ...receivers(report, options, paint),
    ...rejections(report, options, paint),
    ...(options.survey ? surveys(report, options, paint) : []),
    '',
    ...wrap(counts(report), options.width),
    ...findings(report.findings, options, paint),
    ...unknowns(report, options, paint),
    ...corrected(report, options, paint),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** For a person: the verdict first, then who refuses, then why and what to publish. */
export const text = renderer({
  before: '',
  between: '\n',
  after: '',
  each: (report, options) => [renderOne(report, options)],
});

import { severities, type Severity } from '../severity.ts';
import { byCount } from '../text/by-count.ts';
import { type Language, phrase, type Said, say, semicolon, type Words } from '../text/say.ts';
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

/** Words with the number in them. */
type Counted = Readonly<Record<Language, `${string}{count}${string}`>>;

/** So many findings of a severity: of one, and of several. */
const severityCounts: Readonly<Record<Severity, { readonly one: Words; readonly many: Counted }>> = {
  critical: {
    one: { en: '1 critical', fr: '1 critique' },
    many: { en: '{count} critical', fr: '{count} critiques' },
  },
  error: { one: { en: '1 error', fr: '1 erreur' }, many: { en: '{count} errors', fr: '{count} erreurs' } },
  warning: {
    one: { en: '1 warning', fr: '1 avertissement' },
    many: { en: '{count} warnings', fr: '{count} avertissements' },
  },
  notice: {
    one: { en: '1 notice', fr: '1 remarque' },
    many: { en: '{count} notices', fr: '{count} remarques' },
  },
  info: { one: { en: '1 info', fr: '1 info' }, many: { en: '{count} info', fr: '{count} infos' } },
};

const nothing: Words = { en: 'nothing found', fr: 'rien à signaler' };
const passedOne: Counted = { en: '{count} check passed', fr: '{count} contrôle réussi' };
const passed: Counted = { en: '{count} checks passed', fr: '{count} contrôles réussis' };
const untoldOne: Counted = { en: '{count} could not tell', fr: '{count} indéterminé' };
const untold: Counted = { en: '{count} could not tell', fr: '{count} indéterminés' };
const askedOne: Counted = { en: '{count} DNS question', fr: '{count} requête DNS' };
const asked: Counted = { en: '{count} DNS questions', fr: '{count} requêtes DNS' };

/** `1 critical, 2 errors; 38 checks passed; 1 could not tell`. */
function counts(report: Report, language: Language): string {
  const told = (said: Said) => say(said, language);
  const found = severities.flatMap((severity) => {
    const count = report.findings.filter((one) => one.severity === severity).length;
    const { one, many } = severityCounts[severity];
    return count === 0 ? [] : [told(count === 1 ? one : phrase(many, { count }))];
  });
  const counted = (count: number, one: Counted, many: Counted) =>
    told({ ...byCount(count, one, many), with: { count } });
  const undecided = new Set(report.unknown.filter(({ blocking }) => blocking).map(({ id }) => id)).size;
  const parts = [
    found.length === 0 ? told(nothing) : found.join(', '),
    counted(report.passed.length, passedOne, passed),
    ...(undecided > 0 ? [counted(undecided, untoldOne, untold)] : []),
    counted(report.queries, askedOne, asked),
  ];
  return parts.join(told(semicolon));
}

function renderOne(report: Report, options: RenderOptions): string {
  const paint = painter(options);
  const lines = [
    ...heading(report, options, paint),
    ...receivers(report, options, paint),
    ...rejections(report, options, paint),
    ...(options.survey ? surveys(report, options, paint) : []),
    '',
    ...wrap(counts(report, options.language ?? 'en'), options.width),
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

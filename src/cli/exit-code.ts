import { type Report, severities, type Severity } from '../index.ts';

/** What the program ends with: public API. */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

export interface ExitRules {
  /** Severity from which a finding counts; `never`: none does. */
  readonly failOn: Severity | 'never';
  /** Coverage that is missing counts like a blocking unknown. */
  readonly strict: boolean;
}

/** The exit code that one report deserves. */
export function exitCodeOf(report: Report, { failOn, strict }: ExitRules): ExitCode {
  if (report.internalErrors.length > 0) return 70;
  const limit = failOn === 'never' ? -1 : severities.indexOf(failOn);
  if (report.findings.some(({ severity }) => severities.indexOf(severity) <= limit)) return 1;
  return report.unknown.some(({ blocking }) => blocking || strict) ? 3 : 0;
}

const precedence: readonly ExitCode[] = [70, 2, 1, 3, 0];

/** The gravest of several: a bug of ours, wrong input, a finding, an unknown, nothing. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return precedence.find((code) => codes.includes(code)) ?? 0;
}

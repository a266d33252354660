import type { Correction } from '../index.ts';
import { writeOutput } from './files.ts';

/** The records to publish of all domains, in master-file form. */
export function writeFixes(path: string, corrections: readonly Correction[]): void {
  const parts = corrections.map(({ report, zone }) => `; ${report.subject.domain}\n${zone}`);
  const head =
    '; Records to publish in the place of those at the same name and type. Other TXT records stay.\n';
  writeOutput(path, `${head}\n${parts.join('\n')}`, '--fix');
}

import { type Correction, quoted } from '../index.ts';
import { writeOutput } from './files.ts';

/** What is left after a correction, in a few words. */
function left({ report }: Correction): string {
  const ids = [...new Set(report.findings.map(({ id }) => id))];
  if (ids.length === 0) return 'nothing found';
  const shown = ids.slice(0, 6).join(', ');
  return `left: ${shown}${ids.length > 6 ? ` and ${ids.length - 6} more` : ''}`;
}

const verdicts = {
  ready: 'READY',
  'at-risk': 'AT RISK',
  rejected: 'REJECTED',
  unknown: 'COULD NOT TELL',
} as const;

/** One line for a person: how many records, and what the audit with them came to. */
export function correctionLine(domain: string, correction: Correction | null, path: string): string {
  if (!correction) return `${domain}: no remedy is a record to publish`;
  const { records, report } = correction;
  const count = `${records.length} ${records.length === 1 ? 'record' : 'records'}`;
  return `${domain}: ${count} in ${quoted(path)}; audited again with ${records.length === 1 ? 'it' : 'them'}: ${verdicts[report.verdict]}, ${left(correction)}`;
}

/** The file of all domains, in master-file form. */
export function writeFixes(
  path: string,
  corrections: readonly { readonly domain: string; readonly correction: Correction | null }[],
): void {
  const parts = corrections.flatMap(({ domain, correction }) =>
    correction ? [`; ${domain}\n${correction.zone}`] : [],
  );
  const head =
    '; Records to publish in the place of those at the same name and type. Other TXT records stay.\n';
  writeOutput(path, `${head}\n${parts.join('\n')}`, '--fix');
}

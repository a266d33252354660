import { type Correction, type Language, say } from '../index.ts';
import { writeOutput } from './files.ts';

const head = {
  en: 'Records to publish in the place of those at the same name and type. Other TXT records stay.',
  fr: 'Enregistrements à publier à la place de ceux de mêmes nom et type. Les autres enregistrements TXT restent.',
} as const;

/** The records to publish of all domains, in master-file form. */
export function writeFixes(path: string, corrections: readonly Correction[], language: Language): void {
  const parts = corrections.map(({ report, zone }) => `; ${report.subject.domain}\n${zone}`);
  writeOutput(path, `; ${say(head, language)}\n\n${parts.join('\n')}`, '--fix');
}

import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { InputError, phrase, quoted } from '../index.ts';

const chunkOctets = 64 * 1024;

/**
 * The text of a file, read up to a limit and no further: a device has no end.
 * @returns null where it is larger
 * @throws what the file system throws
 */
export function readBounded(path: string, maxOctets: number): string | null {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let octets = 0; octets <= maxOctets; ) {
      const chunk = Buffer.alloc(chunkOctets);
      const count = readSync(file, chunk);
      if (count === 0) return Buffer.concat(chunks).toString('utf8');
      chunks.push(chunk.subarray(0, count));
      octets += count;
    }
    return null;
  } finally {
    closeSync(file);
  }
}

const unwritable = {
  en: 'cannot write {path} ({code}); give {option} a path that can be written',
  fr: "impossible d'écrire {path} ({code}) ; indiquer avec {option} un chemin où l'écriture est possible",
} as const;

/**
 * Writes what an option names a file for.
 * @throws InputError
 */
export function writeOutput(path: string, text: string, option: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(phrase(unwritable, { path: quoted(path), code, option }));
  }
}

import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import process from 'node:process';
import { InputError, phrase, quoted } from '../index.ts';

/** What is read: chunks of octets, or text. */
export type Input = AsyncIterable<string | Uint8Array>;

const nothingGiven = {
  en: 'give a reply, a file, or the text on standard input, as in: presend explain "550 5.7.26 …"',
  fr: 'fournir une réponse, un fichier, ou le texte sur l\'entrée standard, par exemple : presend explain "550 5.7.26 …"',
} as const;

const noFile = {
  en: 'cannot read {path}: {reason}',
  fr: 'lecture impossible de {path} : {reason}',
} as const;

const reasons = {
  ENOENT: { en: 'there is no such file', fr: "ce fichier n'existe pas" },
  EISDIR: { en: 'it is a folder', fr: "c'est un dossier" },
  EACCES: { en: 'it may not be read', fr: 'lecture non autorisée' },
} as const;

function unreadable(path: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const known = Object.entries(reasons).find(([name]) => name === code)?.[1];
  return new InputError(phrase(noFile, { path: quoted(path), reason: known ?? code }));
}

/** The argument names something that can be opened; a reply names nothing. */
function isFile(argument: string): boolean {
  if (argument.includes('\n') || argument.length > 1000) return false;
  const found = statSync(argument, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw unreadable(argument, Object.assign(new Error(), { code: 'EISDIR' }));
  return found !== undefined;
}

const chunkOctets = 64 * 1024;

/** The chunks of a file, which may be a pipe; each lies where the one before lay. */
async function* chunksOf(path: string): Input {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(chunkOctets);
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one chunk after the other
      const { bytesRead } = await file.read(buffer, 0, chunkOctets, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The chunks of a file, or of standard input. */
async function* fileChunks(path: string): Input {
  try {
    yield* path === '-' ? process.stdin : chunksOf(path);
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(path, error);
  }
}

async function* chained(parts: readonly (Input | string)[]): Input {
  for (const [index, part] of parts.entries()) {
    // An empty line ends a reply, and means nothing to a log.
    if (index > 0) yield '\n\n';
    if (typeof part === 'string') yield part;
    else yield* part;
  }
}

/**
 * What to read: the file of `--file`, or each argument that names a file as that file and all others as replies, or
 * standard input. Words without quotes around them are one reply.
 * @throws InputError where there is nothing
 */
export function inputOf(given: readonly string[], file: string | undefined): Input {
  if (file !== undefined) return fileChunks(file);
  const [first] = given;
  if (first === undefined || (first === '-' && given.length === 1)) {
    if (process.stdin.isTTY) throw new InputError(nothingGiven);
    return fileChunks('-');
  }
  const parts = given.map((one) => (isFile(one) ? fileChunks(one) : one));
  const onlyWords = parts.every((part) => typeof part === 'string' && !/\s/.test(part));
  return chained(onlyWords && given.length > 1 ? [given.join(' ')] : parts);
}

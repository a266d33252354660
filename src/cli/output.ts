import { stderr, stdout } from 'node:process';
import {
  type Language,
  phrase,
  printable,
  type RenderOptions,
  type Said,
  say,
  type Words,
} from '../index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Set to anything that does not say no. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}

/** Whether to colour: an option wins over NO_COLOR, that over FORCE_COLOR, and that over the terminal. */
function wantsColor(option: boolean | undefined, env: Environment): boolean {
  if (option !== undefined) return option;
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (isOn(env['FORCE_COLOR']) || isOn(env['CLICOLOR_FORCE'])) return true;
  if (env['FORCE_COLOR'] === '0' || env['FORCE_COLOR'] === 'false') return false;
  return stdout.isTTY && env['TERM'] !== 'dumb';
}

/** How reports are drawn here: the width of the terminal, 80 columns elsewhere. */
export function renderOptions(
  { color, lang }: { readonly color?: boolean; readonly lang: Language },
  env: Environment,
): RenderOptions {
  const columns = stdout.isTTY ? stdout.columns : 80;
  return { width: Math.min(100, Math.max(40, columns || 80)), color: wantsColor(color, env), language: lang };
}

/** What is printed cannot be written: the message, which is in English, says why. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  /** The same before a language is chosen. */
  readonly said: Said;

  constructor(said: Said) {
    super(say(said, 'en'));
    this.said = said;
  }
}

const causes: Readonly<Record<string, Words>> = {
  ENOSPC: { en: 'no space left on device', fr: "il n'y a plus de place sur le disque" },
  EIO: { en: 'input/output error', fr: "erreur d'entrée-sortie" },
  EFBIG: { en: 'the file would be too large', fr: 'le fichier serait trop grand' },
  EDQUOT: { en: 'the disk quota is exceeded', fr: 'le quota disque est dépassé' },
  EBADF: { en: 'standard output is closed', fr: 'la sortie standard est fermée' },
};

const notWritten = {
  en: 'cannot write the report: {cause}',
  fr: 'le rapport ne peut pas être écrit : {cause}',
} as const;

/** Writes to standard output and waits until it is taken, so that a slow reader holds the run and not the memory. */
async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Prints on standard output. */
export type Print = (text: string) => Promise<void>;

/**
 * The standard output of one run. A reader that has seen enough (head, less) closes the pipe: then it prints nothing
 * more, and the run goes on to its own end.
 */
export function openOutput(): Print {
  let closed = false;
  return async (text) => {
    if (closed) return;
    try {
      await write(text);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      closed = code === 'EPIPE';
      if (!closed) throw new OutputError(phrase(notWritten, { cause: causes[code] ?? String(error) }));
    }
  };
}

/** One line on standard error, whatever is in the text. */
export function complain(text: string): void {
  stderr.write(`presend: ${printable(text.trim().replace(/\s*\n\s*/g, ' '))}\n`);
}

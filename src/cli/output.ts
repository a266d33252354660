import { stderr, stdout } from 'node:process';
import type { RenderOptions } from '../index.ts';

/** Whether to colour: an option wins over NO_COLOR, and that over the terminal. */
function wantsColor(option: boolean | undefined, env: Readonly<Record<string, string | undefined>>): boolean {
  if (option !== undefined) return option;
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return stdout.isTTY && env['TERM'] !== 'dumb';
}

/** How reports are drawn here: the width of the terminal, 80 columns elsewhere. */
export function renderOptions(
  color: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): RenderOptions {
  const columns = stdout.isTTY ? stdout.columns : 80;
  return { width: Math.min(100, Math.max(40, columns || 80)), color: wantsColor(color, env) };
}

export function print(text: string): void {
  stdout.write(text);
}

/** One line on standard error, whatever is in the text. */
export function complain(text: string): void {
  stderr.write(`presend: ${text.trim().replace(/\s*\n\s*/g, ' ')}\n`);
}

import { legible, wrap } from '../../text/terminal.ts';

const label = 11;

/** `Lookups    7 of 10`: a name and what is said of it, wrapped beside it. */
export function entry(name: string, text: string, width: number): string[] {
  return wrap(legible(text), width - label).map(
    (line, index) => (index === 0 ? name.padEnd(label) : ' '.repeat(label)) + line,
  );
}

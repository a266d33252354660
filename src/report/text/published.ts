import type { Fix } from '../../check.ts';
import { characterStrings } from '../../text/character-strings.ts';
import { legible, wrap } from '../../text/terminal.ts';

/** TXT text as a person reads it: in quotation marks, as many strings as it takes. */
function quotedText(text: string): string {
  return characterStrings(text)
    .map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`)
    .join(' ');
}

/** A record to publish in master-file form, its data below its name in lines of at most `width`, indented by two. */
export function published({ name, type, value }: Fix, width: number): string[] {
  const data = type === 'TXT' ? quotedText(value) : value;
  return [`${legible(name)}. ${type}`, ...wrap(legible(data), width - 2).map((line) => `  ${line}`)];
}

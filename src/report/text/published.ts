import type { Fix } from '../../check.ts';
import { legible, wrap } from '../../text/terminal.ts';

/** TXT text as master-file character-strings of at most 255 octets (RFC 1035 §3.3), cut behind a space where there is one. */
function characterStrings(text: string): string {
  const strings = text.match(/[^]{1,254} (?=[^]*[^ ])|[^]{1,255}/g) ?? [''];
  const whole = text.length <= 255 ? [text] : strings;
  return whole.map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(' ');
}

/** A record to publish in master-file form, its data below its name in lines of at most `width`, indented by two. */
export function published({ name, type, value }: Fix, width: number): string[] {
  const data = type === 'TXT' ? characterStrings(value) : value;
  return [`${legible(name)}. ${type}`, ...wrap(legible(data), width - 2).map((line) => `  ${line}`)];
}

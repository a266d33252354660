import { characterStrings } from '../text/character-strings.ts';

/** Characters of a name that stand for themselves in a master file (RFC 1035 §5.1). */
const plainInName = /[^a-z0-9._-]/gi;

function decimal(char: string): string {
  return `\\${String(char.charCodeAt(0)).padStart(3, '0')}`;
}

/** A name in presentation form with its final dot. */
export function masterName(name: string): string {
  return `${name.replace(plainInName, decimal)}.`;
}

/** One string in quotation marks, all but printable ASCII as \DDD. */
function quotedString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/[^ -~]/g, decimal)}"`;
}

/** TXT text, one char for one octet, as the strings that it takes. */
export function masterText(text: string): string {
  return characterStrings(text).map(quotedString).join(' ');
}

import { characterStrings } from './character-strings.ts';

/** Characters of a name that stand for themselves in a master file (RFC 1035 §5.1). */
const plainInName = /[^a-z0-9._-]/gi;

/** Octets of one character-string (RFC 1035 §3.3). */
const maxString = 255;

function decimal(char: string): string {
  return `\\${String(char.charCodeAt(0)).padStart(3, '0')}`;
}

/** A name in presentation form with its final dot. */
export function masterName(name: string): string {
  return `${name.replace(plainInName, decimal)}.`;
}

/** As it stands within quotation marks, all but printable ASCII as \DDD. */
function escaped(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replace(/[^ -~]/g, decimal);
}

/** TXT text, one char for one octet, as the strings that it takes. */
export function masterText(text: string): string {
  return characterStrings(text)
    .map((part) => `"${escaped(part)}"`)
    .join(' ');
}

/** How much of `text` from `start` on takes at most `room` columns, up to behind its last space where it goes on. */
function fitting(text: string, start: number, room: number): number {
  let end = start;
  for (let taken = 0; end < text.length && end - start < maxString; end += 1) {
    taken += escaped(text.charAt(end)).length;
    if (taken > room && end > start) break;
  }
  const space = text.lastIndexOf(' ', end - 1);
  return end < text.length && space > start ? space + 1 : end;
}

/** TXT text as quoted strings of at most `width` columns each, for several lines of a master file. */
function strings(text: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length || at === 0; ) {
    const end = fitting(text, at, width - 2);
    parts.push(`"${escaped(text.slice(at, end))}"`);
    if (end === at) break;
    at = end;
  }
  return parts;
}

/**
 * A record as lines of a master file, of at most `width` columns where name and data allow it: on one line, or in
 * parentheses (RFC 1035 §5.1).
 */
export function masterRecord(
  { name, type, value }: { readonly name: string; readonly type: string; readonly value: string },
  width: number,
): string[] {
  const owner = `${masterName(name)} ${type}`;
  const whole = `${owner} ${type === 'TXT' ? masterText(value) : value}`;
  if (whole.length <= width) return [whole];
  const data = type === 'TXT' ? strings(value, width - '  '.length - ' )'.length) : [value];
  return [`${owner} (`, ...data.map((line, index) => `  ${line}${index === data.length - 1 ? ' )' : ''}`)];
}

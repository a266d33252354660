/**
 * Names as text: labels joined by dots without the final one, one char for one octet,
 * a dot or backslash inside a label behind a backslash.
 */

/** ASCII letters in lower case, without a final dot: equal for names that the DNS takes for equal (RFC 1035 §2.3.3). */
export function foldName(name: string): string {
  const folded = name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return folded.endsWith('.') && !folded.endsWith('\\.') ? folded.slice(0, -1) : folded;
}

/** The name without its first label; null for the root. */
export function parentName(name: string): string | null {
  if (name === '') return null;
  for (let index = 0; index < name.length; index += 1) {
    if (name[index] === '\\') index += 1;
    else if (name[index] === '.') return name.slice(index + 1);
  }
  return '';
}

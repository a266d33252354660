/** RFC 6376 §3.2, §3.6.1 and RFC 8463 §4.2 as regular expressions, written apart from the parser: the judge of what is legal. */

/** Any number of FWS (§2.8): white space is allowed anywhere around tags (§3.2). */
const maybe = '(?:[ \\t]|\\r\\n(?=[ \\t]))*';
/** §2.10, in lower case: values are compared by case (§3.2), so that a word in capitals is another word. */
const word = '[a-z](?:[a-z0-9-]*[a-z0-9])?';
const listOf = (one: string) => `${one}(?:${maybe}:${maybe}${one})*`;
/** §2.10 */
const base64 = `[A-Za-z0-9+/](?:${maybe}[A-Za-z0-9+/])*(?:${maybe}=(?:${maybe}=)?)?`;

/** The values of the tags of §3.6.1; k as far as verifiers must know it. Notes are read by no program (§3.6.1). */
const values: Readonly<Record<string, RegExp>> = {
  v: /^DKIM1$/,
  h: new RegExp(`^${listOf(word)}$`),
  k: /^(?:rsa|ed25519)$/,
  p: new RegExp(`^(?:${base64})?$`),
  s: new RegExp(`^${listOf(`(?:\\*|${word})`)}$`),
  t: new RegExp(`^${listOf(word)}$`),
};

/** White space around a tag, name and value: §3.2 tag-spec. */
const tagSpec = new RegExp(
  `^${maybe}([A-Za-z][A-Za-z0-9_]*)${maybe}=${maybe}((?:[^;\\r\\n]|\\r\\n(?=[ \\t]))*)$`,
);
const finalSpace = new RegExp(`${maybe}$`);

/** Base64 whose digits and equals signs come to whole groups of four, as §2.10 takes it from RFC 2045. */
function isWhole(value: string): boolean {
  return value.replace(/[^A-Za-z0-9+/=]/g, '').length % 4 === 0;
}

function isLegalValue(name: string, value: string): boolean {
  const rule = Object.hasOwn(values, name) ? values[name] : undefined;
  return rule === undefined || (rule.test(value) && (name !== 'p' || isWhole(value)));
}

/** The text is a key record of the grammar, whatever key is in it. */
export function isLegal(text: string): boolean {
  const parts = text.split(';');
  // A final semicolon ends the last tag (§3.2), with or without white space after it.
  if (parts.length > 1 && new RegExp(`^${maybe}$`).test(parts.at(-1) ?? '')) parts.pop();
  const tags = parts
    .map((part) => tagSpec.exec(part))
    .map((found) => found && ([found[1] ?? '', (found[2] ?? '').replace(finalSpace, '')] as const));
  if (tags.includes(null)) return false;
  const read = tags.filter((tag) => tag !== null);
  const names = read.map(([name]) => name);
  return (
    new Set(names).size === names.length &&
    names.includes('p') &&
    names.indexOf('v') <= 0 &&
    read.every(([name, value]) => isLegalValue(name, value))
  );
}

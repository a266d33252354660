/**
 * RFC 9989 §4.8 as regular expressions, written apart from the parser: the judge of what is legal. Where §4.7 takes over
 * the tag-list of RFC 6376 §3.2, that counts as well: folding white space, names with digits, empty unknown values; the
 * tags that RFC 7489 §6.4 had count with their own rules, its white space between words included.
 */

/** Any number of FWS (RFC 6376 §2.8). */
const maybe = '(?:[ \\t]|\\r\\n(?=[ \\t]))*';
const listOf = (one: string, separator: string) => `${one}(?:${maybe}${separator}${maybe}${one})*`;

const policy = /^(?:none|quarantine|reject)$/i;
const mode = /^[rs]$/i;
const number = /^[0-9]+$/;

/** RFC 3986 as RFC 9989 §4.8 takes it over, without comma and exclamation mark; how an authority is built is left open. */
const plain = "[A-Za-z0-9._~$&'()*+;=:@/?-]|%[0-9A-Fa-f]{2}";
const uri = new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:(?:${plain}|[[\\]])+(?:#(?:${plain})*)?$`);
/** One mailbox with a domain of two labels or more; header fields may follow. */
const mailto =
  /^mailto:[^\s@/?#[\]"(),:;<>\\]+@(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\?.*)?$/i;

function isLegalUri(written: string): boolean {
  const text = written.replace(/![0-9]+[kmgt]?$/i, '');
  return uri.test(text) && (!/^mailto:/i.test(text) || mailto.test(text));
}

function isLegalUriList(value: string): boolean {
  const edge = new RegExp(`^${maybe}|${maybe}$`, 'g');
  return value.split(',').every((one) => isLegalUri(one.replace(edge, '')));
}

/** dmarc-fo: any order of one of 0 and 1 with d and s, each at most once. */
function isLegalFo(value: string): boolean {
  const words: readonly string[] = value.toLowerCase().match(/[01ds]/g) ?? [];
  const once = new Set(words).size === words.length;
  return (
    new RegExp(`^${listOf('[01ds]', ':')}$`, 'i').test(value) &&
    once &&
    !(words.includes('0') && words.includes('1'))
  );
}

/** Keyword is the Ldh-str of RFC 5321 §4.1.2. */
const formats = new RegExp(`^${listOf('[A-Za-z0-9-]*[A-Za-z0-9]', ':')}$`);

const values: Readonly<Record<string, (value: string) => boolean>> = {
  v: (value) => value === 'DMARC1',
  p: (value) => policy.test(value),
  sp: (value) => policy.test(value),
  np: (value) => policy.test(value),
  t: (value) => /^[yn]$/i.test(value),
  psd: (value) => /^[ynu]$/i.test(value),
  adkim: (value) => mode.test(value),
  aspf: (value) => mode.test(value),
  rua: isLegalUriList,
  ruf: isLegalUriList,
  fo: isLegalFo,
  // RFC 7489 §6.3: from 0 to 100, a 32-bit integer; §6.4: at most three digits.
  pct: (value) => /^[0-9]{1,3}$/.test(value) && Number(value) <= 100,
  ri: (value) => number.test(value) && Number(value) < 2 ** 32,
  rf: (value) => formats.test(value),
};

const tag = new RegExp(
  `^${maybe}([A-Za-z][A-Za-z0-9_]*)${maybe}=${maybe}((?:[\\t\\x20-\\x7e]|\\r\\n(?=[ \\t]))*)$`,
);
const finalSpace = new RegExp(`${maybe}$`);
const space = new RegExp(`^${maybe}$`);

/** The text is a record of the grammar, every tag that is known with a value that it has, names in lower case. */
export function isLegal(text: string): boolean {
  const parts = text.split(';');
  if (parts.length > 1 && space.test(parts.at(-1) ?? '')) parts.pop();
  const tags = parts.flatMap((part) => {
    const [, name, value = ''] = tag.exec(part) ?? [];
    return name === undefined ? [] : [{ name, value: value.replace(finalSpace, '') }];
  });
  const names = tags.map(({ name }) => name.toLowerCase());
  const [version] = tags;
  return (
    tags.length === parts.length &&
    /^v/i.test(text) &&
    version?.name.toLowerCase() === 'v' &&
    new Set(names).size === names.length &&
    tags.every(({ name, value }) => name === name.toLowerCase() && (values[name]?.(value) ?? true))
  );
}

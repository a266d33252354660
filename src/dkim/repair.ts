import { oneLine, parseTagList, withValue } from '../text/tag-list.ts';
import { type DkimKey, isUsable, parseDkimKey } from './key.ts';

type Mend = (key: DkimKey) => string;

function tagOf(key: DkimKey, name: string) {
  return key.tags.find((tag) => tag.name === name);
}

function has(key: DkimKey, code: DkimKey['problems'][number]['code']): boolean {
  return key.problems.some((problem) => problem.code === code);
}

/** Escapes and quotes of a zone file that were pasted into the record. */
const unquoted: Mend = ({ text }) => text.replace(/\\(?=[;"])/g, '').replace(/^\s*"|"\s*$/g, '');

const unbroken: Mend = (key) => (has(key, 'line-break') ? oneLine(key.text) : key.text);

/** `DKIM1` in front, where some DKIM version was meant. */
const versioned: Mend = (key) => {
  const tag = tagOf(key, 'v');
  if (!tag || !/^dkim/i.test(tag.value)) return key.text;
  if (tag === key.tags[0]) return withValue(key.text, tag, 'DKIM1');
  const others = key.tags.filter(({ name }) => name !== 'v').map(({ name, value }) => `${name}=${value}`);
  return ['v=DKIM1', ...others].join('; ');
};

/** `k=` as the octets in `p=` have it. */
const typed: Mend = (key) => {
  const tag = tagOf(key, 'k');
  if (has(key, 'value-case') && tag) return withValue(key.text, tag, tag.value.toLowerCase());
  if (!has(key, 'key-type-mismatch')) return key.text;
  const type = key.keyType === 'rsa' ? 'ed25519' : 'rsa';
  if (tag) return withValue(key.text, tag, type);
  const p = tagOf(key, 'p');
  return p ? `${key.text.slice(0, p.start)}k=${type}; ${key.text.slice(p.start)}` : key.text;
};

/** The 32 octets of an Ed25519 key out of their SubjectPublicKeyInfo. */
const unwrapped: Mend = (key) => {
  const tag = tagOf(key, 'p');
  if (!tag || !has(key, 'ed25519-wrapped')) return key.text;
  return withValue(key.text, tag, Buffer.from(tag.value, 'base64').subarray(12).toString('base64'));
};

const padded: Mend = (key) => {
  const tag = tagOf(key, 'p');
  if (!tag || !has(key, 'key-unpadded')) return key.text;
  return withValue(key.text, tag, Buffer.from(tag.value, 'base64').toString('base64'));
};

/** Without the semicolons that separate nothing. */
const single: Mend = ({ text }) => {
  const empty = parseTagList(text).problems.filter(({ code }) => code === 'empty-tag');
  const offsets = new Set(empty.map(({ start }) => start));
  return offsets.size === 0
    ? text
    : Array.from({ length: text.length }, (_, i) => (offsets.has(i) ? '' : text.charAt(i))).join('');
};

const mends: readonly Mend[] = [unquoted, unbroken, versioned, typed, unwrapped, padded, single];

/** The record as it was evidently meant, with no problem left; null where that is not evident. */
export function repairDkim(key: DkimKey): string | null {
  let mended = key;
  for (const mend of mends) mended = parseDkimKey(mend(mended));
  return isUsable(mended) && mended.problems.length === 0 && mended.text !== key.text ? mended.text : null;
}

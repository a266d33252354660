import { oneLine, type Tag, withoutTags, withValue } from '../text/tag-list.ts';
import {
  type DmarcFault,
  type DmarcPolicy,
  type DmarcRecord,
  isDmarc,
  isFaultless,
  parseDmarc,
} from './parse.ts';
import { hasUsableRua, invalidPolicies } from './policy.ts';

const policies: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];

/** Levenshtein distance of two short words. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, char] of one.split('').entries()) {
    const next = [i + 1];
    for (const [j, wanted] of other.split('').entries()) {
      const changed = (row[j] ?? 0) + (char === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The policy that a mistyped one was meant to be: the only one at most two letters away; null where there is none. */
export function nearestPolicy(text: string): DmarcPolicy | null {
  if (text.length > 12) return null;
  const near = policies.filter((policy) => distance(text.toLowerCase(), policy) <= 2);
  return near.length === 1 ? (near[0] ?? null) : null;
}

type Mend = (record: DmarcRecord) => string;

/** Parts that are no tag, or were not read. */
const noTags: ReadonlySet<DmarcFault> = new Set(['no-equals', 'bad-name', 'too-many-tags']);

/** `v=DMARC1; ` in front, without escapes, quotes and whatever else was pasted with the record. */
const versioned: Mend = ({ text, tags, problems }) => {
  if (isDmarc(text)) return text;
  const bare = text
    .replace(/\\(?=[;"])/g, '')
    .replace(/"\s*$/, '')
    .replace(/^[^a-z0-9]*(?:v[^a-z0-9]*)?dmarc1?[^a-z0-9]*/i, 'v=DMARC1; ')
    .replace(/;\s*$/, '');
  // Made of its tags anew, the record would lose what is none: an address behind a semicolon.
  if (isDmarc(bare) || problems.some(({ code }) => noTags.has(code))) return bare;
  const others = tags
    .filter(({ name }) => name.toLowerCase() !== 'v')
    .map(({ name, value }) => `${name}=${value}`);
  return ['v=DMARC1', ...others].join('; ');
};

const unbroken: Mend = ({ text, problems }) =>
  problems.some(({ code }) => code === 'line-break') ? oneLine(text) : text;

/** Without the semicolons that separate nothing. */
const single: Mend = ({ text, problems }) => {
  const offsets = new Set(problems.filter(({ code }) => code === 'empty-tag').map(({ start }) => start));
  if (offsets.size === 0) return text;
  return Array.from({ length: text.length }, (_, i) => (offsets.has(i) ? '' : text.charAt(i))).join('');
};

const lowered: Mend = ({ text, tags }) =>
  tags.reduce(
    (mended, { name, start }) =>
      mended.slice(0, start) + name.toLowerCase() + mended.slice(start + name.length),
    text,
  );

/** Without the second of two equal tags. */
const unrepeated: Mend = ({ text, tags }) => {
  const key = ({ name, value }: Tag): string => `${name}=${value}`;
  const repeated = tags.filter((tag, index) => tags.findIndex((other) => key(other) === key(tag)) < index);
  return withoutTags(text, repeated);
};

/** Mistyped policies set right; `p=none` where p is absent and nothing else keeps the record from being void. */
const decided: Mend = (record) => {
  const { text, tags, p } = record;
  let mended = text;
  for (const tag of tags.toReversed()) {
    const wrong = invalidPolicies(record).some((name) => name === tag.name);
    const nearest = wrong ? nearestPolicy(tag.value) : null;
    if (nearest) mended = withValue(mended, tag, nearest);
  }
  const version = tags[0];
  if (p || hasUsableRua(record) || !version) return mended;
  return `${mended.slice(0, version.end)}; p=none${mended.slice(version.end)}`;
};

/** `mailto:` before bare addresses, and without slashes after it. */
const addressed: Mend = ({ text, tags }) => {
  const lists = tags.filter(({ name }) => name === 'rua' || name === 'ruf');
  return lists.toReversed().reduce((mended, tag) => {
    const uris = tag.value.split(',').map((uri) => {
      const bare = uri.trim().replace(/^mailto:\s*\/\//i, 'mailto:');
      return /^[^\s:/@]+@[^\s:/@]+$/.test(bare) ? `mailto:${bare}` : bare;
    });
    const value = uris.filter((uri) => uri !== '').join(',');
    return value === tag.value.replace(/\s*,\s*/g, ',') ? mended : withValue(mended, tag, value);
  }, text);
};

const mends: readonly Mend[] = [versioned, unbroken, single, lowered, unrepeated, addressed, decided];

/** The record as it was evidently meant, in full and without a fault; null where that is not evident. */
export function repairDmarc(record: DmarcRecord): string | null {
  let mended = record;
  for (const mend of mends) mended = parseDmarc(mend(mended));
  const { text, p } = mended;
  return isFaultless(mended) && (p !== null || hasUsableRua(mended)) && text !== record.text ? text : null;
}

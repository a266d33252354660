import { parseTagList, type Tag, type TagFault, unspaced } from '../text/tag-list.ts';

export type DkimFault =
  | TagFault
  /** `v=` with anything but DKIM1. */
  | 'version-unknown'
  | 'version-not-first'
  | 'key-type-unknown'
  /** `RSA` for `rsa`: values are case-sensitive (RFC 6376 §3.2). */
  | 'value-case'
  /** A word of h, s or t that is missing or none (RFC 6376 §2.10, hyphenated-word). */
  | 'word-invalid'
  | 'key-absent'
  | 'key-not-base64'
  /** Base64 that ends with a digit too few to make an octet. */
  | 'key-uneven'
  /** Base64 whose final `=` are not as they should be. */
  | 'key-unpadded'
  /** The DER ends before the lengths in it say so. */
  | 'key-truncated'
  /** Octets after the end of the key. */
  | 'key-trailing'
  | 'key-unreadable'
  /** An RSA key under `k=ed25519`, or an Ed25519 key under `k=rsa`. */
  | 'key-type-mismatch'
  /** A SubjectPublicKeyInfo where RFC 8463 §4.2 asks for the 32 octets alone. */
  | 'ed25519-wrapped'
  /** Neither 32 octets nor a wrapped key. */
  | 'ed25519-length';

export interface DkimProblem {
  readonly code: DkimFault;
  readonly tag: string | null;
  /** UTF-16 offsets into the record, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Verifiers must ignore the record (RFC 6376 §6.1.2); otherwise only strict ones do. */
  readonly fatal: boolean;
}

/** A key record as text (RFC 6376 §3.6.1), before its key is looked at. */
export interface DkimRecord {
  readonly text: string;
  readonly tags: readonly Tag[];
  /** null where absent, which means DKIM1. */
  readonly version: string | null;
  /** `k=`, lower case; `rsa` where absent. */
  readonly keyType: string;
  /** `h=`, lower case; null where absent, which allows every algorithm. */
  readonly hashes: readonly string[] | null;
  /** `s=`, lower case; `*` where absent. */
  readonly services: readonly string[];
  /** `t=`, lower case. */
  readonly flags: readonly string[];
  /** `n=`, untrusted text. */
  readonly notes: string | null;
  /** `p=` is there and empty. */
  readonly revoked: boolean;
  readonly problems: readonly DkimProblem[];
}

const hyphenatedWord = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/i;
const keyTypes: ReadonlySet<string> = new Set(['rsa', 'ed25519']);

/** Faults of the list that verifiers commonly read over. */
const tolerated: ReadonlySet<DkimFault> = new Set([
  'empty-tag',
  'bad-character',
  'line-break',
  'too-many-tags',
  'value-case',
  'word-invalid',
]);

function problem(code: DkimFault, tag: Tag): DkimProblem {
  return { code, tag: tag.name, start: tag.valueStart, end: tag.end, fatal: !tolerated.has(code) };
}

function versionProblems(tags: readonly Tag[], version: Tag | undefined): DkimProblem[] {
  if (!version) return [];
  const problems: DkimProblem[] = [];
  if (version.value !== 'DKIM1') problems.push(problem('version-unknown', version));
  if (version !== tags[0]) {
    const { name, start, end } = version;
    problems.push({ code: 'version-not-first', tag: name, start, end, fatal: true });
  }
  return problems;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a colon-separated list as written, empty ones included. */
function wordsOf({ value, valueStart }: Tag): Word[] {
  let from = valueStart;
  return value.split(':').map((part) => {
    const text = unspaced(part);
    const start = from + part.indexOf(text);
    from += part.length + 1;
    return { text, start, end: start + text.length };
  });
}

function words(tag: Tag | undefined): readonly string[] | null {
  if (!tag) return null;
  const list = wordsOf(tag).map(({ text }) => text.toLowerCase());
  return list.filter((word) => word !== '');
}

function caseProblems(tags: readonly (Tag | undefined)[]): DkimProblem[] {
  return tags.flatMap((tag) =>
    tag && tag.value !== tag.value.toLowerCase() ? [problem('value-case', tag)] : [],
  );
}

function isWord({ name }: Tag, text: string): boolean {
  return hyphenatedWord.test(text) || (name === 's' && text === '*');
}

/** The first word of each list that is none; the whole tag where it is missing. */
function wordProblems(tags: readonly (Tag | undefined)[]): DkimProblem[] {
  return tags.flatMap((tag) => {
    const wrong = tag && wordsOf(tag).find(({ text }) => !isWord(tag, text));
    if (!tag || !wrong) return [];
    const { start, end } = wrong.text === '' ? tag : wrong;
    return [{ ...problem('word-invalid', tag), start, end }];
  });
}

/** The tags whose value is read here, so that a stranger in it counts; the key has its own rule. */
const plainTags: ReadonlySet<string | null> = new Set(['v', 'h', 'k', 's', 't']);

/** The problems of the list itself; a stranger in a note or an unknown tag harms nobody (RFC 6376 §3.2). */
function listProblems(list: ReturnType<typeof parseTagList>): DkimProblem[] {
  return list.problems
    .filter(({ code, tag }) => code !== 'bad-character' || plainTags.has(tag))
    .map((found) => ({ ...found, fatal: !tolerated.has(found.code) }));
}

/** Reads a key record, whatever the text: its tags with their defaults, and every problem short of the key's own. */
export function parseDkimRecord(text: string): DkimRecord {
  const list = parseTagList(text);
  const { tags } = list;
  const find = (name: string): Tag | undefined => tags.find((tag) => tag.name === name);
  const [v, k, h, s, t, p] = [find('v'), find('k'), find('h'), find('s'), find('t'), find('p')];
  const keyType = k ? k.value.toLowerCase() : 'rsa';
  const problems = [
    ...listProblems(list),
    ...versionProblems(tags, v),
    ...(k && !keyTypes.has(keyType) ? [problem('key-type-unknown', k)] : caseProblems([k])),
    ...caseProblems([h, s, t]),
    ...wordProblems([h, s, t]),
  ];
  if (!p) problems.push({ code: 'key-absent', tag: null, start: 0, end: text.length, fatal: true });
  return {
    text,
    tags,
    version: v ? v.value : null,
    keyType,
    hashes: words(h),
    services: words(s) ?? ['*'],
    flags: words(t) ?? [],
    notes: find('n')?.value ?? null,
    revoked: p?.value === '',
    problems: problems.toSorted((a, b) => a.start - b.start),
  };
}

/** One `name=value` of a tag-list; offsets are UTF-16, `end` exclusive, white space around it left out. */
export interface Tag {
  /** As written. */
  readonly name: string;
  /** As written, without the white space at both ends. */
  readonly value: string;
  /** Offset of the name, which ends at `start + name.length`. */
  readonly start: number;
  /** Offset of the value. */
  readonly valueStart: number;
  /** End of the value, and so of the tag. */
  readonly end: number;
}

export type TagFault =
  /** Two semicolons with nothing between them, or one in front. */
  | 'empty-tag'
  | 'no-equals'
  | 'bad-name'
  | 'duplicate-tag'
  /** Not printable US-ASCII. */
  | 'bad-character'
  /** A line break that folds nothing: no CRLF before a space or tab (RFC 6376 §2.8). */
  | 'line-break'
  /** Past the cap the rest was not read. */
  | 'too-many-tags';

export interface TagProblem {
  readonly code: TagFault;
  /** The tag it lies in, null outside of one. */
  readonly tag: string | null;
  readonly start: number;
  readonly end: number;
}

export interface TagList {
  readonly text: string;
  /** In the order written, duplicates included; parts that are no tag are left to the problems. */
  readonly tags: readonly Tag[];
  readonly problems: readonly TagProblem[];
}

const maxTags = 100;
const tagName = /^[a-z][a-z0-9_]*$/i;

function isSpace(text: string, offset: number): boolean {
  const char = text[offset];
  return char === ' ' || char === '\t' || char === '\r' || char === '\n';
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

/** The text without the spaces, tabs and line breaks at both ends. */
export function unspaced(text: string): string {
  const { start, end } = trimmed(text, 0, text.length);
  return text.slice(start, end);
}

/** Reads the tag between two offsets, its name and value apart, or the fault that keeps it from being one. */
function readTag(text: string, start: number, end: number): Tag | TagProblem {
  const equals = text.indexOf('=', start);
  if (equals < 0 || equals >= end) return { code: 'no-equals', tag: null, start, end };
  const nameEnd = trimmed(text, start, equals).end;
  const name = text.slice(start, nameEnd);
  if (!tagName.test(name)) return { code: 'bad-name', tag: null, start, end: Math.max(nameEnd, start + 1) };
  const value = trimmed(text, equals + 1, end);
  const valueStart = value.start;
  return { name, value: text.slice(valueStart, value.end), start, valueStart, end: value.end };
}

/** The first line break between two offsets that folds nothing, and the tag it lies in. */
function lineBreaks(text: string, from: number, to: number, tag: Tag | null): TagProblem[] {
  const found = text.slice(from, to).search(/\r(?!\n[\t ])|(?<!\r)\n/);
  if (found < 0) return [];
  const start = from + found;
  const inside = tag !== null && tag.start <= start && start < tag.end;
  return [{ code: 'line-break', tag: inside ? tag.name : null, start, end: start + 1 }];
}

/** The problems of a tag that has a name: a name seen before, a character that has no place in a value. */
function problemsOf(tag: Tag, seen: ReadonlySet<string>, key: string): TagProblem[] {
  const problems: TagProblem[] = [];
  if (seen.has(key)) problems.push({ code: 'duplicate-tag', tag: tag.name, start: tag.start, end: tag.end });
  const stranger = tag.value.search(/[^\t\x20-\x7e\r\n]/);
  if (stranger >= 0) {
    const at = tag.valueStart + stranger;
    problems.push({ code: 'bad-character', tag: tag.name, start: at, end: at + 1 });
  }
  return problems;
}

/**
 * Reads a tag-list (RFC 6376 §3.2), whatever the text: every tag and every problem, with offsets, in linear time.
 * At most 100 tags are read. Names that differ in case alone count as the same where `names` is `'any-case'`.
 */
export function parseTagList(text: string, names: 'exact' | 'any-case' = 'exact'): TagList {
  const tags: Tag[] = [];
  const problems: TagProblem[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (let count = 0; from <= text.length; count += 1) {
    if (count >= maxTags && from < text.length) {
      problems.push({ code: 'too-many-tags', tag: null, start: from, end: text.length });
      break;
    }
    const semicolon = text.indexOf(';', from);
    const to = semicolon < 0 ? text.length : semicolon;
    const { start, end } = trimmed(text, from, to);
    const read = start < end ? readTag(text, start, end) : null;
    if (read === null) {
      if (semicolon >= 0)
        problems.push({ code: 'empty-tag', tag: null, start: semicolon, end: semicolon + 1 });
    } else if ('code' in read) problems.push(read);
    else {
      const key = names === 'exact' ? read.name : read.name.toLowerCase();
      problems.push(...problemsOf(read, seen, key));
      seen.add(key);
      tags.push(read);
    }
    problems.push(...lineBreaks(text, from, to, read && 'name' in read ? read : null));
    from = to + 1;
  }
  return { text, tags, problems };
}

/** The text with another value for one of its tags. */
export function withValue(text: string, tag: Tag, value: string): string {
  return text.slice(0, tag.valueStart) + value + text.slice(tag.end);
}

/** The text without some of its tags; the others stay as written. */
export function withoutTags(text: string, tags: readonly Tag[]): string {
  let left = text;
  for (const tag of tags.toSorted((a, b) => b.start - a.start)) {
    const semicolon = left.indexOf(';', tag.end);
    const before = left.slice(0, tag.start).trimEnd();
    if (semicolon < 0) left = before;
    else {
      const after = left.slice(semicolon + 1).trimStart();
      left = after === '' || before === '' ? before + after : `${before} ${after}`;
    }
  }
  return left;
}

/** The text in one line, a space where lines met. */
export function oneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map(unspaced);
  return lines.filter((line) => line !== '').join(' ');
}

import { parseTagList, type Tag, type TagFault, unspaced } from '../text/tag-list.ts';
import { type DmarcUri, parseUris } from './uri.ts';

export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

export type PolicyTag = 'p' | 'sp' | 'np';

export type DmarcFault =
  | TagFault
  /** Something, white space even, stands before the version. */
  | 'leading-text'
  | 'version-absent'
  | 'version-not-first'
  /** `v=` with anything but DMARC1. */
  | 'version-unknown'
  | 'value-absent'
  /** A value that the tag does not have; the default applies (RFC 9989 §4.8). */
  | 'value-unknown'
  /** p, sp or np with another value than none, quarantine and reject. */
  | 'policy-unknown'
  | 'uri-invalid'
  /** Legal, but reporters support mailto alone. */
  | 'uri-unsupported'
  /** Legal and ignored. */
  | 'tag-unknown'
  /** A tag name in capitals: tags are compared by case (RFC 6376 §3.2). */
  | 'name-case';

export interface DmarcProblem {
  readonly code: DmarcFault;
  readonly tag: string | null;
  /** UTF-16 offsets into the record, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A policy as published. */
export interface PublishedPolicy {
  /** null where it is none of the three. */
  readonly policy: DmarcPolicy | null;
  readonly text: string;
}

/** A DMARC policy record (RFC 9989 §4.7). Of a tag that stands twice the first counts. */
export interface DmarcRecord {
  readonly text: string;
  readonly tags: readonly Tag[];
  /** Each null where absent. */
  readonly p: PublishedPolicy | null;
  readonly sp: PublishedPolicy | null;
  readonly np: PublishedPolicy | null;
  /** The default where absent or unreadable, as for all that follow. */
  readonly adkim: 'relaxed' | 'strict';
  readonly aspf: 'relaxed' | 'strict';
  readonly psd: 'y' | 'n' | 'u';
  /** `t=y` */
  readonly testing: boolean;
  /** Percentage of RFC 7489, removed by RFC 9989; null where absent or no number from 0 to 100. */
  readonly pct: number | null;
  readonly fo: readonly string[];
  readonly rua: readonly DmarcUri[];
  readonly ruf: readonly DmarcUri[];
  readonly problems: readonly DmarcProblem[];
}

const policies: readonly DmarcPolicy[] = ['none', 'quarantine', 'reject'];

/** The values of tags that have a fixed set (RFC 9989 §4.8; pct, rf and ri: RFC 7489 §6.3), compared without case. */
const grammars: ReadonlyMap<string, RegExp> = new Map([
  ['adkim', /^[rs]$/i],
  ['aspf', /^[rs]$/i],
  ['psd', /^[ynu]$/i],
  ['t', /^[yn]$/i],
  ['fo', /^[01ds](?:[\t\r\n ]*:[\t\r\n ]*[01ds]){0,3}$/i],
  ['pct', /^\d{1,3}$/],
  ['ri', /^\d+$/],
  // Words as RFC 5321 §4.1.2 has its Keyword.
  ['rf', /^[a-z0-9-]*[a-z0-9](?:[\t\r\n ]*:[\t\r\n ]*[a-z0-9-]*[a-z0-9])*$/i],
]);

/** The largest value of tags that hold a number (RFC 7489 §6.3). */
const largest: ReadonlyMap<string, number> = new Map([
  ['pct', 100],
  ['ri', 2 ** 32 - 1],
]);

const policyTags: ReadonlySet<string> = new Set<PolicyTag>(['p', 'sp', 'np']);
const uriTags: ReadonlySet<string> = new Set(['rua', 'ruf']);

/** A TXT record that receivers take for a DMARC record: it begins with v=DMARC1 (RFC 9989 §4.8, §4.10). */
export function isDmarc(text: string): boolean {
  return /^[vV][\t\r\n ]*=[\t\r\n ]*DMARC1[\t\r\n ]*(?:;|$)/.test(text);
}

/** A TXT record that was meant as a DMARC record and is none. */
export function isAlmostDmarc(text: string): boolean {
  if (isDmarc(text)) return false;
  const start = text.slice(0, 400);
  const named = /^[^a-z0-9]{0,8}(?:v[^a-z0-9]{0,8})?dmarc/i.test(start) || /;\s*v\s*=\s*dmarc/i.test(start);
  return named || /^\s*p\s*=\s*(?:none|quarantine|reject)\b/i.test(start);
}

function whole(code: DmarcFault, tag: Tag): DmarcProblem {
  return { code, tag: tag.name, start: tag.start, end: tag.end };
}

function ofValue(code: DmarcFault, tag: Tag): DmarcProblem {
  return { code, tag: tag.name, start: tag.valueStart, end: tag.end };
}

function versionProblems(text: string, tags: readonly Tag[]): DmarcProblem[] {
  const version = tags.find(({ name }) => name.toLowerCase() === 'v');
  const junk = /^[^a-z0-9]+(?=v[^a-z0-9]*dmarc)/i.exec(text)?.[0].length;
  if (!version && junk) return [{ code: 'leading-text', tag: null, start: 0, end: junk }];
  if (!version) return [{ code: 'version-absent', tag: null, start: 0, end: text.length }];
  const problems: DmarcProblem[] = [];
  if (version !== tags[0]) problems.push(whole('version-not-first', version));
  else if (version.start > 0)
    problems.push({ code: 'leading-text', tag: null, start: 0, end: version.start });
  if (version.value !== 'DMARC1') problems.push(ofValue('version-unknown', version));
  return problems;
}

function uriProblems(tag: Tag): DmarcProblem[] {
  return parseUris(tag.value, tag.valueStart).flatMap(({ valid, scheme, start, end }): DmarcProblem[] => {
    if (!valid) return [{ code: 'uri-invalid', tag: tag.name, start, end }];
    return scheme === 'mailto' ? [] : [{ code: 'uri-unsupported', tag: tag.name, start, end }];
  });
}

function isContradictory(name: string, value: string): boolean {
  const words = value.split(':').map((word) => unspaced(word).toLowerCase());
  // RFC 9989 §4.7: 0 and 1 exclude each other; §4.8: each word at most once.
  return (
    name === 'fo' && (new Set(words).size < words.length || (words.includes('0') && words.includes('1')))
  );
}

/** The value has the form that the tag asks for, and a meaning. */
function isValid(name: string, value: string, grammar: RegExp): boolean {
  const limit = largest.get(name);
  const inRange = limit === undefined || Number(value) <= limit;
  return grammar.test(value) && inRange && !isContradictory(name, value);
}

/** The problems of one tag's value, whatever the other tags. */
function valueProblems(tag: Tag): DmarcProblem[] {
  const name = tag.name.toLowerCase();
  const grammar = grammars.get(name);
  if (name === 'v') return [];
  if (policyTags.has(name)) return policyIn(tag) ? [] : [ofValue('policy-unknown', tag)];
  if (!grammar && !uriTags.has(name)) return [whole('tag-unknown', tag)];
  if (tag.value === '') return [whole('value-absent', tag)];
  if (!grammar) return uriProblems(tag);
  return isValid(name, tag.value, grammar) ? [] : [ofValue('value-unknown', tag)];
}

function nameProblems(tag: Tag): DmarcProblem[] {
  return tag.name === tag.name.toLowerCase()
    ? []
    : [{ ...whole('name-case', tag), end: tag.start + tag.name.length }];
}

function policyIn(tag: Tag): DmarcPolicy | null {
  const value = tag.value.toLowerCase();
  return policies.find((policy) => policy === value) ?? null;
}

/** A tag that this parser reads: a stranger in its value already shows as a problem of the value. */
function isKnown(name: string | null): boolean {
  const lower = name?.toLowerCase() ?? '';
  return lower === 'v' || grammars.has(lower) || policyTags.has(lower) || uriTags.has(lower);
}

function published(tag: Tag | undefined): PublishedPolicy | null {
  return tag ? { policy: policyIn(tag), text: tag.value } : null;
}

/** The value in lower case where the tag's grammar allows it, otherwise null. */
function validValue(tag: Tag | undefined): string | null {
  const problems = tag ? valueProblems(tag) : [];
  return tag && problems.length === 0 ? tag.value.toLowerCase() : null;
}

/** Reads a DMARC record, whatever the text: its tags with their defaults, and every problem. */
export function parseDmarc(text: string): DmarcRecord {
  const { tags, problems: listed } = parseTagList(text, 'any-case');
  const find = (name: string): Tag | undefined => tags.find((tag) => tag.name.toLowerCase() === name);
  const uris = (tag: Tag | undefined): DmarcUri[] =>
    tag && tag.value !== '' ? parseUris(tag.value, tag.valueStart) : [];
  const psd = validValue(find('psd'));
  const pct = validValue(find('pct'));
  const problems: DmarcProblem[] = [
    ...listed.filter(({ code, tag }) => code !== 'bad-character' || !isKnown(tag)),
    ...versionProblems(text, tags),
    ...tags.flatMap((tag) => [...nameProblems(tag), ...valueProblems(tag)]),
  ];
  return {
    text,
    tags,
    p: published(find('p')),
    sp: published(find('sp')),
    np: published(find('np')),
    adkim: validValue(find('adkim')) === 's' ? 'strict' : 'relaxed',
    aspf: validValue(find('aspf')) === 's' ? 'strict' : 'relaxed',
    psd: psd === 'y' || psd === 'n' ? psd : 'u',
    testing: validValue(find('t')) === 'y',
    pct: pct === null ? null : Number(pct),
    fo: (validValue(find('fo')) ?? '0').split(':').map(unspaced),
    rua: uris(find('rua')),
    ruf: uris(find('ruf')),
    problems: problems.toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** Legal, whatever one may think of it. */
const legal: ReadonlySet<DmarcFault> = new Set(['tag-unknown', 'uri-unsupported']);

/** A record that every receiver reads alike. */
export function isFaultless({ text, problems }: DmarcRecord): boolean {
  return isDmarc(text) && problems.every(({ code }) => legal.has(code));
}

import { isFailed, isVoid } from '../dns/resolver.ts';
import { type Addresses, everyone, families } from './addresses.ts';
import { hostAddresses } from './authority.ts';
import { isFullName } from './expand.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import { questionsFor } from './host-questions.ts';
import { lookupLimit, voidLimit } from './limits.ts';
import { commonRanges, joined, lessRanges, type Ranges } from './ranges.ts';
import { type LookupTerm, lookupsOf } from './reach.ts';
import type { Qualifier, SpfRecord } from './record.ts';
import { remembered } from './remembered.ts';
import { stretches } from './stretches.ts';
import type { ByFamily } from './family.ts';
import { recordOf } from './tree.ts';
import { isUnread, unreadName } from './unread.ts';

/**
 * check_host() for every address at once, limits included (RFC 7208 §4.6): the same walk through the terms as for one
 * address, with sets of addresses that fared alike so far.
 */

/** What the evaluation of these addresses comes to. */
export interface Fate {
  readonly ranges: Ranges;
  readonly result: 'pass' | 'refused' | 'error';
  /**
   * The terms on the way that nobody has read, in their order: each could have decided before. With another answer
   * there the result is another one.
   */
  readonly unread: readonly string[];
}

/** Addresses that nothing has matched yet, and what their evaluation has cost. */
interface Group {
  readonly ranges: Ranges;
  readonly lookups: number;
  readonly voids: number;
  readonly unread: readonly string[];
}

/** Where the addresses of a record end up. */
type Sorted = Readonly<Record<Fate['result'], Group[]>>;

interface Course {
  readonly family: keyof Addresses;
  /** Runs of addresses that may still be compared: what is published must not decide how long it takes. */
  work: number;
}

const maxWork = 2_000_000;

function sorted(): Sorted {
  return { pass: [], refused: [], error: [] };
}

/** Groups that fared alike as one, without those that are empty. */
function alike(groups: readonly Group[]): Group[] {
  const found = new Map<string, Group[]>();
  for (const group of groups) {
    if (group.ranges.length === 0) continue;
    const key = [group.lookups, group.voids, ...group.unread].join(' ');
    found.set(key, [...(found.get(key) ?? []), group]);
  }
  return [...found.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    return { ...first, ranges: joined([first, ...others].flatMap(({ ranges }) => ranges)) };
  });
}

/** Those in the set, and the others. */
function parted(
  course: Course,
  group: Group,
  set: Ranges,
): { readonly inside: Group; readonly outside: Group } {
  course.work -= group.ranges.length + set.length;
  return {
    inside: { ...group, ranges: commonRanges(group.ranges, set) },
    outside: { ...group, ranges: lessRanges(group.ranges, set) },
  };
}

const isPass = (qualifier: Qualifier) => (qualifier === '+' ? 'pass' : 'refused');

/** One term that asks, in its record. */
interface Place {
  readonly domain: string;
  readonly record: SpfRecord;
  readonly term: LookupTerm;
  readonly branch: SpfBranch | undefined;
}

/** The group once it has met a term that nobody has read. A second time the term says nothing new. */
function beyond(group: Group, { domain, record, term }: Place): Group {
  const name = unreadName(domain, record, term);
  return group.unread.includes(name) ? group : { ...group, unread: [...group.unread, name] };
}

/** `a`, `mx` and `exists`: sorts those that they match, and answers the others. */
function tryHosts(course: Course, place: Place, groups: readonly Group[], into: Sorted): Group[] {
  const { term, branch } = place;
  if (!branch || branch.malformed || !('qualifier' in term)) return [...groups];
  const isHost = term.kind === 'a' || term.kind === 'mx';
  const { tried, tooMany } = isHost
    ? questionsFor(course.family, term, branch)
    : { tried: branch.asked, tooMany: false };
  let open = [...groups];
  let empty = 0;
  const settle = (group: Group, result: Fate['result']) => {
    const voids = group.voids + empty;
    into[voids > voidLimit ? 'error' : result].push({ ...group, voids });
  };
  for (const asked of tried) {
    if (isVoid(asked)) empty = 1;
    if (isFailed(asked)) open = open.map((group) => beyond(group, place));
    else if (asked.answer.status === 'found' && asked.type !== 'MX') {
      const set = isHost ? hostAddresses(term, [asked]) : everyone;
      const parts = open.map((group) => parted(course, group, set[course.family]));
      for (const { inside } of parts) settle(inside, isPass(term.qualifier));
      open = parts.map(({ outside }) => outside);
    }
  }
  const left = open.map((group) => ({ ...group, voids: group.voids + empty }));
  const within = left.filter(({ voids }) => voids <= voidLimit && !tooMany);
  into.error.push(...left.filter((group) => !within.includes(group)));
  return within;
}

/** `include` and `redirect`: sorts those that the other record decides for, and answers the others. */
function follow(course: Course, place: Place, groups: readonly Group[], into: Sorted): Group[] {
  const { term, branch } = place;
  const node = branch?.node;
  if (!node || !isFullName(node.domain)) {
    into.error.push(...groups);
    return [];
  }
  const { pass, refused, error } = visit(course, node, groups);
  into.error.push(...error);
  if (!('qualifier' in term)) {
    into.pass.push(...pass);
    into.refused.push(...refused);
    return [];
  }
  into[isPass(term.qualifier)].push(...pass);
  return refused;
}

/** A term that asks the DNS: sorts those that it decides for, and answers the others. */
function ask(course: Course, place: Place, groups: readonly Group[], into: Sorted): Group[] {
  const { term, branch } = place;
  const charged = groups.map((group) => ({ ...group, lookups: group.lookups + lookupsOf(term) }));
  const within = charged.filter(({ lookups }) => lookups <= lookupLimit);
  into.error.push(...charged.filter(({ lookups }) => lookups > lookupLimit));
  if (isUnread(term, branch)) return within.map((group) => beyond(group, place));
  const leads = term.kind === 'include' || term.kind === 'redirect';
  return leads ? follow(course, place, within, into) : tryHosts(course, place, within, into);
}

/** check_host() of one record for groups of addresses. */
function visit(course: Course, node: SpfNode, groups: readonly Group[]): Sorted {
  const record = recordOf(node);
  if (!record || record.problems.length > 0) return { ...sorted(), error: [...groups] };
  const branches = new Map(node.branches.map((branch) => [branch.term, branch]));
  const into = sorted();
  let open: readonly Group[] = groups;
  for (const stretch of stretches(record)) {
    open = alike(open);
    if (open.length === 0 || course.work < 0) break;
    if ('index' in stretch) {
      const { index, term } = stretch;
      open = ask(course, { domain: node.domain, record, term, branch: branches.get(index) }, open, into);
    } else {
      const { family } = course;
      for (const result of ['pass', 'refused'] as const) {
        const parts = open.map((group) => parted(course, group, stretch[result][family]));
        into[result].push(...parts.map(({ inside }) => inside));
        open = parts.map(({ outside }) => outside);
      }
    }
  }
  // RFC 7208 §4.7: neutral where nothing matched.
  return {
    pass: alike(into.pass),
    refused: alike([...into.refused, ...open]),
    error: alike(into.error),
  };
}

/** In error whoever asks: what no record, several or a broken one come to. */
export const allInError: ByFamily<readonly Fate[]> = {
  ipv4: [{ ranges: everyone.ipv4, result: 'error', unread: [] }],
  ipv6: [{ ranges: everyone.ipv6, result: 'error', unread: [] }],
};

function fatesOf(tree: SpfNode, family: keyof Addresses): readonly Fate[] | null {
  const course: Course = { family, work: maxWork };
  const all = { ranges: everyone[family], lookups: 0, voids: 0, unread: [] };
  const found = visit(course, tree, [all]);
  if (course.work < 0) return null;
  return (['pass', 'refused', 'error'] as const).flatMap((result) =>
    alike(found[result].map((group) => ({ ...group, lookups: 0, voids: 0 }))).map(
      ({ ranges, unread }): Fate => ({ ranges, result, unread }),
    ),
  );
}

/** What becomes of each address; null where the tree is too much to go through. */
export const sweep: (tree: SpfNode) => ByFamily<readonly Fate[]> | null = remembered((tree) => {
  const [ipv4, ipv6] = families.map((family) => fatesOf(tree, family));
  return ipv4 && ipv6 ? { ipv4, ipv6 } : null;
});

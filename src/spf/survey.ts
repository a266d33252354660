import { cut } from '../text/cut.ts';
import { counted, namedCount, passingCount } from './address-count.ts';
import { isForEveryone } from './addresses.ts';
import type { ByFamily } from './family.ts';
import type { SpfBranch, SpfFacts, SpfNode } from './facts.ts';
import { coverOf, type Ground, groundOf } from './ground.ts';
import { lookupLimit, voidLimit } from './limits.ts';
import { notesOfBranch, notesOfProblems, stateOf } from './notes.ts';
import { providerOf } from './providers.ts';
import { allTermOf, isLookupTerm, isMechanismTerm, type LookupTerm, lookupsOf } from './reach.ts';
import { type SpfRecord, type SpfTerm, termText } from './record.ts';
import type { SpfNote, SpfSurvey, SurveyedRecord, SurveyedTerm } from './surveyed.ts';
import { costOfLimb, type SpfPlace, tally } from './tally.ts';
import { leadsOn, type Limb } from './tree.ts';
import { voidsOf } from './voids.ts';

export type * from './surveyed.ts';

/** Terms that a survey lists of one record, and of all. */
const listedTerms = 200;
const listedInAll = 2000;
const shownRecord = 4000;

/** Characters of a term, and of one that a note names. */
const shownTerm = 300;
const namedTerm = 100;

function nameOf(record: SpfRecord, term: SpfTerm): string {
  return cut(termText(record, term), namedTerm);
}

/** Where a survey stands while it goes through a tree in the order of an evaluation. */
interface Course {
  lookups: number;
  readonly voids: { ipv4: number; ipv6: number };
  listed: number;
  /** Each domain whose record was read, and the domain whose record led there first. */
  readonly read: Map<string, string>;
}

/** What the walk found out about a term that is reached. */
function notesOfReach(ground: Ground, term: SpfTerm): SpfNote[] {
  const { reaches, record } = ground;
  const reach = reaches.get(term);
  if (!reach || term.kind === 'all') return [];
  if (isForEveryone(reach.addresses)) return [{ note: 'everyone' }];
  const cover = coverOf(ground, reach);
  return cover ? [{ note: 'covered', by: nameOf(record, cover) }] : [];
}

/** Counts a term that asks the DNS, and says where that passes a limit. */
function countLookup(course: Course, limb: Limb, voids: ByFamily<boolean>): SpfNote[] {
  const before = course.lookups;
  course.lookups += lookupsOf(limb.term);
  const passes = before <= lookupLimit && course.lookups > lookupLimit;
  const notes: SpfNote[] = passes ? [{ note: 'limit' }] : [];
  for (const family of ['ipv4', 'ipv6'] as const) {
    if (!voids[family] || leadsOn(limb)) continue;
    course.voids[family] += 1;
    // Behind the last lookup that is allowed nothing is asked.
    if (course.voids[family] === voidLimit + 1 && course.lookups <= lookupLimit) {
      notes.push({ note: 'void-limit', family });
    }
  }
  return notes;
}

function repetition(course: Course, ground: Ground, node: SpfNode): SpfNote[] {
  const before = course.read.get(node.domain);
  if (before === undefined) course.read.set(node.domain, ground.node.domain);
  return before === undefined || stateOf(node) !== 'read' ? [] : [{ note: 'repeated', in: before }];
}

/** A term that asks the DNS and is reached, with all it leads to. */
function surveyBranch(
  course: Course,
  ground: Ground,
  term: LookupTerm,
  branch: SpfBranch,
): Omit<SurveyedTerm, 'text' | 'start' | 'end' | 'kind'> {
  const limb = { node: ground.node, record: ground.record, term, branch };
  const voids = voidsOf(limb);
  const passed = countLookup(course, limb, voids);
  const lookup = course.lookups;
  const { node, target } = branch;
  const reach = ground.reaches.get(term);
  const known = reach && (reach.addresses.ipv4.length > 0 || reach.addresses.ipv6.length > 0);
  const provider = node && target !== null ? providerOf(target) : null;
  const notes = [
    ...passed,
    ...notesOfBranch(branch, term),
    ...(node ? repetition(course, ground, node) : []),
    ...notesOfReach(ground, term),
  ];
  return {
    lookup,
    cost: costOfLimb(limb),
    void: voids,
    ...(known ? { addresses: counted(reach.addresses, reach.known) } : {}),
    ...(target === null ? {} : { target }),
    ...(provider ? { provider: provider.name } : {}),
    notes,
    ...(node ? { leadsTo: surveyNode(course, node) } : {}),
  };
}

/** Why a term counts for nothing, and what else is to be said of one that asks nothing. */
function notesOfSilent(ground: Ground, term: SpfTerm): SpfNote[] {
  const { record, unreachable } = ground;
  const all = allTermOf(record);
  const by = all ? nameOf(record, all) : null;
  if (unreachable.has(term) && by !== null) return [{ note: 'unreachable', by }];
  if (term.kind === 'redirect') return [{ note: 'ignored', by }];
  if (term.kind === 'modifier') return [{ note: 'ignored', by: null }];
  return [...notesOfProblems(record, term), ...notesOfReach(ground, term)];
}

const noVoids: ByFamily<boolean> = { ipv4: false, ipv6: false };

function surveyTerm(course: Course, ground: Ground, term: SpfTerm): SurveyedTerm {
  const { record, branches, reaches } = ground;
  const { start, end, kind } = term;
  const place = { text: cut(termText(record, term), shownTerm), start, end, kind };
  const branch = branches.get(term);
  course.listed += 1;
  if (branch && isLookupTerm(term)) return { ...place, ...surveyBranch(course, ground, term, branch) };
  const reach = reaches.get(term);
  const addresses = reach && kind !== 'all' ? { addresses: counted(reach.addresses, true) } : {};
  return { ...place, lookup: null, cost: 0, void: noVoids, ...addresses, notes: notesOfSilent(ground, term) };
}

/** Mechanisms and broken words as they stand, those never reached behind them, then the modifiers. */
function inOrder({ record, unreachable }: Ground): SpfTerm[] {
  const mechanisms = record.terms.filter((term) => isMechanismTerm(term) || term.kind === 'invalid');
  const modifiers = record.terms.filter((term) => !isMechanismTerm(term) && term.kind !== 'invalid');
  return [
    ...mechanisms.filter((term) => !unreachable.has(term)),
    ...mechanisms.filter((term) => unreachable.has(term)),
    ...modifiers,
  ];
}

function surveyNode(course: Course, node: SpfNode): SurveyedRecord {
  const { domain } = node;
  const ground = groundOf(node);
  if (!ground) return { domain, state: stateOf(node), record: null, octets: 0, terms: [], omitted: 0 };
  const { text } = ground.record;
  const ordered = inOrder(ground);
  // A term that asks is listed wherever it stands: the lookups are counted on the way.
  const listed = ordered.filter(
    (term, index) => ground.branches.has(term) || (index < listedTerms && course.listed < listedInAll),
  );
  const terms = listed.map((term) => surveyTerm(course, ground, term));
  const omitted = ordered.length - listed.length;
  return { domain, state: 'read', record: text.slice(0, shownRecord), octets: text.length, terms, omitted };
}

function placeOf({ domain, term, start, end }: SpfPlace): SpfPlace {
  return { domain, term: cut(term, shownTerm), start, end };
}

/** The term of the domain's own record that costs most, the first of those that cost the same. */
function dearestOf(record: SurveyedRecord | undefined): SpfSurvey['lookups']['dearest'] {
  const [dearest] = (record?.terms ?? []).toSorted((a, b) => b.cost - a.cost);
  return dearest && dearest.cost > 0 ? { term: dearest.text, cost: dearest.cost } : null;
}

function providersIn(records: readonly SurveyedRecord[]): string[] {
  const names = records.flatMap(({ terms }) =>
    terms.flatMap(({ provider, leadsTo }) => [
      ...(provider === undefined ? [] : [provider]),
      ...(leadsTo ? providersIn([leadsTo]) : []),
    ]),
  );
  return [...new Set(names)];
}

/** What the limits are counted by; of several records each counts for itself. */
function limitsOf(tree: SpfNode | null, several: boolean, first: SurveyedRecord | undefined) {
  const known = tree && tally(tree);
  if (!known) {
    const none = several ? null : 0;
    return {
      lookups: {
        total: none,
        limit: lookupLimit,
        left: several ? null : lookupLimit,
        complete: !several,
        passedAt: null,
        dearest: null,
      },
      voidLookups: { limit: voidLimit, ipv4: none, ipv6: none, complete: !several },
    };
  }
  const { total, complete, passedAt, voids, voidsComplete } = known;
  const left = Math.max(0, lookupLimit - total);
  return {
    lookups: {
      total,
      limit: lookupLimit,
      left,
      complete,
      passedAt: passedAt && placeOf(passedAt),
      dearest: dearestOf(first),
    },
    voidLookups: {
      limit: voidLimit,
      ipv4: voids.ipv4.length,
      ipv6: voids.ipv6.length,
      complete: voidsComplete,
    },
  };
}

/** Goes through everything that the SPF record of a domain leads to, past the limits too. */
export function surveySpf({ domain, tree, apart }: SpfFacts): SpfSurvey {
  const nodes = tree ? [tree] : apart;
  const records = nodes.map((node) =>
    surveyNode(
      { lookups: 0, voids: { ipv4: 0, ipv6: 0 }, listed: 0, read: new Map([[domain, domain]]) },
      node,
    ),
  );
  return {
    domain,
    ...limitsOf(tree, apart.length > 0, records[0]),
    addresses: passingCount(tree),
    named: namedCount(nodes),
    providers: providersIn(records),
    records,
  };
}

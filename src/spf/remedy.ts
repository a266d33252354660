import { registrableDomain } from '../domain.ts';
import { whole } from './abridge.ts';
import { union } from './addresses.ts';
import type { Asker } from './asker.ts';
import { attempt, Attempts, type Bench, improved, keepsGiven, withRefused } from './trials.ts';
import type { SpfMail } from './evaluations.ts';
import type { SpfEvaluation, SpfFacts, SpfNode, SpfRemedy } from './facts.ts';
import { sumOfFaults } from './faults.ts';
import { lookupLimit } from './limits.ts';
import { lastResort, steps } from './mending.ts';
import { proposal } from './misplaced.ts';
import { authorized, isFit, isProven, namedAddresses, type Standing, standingOf } from './proof.ts';
import type { SpfRecord } from './record.ts';
import { addressesIn, merged, repaired } from './rewrite.ts';
import { allInError, sweep } from './sweep.ts';
import { costOf, tally } from './tally.ts';
import { chainOf, isWhole, recordOf } from './tree.ts';
import type { Trial } from './trial.ts';
import { unreadTerms } from './unread.ts';
import { walkEach } from './walk.ts';

/** Records to publish, each walked and evaluated over the same DNS before anybody is told of it. */

/** Longer records are not mended: what would be proposed is no better to read. */
const longest = 4000;

/** Times that the last resort is tried, and that all steps are gone through. */
const maxResorts = 10;
const maxRounds = 8;

/** The terms that are too many today and whose hosts others authorize, dropped one by one; all or none. */
async function withinLimit(bench: Bench, trial: Trial): Promise<Trial> {
  let current = trial;
  for (let resort = 0; resort < maxResorts && tally(current.tree).total > lookupLimit; resort += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each step begins at the one before
    const next = await improved(bench, current, lastResort(current));
    if (next === current) return trial;
    current = next;
  }
  return tally(current.tree).total > lookupLimit ? trial : current;
}

async function round(bench: Bench, begun: Trial): Promise<Trial> {
  let trial = await withRefused(bench, begun);
  for (const step of steps) {
    // oxlint-disable-next-line no-await-in-loop -- each step begins at the one before
    trial = await improved(bench, trial, step(trial, bench.mail.addresses));
  }
  return withinLimit(bench, trial);
}

/** All steps again and again, until nothing is left to mend: a second audit finds the same. null where that never is. */
async function settled(bench: Bench, begun: Trial): Promise<Trial | null> {
  let trial = begun;
  for (let rounds = 0; rounds < maxRounds; rounds += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each round begins at the one before
    const next = await round(bench, trial);
    if (bench.attempts.spent) return null;
    if (next === trial) return trial;
    trial = next;
  }
  return null;
}

/** What is published today at the name, and what its successor is measured by. */
interface Present {
  readonly text: string | null;
  readonly standing: Standing;
  readonly evaluations: readonly SpfEvaluation[];
}

async function remedyFrom(bench: Bench, present: Present, begun: Trial): Promise<SpfRemedy | null> {
  const trial = await settled(bench, begun);
  if (!trial || trial.record.text === present.text || !isFit(trial)) return null;
  if (!(await keepsGiven(bench, present.evaluations, trial)) || bench.attempts.spent) return null;
  const before = addressesIn(begun.record);
  const added = bench.mail.addresses.filter(
    (address) => addressesIn(trial.record).has(address) && !before.has(address),
  );
  const { total, voids, complete } = tally(trial.tree);
  return {
    name: bench.site.name,
    text: trial.record.text,
    lookups: total,
    complete,
    voidLookups: { ipv4: voids.ipv4.length, ipv6: voids.ipv6.length },
    hosts: authorized(present.standing, trial, added),
    added,
  };
}

/** The same, beginning at a record that is not the one published. */
async function remedyOf(bench: Bench, present: Present, record: SpfRecord | null): Promise<SpfRemedy | null> {
  const begun = record && record.text.length <= longest ? await attempt(bench, record) : null;
  return begun && isProven(present.standing, begun) ? remedyFrom(bench, present, begun) : null;
}

/** An audit that remedies are looked for in. */
interface Case {
  readonly facts: Omit<SpfFacts, 'registrations' | 'remedies'>;
  readonly mail: SpfMail;
  readonly question: Asker;
  readonly attempts: Attempts;
}

function benchAt({ facts: { domain, txt }, mail, question, attempts }: Case, name: string): Bench {
  const site = { name, domain, txt, question };
  return { site, mail, attempts, evaluated: new Map(), rejected: new Set() };
}

/** Of the one record of a node that speaks for the domain. */
function ofRecord(one: Case, tree: SpfNode, node: SpfNode, record: SpfRecord): Promise<SpfRemedy | null> {
  if (record.text.length > longest) return Promise.resolve(null);
  const bench = benchAt(one, node.domain);
  const present = {
    text: record.text,
    standing: standingOf({ record, tree }),
    evaluations: one.facts.evaluations,
  };
  bench.evaluated.set(record.text, present.evaluations);
  const begun = { record, node, tree, question: one.question };
  return record.problems.length === 0
    ? remedyFrom(bench, present, begun)
    : remedyOf(bench, present, repaired(record));
}

/** Of several records at one name, each walked as if it were the only one; `tree` leads to that name. */
function ofSeveral(
  one: Case,
  name: string,
  nodes: readonly SpfNode[],
  tree: SpfNode | null,
): Promise<SpfRemedy | null> {
  if (!nodes.every(isWhole)) return Promise.resolve(null);
  const records = nodes.flatMap((node) => recordOf(node) ?? []).map((record) => repaired(record) ?? record);
  const all = tree ? [tree, ...nodes] : nodes;
  const standing: Standing = {
    record: null,
    named: union(all.map(namedAddresses)),
    fates: tree ? sweep(tree) : allInError,
    open: false,
    lookups: 0,
    voids: { ipv4: 0, ipv6: 0 },
    faults: sumOfFaults(all),
    unread: [...new Set(all.flatMap(unreadTerms))],
  };
  const { evaluations } = one.facts;
  return remedyOf(benchAt(one, name), { text: null, standing, evaluations }, merged(records));
}

const nothing: Standing = {
  record: null,
  named: union([]),
  fates: allInError,
  open: false,
  lookups: 0,
  voids: { ipv4: 0, ipv6: 0 },
  faults: sumOfFaults([]),
  unread: [],
};

/** Of what stands where no receiver looks for the record of the domain; only where one thing can be meant. */
function ofMisplaced(one: Case): Promise<SpfRemedy | null> {
  const { domain, evaluations } = one.facts;
  return remedyOf(benchAt(one, domain), { text: null, standing: nothing, evaluations }, proposal(one.facts));
}

/**
 * The nodes whose records the owner of the domain may change, as far as an evaluation comes to them: the records of
 * others serve others as well.
 */
function ownNodes(tree: SpfNode): readonly SpfNode[] {
  const { nodes } = chainOf(tree);
  const registrable = registrableDomain(tree.domain);
  const own = ({ domain }: SpfNode) =>
    domain === tree.domain || (registrable !== null && registrableDomain(domain) === registrable);
  return nodes.filter((node) => own(node) && costOf(tree) - costOf(node) <= lookupLimit);
}

/** Of what stands at a node that speaks for the domain. */
async function ofNode(one: Case, tree: SpfNode, node: SpfNode): Promise<SpfRemedy | null> {
  const record = recordOf(node);
  if (record) return ofRecord(one, tree, node, record);
  if (node.records.length < 2) return null;
  const several = await walkEach(node.domain, node.txt, node.records.map(whole), one.question);
  return ofSeveral(one, node.domain, several, tree);
}

/**
 * The records to publish in the place of those that speak for the domain, one for each name at fault: a record that is
 * already as good as it can be made has none. Nor has one whose tree was not read to the end.
 */
export async function remedies(
  facts: Omit<SpfFacts, 'registrations' | 'remedies'>,
  mail: SpfMail,
  question: Asker,
): Promise<SpfRemedy[]> {
  const one: Case = { facts, mail, question, attempts: new Attempts() };
  const { domain, tree, apart } = facts;
  if (!tree) {
    const own = await (apart.length > 0 ? ofSeveral(one, domain, apart, null) : ofMisplaced(one));
    return own ? [own] : [];
  }
  if (!isWhole(tree)) return [];
  const found: SpfRemedy[] = [];
  for (const node of ownNodes(tree)) {
    // oxlint-disable-next-line no-await-in-loop -- what is left for one is what those before it did not need
    const remedy = await ofNode(one, tree, node);
    if (remedy) found.push(remedy);
  }
  return found;
}

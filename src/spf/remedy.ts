import { whole } from './abridge.ts';
import { answering, type Asker } from './asker.ts';
import { evaluateMail, type SpfMail } from './evaluations.ts';
import type { SpfFacts, SpfNode, SpfRemedy } from './facts.ts';
import { lookupLimit } from './limits.ts';
import { lastResort, steps } from './mending.ts';
import { proposal } from './misplaced.ts';
import {
  authorizesMore,
  isFit,
  isProven,
  type Standing,
  standingOf,
  sumOfFaults,
  together,
} from './proof.ts';
import type { SpfRecord } from './record.ts';
import { merged, repaired, withAddresses } from './rewrite.ts';
import { tally } from './tally.ts';
import { chainOf, recordOf } from './tree.ts';
import { type Site, type Trial, tryOut } from './trial.ts';
import { walkEach } from './walk.ts';

/** Records to publish, each walked and evaluated over the same DNS before anybody is told of it. */

/** Longer records are not mended: what would be proposed is no better to read. */
const longest = 4000;

/** Given addresses that a record may be made to authorize. */
const maxAdded = 8;

/** Times that the last resort is tried. */
const maxResorts = 10;

interface Bench {
  readonly site: Site;
  readonly mail: SpfMail;
}

/** The next record, where it stands the proof against the one before. */
async function improved({ site }: Bench, trial: Trial, record: SpfRecord): Promise<Trial> {
  if (record === trial.record || record.text === trial.record.text) return trial;
  const next = await tryOut(site, record);
  return next && isProven(standingOf(trial), next) ? next : trial;
}

/** Given addresses that the record refuses while it is in order. */
async function unauthorized({ site, mail }: Bench, { question }: Trial): Promise<string[]> {
  const evaluations = await evaluateMail(site.domain, mail, answering(question));
  return evaluations
    .filter(({ identity, presumed }) => identity === 'mail-from' && presumed.length === 0)
    .filter(({ result }) => result === 'fail' || result === 'softfail' || result === 'neutral')
    .map(({ address }) => address);
}

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

async function allSteps(bench: Bench, begun: Trial): Promise<Trial> {
  let trial = begun;
  for (const step of steps) {
    // oxlint-disable-next-line no-await-in-loop -- each step begins at the one before
    trial = await improved(bench, trial, step(trial));
  }
  return withinLimit(bench, trial);
}

/** A record, and the given addresses that it was made to authorize. */
async function withRefused(bench: Bench, trial: Trial): Promise<{ trial: Trial; added: readonly string[] }> {
  const refused = await unauthorized(bench, trial);
  if (refused.length === 0 || refused.length > maxAdded) return { trial, added: [] };
  const next = await improved(bench, trial, withAddresses(trial.record, refused));
  return { trial: next, added: next === trial ? [] : refused };
}

/** What is published today at the name, and what its successor is measured by. */
interface Present {
  readonly text: string | null;
  readonly standing: Standing;
}

async function remedyFrom(
  bench: Bench,
  { text, standing }: Present,
  begun: Trial,
): Promise<SpfRemedy | null> {
  const { trial, added } = await withRefused(bench, await allSteps(bench, begun));
  if (trial.record.text === text || !isFit(trial)) return null;
  const { total, voids, complete } = tally(trial.tree);
  return {
    name: bench.site.name,
    text: trial.record.text,
    lookups: total,
    complete,
    voidLookups: { ipv4: voids.ipv4.length, ipv6: voids.ipv6.length },
    hosts: authorizesMore(standing.addresses, trial, added) ? 'more' : 'same',
    added,
  };
}

/** The same, beginning at a record that is not the one published. */
async function remedyOf(bench: Bench, present: Present, record: SpfRecord | null): Promise<SpfRemedy | null> {
  const begun = record && record.text.length <= longest ? await tryOut(bench.site, record) : null;
  return begun && isProven(present.standing, begun) ? remedyFrom(bench, present, begun) : null;
}

/** Of the one record of a node that speaks for the domain. */
function ofRecord(bench: Bench, tree: SpfNode, node: SpfNode, record: SpfRecord): Promise<SpfRemedy | null> {
  const present = { text: record.text, standing: standingOf({ record, tree }) };
  const begun = { record, node, tree, question: bench.site.question };
  if (record.text.length > longest) return Promise.resolve(null);
  return record.problems.length === 0
    ? remedyFrom(bench, present, begun)
    : remedyOf(bench, present, repaired(record));
}

/** Of several records at one name, each walked as if it were the only one. */
function ofSeveral(bench: Bench, nodes: readonly SpfNode[]): Promise<SpfRemedy | null> {
  const records = nodes.flatMap((node) => recordOf(node) ?? []).map((record) => repaired(record) ?? record);
  const standing = { record: null, addresses: together(nodes), lookups: 0, faults: sumOfFaults(nodes) };
  return remedyOf(bench, { text: null, standing }, merged(records));
}

const nobody: Standing = {
  record: null,
  addresses: { ipv4: [], ipv6: [] },
  lookups: 0,
  faults: sumOfFaults([]),
};

/**
 * The records to publish in the place of those that speak for the domain, one for each name at fault: a record that is
 * already as good as it can be made has none.
 */
export async function remedies(
  facts: Omit<SpfFacts, 'evaluations' | 'registrations' | 'remedies'>,
  mail: SpfMail,
  question: Asker,
): Promise<SpfRemedy[]> {
  const { domain, txt, tree, apart } = facts;
  const bench = (name: string): Bench => ({ site: { name, domain, txt, question }, mail });
  if (!tree) {
    const own =
      apart.length > 0
        ? ofSeveral(bench(domain), apart)
        : remedyOf(bench(domain), { text: null, standing: nobody }, proposal(facts));
    return [await own].filter((remedy) => remedy !== null);
  }
  const found = await Promise.all(
    chainOf(tree).nodes.map(async (node) => {
      const record = recordOf(node);
      if (record) return ofRecord(bench(node.domain), tree, node, record);
      if (node.records.length < 2) return null;
      const several = await walkEach(node.domain, node.txt, node.records.map(whole), question);
      return ofSeveral(bench(node.domain), several);
    }),
  );
  return found.filter((remedy) => remedy !== null);
}

import { type Asked, ask, recordsOf, type RecordType, type Resolver } from '../dns/resolver.ts';
import { abridged, emptyRoom, type Room } from './abridge.ts';
import { fixedTarget, isMalformedName } from './expand.ts';
import type { SpfBranch, SpfNode } from './facts.ts';
import { isSpf, parseSpf, type SpfRecord } from './parse.ts';
import { mxLimit } from './limits.ts';
import { byText } from './order.ts';
import { type Indexed, type LookupTerm, lookupTerms } from './reach.ts';
import type { HostTerm } from './record.ts';
import { remembered } from './remembered.ts';
import { answerLength, recordOf } from './tree.ts';

/**
 * The walk over a record and everything it leads to, level by level. A hostile tree ends: names, depth, text, branches
 * and hosts are bounded, whatever is published.
 */

/** Records read in one walk, the first included. */
const maxNames = 100;
/** Includes and redirects in a row. */
const maxDepth = 20;
/** Characters of the answers behind includes and redirects. One that does not fit is not read. */
const maxText = 200_000;
/** Branches of one tree: an evaluation ends after ten. A redirect is laid out beyond it. */
const maxBranches = 300;
/** Branches of one record, so that those it includes have some as well. */
const maxOwnBranches = 100;
/** `a` and `mx` terms that are asked for: an evaluation ends after ten. */
const maxHostTerms = 20;

/** Asks each question once. */
export type Asker = <T extends RecordType>(name: string, type: T) => Promise<Asked<T>>;

export function asker(resolver: Resolver): Asker {
  const memory = new Map<string, Promise<Asked>>();
  return <T extends RecordType>(name: string, type: T) => {
    const key = `${type} ${name}`;
    const known = memory.get(key) ?? ask(resolver, name, type);
    memory.set(key, known);
    // The key holds the type, so what it remembers is an answer of that type.
    return known as Promise<Asked<T>>;
  };
}

/** The v=spf1 records of a TXT answer, strings joined without a space (RFC 7208 §3.3, §4.5), by text. */
export const spfRecords: (txt: Asked<'TXT'>) => readonly SpfRecord[] = remembered((txt) => {
  const texts = recordsOf(txt).map((strings) => strings.join(''));
  return texts.filter(isSpf).toSorted(byText).map(parseSpf);
});

type BranchDraft = { -readonly [Key in keyof Omit<SpfBranch, 'node'>]: SpfBranch[Key] } & {
  node?: NodeDraft;
};

interface NodeDraft extends Omit<SpfNode, 'branches' | 'omitted'> {
  branches: BranchDraft[];
  omitted?: number;
}

interface Visit {
  readonly node: NodeDraft;
  /** The domain of the sender, which the walk began at. */
  readonly sender: string;
  /** The names from the root to this node. */
  readonly path: readonly string[];
  /** The domain's own record, or one it redirects to. */
  readonly own: boolean;
}

/** An include or redirect to follow. */
interface Lead extends Omit<Visit, 'node'> {
  readonly branch: BranchDraft;
  readonly target: string;
}

/** An `a` or `mx` to ask for. */
interface HostQuestion {
  readonly branch: BranchDraft;
  readonly target: string;
  readonly kind: HostTerm['kind'];
  readonly own: boolean;
}

interface Budget {
  names: number;
  text: number;
  branches: number;
  hostTerms: number;
  /** For the records in the facts. */
  readonly room: Room;
}

function budgetOf(names: number): Budget {
  return { names, text: maxText, branches: maxBranches, hostTerms: maxHostTerms, room: emptyRoom() };
}

/** The names of an MX answer, lower case, by preference and then by name. */
function exchangesOf(mx: Asked<'MX'>): string[] {
  const named = recordsOf(mx).map(({ preference, exchange }) => ({
    preference,
    name: exchange.toLowerCase(),
  }));
  return named
    .toSorted((a, b) => a.preference - b.preference || byText(a.name, b.name))
    .map(({ name }) => name);
}

/** The addresses of at most ten names of an `mx`, none for a null MX. */
async function mxAddresses(mx: Asked<'MX'>, question: Asker): Promise<Asked[]> {
  const names = new Set(exchangesOf(mx));
  names.delete('');
  const asked = [...names].slice(0, mxLimit).flatMap((name) => [question(name, 'A'), question(name, 'AAAA')]);
  return Promise.all<Asked>(asked);
}

async function askHosts({ branch, target, kind, own }: HostQuestion, question: Asker): Promise<void> {
  if (kind === 'a') {
    branch.asked = await Promise.all([question(target, 'A'), question(target, 'AAAA')]);
    return;
  }
  const mx = await question(target, 'MX');
  branch.asked = own ? [mx, ...(await mxAddresses(mx, question))] : [mx];
}

function mayFollow(path: readonly string[], budget: Budget): boolean {
  if (budget.names <= 0 || path.length > maxDepth) return false;
  budget.names -= 1;
  return true;
}

function mayAskHosts(budget: Budget): boolean {
  if (budget.hostTerms <= 0) return false;
  budget.hostTerms -= 1;
  return true;
}

/** The terms that become branches. A redirect, the last, is among them: the record that applies may hang on it. */
function laidOut(record: SpfRecord, node: NodeDraft, budget: Budget): readonly Indexed<LookupTerm>[] {
  const lookups = lookupTerms(record);
  const room = Math.min(budget.branches, maxOwnBranches);
  const laid = lookups.filter(({ term }, place) => place < room || term.kind === 'redirect');
  budget.branches -= Math.min(laid.length, room);
  if (laid.length < lookups.length) node.omitted = lookups.length - laid.length;
  return laid;
}

/** Lays out the branches of a node whose one record is read, and says which of them to ask about. */
function branchOut(
  { node, sender, path, own }: Visit,
  budget: Budget,
): { leads: Lead[]; hosts: HostQuestion[] } {
  const leads: Lead[] = [];
  const hosts: HostQuestion[] = [];
  const record = recordOf(node);
  if (!record) return { leads, hosts };
  for (const { index, term } of laidOut(record, node, budget)) {
    const target = fixedTarget(term.domain, node.domain, sender);
    const branch: BranchDraft = { term: index, target, asked: [] };
    node.branches.push(branch);
    const { kind } = term;
    if (target === null || kind === 'ptr' || kind === 'exists') continue;
    if (isMalformedName(target)) branch.malformed = true;
    else if (kind === 'a' || kind === 'mx') {
      if (mayAskHosts(budget)) hosts.push({ branch, target, kind, own });
      else branch.capped = true;
    } else if (path.includes(target)) branch.loop = [...path.slice(path.indexOf(target)), target];
    else if (!mayFollow(path, budget)) branch.capped = true;
    else leads.push({ branch, target, sender, path: [...path, target], own: own && kind === 'redirect' });
  }
  return { leads, hosts };
}

function nodeOf(domain: string, txt: Asked<'TXT'>, { room }: Budget): NodeDraft {
  return { domain, txt, records: spfRecords(txt).map((record) => abridged(record, room)), branches: [] };
}

/** Takes the answer behind an include or redirect into the tree, unless its text is too much for the walk. */
function enter({ branch, target, ...rest }: Lead, txt: Asked<'TXT'>, budget: Budget): Visit[] {
  const length = answerLength(txt);
  if (length > budget.text) {
    branch.capped = true;
    return [];
  }
  budget.text -= length;
  const node = nodeOf(target, txt, budget);
  branch.node = node;
  return [{ node, ...rest }];
}

/** Reads one level of the tree after the other: all questions of a level at once, addresses on the way. */
async function descend(level: readonly Visit[], budget: Budget, question: Asker): Promise<void> {
  const plans = level.map((visit) => branchOut(visit, budget));
  const asking = plans.flatMap(({ hosts }) => hosts).map((host) => askHosts(host, question));
  const reading = plans.flatMap(({ leads }) => leads);
  const answers = await Promise.all(
    reading.map(async (lead) => ({ lead, txt: await question(lead.target, 'TXT') })),
  );
  const next = answers.flatMap(({ lead, txt }) => enter(lead, txt, budget));
  if (next.length > 0) asking.push(descend(next, budget, question));
  await Promise.all(asking);
}

/** Reads everything that the one record of `domain` leads to. */
export async function walk(domain: string, txt: Asked<'TXT'>, question: Asker): Promise<SpfNode> {
  const budget = budgetOf(maxNames - 1);
  const root = nodeOf(domain, txt, budget);
  await descend([{ node: root, sender: domain, path: [domain], own: true }], budget, question);
  return root;
}

/** Asks about the `a` and `mx` terms of records of which none applies, because there are several. */
export async function walkHosts(domain: string, txt: Asked<'TXT'>, question: Asker): Promise<SpfNode[]> {
  const budget = budgetOf(0);
  const nodes = nodeOf(domain, txt, budget).records.map(
    (record): NodeDraft => ({ domain, txt, records: [record], branches: [] }),
  );
  const plans = nodes.map((node) => branchOut({ node, sender: domain, path: [domain], own: true }, budget));
  await Promise.all(plans.flatMap(({ hosts }) => hosts).map((host) => askHosts(host, question)));
  return nodes;
}

import type { Asked } from '../dns/resolver.ts';
import type { Asker } from './asker.ts';
import { type Lead, branchOut, nodeOf, type Plan, type Visit } from './branch-out.ts';
import { Budget } from './budget.ts';
import { isMalformedName } from './expand.ts';
import type { SpfNode } from './facts.ts';
import { hostAnswers } from './host-questions.ts';
import type { SpfRecord } from './record.ts';
import { spfRecords } from './selection.ts';
import { answerLength } from './tree.ts';

/** The walk over a record and everything it leads to. */

/** Asks what a record needs beside its includes and redirects. */
async function askBeside({ hosts }: Plan, { node }: Visit, question: Asker): Promise<void> {
  const { explanation } = node;
  const explaining = async () => {
    const { target } = explanation ?? { target: null };
    if (explanation && target !== null && !isMalformedName(target))
      explanation.asked = await question(target, 'TXT');
  };
  const hosting = hosts.map(async ({ branch, kind, target }) => {
    branch.asked = await hostAnswers(kind, target, question);
  });
  await Promise.all([...hosting, explaining()]);
}

/** Takes the answer behind an include or redirect into the tree, unless its text is too much for the walk. */
function enter({ branch, target, ...rest }: Lead, txt: Asked<'TXT'>, budget: Budget): Visit[] {
  if (!budget.read(answerLength(txt))) {
    branch.capped = true;
    return [];
  }
  const node = nodeOf(target, txt, spfRecords(txt), budget);
  branch.node = node;
  return [{ node, ...rest }];
}

/** Every branch as soon as its own answer is there: the longest chain sets the time, not the slowest of a level. */
async function hurry(visit: Visit, budget: Budget, question: Asker): Promise<void> {
  const plan = branchOut(visit, budget);
  const following = plan.leads.map(async (lead) => {
    const entered = enter(lead, await question(lead.target, 'TXT'), budget);
    await Promise.all(entered.map((next) => hurry(next, budget, question)));
  });
  await Promise.all([askBeside(plan, visit, question), ...following]);
}

/** One level of the tree after the other: what is left out at a cap does not hang on who answers first. */
async function descend(level: readonly Visit[], budget: Budget, question: Asker): Promise<void> {
  const plans = level.map((visit) => ({ visit, plan: branchOut(visit, budget) }));
  const asking = plans.map(({ plan, visit }) => askBeside(plan, visit, question));
  const reading = plans.flatMap(({ plan }) => plan.leads);
  const answers = await Promise.all(
    reading.map(async (lead) => ({ lead, txt: await question(lead.target, 'TXT') })),
  );
  const next = answers.flatMap(({ lead, txt }) => enter(lead, txt, budget));
  if (next.length > 0) asking.push(descend(next, budget, question));
  await Promise.all(asking);
}

/** Everything that records of one domain lead to, each as if it were the only one. */
export async function walkEach(
  domain: string,
  txt: Asked<'TXT'>,
  records: readonly SpfRecord[],
  question: Asker,
): Promise<SpfNode[]> {
  const visits = (budget: Budget) =>
    records.map((record): Visit => {
      const node = nodeOf(domain, txt, [record], budget);
      return { node, sender: domain, path: [domain], own: true };
    });
  const ahead = new Budget();
  const hurried = visits(ahead);
  await Promise.all(hurried.map((visit) => hurry(visit, ahead, question)));
  if (!ahead.spent) return hurried.map(({ node }) => node);
  const budget = new Budget();
  const ordered = visits(budget);
  await descend(ordered, budget, question);
  return ordered.map(({ node }) => node);
}

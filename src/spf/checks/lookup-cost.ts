import type { SpfNode } from '../facts.ts';
import { shown } from '../problems.ts';
import { termText } from '../record.ts';
import { lookupsOf } from '../reach.ts';
import { costOf } from '../tally.ts';
import { limbsOf } from '../tree.ts';

/** The terms of a node's record that ask the DNS, with all that each leads to. */
function costs(node: SpfNode): { readonly term: string; readonly cost: number }[] {
  return limbsOf(node).map(({ record, term, branch }) => {
    const below = branch.node ? costOf(branch.node) : 0;
    return { term: shown(termText(record, term)), cost: lookupsOf(term) + below };
  });
}

const maxTerms = 12;

/** What each term of a record costs, the dearest first: `include:a.example 5, mx 1`. */
export function costByTerm(tree: SpfNode): string {
  const all = costs(tree).toSorted((a, b) => b.cost - a.cost);
  const listed = all.slice(0, maxTerms).map(({ term, cost }) => `${term} ${cost}`);
  const rest = all.slice(maxTerms).reduce((sum, { cost }) => sum + cost, tree.omitted ?? 0);
  return [...listed, ...(rest > 0 ? [`the others ${rest}`] : [])].join(', ');
}

import { joined, phrase, type Said } from '../../text/say.ts';
import type { SpfNode } from '../facts.ts';
import { shown } from '../problems.ts';
import { termText } from '../record.ts';
import { costOfLimb } from '../tally.ts';
import { limbsOf } from '../tree.ts';

const maxTerms = 12;

/** What each term of a record costs, the dearest first: `include:a.example 5, mx 1`. */
export function costByTerm(tree: SpfNode): Said {
  const all = limbsOf(tree)
    .map((limb) => ({ ...limb, cost: costOfLimb(limb) }))
    .toSorted((a, b) => b.cost - a.cost);
  const listed = all
    .slice(0, maxTerms)
    .map(({ record, term, cost }) => `${shown(termText(record, term))} ${cost}`);
  const rest = all.slice(maxTerms).reduce((sum, { cost }) => sum + cost, tree.omitted ?? 0);
  const others = phrase({ en: 'the others {rest}', fr: 'les autres {rest}' }, { rest });
  return joined(
    [listed.join(', '), ...(rest > 0 ? [others] : [])].filter((part) => part !== ''),
    ', ',
  );
}

import { defineCheck, evidence } from '../../check.ts';
import { reachableMechanisms, redirectOf } from '../reach.ts';
import { type SpfRecord, type SpfTerm, termText } from '../record.ts';
import { chainOf, recordOf } from '../tree.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';

/** The terms that a receiver evaluates or may ask about: reachable mechanisms, redirect and exp. */
function liveTerms(record: SpfRecord): SpfTerm[] {
  const mechanisms = reachableMechanisms(record).map(({ term }) => term);
  const redirect = redirectOf(record);
  const exp = record.terms.filter(({ kind }) => kind === 'exp');
  return [...mechanisms, ...(redirect ? [redirect.term] : []), ...exp];
}

function usesPtr(term: SpfTerm): boolean {
  if (term.kind === 'ptr') return true;
  if (!('domain' in term) || term.domain === null) return false;
  return term.domain.parts.some((part) => part.kind === 'expand' && part.letter === 'p');
}

export const spfPtr = defineCheck({
  id: 'spf-ptr',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §5.5, §7.3',
  messages: {
    title: 'SPF of {owner} relies on reverse DNS: "{term}"',
    explanation:
      'The term makes the receiver ask for the reverse name of each client and confirm it. The standard says not to publish "ptr" or the macro letter "p": they cost many questions, and their answers are in the hands of whoever owns the address space.',
    consequence:
      'Where reverse names are missing or cannot be resolved, the term finds no name to match, and mail that depends on it does not pass.',
    remedy:
      'Replace it by the addresses of the hosts with "ip4" and "ip6", or by the include of the service.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    const terms = chain.nodes.flatMap((node) => {
      const record = recordOf(node);
      return record
        ? liveTerms(record).flatMap((term) => (usesPtr(term) ? [{ node, record, term }] : []))
        : [];
    });
    for (const { node, record, term } of tellable(terms)) {
      yield {
        about: aboutTerm(node.domain, termText(record, term)),
        params: { owner: node.domain, term: quotedTerm(record, term) },
        at: place(record, term),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});

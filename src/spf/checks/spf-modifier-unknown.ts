import { defineCheck, evidence } from '../../check.ts';
import { shown } from '../problems.ts';
import type { SpfTerm } from '../record.ts';
import { termText } from '../record.ts';
import { chainOf, recordOf } from '../tree.ts';
import { mendTerm } from './repair.ts';
import { aboutTerm, place, quotedTerm, tellable, unseenEnd } from './wording.ts';

function isSlip(term: SpfTerm): term is Extract<SpfTerm, { kind: 'modifier' }> & { resembles: string } {
  return term.kind === 'modifier' && term.resembles !== null;
}

/** What to write for what the modifier looks like. */
function meant({ name, value, resembles }: Extract<SpfTerm, { kind: 'modifier' }>): string {
  if (resembles === 'v=spf1' || resembles === null) return 'leave it out';
  const sign = resembles === 'redirect' || resembles === 'exp' ? '=' : ':';
  return `write "${shown(`${resembles}${sign}${value.text}`)}" in the place of "${shown(`${name}=${value.text}`)}"`;
}

export const spfModifierUnknown = defineCheck({
  id: 'spf-modifier-unknown',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §6',
  messages: {
    title: '"{term}" in SPF authorizes nobody',
    explanation:
      'A word with "=" is a modifier, and receivers ignore every modifier that they do not know. "{term}" in the record of {owner} is legal and has no effect; it looks as if "{intended}" were meant.',
    consequence:
      'Hosts that it was meant to authorize do not pass. Nobody is told, since the record as a whole is valid.',
    remedy:
      'If that is what was meant, {meant}; make sure that the record then stays within 10 lookups. Otherwise remove the word.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree);
    const slips = chain.nodes.flatMap((node) => {
      const record = recordOf(node);
      return (record?.terms.filter(isSlip) ?? []).flatMap((term) => (record ? [{ node, record, term }] : []));
    });
    for (const { node, record, term } of tellable(slips)) {
      yield {
        about: aboutTerm(node.domain, termText(record, term)),
        params: {
          term: quotedTerm(record, term),
          owner: node.domain,
          intended: term.resembles,
          meant: meant(term),
        },
        at: place(record, term),
        ...mendTerm(spf, node.domain, termText(record, term)),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});

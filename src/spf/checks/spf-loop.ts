import { defineCheck, evidence } from '../../check.ts';
import { termText } from '../record.ts';
import { chainOf, distinctLimbs } from '../tree.ts';
import { mendTerm } from './repair.ts';
import { aboutLimb, place, quotedTerm, tellable, unseen } from './wording.ts';

export const spfLoop = defineCheck({
  id: 'spf-loop',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6.4',
  messages: {
    title: 'SPF of {domain} goes in a circle at "{term}"',
    explanation:
      'The term stands in the record of {owner} and leads back to a record that is being read: {path}. Each turn costs DNS lookups, until the limit of 10 ends it.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For those that no earlier term matches, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Remove "{term}" from the record of {owner}; it authorizes no host that is not authorized already. A record that loses a redirect needs an "all" at its end.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const chain = chainOf(tree).nodes;
    const looped = distinctLimbs(tree).filter(({ branch }) => branch.loop);
    for (const limb of tellable(looped)) {
      const { node, record, term, branch } = limb;
      const own = chain.includes(node) && term.kind === 'include';
      yield {
        about: aboutLimb(limb),
        params: {
          domain,
          owner: node.domain,
          term: quotedTerm(record, term),
          path: branch.loop?.join(' → ') ?? '',
        },
        at: place(record, term),
        ...(own ? mendTerm(spf, node.domain, termText(record, term)) : {}),
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseen(tree);
  },
});

import { defineCheck, evidence } from '../../check.ts';
import { shown } from '../problems.ts';
import { termText } from '../record.ts';
import { chainOf, distinctLimbs, type Limb } from '../tree.ts';
import { mendTerm } from './repair.ts';
import { missingState } from '../targets.ts';
import { aboutLimb, place, quotedTerm, tellable, unseen } from './wording.ts';

export const spfIncludeMissing = defineCheck({
  id: 'spf-include-missing',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §5.2',
  messages: {
    title: 'SPF includes {target}, which {state}',
    explanation:
      '"{term}" in the record of {owner} leads to {target}, which {state}. An include whose target has no record is not skipped: it ends the evaluation for {domain} in a permanent error.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For those that no earlier term matches, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Correct the name to the include that the service documents, or remove the term if the service is no longer used. Look for a missing space if the name seems to hold two terms. Where the record belongs to someone else, tell its operator.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const missing = distinctLimbs(tree).filter((limb) => limb.term.kind === 'include' && missingState(limb));
    const chain = chainOf(tree).nodes;
    for (const limb of tellable(missing)) {
      const { node, record, term, branch } = limb;
      yield {
        about: aboutLimb(limb),
        params: {
          domain,
          owner: node.domain,
          target: shown(branch.target ?? ''),
          term: quotedTerm(record, term),
          state: missingState(limb) ?? '',
        },
        at: place(record, term),
        ...(chain.includes(node) ? mendTerm(spf, node.domain, termText(record, term)) : {}),
        evidence: evidenceOf(limb),
      };
    }
    yield* unseen(tree);
  },
});

function evidenceOf({ node, branch }: Limb) {
  return [evidence(node.txt), ...(branch.node ? [evidence(branch.node.txt)] : [])];
}

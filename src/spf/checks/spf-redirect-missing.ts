import { defineCheck, evidence } from '../../check.ts';
import { shown } from '../problems.ts';
import { distinctLimbs } from '../tree.ts';
import { missingState } from '../targets.ts';
import { aboutLimb, place, quotedTerm, tellable, unseen } from './wording.ts';

export const spfRedirectMissing = defineCheck({
  id: 'spf-redirect-missing',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §6.1',
  messages: {
    title: 'SPF redirects to {target}, which {state}',
    explanation:
      '"{term}" in the record of {owner} hands the decision to {target}, which {state}. A redirect whose target has no record ends the evaluation for {domain} in a permanent error.',
    consequence:
      'Hosts that a mechanism authorizes still pass. For those that no mechanism matches, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Correct the name, publish the record at {target}, or end the record of {owner} in "~all" in the place of the redirect. Where the record belongs to someone else, tell its operator.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { domain, tree } }) {
    if (!tree) return;
    const missing = distinctLimbs(tree).filter(
      ({ term, branch }) => term.kind === 'redirect' && missingState({ branch }),
    );
    for (const limb of tellable(missing)) {
      const { node, record, term, branch } = limb;
      const params = {
        domain,
        owner: node.domain,
        target: shown(branch.target ?? ''),
        term: quotedTerm(record, term),
        state: missingState(limb) ?? '',
      };
      const answers = [evidence(node.txt), ...(branch.node ? [evidence(branch.node.txt)] : [])];
      yield { about: aboutLimb(limb), params, at: place(record, term), evidence: answers };
    }
    yield* unseen(tree);
  },
});

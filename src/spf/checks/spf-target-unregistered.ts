import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { registrationOf } from '../registrations.ts';
import { termText } from '../record.ts';
import { chainOf, passingLimbs } from '../tree.ts';
import { mendTerm } from './repair.ts';
import { aboutLimb, place, quotedTerm, tellable } from './wording.ts';

export const spfTargetUnregistered = defineCheck({
  id: 'spf-target-unregistered',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §5.2',
  messages: {
    title: 'SPF trusts {registrable}, which does not exist',
    explanation:
      '"{term}" in the record of {owner} leads to {target}, and the DNS knows no {registrable} at all. If the registration has lapsed, anybody can register the name, publish what they like there, and so decide who may send as {domain}.',
    consequence:
      'Whoever owns {registrable} tomorrow can send mail as {domain} that passes SPF, and DMARC with it.',
    remedy:
      'Remove the term today, if {registrable} is a name that is no longer used; correct it, if it is mistyped. Where the record belongs to someone else, tell its operator.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree, registrations } = spf;
    if (!tree) return;
    const asked = new Map(registrations.map((one) => [one.name, one]));
    for (const one of registrations) if (isFailed(one)) yield undetermined(one.name, one, false);
    const chain = chainOf(tree).nodes;
    const lost = passingLimbs(tree).flatMap((limb) => {
      const answer = asked.get(registrationOf(limb) ?? '');
      return answer?.answer.status === 'nxdomain' ? [{ ...limb, answer }] : [];
    });
    for (const limb of tellable(lost)) {
      const { node, record, term, branch, answer } = limb;
      yield {
        about: aboutLimb(limb),
        params: {
          domain,
          owner: node.domain,
          term: quotedTerm(record, term),
          target: branch.target ?? '',
          registrable: answer.name,
        },
        at: place(record, term),
        ...(chain.includes(node) ? mendTerm(spf, node.domain, termText(record, term)) : {}),
        evidence: [evidence(node.txt), evidence(answer)],
      };
    }
  },
});

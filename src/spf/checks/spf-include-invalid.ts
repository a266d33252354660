import { defineCheck, evidence } from '../../check.ts';
import { phrase } from '../../text/say.ts';
import type { SpfNode } from '../facts.ts';
import { explainProblem } from '../problems.ts';
import { chainOf, distinctLimbs, recordOf } from '../tree.ts';
import { aboutLimb, place, quotedTerm, tellable, unseen } from './wording.ts';

const several = {
  en: '{count} SPF records instead of one',
  fr: "{count} enregistrements SPF au lieu d'un seul",
} as const;

/** What puts an included record in permerror, and where in it; null where nothing does. */
function faultOf(node: SpfNode) {
  const { records } = node;
  if (records.length > 1) return { fault: phrase(several, { count: records.length }), at: null };
  const record = recordOf(node);
  const [problem] = record?.problems ?? [];
  if (!record || !problem) return null;
  return { fault: explainProblem(problem).fault, at: place(record, problem) };
}

/** Includes of invalid records, each such record once. */
function invalidIncludes(tree: SpfNode) {
  const told = new Set<string>();
  const chain = chainOf(tree).nodes;
  return distinctLimbs(tree).flatMap((limb) => {
    const next = limb.branch.node;
    const found = next && !chain.includes(next) && !told.has(next.domain) ? faultOf(next) : null;
    if (!next || !found) return [];
    told.add(next.domain);
    return [{ ...limb, next, found }];
  });
}

export const spfIncludeInvalid = defineCheck({
  id: 'spf-include-invalid',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §5.2',
  messages: {
    title: '{target}, which SPF includes, is invalid',
    explanation:
      'The record of {owner} leads to {target} by "{term}", and what is published there is invalid: {fault}. A permanent error in an included record is a permanent error of the record of {domain} itself.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For those that no earlier term matches, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Tell the operator of {target}. Until it is mended, put the term behind those that match your own hosts, or list the addresses of the service with "ip4" and "ip6".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { domain, tree } }) {
    if (!tree) return;
    for (const limb of tellable(invalidIncludes(tree))) {
      const { node, record, term, next, found } = limb;
      yield {
        about: aboutLimb(limb),
        params: {
          domain,
          owner: node.domain,
          target: next.domain,
          term: quotedTerm(record, term),
          fault: found.fault,
        },
        at: found.at ?? place(record, term),
        evidence: [evidence(node.txt), evidence(next.txt)],
      };
    }
    yield* unseen(tree);
  },
});

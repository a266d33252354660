import { defineCheck, evidence, undetermined, type UnknownDraft } from '../../check.ts';
import { type Asked, isFailed, recordsOf } from '../../dns/resolver.ts';
import type { Words } from '../../text/say.ts';
import type { SpfNode } from '../facts.ts';
import { mxLimit } from '../limits.ts';
import { shown } from '../problems.ts';
import { tally } from '../tally.ts';
import { distinctLimbs, type Limb, nodesOf, omittedTerms } from '../tree.ts';
import { aboutLimb, place, quotedTerm, tellable, unseen } from './wording.ts';

function mxOf({ branch }: Limb): Asked<'MX'> | null {
  const [asked] = branch.asked;
  return asked?.type === 'MX' ? (asked as Asked<'MX'>) : null;
}

const onlyFirst: Words = {
  en: 'only the first of very many "a" and "mx" terms were asked for',
  fr: "seuls les premiers d'un très grand nombre de termes « a » et « mx » ont été demandés",
};

/** More such terms than the walk asks for: how many hosts the others stand for is unseen. */
function unasked(tree: SpfNode): UnknownDraft[] {
  const capped = distinctLimbs(tree).some(({ term, branch }) => term.kind === 'mx' && branch.capped);
  const omitted = nodesOf(tree).some((node) => omittedTerms(node).some(({ kind }) => kind === 'mx'));
  if (!capped && !omitted) return [];
  const blocking = tally(tree).passedAt === null;
  return [{ about: `${tree.domain} mx`, unknown: null, reason: onlyFirst, blocking }];
}

export const spfMxLimit = defineCheck({
  id: 'spf-mx-limit',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6.4',
  messages: {
    title: '"{term}" in SPF stands for {count} MX records; {limit} are allowed',
    explanation:
      'The term stands in the record of {owner}, and {target} has {count} MX records, a name that comes twice counted twice. A receiver looks up the addresses of at most {limit}; more end the evaluation for {domain} in a permanent error.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For those that no earlier term matches, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy: 'Replace "{term}" by the addresses of the hosts that send, with "ip4" and "ip6".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { domain, tree } }) {
    if (!tree) return;
    const mxLimbs = distinctLimbs(tree).filter(({ term }) => term.kind === 'mx');
    const asked = mxLimbs.flatMap((limb) => {
      const mx = mxOf(limb);
      return mx ? [{ ...limb, mx, about: aboutLimb(limb), count: recordsOf(mx).length }] : [];
    });
    for (const { mx, about } of asked) if (isFailed(mx)) yield undetermined(about, mx);
    const crowded = asked.filter(({ count }) => count > mxLimit);
    for (const { node, record, term, branch, mx, about, count } of tellable(crowded)) {
      const target = shown(branch.target ?? '');
      yield {
        about,
        params: { domain, owner: node.domain, target, term: quotedTerm(record, term), count, limit: mxLimit },
        at: place(record, term),
        evidence: [evidence(node.txt), evidence(mx)],
      };
    }
    yield* unasked(tree);
    yield* unseen(tree);
  },
});

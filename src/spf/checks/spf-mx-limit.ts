import { defineCheck, evidence, undetermined } from '../../check.ts';
import { type Asked, isFailed, recordsOf } from '../../dns/resolver.ts';
import { mxLimit } from '../limits.ts';
import { shown } from '../problems.ts';
import { distinctLimbs, type Limb } from '../tree.ts';
import { aboutLimb, maxFindings, place, quotedTerm, unseen } from './wording.ts';

function mxOf({ branch }: Limb): Asked<'MX'> | null {
  const [asked] = branch.asked;
  return asked?.type === 'MX' ? (asked as Asked<'MX'>) : null;
}

/** The names behind an MX answer, each once. */
function namesOf(mx: Asked<'MX'>): number {
  return new Set(recordsOf(mx).map(({ exchange }) => exchange.toLowerCase())).size;
}

export const spfMxLimit = defineCheck({
  id: 'spf-mx-limit',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6.4',
  messages: {
    title: '"{term}" in SPF stands for {count} mail hosts; {limit} are allowed',
    explanation:
      'The term stands in the record of {owner}, and {target} has {count} MX names. A receiver looks up the addresses of at most {limit}; more end the evaluation for {domain} in a permanent error.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For those that no earlier term matches, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy: 'Replace "{term}" by the addresses of the hosts that send, with "ip4" and "ip6".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { domain, tree } }) {
    if (!tree) return;
    const mxLimbs = [...distinctLimbs(tree)].filter(({ term }) => term.kind === 'mx');
    for (const limb of mxLimbs.slice(0, maxFindings)) {
      const { node, record, term, branch } = limb;
      const mx = mxOf(limb);
      if (!mx) continue;
      const about = aboutLimb(limb);
      const count = namesOf(mx);
      if (isFailed(mx)) yield undetermined(about, mx);
      if (count <= mxLimit) continue;
      const target = shown(branch.target ?? '');
      yield {
        about,
        params: { domain, owner: node.domain, target, term: quotedTerm(record, term), count, limit: mxLimit },
        at: place(record, term),
        evidence: [evidence(node.txt), evidence(mx)],
      };
    }
    yield* unseen(tree);
  },
});

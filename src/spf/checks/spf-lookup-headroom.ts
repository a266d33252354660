import { defineCheck, evidence } from '../../check.ts';
import { lookupLimit } from '../limits.ts';
import { tally } from '../tally.ts';
import { costByTerm } from './lookup-cost.ts';
import { mend } from './repair.ts';
import { unseen } from './wording.ts';

/** From here on, one more service can pass the limit. */
const narrow = 8;

export const spfLookupHeadroom = defineCheck({
  id: 'spf-lookup-headroom',
  area: 'spf',
  needs: ['spf'],
  severity: 'notice',
  reference: 'RFC 7208 §4.6.4',
  notBeside: ['spf-lookup-limit', 'spf-loop'],
  messages: {
    title: 'SPF needs {total} of {limit} allowed lookups',
    explanation:
      'Each include, a, mx, ptr, exists and redirect costs one DNS lookup, in the record of {domain} and in every record that it leads to. By term of {domain}: {breakdown}. Whoever runs one of these records may add lookups to it without notice.',
    consequence:
      'Nothing is refused today. Past {limit} lookups SPF ends in a permanent error for every host that no earlier term matches.',
    remedy:
      'Before another service is added, remove the includes of services that no longer send for {domain}, and replace "a" and "mx" by "ip4" and "ip6".',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const { total, complete } = tally(tree);
    if (total > lookupLimit) return;
    if (!complete) yield* unseen(tree);
    else if (total >= narrow) {
      const params = { domain, total, limit: lookupLimit, breakdown: costByTerm(tree) };
      const fixed = mend(spf, domain, (_, remedy) => remedy.complete && remedy.lookups < narrow);
      yield { about: domain, params, ...fixed, evidence: [evidence(tree.txt)] };
    }
  },
});

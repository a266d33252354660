import { defineCheck, evidence } from '../../check.ts';
import { phrase } from '../../text/say.ts';
import { lookupLimit } from '../limits.ts';
import { shown } from '../problems.ts';
import { tally } from '../tally.ts';
import { costByTerm } from './lookup-cost.ts';
import { mend } from './repair.ts';
import { unseen } from './wording.ts';

export const spfLookupLimit = defineCheck({
  id: 'spf-lookup-limit',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6.4',
  notBeside: ['spf-loop'],
  messages: {
    title: 'SPF needs {total} lookups, receivers stop at {limit}',
    explanation:
      'Each include, a, mx, ptr, exists and redirect costs one DNS lookup, in the record of {domain} and in every record that it leads to. The limit is passed at "{term}" in the record of {owner}. By term of {domain}: {breakdown}.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For those that no earlier term matches, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Remove the includes of services that no longer send for {domain}, replace "a" and "mx" by "ip4" and "ip6", and move services that allow it to a subdomain with an SPF record of its own.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const { total, passedAt, complete } = tally(tree);
    if (!passedAt) {
      yield* unseen(tree);
      return;
    }
    yield {
      about: domain,
      params: {
        domain,
        total: complete ? total : phrase({ en: 'at least {total}', fr: 'au moins {total}' }, { total }),
        limit: lookupLimit,
        term: shown(passedAt.term),
        owner: passedAt.domain,
        breakdown: costByTerm(tree),
      },
      at: { record: passedAt.record, start: passedAt.start, end: passedAt.end },
      ...mend(spf, domain, (_, { lookups }) => lookups <= lookupLimit),
      evidence: [...new Set([tree.txt, passedAt.txt])].map(evidence),
    };
  },
});

import { defineCheck, evidence } from '../../check.ts';
import { chainOf } from '../tree.ts';
import { mend } from './repair.ts';
import { hostsOf, unseenEnd } from './wording.ts';

export const spfMultipleRecords = defineCheck({
  id: 'spf-multiple-records',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §3.2, §4.5',
  messages: {
    title: '{domain} publishes {count} SPF records; one is allowed',
    explanation:
      'Several TXT records at {domain} begin with "v=spf1". A receiver does not choose between them: SPF ends in a permanent error, whatever each of them authorizes.',
    consequence:
      'For {hosts}, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Merge the records into one that holds the terms of all, ends in a single "~all" or "-all" and stays within 10 lookups, and delete the others.',
  },
  applies: ({ spf }) => spf.records.length > 0,
  *find({ spf }) {
    const { domain, txt, records, tree } = spf;
    const chain = tree
      ? chainOf(tree)
      : { nodes: [{ domain, txt, records }], end: { state: 'known' } as const };
    for (const [index, node] of chain.nodes.entries()) {
      if (node.records.length < 2) continue;
      yield {
        about: node.domain,
        params: {
          domain: node.domain,
          count: node.records.length,
          hosts: hostsOf(chain.nodes, index),
        },
        ...mend(spf, node.domain, () => true),
        evidence: [evidence(node.txt)],
      };
    }
    yield* tree ? unseenEnd(chainOf(tree)) : [];
  },
});

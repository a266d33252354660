import { defineCheck, evidence } from '../../check.ts';
import { merged } from '../rewrite.ts';
import { chainOf } from '../tree.ts';
import { publish, unseenEnd } from './wording.ts';

export const spfMultipleRecords = defineCheck({
  id: 'spf-multiple-records',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.5',
  messages: {
    title: '{domain} publishes {count} SPF records; one is allowed',
    explanation:
      'Several TXT records at {domain} begin with "v=spf1". A receiver does not choose between them: SPF ends in a permanent error, whatever each of them authorizes.',
    consequence:
      'Mail from every host counts as not authenticated by SPF, and DMARC cannot pass through it. Some receivers refuse mail on a permanent error.',
    remedy:
      'Merge the records into one that holds the terms of all and a single "all" at its end, and delete the others.',
  },
  applies: ({ spf }) => spf.records.length > 0,
  *find({ spf: { domain, txt, records, tree } }) {
    const chain = tree
      ? chainOf(tree)
      : { nodes: [{ domain, txt, records }], end: { state: 'known' } as const };
    for (const node of chain.nodes) {
      if (node.records.length < 2) continue;
      yield {
        about: node.domain,
        params: { domain: node.domain, count: node.records.length },
        ...publish(node.domain, merged(node.records)),
        evidence: [evidence(node.txt)],
      };
    }
    yield* tree ? unseenEnd(chainOf(tree)) : [];
  },
});

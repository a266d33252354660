import { defineCheck, evidence } from '../../check.ts';
import { type Asked, recordsOf } from '../../dns/resolver.ts';
import { chainOf, recordOf } from '../tree.ts';
import { unseenEnd } from './wording.ts';

/** RFC 1035 §2.3.4: a message over UDP without EDNS. */
const udpLimit = 512;

/**
 * Octets of the answer with all TXT records of the name (RFC 1035 §4.1): header, question, and for each record a pointer
 * to the name, ten octets, and each string with its length.
 */
function answerOctets(txt: Asked<'TXT'>): number {
  const question = 12 + txt.name.length + 2 + 4;
  return recordsOf(txt).reduce(
    (sum, strings) => strings.reduce((all, { length }) => all + 1 + length, sum + 12),
    question,
  );
}

export const spfRecordLong = defineCheck({
  id: 'spf-record-long',
  area: 'spf',
  needs: ['spf'],
  severity: 'warning',
  reference: 'RFC 7208 §3.4',
  messages: {
    title: 'The TXT answer for {owner} has {size} octets, more than the {limit} of plain UDP',
    explanation:
      'The SPF record takes {octets} of them; the answer holds every TXT record at the name, {count} in all. A receiver whose resolver cannot ask with EDNS must ask again over TCP, and where a firewall stops that, it reads no SPF record at all.',
    consequence:
      'Most receivers read it. The few that cannot end in a temporary error, or treat the domain as if it had no SPF record.',
    remedy:
      'Remove TXT records at {owner} that nobody needs any more, such as verifications that are done, and terms of the SPF record that are not needed. What remains may move to a subdomain, reached by an include.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf: { tree } }) {
    if (!tree) return;
    const chain = chainOf(tree);
    for (const node of chain.nodes) {
      const record = recordOf(node);
      const size = answerOctets(node.txt);
      if (!record || size <= udpLimit) continue;
      yield {
        about: node.domain,
        params: {
          owner: node.domain,
          size,
          limit: udpLimit,
          octets: record.text.length,
          count: recordsOf(node.txt).length,
        },
        evidence: [evidence(node.txt)],
      };
    }
    yield* unseenEnd(chain);
  },
});

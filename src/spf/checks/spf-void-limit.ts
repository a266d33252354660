import { defineCheck, evidence } from '../../check.ts';
import { authority } from '../authority.ts';
import type { SpfFacts } from '../facts.ts';
import { voidLimit } from '../limits.ts';
import { shown } from '../problems.ts';
import { type CountedTerm, tally } from '../tally.ts';
import { mend } from './repair.ts';
import { unseen } from './wording.ts';

/** Whether mail may come over IPv6: an address that the user gave, or one that the record lets pass. */
function sendsOverIpv6({ tree, evaluations }: SpfFacts): boolean {
  if (evaluations.some(({ address }) => address.includes(':'))) return true;
  return tree !== null && authority(tree).pass.ipv6.length > 0;
}

function listed(terms: readonly CountedTerm[]): string {
  return terms.map(({ domain, term }) => `"${shown(term)}" of ${domain}`).join(', ');
}

const families = [
  { family: 'ipv4', name: 'IPv4' },
  { family: 'ipv6', name: 'IPv6' },
] as const;

export const spfVoidLimit = defineCheck({
  id: 'spf-void-limit',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.6.4',
  notBeside: ['spf-loop'],
  messages: {
    title: 'SPF asks {count} times in vain for clients on {family}; {limit} are allowed',
    explanation:
      'Terms of which a question finds nothing: {terms}. A receiver asks for the IPv4 address of a host where the client comes over IPv4, for the IPv6 address where it comes over IPv6, and ends the evaluation at the third such term: "{term}" in the record of {owner}.',
    consequence:
      'Hosts that an earlier term authorizes still pass. For other hosts on {family}, SPF ends in a permanent error: it does not pass, DMARC cannot pass through it, and some receivers refuse the mail.',
    remedy:
      'Remove the terms that lead nowhere, or publish what they ask for. Where hosts have an address of one family only, "ip4" or "ip6" in the place of "a" and "mx" asks nothing.',
  },
  applies: ({ spf }) => spf.tree !== null,
  *find({ spf }) {
    const { domain, tree } = spf;
    if (!tree) return;
    const { voids, voidPassedAt } = tally(tree);
    const ipv6 = sendsOverIpv6(spf);
    for (const { family, name } of families) {
      const passedAt = voidPassedAt[family];
      if (!passedAt || (family === 'ipv6' && !ipv6)) continue;
      yield {
        about: `${domain} ${family}`,
        params: {
          count: voids[family].length,
          family: name,
          limit: voidLimit,
          terms: listed(voids[family].slice(0, 12)),
          term: shown(passedAt.term),
          owner: passedAt.domain,
        },
        at: { record: passedAt.record, start: passedAt.start, end: passedAt.end },
        ...mend(spf, domain, (_, { voidLookups }) => voidLookups[family] <= voidLimit),
        evidence: [...new Set([tree.txt, passedAt.txt])].map(evidence),
      };
    }
    if (!voidPassedAt.ipv4) yield* unseen(tree);
  },
});

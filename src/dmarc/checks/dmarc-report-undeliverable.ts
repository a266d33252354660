import { defineCheck, evidence, undetermined } from '../../check.ts';
import { obstacle, undelivered } from '../destination.ts';
import { applying, mayApply, unwalked } from './applying.ts';
import { profiles } from '../../profile.ts';

export const dmarcReportUndeliverable = defineCheck({
  id: 'dmarc-report-undeliverable',
  area: 'dmarc',
  needs: ['dmarc'],
  profiles,
  severity: 'warning',
  reference: 'RFC 9989 §4.7, RFC 5321 §5.1, RFC 7505 §3',
  messages: {
    title: 'DMARC reports cannot be delivered to {destination}',
    explanation: 'The record sends reports ({tags}) to {addresses}, and {destination} {obstacle}.',
    consequence: 'What these reports would show of who sends as {policyDomain} is lost.',
    remedy: 'Name an address that takes mail, or publish an MX record for {destination}.',
  },
  applies: (facts) => mayApply(facts) && facts.dmarc.reports.length > 0,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found) return;
    for (const destination of dmarc.reports) {
      const { domain, tags, addresses, mail } = destination;
      const why = obstacle(destination);
      const failed = undelivered(destination);
      if (why !== null) {
        yield {
          about: domain,
          params: {
            policyDomain: found.place.domain,
            destination: domain,
            tags: tags.join(', '),
            addresses: addresses.slice(0, 3).join(', '),
            obstacle: why,
          },
          evidence: [...found.evidence, ...mail.map(evidence)],
        };
      } else if (failed) {
        yield { ...undetermined(domain, failed), blocking: false };
      }
    }
  },
});

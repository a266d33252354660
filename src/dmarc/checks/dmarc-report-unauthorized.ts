import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import type { ReportDestination } from '../facts.ts';
import { isDmarc, parseDmarc } from '../parse.ts';
import { applying, mayApply, unwalked } from './applying.ts';

/** The records by which a destination takes the reports (RFC 7489 §7.1 step 5). */
function consents({ authorization }: ReportDestination): string[] {
  if (!authorization) return [];
  return recordsOf(authorization)
    .map((strings) => strings.join(''))
    .filter(isDmarc);
}

/** A consent that sends the reports to another host: then none may be sent (RFC 7489 §7.1). */
function divertedTo(destination: ReportDestination): string | null {
  for (const text of consents(destination)) {
    const { rua, ruf } = parseDmarc(text);
    const other = [...rua, ...ruf].find(({ domain }) => domain !== null && domain !== destination.domain);
    if (other?.domain) return other.domain;
  }
  return null;
}

export const dmarcReportUnauthorized = defineCheck({
  id: 'dmarc-report-unauthorized',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'warning',
  reference: 'RFC 7489 §7.1',
  messages: {
    title: 'DMARC reports for {policyDomain} may not be sent to {destination}',
    explanation:
      'The record sends reports ({tags}) to {addresses}, outside the organization. Before they send, receivers look at {name} for the consent of {destination}. {fault}',
    consequence: 'Receivers leave that address out: its reports are lost without a word.',
    remedy:
      'Ask whoever runs {destination} to publish {name} TXT "v=DMARC1" there; report services do it when the domain is entered with them. Or name an address that consents.',
  },
  applies: (facts) => mayApply(facts) && facts.dmarc.reports.some(({ external }) => external),
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found) return;
    const policyDomain = found.place.domain;
    for (const destination of dmarc.reports.filter(({ external }) => external)) {
      const { domain, tags, addresses, authorization } = destination;
      const name = `${policyDomain}._report._dmarc.${domain}`;
      if (authorization && isFailed(authorization)) {
        yield { ...undetermined(domain, authorization), blocking: false };
        continue;
      }
      const diverted = divertedTo(destination);
      if (consents(destination).length > 0 && diverted === null) continue;
      const fault = !authorization
        ? 'That name is longer than the DNS allows.'
        : diverted === null
          ? 'No such record is there.'
          : `Its record names an address at ${diverted}, which stops the reports.`;
      yield {
        about: domain,
        params: {
          policyDomain,
          destination: domain,
          tags: tags.join(', '),
          addresses: addresses.slice(0, 3).join(', '),
          name,
          fault,
        },
        evidence: [...found.evidence, ...(authorization ? [evidence(authorization)] : [])],
      };
    }
  },
});

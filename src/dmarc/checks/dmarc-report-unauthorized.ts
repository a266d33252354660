import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { consentOf } from '../destination.ts';
import { applying, mayApply, unwalked } from './applying.ts';
import { profiles } from '../../profile.ts';
import { phrase, type Words } from '../../text/say.ts';

const diverted = {
  en: 'Its record names an address at {to}, which stops the reports.',
  fr: 'Son enregistrement indique une adresse à {to}, ce qui bloque les rapports.',
} as const;
const unnameable: Words = {
  en: 'That name is longer than the DNS allows.',
  fr: 'Ce nom est plus long que le DNS ne le permet.',
};
const absent: Words = {
  en: 'No such record is there.',
  fr: "Aucun enregistrement de ce genre ne s'y trouve.",
};

export const dmarcReportUnauthorized = defineCheck({
  id: 'dmarc-report-unauthorized',
  area: 'dmarc',
  needs: ['dmarc'],
  profiles,
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
      const consent = consentOf(destination);
      if (consent.state === 'given') continue;
      const fault =
        consent.state === 'diverted'
          ? phrase(diverted, { to: consent.to })
          : consent.state === 'unnameable'
            ? unnameable
            : absent;
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

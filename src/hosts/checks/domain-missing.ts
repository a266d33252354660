import { defineCheck, evidence, undetermined } from '../../check.ts';
import { existence } from '../existence.ts';
import { profiles } from '../../profile.ts';
import { roleWords } from './role.ts';

export const domainMissing = defineCheck({
  id: 'domain-missing',
  area: 'domain',
  needs: ['domain'],
  profiles,
  severity: 'critical',
  reference: 'RFC 5321 §2.3.5',
  messages: {
    title: 'The domain {domain} does not exist',
    explanation:
      'The DNS answers NXDOMAIN for {domain}, the domain of the {role}: there is no such name, and nothing below it. A sender domain has to resolve.',
    consequence:
      'Many receivers refuse mail from a domain that does not exist: no bounce or answer can reach it.',
    remedy:
      'Look for a typing error in the domain first. Otherwise renew the registration, have the registrar delegate the domain to name servers that hold its zone, or, for a subdomain, publish its records in the zone above.',
  },
  *find({ domain: { domains } }) {
    for (const hosts of domains) {
      const { domain, role, cname } = hosts;
      const state = existence(hosts);
      if (state === 'missing')
        yield { about: domain, params: { domain, role: roleWords[role] }, evidence: [evidence(cname)] };
      else if (state === 'unknown') yield undetermined(domain, cname);
    }
  },
});

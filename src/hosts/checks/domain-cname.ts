import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { registeredDomain } from '../../domain.ts';

export const domainCname = defineCheck({
  id: 'domain-cname',
  area: 'domain',
  needs: ['domain'],
  severity: 'warning',
  reference: 'RFC 1034 §3.6.2',
  messages: {
    title: '{domain} is an alias for {target} as a whole',
    explanation:
      '{domain} has a CNAME record for {target}. An alias holds nothing else, but the top of a domain has to hold its name servers, and the MX and SPF records of its mail: beside the alias they count for nothing.',
    consequence:
      'Receivers that meet the alias first take MX, SPF and addresses of {target} for those of {domain}. Others find the own records, where there are any. What is found differs from one to the other, and from day to day.',
    remedy:
      'Replace the CNAME by A and AAAA records at {domain}, or by what the DNS provider offers for this purpose (ALIAS, ANAME, CNAME flattening), and publish MX and TXT records beside them. Names below, such as www, may stay aliases.',
  },
  *find({ domain: { domains } }) {
    for (const { domain, cname } of domains) {
      if (registeredDomain(domain) !== domain) continue;
      if (isFailed(cname)) yield undetermined(domain, cname, false);
      const [target] = recordsOf(cname);
      if (target === undefined) continue;
      yield { about: domain, params: { domain, target }, evidence: [evidence(cname)] };
    }
  },
});

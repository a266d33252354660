import { defineCheck, evidence, undetermined } from '../../check.ts';
import { type Asked, isFailed, recordsOf } from '../../dns/resolver.ts';
import type { DomainFacts, DomainRole, MxFacts } from '../facts.ts';
import { roleWords } from './role.ts';

/** Nothing but the root is named. */
function isNull(mx: Asked<'MX'>): boolean {
  const records = recordsOf(mx);
  return records.length > 0 && records.every(({ exchange }) => exchange === '');
}

interface Used {
  readonly domain: string;
  readonly role: DomainRole;
  readonly mx: Asked<'MX'>;
}

/** The domains of the mail: the envelope's by its MX section, that of From by what was asked of it. */
function used({ domain, mx }: MxFacts, domains: DomainFacts['domains']): Used[] {
  const own = domains.find((one) => one.domain === domain)?.role ?? 'envelope sender';
  return [{ domain, role: own, mx }, ...domains.filter((one) => one.domain !== domain)];
}

export const mxNullSender = defineCheck({
  id: 'mx-null-sender',
  area: 'mx',
  needs: ['mx'],
  optional: ['domain'],
  severity: 'error',
  reference: 'RFC 7505 §4.2',
  messages: {
    title: '{domain} says by a null MX that it takes no mail',
    explanation:
      'The only MX record of {domain}, the domain of the {role}, names the root ("0 ."), which declares that the domain receives nothing. Bounces and answers need somewhere to go.',
    consequence:
      'A receiver may refuse mail whose envelope sender or From address is at {domain}, since it cannot be answered.',
    remedy:
      'If {domain} sends mail, replace the null MX by one that names a host which takes its bounces. If it does not, publish "v=spf1 -all" as well.',
  },
  *find({ mx: section, domain: hosts }) {
    for (const { domain, role, mx } of used(section, hosts?.domains ?? [])) {
      if (isFailed(mx)) yield undetermined(domain, mx, role !== 'From');
      else if (isNull(mx))
        yield { about: domain, params: { domain, role: roleWords[role] }, evidence: [evidence(mx)] };
    }
  },
});

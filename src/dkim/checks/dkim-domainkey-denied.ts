import { defineCheck, evidence } from '../../check.ts';
import { existingBelow } from '../absence.ts';
import { nameOf } from './keys.ts';

export const dkimDomainkeyDenied = defineCheck({
  id: 'dkim-domainkey-denied',
  area: 'dkim',
  needs: ['dkim'],
  severity: 'warning',
  reference: 'RFC 8020 §2',
  messages: {
    title: 'The DNS denies _domainkey.{domain}, though {name} stands below it',
    explanation:
      'A name below which others exist exists itself, even without records of its own. The servers of {domain} answer NXDOMAIN for _domainkey.{domain}, which says that nothing can be below it.',
    consequence:
      'Resolvers that remember such an answer deny the keys as well: there signatures fail, now and then and with no fault of the signer.',
    remedy:
      'Have the DNS server answer NOERROR without records for _domainkey.{domain}. Where that cannot be had, publish any TXT record at that name: then it exists for everybody.',
  },
  applies: ({ dkim }) => existingBelow(dkim) !== undefined,
  *find({ dkim }) {
    const { domain, domainkey } = dkim;
    const own = existingBelow(dkim);
    if (!own || domainkey.answer.status !== 'nxdomain') return;
    const params = { domain, name: nameOf(own) };
    yield { about: domain, params, evidence: [evidence(domainkey), evidence(own.txt)] };
  },
});

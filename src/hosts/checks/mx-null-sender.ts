import { defineCheck, evidence } from '../../check.ts';
import { recordsOf } from '../../dns/resolver.ts';

export const mxNullSender = defineCheck({
  id: 'mx-null-sender',
  area: 'mx',
  needs: ['mx'],
  severity: 'error',
  reference: 'RFC 7505 §4.1, §4.2',
  messages: {
    title: '{domain} says by a null MX that it takes no mail',
    explanation:
      'The only MX record of {domain} names the root ("0 ."), which declares that the domain receives nothing. A domain that sends needs somewhere for bounces to return to.',
    consequence:
      'A receiver may refuse mail whose envelope sender or From address is at {domain}, since it cannot be answered.',
    remedy:
      'If {domain} sends mail, replace the null MX by one that names a host which takes its bounces. If it does not, publish "v=spf1 -all" as well.',
  },
  *find({ mx: { domain, mx } }) {
    const records = recordsOf(mx);
    if (records.length === 0 || records.some(({ exchange }) => exchange !== '')) return;
    yield { about: domain, params: { domain }, evidence: [evidence(mx)] };
  },
});

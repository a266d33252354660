import { defineCheck, evidence } from '../../check.ts';
import { mend } from './repair.ts';

export const spfMissing = defineCheck({
  id: 'spf-missing',
  area: 'spf',
  needs: ['spf'],
  severity: 'error',
  reference: 'RFC 7208 §4.5',
  messages: {
    title: '{domain} publishes no SPF record',
    explanation:
      'The TXT question for {domain} was answered, and no record there begins with the word "v=spf1". SPF ends in "none": nothing says which hosts may send for the domain.',
    consequence:
      'Receivers that ask for authentication have DKIM alone to go by, and DMARC cannot pass through SPF. Those that demand SPF from bulk senders refuse or defer the mail.',
    remedy:
      'Publish one TXT record at {domain} that names every host and service which sends for it and ends in "~all", such as "v=spf1 include:spf.provider.example ~all" with the include that the provider documents. A domain that never sends publishes "v=spf1 -all".',
  },
  *find({ spf }) {
    const { domain, txt, records } = spf;
    if (records.length > 0) return;
    const fixed = mend(spf, domain, () => true);
    yield { about: domain, params: { domain }, ...fixed, evidence: [evidence(txt)] };
  },
});

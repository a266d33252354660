import { defineCheck, evidence } from '../../check.ts';
import { isPlaceholder } from './exchanges.ts';

export const mxPlaceholder = defineCheck({
  id: 'mx-placeholder',
  area: 'mx',
  needs: ['mx'],
  severity: 'notice',
  reference: 'Practice of Microsoft 365',
  messages: {
    title: 'An MX record of {domain} is left over from setting up Microsoft 365',
    explanation:
      'The MX record that names {exchange} proved to Microsoft who owns {domain}. Names under invalid. never exist: no mail goes there.',
    consequence:
      'As long as another MX host works, nothing follows. Senders that find all of them out of reach try this one in vain.',
    remedy:
      'Delete the MX record that names {exchange}; Microsoft 365 does not look at it again once the domain is verified.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx: { domain, mx, hosts } }) {
    for (const { exchange } of hosts) {
      if (isPlaceholder(exchange))
        yield { about: exchange, params: { domain, exchange }, evidence: [evidence(mx)] };
    }
  },
});

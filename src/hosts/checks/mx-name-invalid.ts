import { defineCheck, evidence } from '../../check.ts';
import { hostNameFault } from '../host-name.ts';
import { literalIn } from './exchanges.ts';

export const mxNameInvalid = defineCheck({
  id: 'mx-name-invalid',
  area: 'mx',
  needs: ['mx'],
  severity: 'error',
  reference: 'RFC 5321 §2.3.5, §5.1',
  messages: {
    title: 'The MX host {exchange} has no valid host name',
    explanation:
      'An MX record of {domain} names {exchange}, which {fault}. The labels of a host name consist of letters, digits and hyphens, and neither begin nor end with a hyphen.',
    consequence:
      'Much software follows the name as it is. Senders that test it find no host there, and cannot deliver mail or bounces to {domain}.',
    remedy: 'Give the host a name without such characters, and let the MX record name it.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx: { domain, mx, hosts } }) {
    for (const { exchange } of hosts) {
      const fault = literalIn(exchange) ? null : hostNameFault(exchange);
      if (fault)
        yield { about: exchange, params: { domain, exchange, fault: fault.said }, evidence: [evidence(mx)] };
    }
  },
});

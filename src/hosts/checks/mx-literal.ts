import { defineCheck, evidence } from '../../check.ts';
import { formatIp } from '../../text/ip.ts';
import { literalIn } from './exchanges.ts';

export const mxLiteral = defineCheck({
  id: 'mx-literal',
  area: 'mx',
  needs: ['mx'],
  severity: 'error',
  reference: 'RFC 5321 §5.1',
  messages: {
    title: 'An MX record of {domain} holds the address {address}, not a name',
    explanation:
      'The target of an MX record is a domain name with an address record of its own. "{exchange}" is read as a name, and that name does not exist.',
    consequence:
      'Most senders find no host behind this record. If no other MX works, bounces fail, and receivers that verify the sender refuse its mail.',
    remedy: 'Give the host a name with an address record for {address}, and let the MX record name it.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx: { domain, mx, hosts } }) {
    for (const { exchange } of hosts) {
      const literal = literalIn(exchange);
      if (!literal) continue;
      yield {
        about: exchange,
        params: { domain, exchange, address: formatIp(literal) },
        evidence: [evidence(mx)],
      };
    }
  },
});

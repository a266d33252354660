import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';

export const mxCname = defineCheck({
  id: 'mx-cname',
  area: 'mx',
  needs: ['mx'],
  severity: 'error',
  reference: 'RFC 2181 §10.3, RFC 5321 §5.1',
  messages: {
    title: 'The MX host {exchange} is an alias',
    explanation:
      'An MX record of {domain} names {exchange}, which is a CNAME for {target}. The target of an MX record must have address records of its own; an alias is not allowed there.',
    consequence:
      'Most senders follow the alias. Some do not, and their mail, bounces among it, does not arrive; receivers that look up the sender domain with the same software may refuse its mail.',
    remedy:
      'Let the MX record name {target} itself, where whoever runs that host agrees, or publish A and AAAA records at {exchange} in the place of the CNAME.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx: { domain, mx, hosts } }) {
    for (const { exchange, cname } of hosts) {
      if (isFailed(cname)) yield undetermined(exchange, cname, false);
      const [target] = recordsOf(cname);
      if (target === undefined) continue;
      yield {
        about: exchange,
        params: { domain, exchange, target: target === '' ? '.' : target },
        evidence: [evidence(mx), evidence(cname)],
      };
    }
  },
});

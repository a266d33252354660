import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, isVoid, recordsOf } from '../../dns/resolver.ts';
import { phrase } from '../../text/say.ts';
import { isPlaceholder, literalIn } from './exchanges.ts';

export const mxUnresolvable = defineCheck({
  id: 'mx-unresolvable',
  area: 'mx',
  needs: ['mx'],
  severity: 'error',
  reference: 'RFC 5321 §5.1',
  messages: {
    title: 'The MX host {exchange} has no address',
    explanation:
      '{domain} names {exchange} as a mail exchanger (preference {preference}), but that name has neither an A nor an AAAA record.',
    consequence:
      'No mail reaches this host. If no other MX works, bounces fail, and receivers that verify the sender refuse its mail.',
    remedy: 'Publish an A or AAAA record at {exchange}, or delete the MX record that names it.',
  },
  applies: ({ mx }) => mx.hosts.length > 0,
  *find({ mx: { domain, mx, hosts } }) {
    const real = hosts.filter(({ exchange }) => !isPlaceholder(exchange));
    for (const { exchange, preference, a, aaaa } of real.length > 0 ? real : hosts) {
      const both = [a, aaaa];
      if (literalIn(exchange) || both.some(({ answer }) => answer.status === 'found')) continue;
      const failed = both.find(isFailed);
      if (failed) yield undetermined(exchange, failed);
      else if (both.every(isVoid)) {
        yield {
          about: exchange,
          params: { domain, exchange, preference },
          evidence: [mx, a, aaaa].map(evidence),
        };
      }
    }
    const distinct = new Set(recordsOf(mx).map(({ exchange }) => exchange.toLowerCase()));
    distinct.delete('');
    const left = distinct.size - hosts.length;
    const reason = phrase(
      {
        en: 'of the MX hosts, not all were looked at; left out: {left}',
        fr: "les hôtes MX n'ont pas tous été examinés ; laissés de côté : {left}",
      },
      { left },
    );
    if (left > 0) yield { about: 'omitted exchanges', unknown: null, reason, blocking: false };
  },
});

import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, isVoid } from '../../dns/resolver.ts';
import { phrase } from '../../text/say.ts';
import { hasServers, openServers, tops } from './zones.ts';

export const nsUnresolvable = defineCheck({
  id: 'ns-unresolvable',
  area: 'domain',
  needs: ['zones'],
  severity: 'error',
  reference: 'RFC 2181 §10.3',
  messages: {
    title: 'The name server {server} of {zone} has no address',
    explanation:
      'An NS record of {zone} names {server}, and that name has neither an A nor an AAAA record: resolvers cannot reach it.',
    consequence:
      'Questions about the domain lose time or fail, the more the fewer servers are left. Where a question about SPF, DKIM or DMARC fails, receivers defer the mail or treat it as not authenticated.',
    remedy:
      'Publish an address record at {server}, or take it out of the NS records of {zone}, in the zone and at the registrar. If nobody owns the domain of {server}, do that at once: whoever registers it can answer for {zone}.',
  },
  applies: ({ zones }) => hasServers(zones),
  *find({ zones }) {
    yield* openServers(zones);
    for (const { name, ns, servers, omitted } of tops(zones)) {
      for (const { name: server, a, aaaa } of servers) {
        const both = [a, aaaa];
        if (both.some(({ answer }) => answer.status === 'found')) continue;
        const about = `${name} ${server}`;
        const failed = both.find(isFailed);
        if (failed) yield undetermined(about, failed, false);
        else if (both.every(isVoid))
          yield { about, params: { zone: name, server }, evidence: [ns, a, aaaa].map(evidence) };
      }
      const reason = phrase(
        {
          en: 'of the name servers of {zone}, not all were looked at; left out: {omitted}',
          fr: "les serveurs de noms de la zone {zone} n'ont pas tous été examinés ; laissés de côté : {omitted}",
        },
        { zone: name, omitted },
      );
      if (omitted > 0) yield { about: `${name} omitted`, unknown: null, reason, blocking: false };
    }
  },
});

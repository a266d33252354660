import { defineCheck, evidence } from '../../check.ts';
import { hasServers, openServers, tops } from './zones.ts';

export const nsSingle = defineCheck({
  id: 'ns-single',
  area: 'domain',
  needs: ['zones'],
  severity: 'warning',
  reference: 'RFC 1034 §4.1',
  messages: {
    title: 'The zone {zone} has one name server only',
    explanation:
      'The NS records of {zone} name {server} and no other. A zone is to be served by two servers at least, in different places.',
    consequence:
      'While that server is down or out of reach, receivers cannot read SPF, DKIM and DMARC of the domain: they defer its mail or treat it as not authenticated, and nobody can write to it.',
    remedy:
      'Have a second server hold the zone, at best in another network, and name it in the NS records of the zone and at the registrar.',
  },
  applies: ({ zones }) => hasServers(zones),
  *find({ zones }) {
    yield* openServers(zones);
    for (const { name, ns, servers, omitted } of tops(zones)) {
      const [only] = servers;
      if (!only || servers.length + omitted > 1) continue;
      yield { about: name, params: { zone: name, server: only.name }, evidence: [evidence(ns)] };
    }
  },
});

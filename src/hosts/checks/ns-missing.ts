import { defineCheck, evidence } from '../../check.ts';
import { isVoid } from '../../dns/resolver.ts';
import { hiddenTops, openServers, tops } from './zones.ts';

export const nsMissing = defineCheck({
  id: 'ns-missing',
  area: 'domain',
  needs: ['zones'],
  severity: 'warning',
  reference: 'RFC 1034 §4.2.1',
  messages: {
    title: 'The zone {zone} names no name servers',
    explanation:
      '{zone} is the top of a zone, for it has an SOA record, but its servers answer that it has no NS records. The zone above says where they are; the zone itself must say the same.',
    consequence:
      'Most resolvers go by the zone above and find the domain. Some ask the zone itself, and then find nothing of it: neither SPF nor DKIM nor MX.',
    remedy:
      'Publish in the zone {zone} the NS records that the zone above holds for it, two of them or more.',
  },
  applies: ({ zones }) => tops(zones).length + hiddenTops(zones).length > 0,
  *find({ zones }) {
    yield* openServers(zones);
    for (const { name, ns, soa } of tops(zones)) {
      if (isVoid(ns)) yield { about: name, params: { zone: name }, evidence: [evidence(ns), evidence(soa)] };
    }
  },
});

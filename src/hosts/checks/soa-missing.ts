import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, isVoid } from '../../dns/resolver.ts';
import { hiddenTops, tops } from './zones.ts';

export const soaMissing = defineCheck({
  id: 'soa-missing',
  area: 'domain',
  needs: ['zones'],
  severity: 'warning',
  reference: 'RFC 1034 §4.2.1',
  messages: {
    title: 'The zone {zone} has no SOA record',
    explanation:
      '{zone} has name servers of its own, so that it is a zone, but they answer that it has no SOA record. Every zone has one at its top. Appliances that share out traffic and hand-made servers sometimes leave it out.',
    consequence:
      'Receivers that look for the zone of a sender domain find none. Yahoo asks for the SOA record and says that it refuses domains without. Answers that deny a record cannot be kept in caches either.',
    remedy: 'Have whoever runs the name servers of {zone} publish an SOA record at its top.',
  },
  applies: ({ zones }) => tops(zones).length + hiddenTops(zones).length > 0,
  *find({ zones }) {
    for (const asked of hiddenTops(zones)) yield undetermined(asked.name, asked, false);
    for (const { name, ns, soa } of tops(zones)) {
      if (isFailed(soa)) yield undetermined(name, soa, false);
      else if (isVoid(soa))
        yield { about: name, params: { zone: name }, evidence: [evidence(soa), evidence(ns)] };
    }
  },
});

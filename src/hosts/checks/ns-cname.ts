import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { hasServers, openServers, tops } from './zones.ts';

export const nsCname = defineCheck({
  id: 'ns-cname',
  area: 'domain',
  needs: ['zones'],
  severity: 'warning',
  reference: 'RFC 2181 §10.3',
  messages: {
    title: 'The name server {server} of {zone} is an alias',
    explanation:
      'An NS record of {zone} names {server}, which is a CNAME for {target}. The target of an NS record must have address records of its own; an alias is not allowed there.',
    consequence:
      'Some resolvers do not follow the alias and leave that server out. Where it is one of few, questions about the domain fail now and then.',
    remedy:
      'Let the NS record name {target} itself, where whoever runs that server agrees, or publish A and AAAA records at {server} in the place of the CNAME.',
  },
  applies: ({ zones }) => hasServers(zones),
  *find({ zones }) {
    yield* openServers(zones);
    for (const { name, ns, servers } of tops(zones)) {
      for (const { name: server, cname } of servers) {
        const about = `${name} ${server}`;
        if (isFailed(cname)) yield undetermined(about, cname, false);
        const [target] = recordsOf(cname);
        if (target === undefined) continue;
        const params = { zone: name, server, target: target === '' ? '.' : target };
        yield { about, params, evidence: [evidence(ns), evidence(cname)] };
      }
    }
  },
});

import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, isVoid } from '../../dns/resolver.ts';
import { existence } from '../existence.ts';
import { roleWords } from './role.ts';

export const domainUnmailable = defineCheck({
  id: 'domain-unmailable',
  area: 'domain',
  needs: ['domain'],
  severity: 'critical',
  reference: 'RFC 5321 §5.1',
  messages: {
    title: '{domain} has neither MX nor address: it cannot be answered',
    explanation:
      '{domain}, the domain of the {role}, exists, but publishes no MX record, no A and no AAAA record. Bounces and answers have nowhere to go.',
    consequence: 'Receivers that check whether the sender domain can be mailed refuse its mail.',
    remedy:
      'Publish an MX record for {domain} that names a host which takes its mail, for example "10 mail.{domain}." with an A record for that host. If the domain only sends, let the MX name the host that handles its bounces.',
  },
  *find({ domain: { domains } }) {
    for (const hosts of domains) {
      // What does not exist, or may not, is said of the domain as a whole.
      const state = existence(hosts);
      if (state === 'missing') continue;
      const { domain, role, cname, a, aaaa, mx } = hosts;
      if (state === 'unknown') {
        yield undetermined(domain, cname);
        continue;
      }
      const all = [mx, a, aaaa];
      if (all.some(({ answer }) => answer.status === 'found')) continue;
      const failed = all.find(isFailed);
      if (failed) yield undetermined(domain, failed);
      else if (all.every(isVoid)) {
        // An alias explains why nothing is there: its target may be what is missing.
        const asked = cname.answer.status === 'found' ? [cname, ...all] : all;
        yield { about: domain, params: { domain, role: roleWords[role] }, evidence: asked.map(evidence) };
      }
    }
  },
});

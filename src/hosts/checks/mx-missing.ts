import { defineCheck, evidence, undetermined } from '../../check.ts';
import { isFailed, isVoid } from '../../dns/resolver.ts';

export const mxMissing = defineCheck({
  id: 'mx-missing',
  area: 'mx',
  needs: ['mx'],
  severity: 'notice',
  reference: 'RFC 5321 §5.1',
  messages: {
    title: '{domain} has no MX record; its address record serves instead',
    explanation:
      'Without an MX record, mail for {domain} goes to the host behind its A or AAAA record. Often that is a web server which takes no mail.',
    consequence:
      'Bounces and answers fail where that host runs no mail server. Receivers accept the mail nearly everywhere: the standard provides for this case.',
    remedy:
      'Publish an MX record that names the host which takes mail for {domain}; if it is the host itself, "{domain}. MX 10 {domain}." says so.',
  },
  *find({ mx: { domain, mx, implicit } }) {
    if (!isVoid(mx)) return;
    const hosts = [implicit.a, implicit.aaaa];
    if (hosts.some(({ answer }) => answer.status === 'found')) {
      yield { about: domain, params: { domain }, evidence: [mx, ...hosts].map(evidence) };
      return;
    }
    // Without an address the domain is unmailable, which is another finding.
    const failed = hosts.find(isFailed);
    if (failed) yield undetermined(domain, failed);
  },
});

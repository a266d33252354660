import { defineCheck, evidence } from '../../check.ts';
import { recordsOf } from '../../dns/resolver.ts';
import { profiles } from '../../profile.ts';

export const mxNullMixed = defineCheck({
  id: 'mx-null-mixed',
  area: 'mx',
  needs: ['mx'],
  profiles,
  severity: 'error',
  reference: 'RFC 7505 §3',
  messages: {
    title: '{domain} publishes a null MX beside other MX records',
    explanation:
      'A null MX ("0 .") says that {domain} takes no mail, the other MX records say where it goes. The standard forbids the two together.',
    consequence:
      'What senders and receivers make of the two is not defined: some may hold the domain for one that takes no mail.',
    remedy: 'Delete the null MX if {domain} takes mail. Delete all the other MX records if it does not.',
  },
  *find({ mx: { domain, mx } }) {
    const records = recordsOf(mx);
    const empty = records.filter(({ exchange }) => exchange === '').length;
    if (empty > 0 && empty < records.length)
      yield { about: domain, params: { domain }, evidence: [evidence(mx)] };
  },
});

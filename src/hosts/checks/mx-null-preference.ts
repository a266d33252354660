import { defineCheck, evidence } from '../../check.ts';
import { recordsOf } from '../../dns/resolver.ts';
import { profiles } from '../../profile.ts';

export const mxNullPreference = defineCheck({
  id: 'mx-null-preference',
  area: 'mx',
  needs: ['mx'],
  profiles,
  severity: 'notice',
  reference: 'RFC 7505 §3',
  notBeside: ['mx-null-mixed'],
  messages: {
    title: 'The null MX of {domain} has the preference {preference}',
    explanation:
      'The MX record of {domain} names the root, which declares that the domain takes no mail. Such a record has the preference 0; here it is {preference}.',
    consequence:
      'Most software looks at the name alone. Some may take the record for an ordinary one, and try to deliver mail for days.',
    remedy: 'Publish "{domain}. MX 0 ." as the only MX record, if the domain is to take no mail.',
  },
  applies: ({ mx: { mx } }) => recordsOf(mx).some(({ exchange }) => exchange === ''),
  *find({ mx: { domain, mx } }) {
    const wrong = recordsOf(mx).find(({ exchange, preference }) => exchange === '' && preference !== 0);
    if (!wrong) return;
    const params = { domain, preference: wrong.preference };
    yield { about: domain, params, evidence: [evidence(mx)] };
  },
});

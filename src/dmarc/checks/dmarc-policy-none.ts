import { defineCheck, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import type { Words } from '../../text/say.ts';
import { applying, mayApply, placeOf, unwalked } from './applying.ts';

const lacking: Words = { en: 'which has no p tag', fr: 'sans balise p' };

export const dmarcPolicyNone = defineCheck({
  id: 'dmarc-policy-none',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'notice',
  reference: 'RFC 9989 §4.7, §7.4',
  notBeside: ['dmarc-policy-invalid'],
  messages: {
    title: 'The DMARC policy for {domain} is none',
    explanation: 'The record at {name} ({source}) expresses no preference for mail that fails DMARC.',
    consequence:
      'Forged mail is treated as if there were no policy. That meets the minimum which large receivers ask of bulk senders, and no more.',
    remedy:
      'Read the aggregate reports until all your own mail passes, then raise the policy to quarantine. Go on to reject only if nobody at the domain writes to mailing lists, whose copies often fail DMARC.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    const { domain, existence, policy, policyTag } = dmarc;
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found) return;
    // A void record, the other cause of no policy, is a matter of dmarc-policy-invalid.
    if (policy === null && isFailed(existence)) yield undetermined(domain, existence);
    if (policy !== 'none') return;
    const { name, record, evidence } = found;
    const source = policyTag ? `${policyTag}=none` : lacking;
    yield { about: domain, params: { domain, name, source }, ...placeOf(record, policyTag ?? 'p'), evidence };
  },
});

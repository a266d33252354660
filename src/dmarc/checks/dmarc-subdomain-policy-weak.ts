import { defineCheck, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import type { DmarcPolicy, DmarcRecord } from '../parse.ts';
import { invalidPolicies, isWeaker } from '../policy.ts';
import type { Words } from '../../text/say.ts';
import { applying, mayApply, placeOf, unwalked } from './applying.ts';

interface WeakPolicy {
  readonly tag: 'sp' | 'np';
  readonly policy: DmarcPolicy;
  /** What the tag is about. */
  readonly subdomains: Words;
}

const below = {
  sp: { en: 'its subdomains', fr: 'les sous-domaines' },
  np: { en: 'subdomains of it that do not exist', fr: 'les sous-domaines inexistants' },
} as const satisfies Record<string, Words>;

function weakPolicies(record: DmarcRecord): WeakPolicy[] {
  const { p, sp, np } = record;
  if (!p?.policy || invalidPolicies(record).length > 0) return [];
  const weak: WeakPolicy[] = [];
  if (sp?.policy && isWeaker(sp.policy, p.policy))
    weak.push({ tag: 'sp', policy: sp.policy, subdomains: below.sp });
  if (np?.policy && isWeaker(np.policy, p.policy)) {
    weak.push({ tag: 'np', policy: np.policy, subdomains: below.np });
  }
  return weak;
}

export const dmarcSubdomainPolicyWeak = defineCheck({
  id: 'dmarc-subdomain-policy-weak',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'warning',
  reference: 'RFC 9989 §4.7',
  messages: {
    title: 'DMARC: {tag}={policy} is weaker than p={own} at {name}',
    explanation:
      'The record asks for {own} when From forges {domain}, and only for {policy} when it forges {subdomains}.',
    consequence: 'A forger need only pick such a name below {domain} to meet the weaker policy.',
    remedy:
      'When the reports show that no mail of yours fails there, publish {tag}={own}: the stronger policy then covers {subdomains} too.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    // A public suffix has reasons of its own; below the organizational domain nobody reads sp and np (RFC 9989 §4.7).
    if (!found || found.record.psd === 'y') return;
    const { place, record, name, evidence } = found;
    const weak = weakPolicies(record);
    const failed = dmarc.places.find(({ txt }) => isFailed(txt));
    if (weak.length > 0 && dmarc.organizationalDomain === null && failed) {
      yield undetermined(name, failed.txt);
    }
    if (dmarc.organizationalDomain !== place.domain) return;
    for (const { tag, policy, subdomains } of weak) {
      const own = record.p?.policy ?? 'none';
      const params = { name, domain: place.domain, tag, policy, own, subdomains };
      yield { about: `${name} ${tag}`, params, ...placeOf(record, tag), evidence };
    }
  },
});

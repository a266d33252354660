import { defineCheck, undetermined } from '../../check.ts';
import { isFailed } from '../../dns/resolver.ts';
import { withoutTags } from '../../text/tag-list.ts';
import { paired } from '../../text/lists.ts';
import { classicOrganization } from '../readings.ts';
import { applying, fixFor, mayApply, unwalked } from './applying.ts';

export const dmarcSubdomainPolicyUnread = defineCheck({
  id: 'dmarc-subdomain-policy-unread',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'notice',
  reference: 'RFC 9989 §4.7',
  messages: {
    title: 'DMARC: nobody reads {tags} in the record at {name}',
    explanation:
      'sp and np speak for subdomains of the organizational domain, which is {organization}. Mail from a name below {domain} gets the policy of {organization}, whatever stands here.',
    consequence: 'Names below {domain} are not covered as the record seems to say.',
    remedy:
      'Set sp and np at _dmarc.{organization}, or give the names below {domain} records of their own. Where {domain} is to stand apart, add psd=n.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    const { organizationalDomain: organization } = dmarc;
    if (!found) return;
    const { place, record, name, evidence } = found;
    const tags = record.tags.filter((tag) => ['sp', 'np'].includes(tag.name.toLowerCase()));
    const [first] = tags;
    // Where the public suffix list has it as the organizational domain, receivers of RFC 7489 read sp there.
    if (!first || place.domain === classicOrganization(place.domain)) return;
    const failed = dmarc.places.find(({ txt }) => isFailed(txt));
    if (organization === null && failed) yield { ...undetermined(name, failed.txt), blocking: false };
    if (organization === null || !place.domain.endsWith(`.${organization}`)) return;
    const params = {
      name,
      domain: place.domain,
      organization,
      tags: paired(tags.map((tag) => tag.name.toLowerCase())),
    };
    yield {
      about: name,
      params,
      at: { record: record.text, start: first.start, end: first.end },
      ...fixFor(dmarc, name, withoutTags(record.text, tags)),
      evidence,
    };
  },
});

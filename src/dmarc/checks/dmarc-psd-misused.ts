import { defineCheck } from '../../check.ts';
import { registrableDomain } from '../../domain.ts';
import { withoutTags } from '../../text/tag-list.ts';
import { applying, fixFor, mayApply, placeOf, unwalked } from './applying.ts';

export const dmarcPsdMisused = defineCheck({
  id: 'dmarc-psd-misused',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'warning',
  reference: 'RFC 9989 §4.7, §4.10.2',
  messages: {
    title: 'The DMARC record at {name} calls {domain} a public suffix (psd=y)',
    explanation:
      'With psd=y a domain says that others register names below it, as below com or co.uk. The public suffix list knows {domain} as an ordinary domain.',
    consequence:
      'Receivers that follow RFC 9989 then take every name directly below {domain} for an organization of its own: in relaxed mode mail from one such name no longer aligns with another.',
    remedy: 'Publish the record without psd=y, unless {domain} really lets others register names below it.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found || found.record.psd !== 'y') return;
    const { place, record, name, evidence } = found;
    if (registrableDomain(place.domain) === null) return;
    const tags = record.tags.filter((tag) => tag.name.toLowerCase() === 'psd');
    const value = withoutTags(record.text, tags);
    const params = { name, domain: place.domain };
    yield { about: name, params, ...placeOf(record, 'psd'), ...fixFor(dmarc, name, value), evidence };
  },
});

import { defineCheck } from '../../check.ts';
import { withoutTags } from '../../text/tag-list.ts';
import { type DmarcRecord, parseDmarc } from '../parse.ts';
import { removedTags } from '../removed-tags.ts';
import { applying, fixFor, mayApply, mendedText, unwalked } from './applying.ts';

/** Where pct holds a policy back, for subdomains too, to drop it is a decision: see dmarc-testing. */
function withoutRemoved(record: DmarcRecord): string | null {
  const isNone = [record.p, record.sp].every((one) => !one || one.policy === 'none');
  const percentages = record.tags.filter(({ name }) => name.toLowerCase() === 'pct');
  const isIdle = record.pct === null || record.pct === 100;
  // Of two, receivers may take either.
  const neutral = isNone || (isIdle && percentages.length < 2);
  const text = neutral ? mendedText(record) : null;
  return text === null ? null : withoutTags(text, withdrawn(parseDmarc(text)));
}

function withdrawn({ tags }: DmarcRecord): DmarcRecord['tags'] {
  return tags.filter(({ name }) => removedTags.has(name.toLowerCase()));
}

export const dmarcTagsRemoved = defineCheck({
  id: 'dmarc-tags-removed',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'notice',
  reference: 'RFC 9989 §9.3, Appendix A.6',
  messages: {
    title: 'The DMARC record at {name} uses what RFC 9989 withdrew: {tags}',
    explanation:
      'RFC 9989 withdrew pct, rf and ri. Between 0 and 100, pct was rarely applied as written; t=y took the place of pct=0.',
    consequence:
      'Newer receivers ignore such tags, older ones still read them, so that the two may act differently on the same record.',
    remedy: 'Publish the record without {tags}. To try out a policy, use t=y.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found) return;
    const { record, name, evidence } = found;
    const tags = withdrawn(record);
    const [first] = tags;
    if (!first) return;
    yield {
      about: name,
      params: { name, tags: tags.map((tag) => tag.name.toLowerCase()).join(', ') },
      at: { record: record.text, start: first.start, end: first.end },
      ...fixFor(dmarc, name, withoutRemoved(record)),
      evidence,
    };
  },
});

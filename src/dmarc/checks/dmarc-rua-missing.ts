import { defineCheck } from '../../check.ts';
import { applying, fixFor, mayApply, mendedText, placeOf, unwalked } from './applying.ts';

function withAddress(text: string, domain: string): string {
  return `${text.trimEnd().replace(/;$/, '').trimEnd()}; rua=mailto:dmarc-reports@${domain}`;
}

export const dmarcRuaMissing = defineCheck({
  id: 'dmarc-rua-missing',
  area: 'dmarc',
  needs: ['dmarc'],
  severity: 'notice',
  reference: 'RFC 9989 §4.7',
  messages: {
    title: 'The DMARC record at {name} names no mailbox for aggregate reports',
    explanation:
      'Aggregate reports, sent to the mailto: addresses in rua, show which hosts send as {domain} and whether their mail passes.',
    consequence:
      'Nothing is refused for it, but senders that fail, your own forgotten ones and forgers alike, stay unseen.',
    remedy: 'Add rua=mailto: with an address that exists and is read, by people or by a report service.',
  },
  applies: mayApply,
  *find({ dmarc }) {
    yield* unwalked(dmarc);
    const found = applying(dmarc);
    if (!found) return;
    const { place, record, name, evidence } = found;
    const tag = record.tags.find((one) => one.name.toLowerCase() === 'rua');
    // An address that is none is a matter of dmarc-syntax.
    const broken = tag !== undefined && (record.rua.length === 0 || record.rua.some(({ valid }) => !valid));
    if (broken || record.rua.some(({ address }) => address !== null)) return;
    const text = tag ? null : mendedText(record);
    const value = text === null ? null : withAddress(text, place.domain);
    const params = { name, domain: place.domain };
    yield { about: name, params, ...placeOf(record, 'rua'), ...fixFor(dmarc, name, value), evidence };
  },
});

import type { Answer, Asked } from '../dns/resolver.ts';
import { byText } from './order.ts';
import { isSpf, parseSpf, type SpfRecord } from './parse.ts';
import { remembered } from './remembered.ts';

const selected = remembered((answer: Answer<'TXT'>): readonly SpfRecord[] => {
  const records = answer.status === 'found' ? answer.records : [];
  const texts = records.map((strings) => strings.join(''));
  return texts.filter(isSpf).toSorted(byText).map(parseSpf);
});

/** The v=spf1 records of a TXT answer, strings joined without a space (RFC 7208 §3.3, §4.5), by text. */
export function spfRecords({ answer }: Asked<'TXT'>): readonly SpfRecord[] {
  return selected(answer);
}

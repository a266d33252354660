import { type Asked, recordsOf } from '../dns/resolver.ts';
import { byText } from './order.ts';
import { isSpf, parseSpf, type SpfRecord } from './parse.ts';
import { remembered } from './remembered.ts';

/** The v=spf1 records of a TXT answer, strings joined without a space (RFC 7208 §3.3, §4.5), by text. */
export const spfRecords: (txt: Asked<'TXT'>) => readonly SpfRecord[] = remembered((txt) => {
  const texts = recordsOf(txt).map((strings) => strings.join(''));
  return texts.filter(isSpf).toSorted(byText).map(parseSpf);
});

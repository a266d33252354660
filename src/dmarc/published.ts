import { type Asked, isFailed } from '../dns/resolver.ts';
import type { DmarcFacts, DmarcPlace } from './facts.ts';
import { isDmarc, parseDmarc } from './parse.ts';
import { effectivePolicy, type Existence } from './policy.ts';
import { conclude } from './walk.ts';

/** Whether a domain exists, by the answer to any question about it (RFC 8020 §2). */
export function existenceBy({ answer }: Asked<'CNAME'>): Existence {
  if (answer.status === 'nxdomain') return 'missing';
  return answer.status === 'failed' ? 'unknown' : 'exists';
}

function placeWith(place: DmarcPlace, text: string): DmarcPlace {
  const txt: Asked<'TXT'> = { ...place.txt, answer: { status: 'found', records: [[text]] } };
  return { ...place, txt, records: isDmarc(text) ? [parseDmarc(text)] : [], discarded: [] };
}

/**
 * What receivers would find if that were the only DMARC record at a name of the walk: everything that is judged of the
 * policy is judged anew. Null where the name is none of the walk, or could not be asked.
 */
export function withRecord(dmarc: DmarcFacts, name: string, text: string): DmarcFacts | null {
  const place = dmarc.places.find(({ txt }) => txt.name === name);
  if (!place || isFailed(place.txt)) return null;
  const [own, ...above] = dmarc.places.map((one) => (one === place ? placeWith(one, text) : one));
  if (!own) return null;
  const discovery = conclude([own, ...above]);
  return { ...dmarc, ...discovery, ...effectivePolicy(discovery, existenceBy(dmarc.existence)) };
}

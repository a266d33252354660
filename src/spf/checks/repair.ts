import type { Fix } from '../../check.ts';
import type { SpfFacts, SpfRemedy } from '../facts.ts';
import { parseSpf } from '../parse.ts';
import { type SpfRecord, termText } from '../record.ts';

/** The fix of a finding: the remedy of its record, where the fault is gone from that. */

interface Fixed {
  readonly fix?: readonly Fix[];
}

type Settles = (mended: SpfRecord, remedy: SpfRemedy) => boolean;

/** One remedy serves all findings about a record, so that the fix of one undoes no other. */
export function mend({ remedies }: Pick<SpfFacts, 'remedies'>, name: string, settles: Settles): Fixed {
  const remedy = remedies.find((one) => one.name === name);
  if (!remedy || !settles(parseSpf(remedy.text), remedy)) return {};
  const { text, lookups, complete, voidLookups, hosts, added } = remedy;
  const proof = { lookups, complete, voidLookups, hosts, added };
  return { fix: [{ name, type: 'TXT', value: text, proof }] };
}

/** The same for a fault that is one term: gone where the term is. */
export function mendTerm(spf: Pick<SpfFacts, 'remedies'>, name: string, text: string): Fixed {
  return mend(spf, name, (record) => record.terms.every((term) => termText(record, term) !== text));
}

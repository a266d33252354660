import { type Asked, isFailed, recordsOf } from '../dns/resolver.ts';
import { isAlmostSpf, meantBy } from './almost.ts';
import type { SpfElsewhere, SpfFacts } from './facts.ts';
import { isSpf, parseSpf } from './parse.ts';
import type { SpfRecord, SpfTerm } from './record.ts';
import { authorizesSomebody } from './rewrite.ts';

/** A text that was meant for SPF, where no receiver uses it for the domain. */
export interface Misplaced {
  readonly txt: Asked<'TXT'>;
  readonly text: string;
  /** It does not begin as a record does (RFC 7208 §4.5), or stands at the name with this label. */
  readonly why: 'version' | '_dmarc' | '_spf' | 'www';
}

const textsOf = (txt: Asked<'TXT'>) => recordsOf(txt).map((strings) => strings.join(''));

/**
 * At another name, unless a wildcard answers there or may do so: then the text stands in for every name. A name that
 * sends nothing may well say so (RFC 7208 §10.1.2).
 */
function beside(
  txt: Asked<'TXT'> | undefined,
  why: Misplaced['why'],
  { control }: SpfElsewhere,
): Misplaced[] {
  if (!txt || !control || isFailed(control)) return [];
  const everywhere = new Set(textsOf(control));
  return textsOf(txt)
    .filter((text) => isSpf(text) && !everywhere.has(text) && authorizesSomebody(parseSpf(text)))
    .map((text) => ({ txt, text, why }));
}

/** Behind an alias stands the record of somebody else. */
function ownWww({ www, wwwAlias }: SpfElsewhere): Asked<'TXT'> | undefined {
  const answer = wwwAlias?.answer.status;
  return answer === 'found' || answer === 'failed' ? undefined : www;
}

export function misplaced({ txt, elsewhere }: Pick<SpfFacts, 'txt' | 'elsewhere'>): Misplaced[] {
  const almost = textsOf(txt).filter(isAlmostSpf);
  return [
    ...almost.map((text): Misplaced => ({ txt, text, why: 'version' })),
    ...beside(elsewhere.dmarc, '_dmarc', elsewhere),
    ...beside(elsewhere.spf, '_spf', elsewhere),
    ...beside(ownWww(elsewhere), 'www', elsewhere),
  ];
}

/** What failed of the questions that decide whether something is misplaced. */
export function unaskedElsewhere({ dmarc, spf, www, wwwAlias, control }: SpfElsewhere): Asked[] {
  return [dmarc, spf, www, wwwAlias, control].filter((asked) => asked !== undefined && isFailed(asked));
}

/** It means something else in the record of another name. */
function isRelative(term: SpfTerm): boolean {
  if (!('domain' in term)) return false;
  if (!term.domain) return true;
  return term.domain.parts.some((part) => part.kind === 'expand' && /[do]/.test(part.letter));
}

/** The record of the domain that was probably meant; null where that cannot be told. */
function meant({ txt, text, why }: Misplaced): SpfRecord | null {
  const record = meantBy(text);
  if (!record || !authorizesSomebody(record)) return null;
  if (why === 'version' || why === '_dmarc') return record;
  if (record.terms.some(isRelative)) return null;
  // Others may include the record at "_spf" already: it stays where it is.
  return why === '_spf' ? parseSpf(`v=spf1 include:${txt.name} ~all`) : record;
}

/** What the domain may publish for all that is misplaced; null unless one record can be meant. */
export function proposal(facts: Pick<SpfFacts, 'txt' | 'elsewhere'>): SpfRecord | null {
  const [first, ...others] = misplaced(facts).map(meant);
  return first && others.every((other) => other?.text === first.text) ? first : null;
}

import { type Asked, recordsOf } from '../dns/resolver.ts';
import { isAlmostSpf } from './almost.ts';
import type { SpfElsewhere, SpfFacts } from './facts.ts';
import { isSpf, parseSpf } from './parse.ts';
import { authorizesSomebody } from './rewrite.ts';

/** A text that was meant for SPF, where no receiver finds it. */
export interface Misplaced {
  readonly txt: Asked<'TXT'>;
  readonly text: string;
  /** It does not begin as a record does (RFC 7208 §4.5), or stands at another name. */
  readonly why: 'version' | 'name';
}

const textsOf = (txt: Asked<'TXT'>) => recordsOf(txt).map((strings) => strings.join(''));

/** At another name, unless a wildcard answers there: then the text stands in for every name. */
function beside(txt: Asked<'TXT'> | undefined, { control }: SpfElsewhere): Misplaced[] {
  if (!txt) return [];
  const everywhere = new Set(control ? textsOf(control) : []);
  return textsOf(txt)
    .filter((text) => isSpf(text) && !everywhere.has(text))
    .map((text) => ({ txt, text, why: 'name' }));
}

export function misplaced({ txt, elsewhere }: Pick<SpfFacts, 'txt' | 'elsewhere'>): Misplaced[] {
  const almost = textsOf(txt).filter(isAlmostSpf);
  // Behind an alias stands the record of somebody else.
  const www = elsewhere.wwwAlias?.answer.status === 'found' ? undefined : elsewhere.www;
  const hosts = [...beside(elsewhere.spf, elsewhere), ...beside(www, elsewhere)];
  return [
    ...almost.map((text): Misplaced => ({ txt, text, why: 'version' })),
    ...beside(elsewhere.dmarc, elsewhere),
    // A host that sends nothing may well say so (RFC 7208 §10.1.2).
    ...hosts.filter(({ text }) => authorizesSomebody(parseSpf(text))),
  ];
}

export function misplacedTexts(facts: Pick<SpfFacts, 'txt' | 'elsewhere'>): string[] {
  return misplaced(facts).map(({ text }) => text);
}

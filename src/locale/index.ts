import type { Check, Messages } from '../check.ts';
import type { Language } from '../text/say.ts';
import { french } from './fr/index.ts';
import { frenchReferences } from './fr/references.ts';

type Catalogue = Readonly<Record<string, Messages>>;

/** English lies in the checks themselves. */
const catalogues: Readonly<Record<Exclude<Language, 'en'>, Catalogue>> = { fr: french };

/** The templates of a check in a language; those of a check that presend does not know are as it brings them. */
export function messagesOf({ id, messages }: Check, language: Language): Messages {
  if (language === 'en') return messages;
  const catalogue = catalogues[language];
  return (Object.hasOwn(catalogue, id) ? catalogue[id] : undefined) ?? messages;
}

const references: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, string>>>> = {
  fr: frenchReferences,
};

/** The clause, or the receivers' rule, behind a check, in a language. */
export function referenceOf({ id, reference }: Check, language: Language): string {
  if (language === 'en') return reference;
  const own = references[language];
  return (Object.hasOwn(own, id) ? own[id] : undefined) ?? reference;
}

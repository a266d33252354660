import type { Check, Messages } from '../check.ts';
import type { Language } from '../text/say.ts';
import { french } from './fr/index.ts';

type Catalogue = Readonly<Record<string, Messages>>;

/** English lies in the checks themselves. */
const catalogues: Readonly<Record<Exclude<Language, 'en'>, Catalogue>> = { fr: french };

/** The templates of a check in a language; those of a check that presend does not know are as it brings them. */
export function messagesOf({ id, messages }: Check, language: Language): Messages {
  if (language === 'en') return messages;
  const catalogue = catalogues[language];
  return (Object.hasOwn(catalogue, id) ? catalogue[id] : undefined) ?? messages;
}

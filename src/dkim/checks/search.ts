import { clauses, listed } from '../../text/lists.ts';
import { phrase, type Said } from '../../text/say.ts';
import type { DkimFacts } from '../facts.ts';

const others = { en: '{count} others', fr: '{count} autres' } as const;

/** At most three, and how many there are beyond them. */
export function named(names: readonly string[]): Said {
  if (names.length <= 3) return listed(names);
  return listed([...names.slice(0, 2), phrase(others, { count: names.length - 2 })]);
}

const commonOnes = {
  en: 'the {common} most common selectors',
  fr: 'les {common} sélecteurs les plus courants',
} as const;
const andThoseOf = {
  en: 'the {common} most common selectors and those of {services}',
  fr: 'les {common} sélecteurs les plus courants et les sélecteurs habituels chez {services}',
} as const;

/** Which selectors were tried, in words: `the 120 most common selectors and those of Mailjet`. */
export function searched({ tried, common, providers }: DkimFacts): Said {
  const asked = providers.filter(({ selectors }) => selectors.some((one) => tried.includes(one)));
  if (asked.length === 0) return phrase(commonOnes, { common });
  return phrase(andThoseOf, { common, services: named(asked.map(({ name }) => name)) });
}

const give = { en: 'give yours with --selector', fr: 'indiquer le sélecteur avec --selector' } as const;
const giveOrTryAll = {
  en: 'give yours with --selector, or try all {known} known ones with --selectors all',
  fr: 'indiquer le sélecteur avec --selector, ou essayer les {known} sélecteurs connus avec --selectors all',
} as const;
const formed = { en: 'those of {name} are {form}', fr: 'forme des sélecteurs chez {name} : {form}' } as const;

/** How to try what was not tried, completing "…; give yours with --selector". */
export function further({ common, known, providers }: DkimFacts): Said {
  const forms = providers.flatMap(({ name, form }) =>
    form === undefined ? [] : [phrase(formed, { name, form })],
  );
  return clauses([common < known ? phrase(giveOrTryAll, { known }) : give, ...forms]);
}

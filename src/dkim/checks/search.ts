import type { DkimFacts } from '../facts.ts';

/** At most three, and how many there are beyond them. */
export function named(names: readonly string[]): string {
  const last = names.length > 3 ? `${names.length - 2} others` : names.at(-1);
  const rest = names.slice(0, names.length > 3 ? 2 : -1);
  return rest.length > 0 ? `${rest.join(', ')} and ${last}` : `${last}`;
}

/** Which selectors were tried, in words: `the 120 most common selectors and those of Mailjet`. */
export function searched({ tried, common, providers }: DkimFacts): string {
  const asked = providers.filter(({ selectors }) => selectors.some((one) => tried.includes(one)));
  const those = asked.length === 0 ? '' : ` and those of ${named(asked.map(({ name }) => name))}`;
  return `the ${common} most common selectors${those}`;
}

/** How to try what was not tried, completing "…; give yours with --selector". */
export function further({ common, known, providers }: DkimFacts): string {
  const formed = providers.flatMap(({ name, form }) =>
    form === undefined ? [] : [`those of ${name} are ${form}`],
  );
  const all = common < known ? `, or try all ${known} known ones with --selectors all` : '';
  return `give yours with --selector${all}${formed.map((one) => `; ${one}`).join('')}`;
}

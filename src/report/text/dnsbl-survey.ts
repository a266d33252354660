import type { DnsblFacts } from '../../dnsbl/facts.ts';
import { firstOf } from '../../text/first-of.ts';
import { grouped } from '../../text/grouped.ts';
import { type Language, phrase, type Said, say, type Spoken, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { matrix, matrixLegend } from './dnsbl-matrix.ts';
import { entry } from './entry.ts';
import type { Paint } from './style.ts';

const sources: Readonly<Record<'given' | 'spf', Words>> = {
  given: { en: 'given: {addresses}', fr: 'indiquées : {addresses}' },
  spf: {
    en: 'single hosts that SPF authorizes: {addresses}',
    fr: 'hôtes isolés que SPF autorise : {addresses}',
  },
};

const labels = {
  addresses: { en: 'Addresses', fr: 'Adresses' },
  domains: { en: 'Domains', fr: 'Domaines' },
};

/** Addresses of one origin that are named. */
const named = 5;

/** Which addresses are looked up, and why. */
function origins({ addresses, omitted }: Spoken<DnsblFacts>, width: number, language: Language): string[] {
  const told = (['given', 'spf'] as const).flatMap((source) => {
    const some = addresses.filter((one) => one.source === source).map(({ address }) => address);
    if (some.length === 0) return [];
    return [{ ...sources[source], with: { addresses: firstOf(some, named) } }];
  });
  const words = {
    en: 'left out of those that SPF authorizes: {omitted}',
    fr: 'laissées de côté parmi celles que SPF autorise : {omitted}',
  };
  const left = omitted > 0 ? [phrase(words, { omitted: grouped(omitted) })] : [];
  const all: readonly Said[] = [...told, ...left];
  const none = { en: 'none known: give --ip', fr: 'aucune connue : indiquer --ip' };
  return (all.length > 0 ? all : [none]).flatMap((text, index) =>
    entry(index === 0 ? say(labels.addresses, language) : '', say(text, language), width),
  );
}

/** Addresses and domains beside the lists. */
export function dnsblSurvey(
  facts: Spoken<DnsblFacts>,
  { width, language = 'en' }: RenderOptions,
  paint: Paint,
): string[] {
  const { lists, listings, domains } = facts;
  const subjects = [...facts.addresses.map(({ address }) => address), ...domains];
  const digits = String(lists.length).length;
  const numbered = lists.flatMap(({ name }, index) =>
    wrap(legible(name), width - digits - 1).map(
      (line, at) => `${(at === 0 ? String(index + 1) : '').padStart(digits)} ${line}`,
    ),
  );
  return [
    '',
    ...origins(facts, width, language),
    ...entry(say(labels.domains, language), domains.join(', '), width),
    '',
    ...numbered,
    '',
    ...matrix(subjects, lists, listings, { width, language, paint }),
    ...wrap(say(matrixLegend, language), width).map((line) => paint('quiet', line)),
  ];
}

import type { DnsblFacts } from '../../dnsbl/facts.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { matrix, matrixLegend } from './dnsbl-matrix.ts';
import { entry } from './entry.ts';
import type { Paint } from './style.ts';

const sources = { given: 'given', spf: 'single hosts that SPF authorizes' } as const;

/** Addresses of one origin that are named. */
const named = 5;

/** Which addresses are looked up, and why. */
function origins({ addresses, omitted }: DnsblFacts, width: number): string[] {
  const told = (['given', 'spf'] as const).flatMap((source) => {
    const some = addresses.filter((one) => one.source === source).map(({ address }) => address);
    if (some.length === 0) return [];
    const more = some.length > named ? ` and ${some.length - named} more` : '';
    return [`${sources[source]}: ${some.slice(0, named).join(', ')}${more}`];
  });
  const left =
    omitted > 0 ? [`left out of those that SPF authorizes: ${omitted.toLocaleString('en-US')}`] : [];
  const all = [...told, ...left];
  const texts = all.length > 0 ? all : ['none known: give --ip'];
  return texts.flatMap((text, index) => entry(index === 0 ? 'Addresses' : '', text, width));
}

/** Addresses and domains beside the lists. */
export function dnsblSurvey(facts: DnsblFacts, { width }: RenderOptions, paint: Paint): string[] {
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
    ...origins(facts, width),
    ...entry('Domains', domains.join(', '), width),
    '',
    ...numbered,
    '',
    ...matrix(subjects, lists, listings, width, paint),
    ...wrap(matrixLegend, width).map((line) => paint('quiet', line)),
  ];
}

import type { RegisteredList } from '../../lookup.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { type Paint, painter } from './style.ts';

const accesses = {
  open: '',
  registration: 'the resolver must be registered',
  key: 'a key is needed',
} as const;

const families = { ipv4: 'IPv4', ipv6: 'IPv6', domain: 'domains' } as const;

function state({ status }: RegisteredList, paint: Paint): string {
  if (status === null) return paint('quiet', 'not asked');
  return status.outage === null ? paint('ready', 'working') : paint('unknown', 'no verdict');
}

function entryLines(one: RegisteredList, width: number, paint: Paint): string[] {
  const { zone, name, kinds, weight, access, terms, seen, delisting, usedBy } = one.list;
  const facts = [
    kinds.map((kind) => families[kind]).join(' and '),
    `weight ${weight}`,
    ...(seen === null ? [] : [`seen alive ${seen}`]),
    ...(terms === null ? (accesses[access] === '' ? [] : [accesses[access]]) : [terms]),
  ].join('; ');
  const under = (text: string) => wrap(legible(text), width - 2).map((line) => `  ${line}`);
  return [
    ...wrap(legible(`${name} (${zone})`), width).map((line) => paint('strong', line)),
    `  ${state(one, paint)}`,
    ...(one.status?.outage ? under(one.status.outage) : []),
    ...(usedBy === undefined ? [] : under(`used by ${usedBy}`)),
    ...under(facts),
    ...under(delisting),
  ];
}

const purposes = {
  block: 'Blocklists',
  allow: 'Lists of senders to be trusted',
  inform: 'Lists that tell a fact and judge nobody',
} as const;

/** The register, and how each list stands now. */
export function renderRegister(lists: readonly RegisteredList[], options: RenderOptions): string {
  const paint = painter(options);
  const { width } = options;
  const sections = (['block', 'allow', 'inform'] as const).flatMap((purpose) => {
    const some = lists.filter(({ list }) => list.purpose === purpose);
    if (some.length === 0) return [];
    const working = some.filter(({ status }) => status?.outage === null).length;
    return [
      '',
      paint('strong', `${purposes[purpose]}: ${working} of ${some.length} answer as they should`),
      ...some.flatMap((one) => ['', ...entryLines(one, width, paint)]),
    ];
  });
  return `${sections.slice(1).join('\n')}\n`;
}

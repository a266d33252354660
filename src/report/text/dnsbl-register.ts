import type { RegisteredList } from '../../lookup.ts';
import { joined, type Language, phrase, type Said, say, semicolon, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import { type Paint, painter } from './style.ts';

type List = RegisteredList['list'];

const accesses: Readonly<Record<List['access'], Words | null>> = {
  open: null,
  registration: { en: 'the resolver must be registered', fr: 'le résolveur doit être déclaré' },
  key: { en: 'a key is needed', fr: 'une clé est nécessaire' },
};

const families: Readonly<Record<List['kinds'][number], Words>> = {
  ipv4: { en: 'IPv4', fr: 'IPv4' },
  ipv6: { en: 'IPv6', fr: 'IPv6' },
  domain: { en: 'domains', fr: 'domaines' },
};

const weights: Readonly<Record<List['weight'], Words>> = {
  critical: { en: 'weight critical', fr: 'poids : critique' },
  error: { en: 'weight error', fr: 'poids : erreur' },
  warning: { en: 'weight warning', fr: 'poids : avertissement' },
  notice: { en: 'weight notice', fr: 'poids : remarque' },
};

const states = {
  unasked: { en: 'not asked', fr: 'non interrogée' },
  working: { en: 'working', fr: 'fonctionne' },
  silent: { en: 'no verdict', fr: 'sans verdict' },
};

function state({ status }: RegisteredList, language: Language, paint: Paint): string {
  if (status === null) return paint('quiet', say(states.unasked, language));
  return status.outage === null
    ? paint('ready', say(states.working, language))
    : paint('unknown', say(states.silent, language));
}

/** What a list holds, how much an entry weighs, when it was last seen alive, and its terms. */
function factsOf({ kinds, weight, access, terms, seen }: List): readonly Said[] {
  const [first, second] = kinds.map((kind) => families[kind]);
  const held =
    first && second
      ? phrase({ en: '{first} and {second}', fr: '{first} et {second}' }, { first, second })
      : first;
  return [
    held ?? '',
    weights[weight],
    ...(seen === null ? [] : [phrase({ en: 'seen alive {seen}', fr: 'vue active en {seen}' }, { seen })]),
    terms ?? accesses[access] ?? [],
  ].flat();
}

function entryLines(one: RegisteredList, width: number, language: Language, paint: Paint): string[] {
  const { zone, name, delisting, usedBy } = one.list;
  const under = (text: string) => wrap(legible(text), width - 2).map((line) => `  ${line}`);
  return [
    ...wrap(legible(`${name} (${zone})`), width).map((line) => paint('strong', line)),
    `  ${state(one, language, paint)}`,
    ...(one.status?.outage ? under(one.status.outage) : []),
    ...(usedBy === undefined
      ? []
      : under(
          say(phrase({ en: 'used by {users}', fr: 'utilisée par {users}' }, { users: usedBy }), language),
        )),
    ...under(say(joined(factsOf(one.list), semicolon), language)),
    ...under(delisting),
  ];
}

const purposes: Readonly<Record<List['purpose'], Words>> = {
  block: {
    en: 'Blocklists: {working} of {all} answer as they should',
    fr: 'Listes noires : {working} sur {all} en état de marche',
  },
  allow: {
    en: 'Lists of senders to be trusted: {working} of {all} answer as they should',
    fr: "Listes d'expéditeurs de confiance : {working} sur {all} en état de marche",
  },
  inform: {
    en: 'Lists that tell a fact and judge nobody: {working} of {all} answer as they should',
    fr: 'Listes qui signalent un fait sans juger personne : {working} sur {all} en état de marche',
  },
};

/** The register, and how each list stands now. */
export function renderRegister(lists: readonly RegisteredList[], options: RenderOptions): string {
  const paint = painter(options);
  const { width, language = 'en' } = options;
  const sections = (['block', 'allow', 'inform'] as const).flatMap((purpose) => {
    const some = lists.filter(({ list }) => list.purpose === purpose);
    if (some.length === 0) return [];
    const working = some.filter(({ status }) => status?.outage === null).length;
    return [
      '',
      ...wrap(say({ ...purposes[purpose], with: { working, all: some.length } }, language), width).map(
        (line) => paint('strong', line),
      ),
      ...some.flatMap((one) => ['', ...entryLines(one, width, language, paint)]),
    ];
  });
  return `${sections.slice(1).join('\n')}\n`;
}

import type * as surveyed from '../../spf/surveyed.ts';
import { grouped } from '../../text/grouped.ts';
import { joined, phrase, type Said, say, type Spoken, type Words } from '../../text/say.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report } from '../report.ts';
import { entry } from './entry.ts';
import { identityOf, pathLines, type SpfEvaluation } from './spf-path.ts';
import { treeLines } from './spf-tree.ts';
import type { Paint } from './style.ts';

type SpfSurvey = Spoken<surveyed.SpfSurvey>;

const labels = {
  record: { en: 'Record', fr: 'Taille' },
  lookups: { en: 'Lookups', fr: 'Recherches' },
  void: { en: 'Void', fr: 'À vide' },
  authorizes: { en: 'Authorizes', fr: 'Autorise' },
  names: { en: 'Names', fr: 'Désigne' },
  providers: { en: 'Providers', fr: 'Services' },
} as const satisfies Readonly<Record<string, Words>>;

const atLeast = { en: 'at least {count}', fr: 'au moins {count}' } as const;

/** A lower bound where not all was seen. */
function bound(count: number | null, complete: boolean): Said {
  const shown = String(count);
  return complete ? shown : phrase(atLeast, { count: shown });
}

const ofLimit = {
  en: '{count} of {limit}; {rest}{most}',
  fr: '{count} sur {limit} ; {rest}{most}',
} as const;
const passed = {
  en: 'the limit is passed at "{term}" of {domain}',
  fr: 'la limite est dépassée à « {term} » ({domain})',
} as const;
const remaining = { en: '{left} left', fr: 'il en reste {left}' } as const;
const costsMost = {
  en: '; the dearest is "{term}" with {cost}',
  fr: ' ; le plus coûteux est « {term} » avec {cost}',
} as const;

function lookups({ lookups: { total, limit, left, complete, passedAt, dearest } }: SpfSurvey): Said {
  return phrase(ofLimit, {
    count: bound(total, complete),
    limit,
    rest: passedAt
      ? phrase(passed, { term: passedAt.term, domain: passedAt.domain })
      : phrase(remaining, { left: String(left) }),
    most: dearest && dearest.cost > 1 ? phrase(costsMost, { term: dearest.term, cost: dearest.cost }) : '',
  });
}

const about = { en: 'about 2^{power}', fr: 'environ 2^{power}' } as const;

/** `2^80` from 2^20 on, plain digits below. */
function approximate(digits: string): Said {
  const count = BigInt(digits);
  if (count < 2n ** 20n) return grouped(Number(count));
  return phrase(about, { power: count.toString(2).length - 1 });
}

const everyAddress = { en: 'every {family} address', fr: 'toutes les adresses {family}' } as const;
const noAddress = { en: '0 {family} addresses', fr: '0 adresse {family}' } as const;
const oneAddress = { en: '1 {family} address', fr: '1 adresse {family}' } as const;
const someAddresses = { en: '{count} {family} addresses', fr: '{count} adresses {family}' } as const;

function counted(digits: string, all: bigint, family: 'IPv4' | 'IPv6', count: Said): Said {
  if (BigInt(digits) === all) return phrase(everyAddress, { family });
  if (digits === '0') return phrase(noAddress, { family });
  return digits === '1' ? phrase(oneAddress, { family }) : phrase(someAddresses, { count, family });
}

function amount({ ipv4, ipv6 }: surveyed.SpfAddresses): Said {
  return joined(
    [
      counted(String(ipv4), 2n ** 32n, 'IPv4', grouped(ipv4)),
      counted(ipv6, 2n ** 128n, 'IPv6', approximate(ipv6)),
    ],
    ', ',
  );
}

const moreOrFewer = {
  en: '{amount}; more or fewer where the message, the client or a failed question decides',
  fr: '{amount} ; plus ou moins là où décide le message, le client ou une requête restée sans réponse',
} as const;

function authorized({ addresses }: SpfSurvey): Said {
  return addresses.complete ? amount(addresses) : phrase(moreOrFewer, { amount: amount(addresses) });
}

const keptByErrors = {
  en: '{amount}; errors keep the others from passing',
  fr: '{amount} ; des erreurs empêchent les autres de passer',
} as const;

/** What terms name, where errors keep some of it from passing. */
function named({ addresses, named: all }: SpfSurvey): Said | null {
  if (addresses.ipv4 === all.ipv4 && addresses.ipv6 === all.ipv6) return null;
  return phrase(keptByErrors, { amount: amount(all) });
}

const forClients = {
  en: '{ipv4} for clients on IPv4, {ipv6} on IPv6; {limit} are allowed',
  fr: '{ipv4} pour les clients en IPv4, {ipv6} en IPv6 ; {limit} sont permises',
} as const;

function voids({ voidLookups: { ipv4, ipv6, limit, complete } }: SpfSurvey): Said {
  return phrase(forClients, { ipv4: bound(ipv4, complete), ipv6: bound(ipv6, complete), limit });
}

const size = { en: '{octets} octets', fr: '{octets} octets' } as const;

function summary(survey: SpfSurvey, { width, language = 'en' }: RenderOptions): string[] {
  const { providers, records } = survey;
  const names = named(survey);
  const [first] = records;
  const line = (label: keyof typeof labels, text: Said) =>
    entry(say(labels[label], language), say(text, language), width);
  const octets =
    records.length === 1 && first ? line('record', phrase(size, { octets: grouped(first.octets) })) : [];
  return [
    ...octets,
    ...(records.length > 1 ? [] : line('lookups', lookups(survey))),
    ...(records.length > 1 ? [] : line('void', voids(survey))),
    ...line('authorizes', authorized(survey)),
    ...(names === null ? [] : line('names', names)),
    ...(providers.length === 0 ? [] : line('providers', providers.join(', '))),
  ];
}

/** Addresses whose way is drawn; of more the results are counted. */
const drawnPaths = 8;

/** `pass       192.0.2.9, 192.0.2.10`, a line a result. */
function resultLines(others: readonly SpfEvaluation[], width: number): string[] {
  const results = [...new Set(others.map(({ result }) => result))].toSorted();
  return results.flatMap((result) => {
    const listed = others.filter((one) => one.result === result).map(({ address }) => address);
    return entry(result, listed.join(', '), width);
  });
}

const resultsFor = { en: 'Results for {identity}', fr: 'Résultats pour {identity}' } as const;

/** The results that are not drawn, of each identity apart: one address can have two. */
function otherResults(all: readonly SpfEvaluation[], { width, language = 'en' }: RenderOptions): string[] {
  const identities = [...new Set(all.map((one) => identityOf(one, language)))];
  return identities.flatMap((identity) => {
    const others = all.slice(drawnPaths).filter((one) => identityOf(one, language) === identity);
    if (others.length === 0) return [];
    const heading =
      identities.length > 1 ? wrap(legible(say(phrase(resultsFor, { identity }), language)), width) : [];
    return ['', ...heading, ...resultLines(others, width)];
  });
}

/** What SPF leads to: the figures, the tree, and the way of check_host() for each address that was given. */
export function spfSurvey(report: Report, options: RenderOptions, paint: Paint): string[] {
  const survey = report.survey.spf;
  const evaluations = report.facts.spf?.ok ? report.facts.spf.value.evaluations : [];
  if (!survey) return [];
  const trees = survey.records.flatMap((record) => ['', ...treeLines(record, options, paint)]);
  const paths = evaluations.slice(0, drawnPaths).flatMap((one) => ['', ...pathLines(one, options, paint)]);
  const rest = otherResults(evaluations, options);
  const drawn = survey.records.length === 0 ? [] : ['', ...summary(survey, options), ...trees];
  return [...drawn, ...paths, ...rest];
}

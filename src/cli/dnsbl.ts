import { env } from 'node:process';
import {
  chooseLists,
  type DnsblLookup,
  dnsblRegister,
  dnsblRenderers,
  type FactName,
  InputError,
  lookUpAll,
  parseDomain,
  phrase,
  readAddresses,
  registrableDomain,
  say,
  severities,
  testLists,
} from '../index.ts';
import type { ExitCode } from './exit-code.ts';
import { listsOf, ownLists } from './lists.ts';
import type { CommonOptions } from './options.ts';
import { complain, type Print, renderOptions } from './output.ts';
import { withProgress } from './progress.ts';
import { resolverOf } from './resolver.ts';
import { run } from './run.ts';

const tooMany = {
  en: '{count} addresses and domains are too many at once; give at most {most}',
  fr: "{count} adresses et domaines, c'est trop à la fois ; en indiquer {most} au plus",
} as const;

const noSubject = {
  en: 'name an address or a domain, as in: presend dnsbl 192.0.2.1; or see presend dnsbl --lists',
  fr: 'indiquer une adresse ou un domaine, par exemple : presend dnsbl 192.0.2.1 ; ou voir presend dnsbl --lists',
} as const;

/** Addresses and domains that one run looks up. */
const maxSubjects = 4096;

/** An address, or a network; everything else is a domain, a link too, of which is told what to give. */
function isAddress(text: string): boolean {
  if (text.includes('://')) return false;
  return text.includes('/') || text.includes(':') || /^[\d.]+$/.test(text.trim());
}

/** What lists can be asked about: addresses one by one, a domain and the registrable one above it. */
function subjectsOf(text: string): readonly string[] {
  if (isAddress(text)) return readAddresses(text);
  const domain = parseDomain(text);
  return [domain, registrableDomain(domain) ?? domain];
}

function exitCodeOf(found: DnsblLookup, options: CommonOptions): ExitCode {
  const { verdict, subjects, unlistable, lists, listings } = found;
  const { failOn, strict = false } = options;
  const limit = failOn === 'never' ? -1 : severities.indexOf(failOn);
  const blocking = new Set(lists.filter(({ purpose }) => purpose === 'block').map(({ zone }) => zone));
  const grave = listings.some(
    ({ zone, outcome, weight }) =>
      outcome === 'listed' && blocking.has(zone) && severities.indexOf(weight ?? 'warning') <= limit,
  );
  if (grave) return 1;
  // An entry below the limit must not hide that nobody answered for another subject.
  const told = new Set(
    listings.flatMap(({ zone, outcome, subject }) =>
      blocking.has(zone) && (outcome === 'listed' || outcome === 'not-listed') ? [subject] : [],
    ),
  );
  for (const subject of unlistable) told.add(subject);
  const untold = verdict === 'unknown' || subjects.some((subject) => !told.has(subject));
  const gaps = lists.some(({ outage }) => outage !== null) || listings.some(({ open }) => open !== null);
  return untold || (strict && gaps) ? 3 : 0;
}

async function withResolver<T>(
  options: CommonOptions,
  use: (resolver: Awaited<ReturnType<typeof resolverOf>>) => Promise<T>,
): Promise<T> {
  const ended = new AbortController();
  try {
    return await use(await resolverOf(options, ended.signal));
  } finally {
    ended.abort();
  }
}

/** The register, or the lists that are named, and how they stand now. */
async function showRegister(options: CommonOptions, print: Print): Promise<ExitCode> {
  const own = ownLists(options, env);
  const lists = options.lists === true ? [...own.lists, ...dnsblRegister] : chooseLists(options.lists, own);
  const tested = await withResolver(options, (resolver) =>
    testLists(lists, resolver, ({ key }) => key === undefined || own.keys.has(key.service), options.lang),
  );
  await print(dnsblRenderers[options.format].register(tested, renderOptions(options, env)));
  return options.strict && tested.some(({ status }) => status?.outage) ? 3 : 0;
}

async function lookUp(given: readonly string[], options: CommonOptions, print: Print): Promise<ExitCode> {
  const lists = listsOf(options, env);
  const subjects: string[] = [];
  let wrong = false;
  for (const text of given) {
    try {
      subjects.push(...subjectsOf(text));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      complain(say(error.said, options.lang));
      wrong = true;
    }
  }
  const distinct = [...new Set(subjects)];
  if (distinct.length > maxSubjects)
    throw new InputError(phrase(tooMany, { count: distinct.length, most: maxSubjects }));
  if (distinct.length === 0) return 2;
  const found = await withResolver(options, async (resolver) => {
    const progress = withProgress(resolver, distinct.length * lists.length, options.lang);
    try {
      return await lookUpAll(distinct, progress.resolver, { lists, language: options.lang });
    } finally {
      progress.end();
    }
  });
  await print(dnsblRenderers[options.format].lookup(found, renderOptions(options, env)));
  return wrong ? 2 : exitCodeOf(found, options);
}

/**
 * `presend dnsbl`: without subjects the register; of domains alone their reports; of addresses and networks, and of
 * domains beside them, what the lists say of each.
 * @throws InputError
 */
export async function dnsbl(
  given: readonly string[],
  options: CommonOptions,
  print: Print,
  sections: readonly FactName[],
): Promise<ExitCode> {
  if (options.replay !== undefined) return run(given, options, print, sections);
  if (given.length === 0) {
    if (options.lists !== true && options.lists.length === 0) throw new InputError(noSubject);
    return showRegister(options, print);
  }
  return given.some(isAddress) ? lookUp(given, options, print) : run(given, options, print, sections);
}

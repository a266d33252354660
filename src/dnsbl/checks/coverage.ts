import { failureReason, type UnknownDraft } from '../../check.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import { firstOf } from '../../text/first-of.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import type { DnsblFacts, ListKind, Listing, ListStatus } from '../facts.ts';
import { kindOf } from '../names.ts';

/** Answers that are named. */
const maxNamed = 5;

/** The records of an answer, as far as they are worth showing: a hostile list may send a thousand. */
function answers(asked: ListStatus['test']): Said {
  return firstOf(recordsOf(asked), maxNamed);
}

const broken: Readonly<Record<'empty' | 'wildcard' | 'rewritten', Words>> = {
  empty: {
    en: 'the list lacks its own test entry: it was emptied, or shows this resolver nothing',
    fr: "la liste n'a pas son propre point d'essai, soit qu'elle ait été vidée, soit qu'elle ne montre rien à ce résolveur",
  },
  wildcard: {
    en: 'the list holds the entry that no list may hold: it seems to answer for every name',
    fr: "la liste contient l'entrée qu'aucune liste ne doit contenir, et semble donc répondre pour tous les noms",
  },
  rewritten: {
    en: 'the list answers outside 127.0.0.0/8: the resolver rewrites answers, or the list was given up',
    fr: 'la liste répond hors de 127.0.0.0/8, soit que le résolveur réécrive les réponses, soit que la liste ait été abandonnée',
  },
};

/** Why a list says nothing of anybody; null for one that works. */
export function outage({ health, test }: ListStatus): Said | null {
  if (health.state === 'working') return null;
  if (health.state === 'refused')
    return phrase(
      {
        en: 'the list refuses this resolver: {meaning} ({code}); it may answer a resolver of your own: give --server',
        fr: "la liste refuse ce résolveur ({meaning}, {code}) ; elle répondra peut-être à un résolveur dédié : l'indiquer avec --server",
      },
      { meaning: health.meaning, code: health.code },
    );
  if (health.state === 'broken') return broken[health.why];
  if (isFailed(test))
    return phrase(
      {
        en: 'the list cannot be asked: {reason}',
        fr: 'la liste ne peut pas être interrogée ({reason})',
      },
      { reason: failureReason(test.answer) },
    );
  return phrase(
    {
      en: 'the list answers for its test entry with a code it does not document: {answers}',
      fr: "la liste répond pour son point d'essai par un code qu'elle ne documente pas : {answers}",
    },
    { answers: answers(test) },
  );
}

/** Why a working list left one subject open; null where it did not. */
export function leftOpen({ subject, outcome, codes, asked }: Listing, list: string): Said | null {
  if (outcome !== 'refused' && outcome !== 'unknown') return null;
  const [refused] = codes;
  if (outcome === 'refused' && refused)
    return phrase(
      {
        en: '{list} refuses the question about {subject}: {meaning} ({code})',
        fr: '{list} refuse la requête sur {subject} ({meaning}, {code})',
      },
      { list, subject, meaning: refused.meaning, code: refused.code },
    );
  if (isFailed(asked))
    return phrase(
      {
        en: '{list} gave no verdict on {subject}: {reason}',
        fr: "{list} n'a pas donné de verdict pour {subject} : {reason}",
      },
      { list, subject, reason: failureReason(asked.answer) },
    );
  const words = recordsOf(asked).some((address) => address.startsWith('127.'))
    ? {
        en: '{list} answers for {subject} with a code it does not document: {answers}',
        fr: '{list} répond pour {subject} par un code que la liste ne documente pas : {answers}',
      }
    : {
        en: '{list} answers for {subject} outside 127.0.0.0/8: {answers}',
        fr: '{list} répond pour {subject} hors de 127.0.0.0/8 : {answers}',
      };
  return { ...words, with: { list, subject, answers: answers(asked) } };
}

const families: Readonly<Record<ListKind, Words>> = {
  ipv4: { en: 'IPv4 addresses', fr: "d'adresses IPv4" },
  ipv6: { en: 'IPv6 addresses', fr: "d'adresses IPv6" },
  domain: { en: 'domains', fr: 'de domaines' },
};

/** Subjects of a family that no list that blocks was asked about: it has none of that family. */
function* unasked({ addresses, domains, lists }: DnsblFacts, kind: Listing['kind']): Iterable<UnknownDraft> {
  const subjects = kind === 'domain' ? domains : addresses.map(({ address }) => address);
  for (const family of ['ipv4', 'ipv6', 'domain'] as const) {
    const [first, ...others] = subjects.filter((subject) => kindOf(subject) === family);
    if (first === undefined) continue;
    if (lists.some(({ purpose, kinds }) => purpose === 'block' && kinds.includes(family))) continue;
    const words = {
      en:
        others.length > 0
          ? 'none of the chosen blocklists holds {family}, so {subjects} were not looked up'
          : 'none of the chosen blocklists holds {family}, so {subjects} was not looked up',
      fr: 'aucune des listes noires choisies ne contient {family} : pas de recherche pour {subjects}',
    };
    const reason = { ...words, with: { family: families[family], subjects: firstOf([first, ...others], 1) } };
    yield { about: families[family].en, unknown: null, reason, blocking: false };
  }
}

/** One unknown for each list of a kind that leaves something open. Coverage only: none of them blocks the verdict. */
export function* uncovered(facts: DnsblFacts, kind: Listing['kind']): Iterable<UnknownDraft> {
  yield* unasked(facts, kind);
  for (const list of facts.lists) {
    if (list.kinds.includes('domain') !== (kind === 'domain')) continue;
    const reason = outage(list);
    if (reason !== null) {
      const { name, type } = list.test;
      yield { about: list.zone, unknown: { name, type }, reason, blocking: false };
      continue;
    }
    const [first, ...others] = facts.listings.filter(({ kind: of, zone, outcome }) => {
      return of === kind && zone === list.zone && (outcome === 'refused' || outcome === 'unknown');
    });
    if (!first) continue;
    const { name, type } = first.asked;
    const told = leftOpen(first, list.name) ?? '';
    const words = {
      en: '{told}; left open as well: {others}',
      fr: '{told} ; sans verdict non plus : {others}',
    };
    yield {
      about: list.zone,
      unknown: { name, type },
      reason: others.length > 0 ? phrase(words, { told, others: others.length }) : told,
      blocking: false,
    };
  }
}

import { failureReason, type UnknownDraft } from '../../check.ts';
import { say } from '../../text/say.ts';
import { isFailed, recordsOf } from '../../dns/resolver.ts';
import type { DnsblFacts, Listing, ListStatus } from '../facts.ts';
import { kindOf } from '../names.ts';

/** Answers that are named. */
const maxNamed = 5;

/** The records of an answer, as far as they are worth showing: a hostile list may send a thousand. */
function answers(asked: ListStatus['test']): string {
  const all = recordsOf(asked);
  const left = all.length - maxNamed;
  return all.slice(0, maxNamed).join(', ') + (left > 0 ? ` and ${left} more` : '');
}

const broken = {
  empty: 'the list lacks its own test entry: it was emptied, or shows this resolver nothing',
  wildcard: 'the list holds the entry that no list may hold: it seems to answer for every name',
  rewritten: 'the list answers outside 127.0.0.0/8: the resolver rewrites answers, or the list was given up',
};

/** Why a list says nothing of anybody; null for one that works. */
export function outage({ health, test }: ListStatus): string | null {
  if (health.state === 'working') return null;
  if (health.state === 'refused')
    return `the list refuses this resolver: ${health.meaning} (${health.code}); it may answer a resolver of your own: give --server`;
  if (health.state === 'broken') return broken[health.why];
  if (isFailed(test)) return `the list cannot be asked: ${say(failureReason(test.answer), 'en')}`;
  return `the list answers for its test entry with a code it does not document: ${answers(test)}`;
}

/** Why a working list left one subject open; null where it did not. */
export function leftOpen({ subject, outcome, codes, asked }: Listing, name: string): string | null {
  if (outcome !== 'refused' && outcome !== 'unknown') return null;
  const [refused] = codes;
  if (outcome === 'refused' && refused)
    return `${name} refuses the question about ${subject}: ${refused.meaning} (${refused.code})`;
  if (isFailed(asked))
    return `${name} gave no verdict on ${subject}: ${say(failureReason(asked.answer), 'en')}`;
  const answered = answers(asked);
  if (!recordsOf(asked).some((address) => address.startsWith('127.')))
    return `${name} answers for ${subject} outside 127.0.0.0/8: ${answered}`;
  return `${name} answers for ${subject} with a code it does not document: ${answered}`;
}

const families = { ipv4: 'IPv4 addresses', ipv6: 'IPv6 addresses', domain: 'domains' } as const;

/** Subjects of a family that no list that blocks was asked about: it has none of that family. */
function* unasked({ addresses, domains, lists }: DnsblFacts, kind: Listing['kind']): Iterable<UnknownDraft> {
  const subjects = kind === 'domain' ? domains : addresses.map(({ address }) => address);
  for (const family of ['ipv4', 'ipv6', 'domain'] as const) {
    const [first, ...others] = subjects.filter((subject) => kindOf(subject) === family);
    if (first === undefined) continue;
    if (lists.some(({ purpose, kinds }) => purpose === 'block' && kinds.includes(family))) continue;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    const reason = `none of the chosen blocklists holds ${families[family]}, so ${first}${more} ${others.length > 0 ? 'were' : 'was'} not looked up`;
    yield { about: families[family], unknown: null, reason, blocking: false };
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
    const more = others.length > 0 ? `; left open as well: ${others.length}` : '';
    yield {
      about: list.zone,
      unknown: { name, type },
      reason: `${leftOpen(first, list.name) ?? ''}${more}`,
      blocking: false,
    };
  }
}

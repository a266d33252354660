import { ask, type Asked, isFailed, recordsOf, type Resolver } from '../dns/resolver.ts';
import { formatIp, parseIp, unmapped } from '../text/ip.ts';
import { type Language, type Spoken, spoken } from '../text/say.ts';
import type { Listing } from './facts.ts';
import { type TestedList, testList } from './health.ts';
import { interpret } from './interpret.ts';
import type { Dnsbl } from './list.ts';
import { covers, kindOf, queryName } from './names.ts';

/** Characters of a list's own reason that are kept. */
const reasonCap = 500;

function reasonIn(txt: Asked<'TXT'>): string {
  return recordsOf(txt)
    .map((strings) => strings.join(''))
    .toSorted()
    .join(' / ')
    .slice(0, reasonCap);
}

/** Asks one list about one subject in canonical form; the reason only where it is listed. */
export async function lookUp(subject: string, list: Dnsbl, resolver: Resolver): Promise<Listing> {
  const asked = await ask(resolver, queryName(subject, list.zone), 'A');
  const { outcome, codes, weight } = interpret(asked.answer, list);
  const kind = kindOf(subject) === 'domain' ? 'domain' : 'address';
  const listing: Listing = { subject, kind, zone: list.zone, outcome, codes, asked };
  if (outcome !== 'listed') return listing;
  const txt = await ask(resolver, asked.name, 'TXT');
  const reason = reasonIn(txt);
  return {
    ...listing,
    ...(weight && { weight }),
    ...(reason !== '' && { reason }),
    ...(isFailed(txt) && { reasonUnread: true }),
  };
}

/** The entry of a list that cannot be asked: its test point stands in for the question. */
function unanswered(subject: string, { list, health, test }: TestedList): Listing {
  const refused = health.state === 'refused';
  const codes = refused ? [{ code: health.code, meaning: health.meaning }] : [];
  const kind = kindOf(subject) === 'domain' ? 'domain' : 'address';
  return { subject, kind, zone: list.zone, outcome: refused ? 'refused' : 'unknown', codes, asked: test };
}

/**
 * Looks one address or domain up in the lists that know its kind, each after its test points: a list that does not
 * work gives `refused` or `unknown`, with the question about the test point, and never a listing.
 * @param language of the meanings
 */
export async function lookupDnsbl(
  subject: string,
  lists: readonly Dnsbl[],
  resolver: Resolver,
  language: Language = 'en',
): Promise<Spoken<Listing>[]> {
  const ip = parseIp(subject);
  const canonical = ip ? formatIp(unmapped(ip)) : subject;
  return Promise.all(
    lists
      .filter((list) => covers(list, canonical))
      .map(async (list) => {
        const tested = await testList(list, resolver);
        const listing =
          tested.health.state === 'working'
            ? await lookUp(canonical, list, resolver)
            : unanswered(canonical, tested);
        return spoken(listing, language);
      }),
  );
}

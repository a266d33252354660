import { ask, type Asked, type Resolver } from '../dns/resolver.ts';
import type { ListHealth } from './facts.ts';
import { type Interpretation, interpret } from './interpret.ts';
import type { Dnsbl } from './list.ts';

/** A list and what its test points said. */
export interface TestedList {
  readonly list: Dnsbl;
  readonly health: ListHealth;
  /** The question that decided. */
  readonly test: Asked<'A'>;
}

interface Point extends Interpretation {
  readonly asked: Asked<'A'>;
}

async function point(label: string, list: Dnsbl, resolver: Resolver): Promise<Point> {
  const asked = await ask(resolver, `${label}.${list.zone}`, 'A');
  return { asked, ...interpret(asked.answer, list) };
}

/** A failed or negative answer leaves room for the next test point; these do not. */
const isDecisive = ({ outcome, oddity }: Point) =>
  outcome === 'listed' || outcome === 'refused' || oddity === 'rewritten';

/** Asks the entries that must exist one after the other, until one shows how the list stands. */
async function firstListed(labels: Dnsbl['test']['listed'], list: Dnsbl, resolver: Resolver): Promise<Point> {
  const [label, next, ...rest] = labels;
  const here = await point(label, list, resolver);
  if (isDecisive(here) || next === undefined) return here;
  const later = await firstListed([next, ...rest], list, resolver);
  // A failed question must not hide behind a negative answer to the next one.
  return isDecisive(later) || here.outcome === 'not-listed' ? later : here;
}

/** What the entry that must exist and the entry that must not say together. */
function judge(present: Point, absent: Point): { health: ListHealth; test: Asked<'A'> } {
  for (const { asked, outcome, codes, oddity } of [present, absent]) {
    const [refused] = codes;
    if (outcome === 'refused' && refused) return { health: { state: 'refused', ...refused }, test: asked };
    if (oddity === 'rewritten') return { health: { state: 'broken', why: 'rewritten' }, test: asked };
  }
  // Any code here is one too many, documented or not.
  if (absent.outcome === 'listed' || absent.oddity)
    return { health: { state: 'broken', why: 'wildcard' }, test: absent.asked };
  if (present.outcome === 'not-listed')
    return { health: { state: 'broken', why: 'empty' }, test: present.asked };
  const open = [present, absent].find(({ outcome }) => outcome === 'unknown');
  if (open) return { health: { state: 'unknown', asked: open.asked }, test: open.asked };
  return { health: { state: 'working' }, test: present.asked };
}

/**
 * Asks the test points of a list (RFC 5782 §5). `working` takes an entry that must exist and is listed, and one that
 * must not exist and is not: an emptied list would clear everyone, a wildcarded one would list the world.
 */
export async function testList(list: Dnsbl, resolver: Resolver): Promise<TestedList> {
  const [present, absent] = await Promise.all([
    firstListed(list.test.listed, list, resolver),
    point(list.test.unlisted, list, resolver),
  ]);
  return { list, ...judge(present, absent) };
}

/** Finds out how a list stands. */
export type ListTester = (list: Dnsbl, resolver: Resolver) => Promise<TestedList>;

/** A tester that asks the test points of each list once, however many audits share it. */
export function rememberTests(test: ListTester = testList): ListTester {
  const known = new Map<string, Promise<TestedList>>();
  return (list, resolver) => {
    const earlier = known.get(list.zone);
    if (earlier) return earlier;
    const tested = test(list, resolver);
    known.set(list.zone, tested);
    return tested;
  };
}

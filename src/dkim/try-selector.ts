import { type Asked, ask, isFailed, recordsOf, type Resolver } from '../dns/resolver.ts';
import type { GivenSelector } from '../subject.ts';
import { type Control, keyName } from './control.ts';
import type { DkimSelector } from './facts.ts';
import { parseDkimKey } from './key.ts';

const maxKeys = 10;

function texts(txt: Asked<'TXT'>): string[] {
  return recordsOf(txt).map((strings) => strings.join(''));
}

/** The same records, in whatever order the server gave them. */
function sameRecords(one: Asked<'TXT'>, other: Asked<'TXT'>): boolean {
  return JSON.stringify(texts(one).toSorted()) === JSON.stringify(texts(other).toSorted());
}

/** In the order of their texts: servers rotate what they answer. */
function keysOf(txt: Asked<'TXT'>): DkimSelector['keys'] {
  return texts(txt).toSorted().slice(0, maxKeys).map(parseDkimKey);
}

/** A selector that the user gave: whatever comes back is worth showing. */
export async function gatherGiven(
  { selector, domain }: GivenSelector,
  resolver: Resolver,
): Promise<DkimSelector> {
  const name = keyName(selector, domain);
  const [txt, alias] = await Promise.all([ask(resolver, name, 'TXT'), ask(resolver, name, 'CNAME')]);
  return { selector, domain, source: 'given', txt, alias, keys: keysOf(txt) };
}

/** Where selectors are tried, and what that needs. */
export interface Search {
  readonly domain: string;
  readonly control: Control;
  readonly resolver: Resolver;
}

/**
 * What a selector that nobody gave publishes; null where it publishes nothing, or only what a wildcard gives to every
 * name. No keys where its question failed, or where the control failed and its records may be a wildcard's.
 */
export async function trySelector(
  selector: string,
  { domain, control, resolver }: Search,
): Promise<DkimSelector | null> {
  const name = keyName(selector, domain);
  const txt = await ask(resolver, name, 'TXT');
  const unjudged = { selector, domain, source: 'common' as const, txt, alias: null, keys: [] };
  if (isFailed(txt)) return unjudged;
  if (txt.answer.status !== 'found') return null;
  const decisive = await control.decide();
  if (isFailed(decisive)) return unjudged;
  if (sameRecords(txt, decisive)) return null;
  return { ...unjudged, alias: await ask(resolver, name, 'CNAME'), keys: keysOf(txt) };
}

/** The same for a selector that is an alias at every customer of a provider: one that leads nowhere is worth knowing. */
export async function tryAlias(selector: string, search: Search): Promise<DkimSelector | null> {
  const found = await trySelector(selector, search);
  if (found) return found;
  const { domain, control, resolver } = search;
  const name = keyName(selector, domain);
  const [txt, alias] = await Promise.all([ask(resolver, name, 'TXT'), ask(resolver, name, 'CNAME')]);
  if (alias.answer.status !== 'found') return null;
  // A wildcard's alias is no sign of a customer.
  const wildcard = await ask(resolver, (await control.asked()).name, 'CNAME');
  if (wildcard.answer.status !== 'nxdomain' && wildcard.answer.status !== 'nodata') return null;
  return { selector, domain, source: 'common', txt, alias, keys: [] };
}

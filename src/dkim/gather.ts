import { type Asked, ask, isFailed, type Resolver, recordsOf } from '../dns/resolver.ts';
import type { GivenSelector, Subject } from '../subject.ts';
import type { DkimFacts, DkimSelector } from './facts.ts';
import { parseDkimKey } from './key.ts';
import { commonSelectors } from './selectors.ts';

const maxKeys = 10;

function keyName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`;
}

/** FNV-1a, 32 bits, in hexadecimal. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return state.toString(16).padStart(8, '0');
}

/** A selector that nobody would publish, or a second one, each the same for a domain from run to run. */
export function controlSelector(domain: string, which: 'first' | 'second' = 'first'): string {
  return which === 'first'
    ? `nobody-${hash(domain)}${hash(`${domain}.`)}`
    : `no-one-${hash(`.${domain}`)}${hash(`.${domain}.`)}`;
}

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

interface Control {
  /** The question that counts, as far as it is decided. */
  asked(): Promise<Asked<'TXT'>>;
  /** Asks a second time, under another name, where the first question failed. */
  decide(): Promise<Asked<'TXT'>>;
}

/** Asks for the control at once, and again only where it failed and an answer hangs on it. */
function askControl(domain: string, resolver: Resolver): Control {
  const askFor = (which: 'first' | 'second'): Promise<Asked<'TXT'>> =>
    ask(resolver, keyName(controlSelector(domain, which), domain), 'TXT');
  const again = async (first: Asked<'TXT'>): Promise<Asked<'TXT'>> => {
    if (!isFailed(first)) return first;
    const second = await askFor('second');
    return isFailed(second) ? first : second;
  };
  const first = askFor('first');
  let decided: Promise<Asked<'TXT'>> | null = null;
  return { asked: () => decided ?? first, decide: () => (decided ??= first.then(again)) };
}

async function gatherGiven({ selector, domain }: GivenSelector, resolver: Resolver): Promise<DkimSelector> {
  const name = keyName(selector, domain);
  const [txt, alias] = await Promise.all([ask(resolver, name, 'TXT'), ask(resolver, name, 'CNAME')]);
  return { selector, domain, source: 'given', txt, alias, keys: keysOf(txt) };
}

/**
 * What a common selector publishes; null where it publishes nothing, or only what a wildcard gives to every name. No
 * keys where its question failed, or where the control failed and its records may be a wildcard's.
 */
async function gatherCommon(
  { selector, domain }: GivenSelector,
  control: Control,
  resolver: Resolver,
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

/** Each key name once, in lower case. */
function distinct(selectors: readonly GivenSelector[]): GivenSelector[] {
  const lower = selectors.map((one) => ({ ...one, selector: one.selector.toLowerCase() }));
  return [...new Map(lower.map((one) => [keyName(one.selector, one.domain), one])).values()];
}

/**
 * Asks for the keys of the given selectors and, at the author domain, of the common ones, all at once, with the two
 * questions that tell what silence means. It always has facts: a failed question stays visible as the answer it got.
 */
export async function gatherDkim(
  subject: Pick<Subject, 'authorDomain' | 'selectors'>,
  resolver: Resolver,
): Promise<{ readonly ok: true; readonly value: DkimFacts }> {
  const domain = subject.authorDomain;
  const given = distinct(subject.selectors);
  const own = new Set(given.filter((one) => one.domain === domain).map(({ selector }) => selector));
  const tried = commonSelectors.filter((selector) => !own.has(selector));
  const control = askControl(domain, resolver);
  const [domainkey, asGiven, asCommon] = await Promise.all([
    ask(resolver, `_domainkey.${domain}`, 'CNAME'),
    Promise.all(given.map((one) => gatherGiven(one, resolver))),
    Promise.all(tried.map((selector) => gatherCommon({ selector, domain }, control, resolver))),
  ]);
  const selectors = [...asGiven, ...asCommon.filter((one) => one !== null)];
  return { ok: true, value: { domain, domainkey, control: await control.asked(), tried, selectors } };
}

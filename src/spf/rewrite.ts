import { isMechanism } from './names.ts';
import { byText } from './order.ts';
import { parseSpf } from './parse.ts';
import {
  allTermOf,
  isMechanismTerm,
  reachableMechanisms,
  redirectOf,
  unreachableMechanisms,
} from './reach.ts';
import { type Mechanism, type SpfRecord, type SpfTerm, termText } from './record.ts';

/**
 * Records to publish in the place of others. The steps of a repair each leave a record as it is where the step is not
 * safe, and answer the same object then.
 */

function assemble(terms: readonly string[]): SpfRecord {
  return parseSpf(['v=spf1', ...terms].join(' '));
}

function texts(record: SpfRecord, terms: readonly SpfTerm[]): string[] {
  return terms.map((term) => termText(record, term));
}

/** A mechanism that lets someone send: without one, a record that ends in `~all` or `-all` only refuses. */
function authorizes(term: SpfTerm): boolean {
  return isMechanismTerm(term) && term.kind !== 'all' && term.qualifier === '+';
}

/** It lets some host pass, before anything else is looked at. */
export function authorizesSomebody(record: SpfRecord): boolean {
  return reachableMechanisms(record).some(({ term }) => authorizes(term)) || redirectOf(record) !== null;
}

/** A network that holds every address of its family. */
function holdsEveryone(term: Mechanism): boolean {
  if (term.kind === 'ip4' || term.kind === 'ip6') return term.prefix === 0;
  return (term.kind === 'a' || term.kind === 'mx') && (term.prefix4 === 0 || term.prefix6 === 0);
}

/** A term that lets everybody pass, or says nothing of those who are not listed: never to be proposed. */
export function isOpen(term: SpfTerm): boolean {
  if (!isMechanismTerm(term)) return false;
  if (term.kind === 'all') return term.qualifier === '+' || term.qualifier === '?';
  return term.qualifier === '+' && holdsEveryone(term);
}

/** A name that ends in an `all` for lack of a space: whether it is one, its owner must say. */
function hidesAll(term: SpfTerm): boolean {
  return 'domain' in term && term.domain !== null && /[-+?~]all$/i.test(term.domain.text);
}

/** The redirect that an `all` takes out of effect (RFC 7208 §6.1). */
export function ignoredRedirect(record: SpfRecord): SpfTerm | null {
  const redirect = record.terms.find(({ kind }) => kind === 'redirect');
  return redirect && allTermOf(record) ? redirect : null;
}

/** The record with every problem repaired; null unless all of them can be, without doubt and without overlap. */
export function repaired(record: SpfRecord): SpfRecord | null {
  if (record.problems.length === 0) return record;
  let text = '';
  let at = 0;
  for (const { start, end, repair } of record.problems) {
    if (repair === undefined || start < at) return null;
    text += record.text.slice(at, start) + repair;
    at = end;
  }
  text += record.text.slice(at);
  const tidy = assemble(
    text
      .split(' ')
      .filter((word) => word !== '')
      .slice(1),
  );
  return tidy.problems.length === 0 ? tidy : null;
}

/** The record with some terms each written as two. An `all` is split off only where nothing else ends the record. */
export function separated(record: SpfRecord, pairs: ReadonlyMap<string, readonly string[]>): SpfRecord {
  let ended = record.terms.some(({ kind }) => kind === 'all' || kind === 'redirect');
  let changed = false;
  const terms = texts(record, record.terms).flatMap((text) => {
    const pair = pairs.get(text);
    const ends = pair?.some((part) => /^[-+?~]all$/i.test(part)) ?? false;
    if (!pair || (ends && ended)) return [text];
    ended ||= ends;
    changed = true;
    return pair;
  });
  return changed ? assemble(terms) : record;
}

/** The record without these very terms, as long as it still authorizes a sender. */
export function withoutTerms(record: SpfRecord, dropped: ReadonlySet<SpfTerm>): SpfRecord {
  const kept = record.terms.filter((term) => !dropped.has(term));
  if (kept.length === record.terms.length) return record;
  const left = assemble(texts(record, kept));
  return authorizesSomebody(left) ? left : record;
}

/** The record with its first `all` last among the mechanisms, and no other: only where all that it moves authorizes. */
export function allLast(record: SpfRecord): SpfRecord {
  const all = allTermOf(record);
  const behind = unreachableMechanisms(record);
  const movable = (term: Mechanism) => term.kind === 'all' || term.qualifier === '+';
  if (!all || behind.length === 0 || !behind.every(movable)) return record;
  const others = record.terms.filter((term) => term.kind !== 'all');
  const last = others.findLastIndex(isMechanismTerm) + 1;
  return assemble(texts(record, [...others.slice(0, last), all, ...others.slice(last)]));
}

/**
 * Mechanisms that were written with "=" as what they were meant for, and a second version left out. `ptr` is not to be
 * published (RFC 7208 §5.5).
 */
export function withMechanisms(record: SpfRecord): SpfRecord {
  let changed = false;
  const terms = record.terms.flatMap((term) => {
    const text = termText(record, term);
    if (term.kind !== 'modifier' || term.resembles === null) return [text];
    if (term.resembles === 'v=spf1') {
      changed = true;
      return [];
    }
    const meant = `${term.resembles}:${term.value.text}`;
    const name = term.name.toLowerCase();
    const fits = isMechanism(name) && name !== 'ptr' && parseSpf(`v=spf1 ${meant}`).problems.length === 0;
    if (!fits) return [text];
    changed = true;
    return [meant];
  });
  return changed ? assemble(terms) : record;
}

/** The record with addresses authorized ahead of the first term that can refuse them, or at its end. */
export function withAddresses(record: SpfRecord, addresses: readonly string[]): SpfRecord {
  if (addresses.length === 0) return record;
  const added = addresses.map((address) => `${address.includes(':') ? 'ip6' : 'ip4'}:${address}`);
  const refusing = record.terms.findIndex(
    (term) => isMechanismTerm(term) && (term.kind === 'all' || term.qualifier !== '+'),
  );
  const end = record.terms.findLastIndex(isMechanismTerm) + 1;
  const written = texts(record, record.terms);
  const place = refusing < 0 ? end : refusing;
  return assemble([...written.slice(0, place), ...added, ...written.slice(place)]);
}

/** The single addresses that a record authorizes by name. */
export function addressesIn(record: SpfRecord): ReadonlySet<string> {
  const terms = reachableMechanisms(record).map(({ term }) => term);
  return new Set(
    terms.flatMap((term) => {
      if (term.kind !== 'ip4' && term.kind !== 'ip6') return [];
      const single = term.prefix === (term.kind === 'ip4' ? 32 : 128);
      return single && term.qualifier === '+' ? term.address : [];
    }),
  );
}

function resemblesRedirect(term: SpfTerm): boolean {
  return term.kind === 'modifier' && term.resembles === 'redirect';
}

/**
 * The record with `~all` in the place of `+all` or `?all`, or at its end. Not where nobody would be authorized, and
 * not where hosts that are listed to no effect would lose by it: behind the `all`, by a redirect beside it, or by one
 * that is mistyped.
 */
export function endingInSoftfail(record: SpfRecord): SpfRecord {
  const all = allTermOf(record);
  if (redirectOf(record) || ignoredRedirect(record) || record.terms.some(resemblesRedirect)) return record;
  if (unreachableMechanisms(record).length > 0) return record;
  if (!reachableMechanisms(record).some(({ term }) => authorizes(term))) return record;
  if (!all) {
    return record.terms.some(hidesAll) ? record : assemble([...texts(record, record.terms), '~all']);
  }
  if (!isOpen(all)) return record;
  return assemble(record.terms.map((term) => (term === all ? '~all' : termText(record, term))));
}

/** What two records can say alike: letters count in macros only, where a capital asks for escapes (RFC 7208 §7.3). */
function sameTerm(text: string): string {
  const bare = text.replace(/^\+/, '');
  return bare.includes('%') ? bare : bare.toLowerCase();
}

/**
 * One record for several: their mechanisms, each once, and `-all` only where all of them end so. The order of the
 * records does not matter. Null where the order of the terms would decide something, or nobody would be authorized.
 */
export function merged(records: readonly SpfRecord[]): SpfRecord | null {
  const mechanisms = new Map<string, string>();
  const rest = new Map<string, string>();
  const whole = records.map(allLast);
  for (const record of whole.toSorted((a, b) => byText(a.text, b.text))) {
    if (record.problems.length > 0 || unreachableMechanisms(record).length > 0) return null;
    for (const term of record.terms) {
      const text = termText(record, term);
      if (!isMechanismTerm(term)) {
        // A redirect counts only where nothing matched: beside another record's terms it would mean something else.
        if (term.kind === 'redirect') return null;
        const name = term.kind === 'modifier' ? `=${term.name.toLowerCase()}` : term.kind;
        if (!rest.has(name)) rest.set(name, text);
      } else if (term.kind !== 'all') {
        if (term.qualifier !== '+') return null;
        if (!mechanisms.has(sameTerm(text))) mechanisms.set(sameTerm(text), text);
      }
    }
  }
  if (mechanisms.size === 0) return null;
  const strict = whole.every((record) => allTermOf(record)?.qualifier === '-');
  return assemble([...mechanisms.values(), strict ? '-all' : '~all', ...rest.values()]);
}

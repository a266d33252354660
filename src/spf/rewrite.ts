import { lookupLimit } from './limits.ts';
import { parseSpf } from './parse.ts';
import { allTermOf, isMechanismTerm, lookupTerms, reachableMechanisms } from './reach.ts';
import { type SpfRecord, type SpfTerm, termText } from './record.ts';

/** Records to publish in the place of others. Each function answers null where no record is safe to propose. */

/** Joins the version and terms, and proposes the record only if it has no problems. */
export function assemble(terms: readonly string[]): string | null {
  const text = ['v=spf1', ...terms].join(' ');
  return parseSpf(text).problems.length === 0 ? text : null;
}

function texts(record: SpfRecord, terms: readonly SpfTerm[]): string[] {
  return terms.map((term) => termText(record, term));
}

/** A mechanism that lets someone send: without one, a record that ends in `~all` or `-all` only refuses. */
export function authorizes(term: SpfTerm): boolean {
  return isMechanismTerm(term) && term.kind !== 'all' && term.qualifier === '+';
}

/** The record without some of its terms, as long as it still authorizes a sender. */
export function withoutTerms(record: SpfRecord, dropped: ReadonlySet<SpfTerm>): string | null {
  const kept = record.terms.filter((term) => !dropped.has(term));
  return kept.some(authorizes) ? assemble(texts(record, kept)) : null;
}

/** The record with its reachable `all` as `~all`, or `~all` added, as long as it authorizes a sender before it. */
export function endingInSoftfail(record: SpfRecord): string | null {
  const all = allTermOf(record);
  if (!reachableMechanisms(record).some(({ term }) => authorizes(term))) return null;
  if (!all) return assemble([...texts(record, record.terms), '~all']);
  return assemble(record.terms.map((term) => (term === all ? '~all' : termText(record, term))));
}

/** The record with its first `all` last among the mechanisms, and no other `all`. */
export function withAllLast(record: SpfRecord): string | null {
  const all = allTermOf(record);
  if (!all) return null;
  const others = record.terms.filter((term) => term.kind !== 'all');
  const behind = others.findLastIndex(isMechanismTerm) + 1;
  const ordered = [...others.slice(0, behind), all, ...others.slice(behind)];
  return assemble(texts(record, ordered));
}

/** One record for several: their reachable mechanisms in order, each once, and the first cautious `all`. */
export function merged(records: readonly SpfRecord[]): string | null {
  if (records.some(({ problems }) => problems.length > 0)) return null;
  // A redirect counts only where nothing matched: beside another record's terms it would mean something else.
  if (records.some(({ terms }) => terms.some(({ kind }) => kind === 'redirect'))) return null;
  const mechanisms = new Map<string, string>();
  const rest = new Map<string, string>();
  for (const record of records) {
    for (const { term } of reachableMechanisms(record)) {
      const text = termText(record, term);
      if (term.kind !== 'all') mechanisms.set(text.toLowerCase().replace(/^\+/, ''), text);
    }
    for (const term of record.terms) {
      const name = term.kind === 'modifier' ? `=${term.name.toLowerCase()}` : term.kind;
      if (!isMechanismTerm(term) && !rest.has(name)) rest.set(name, termText(record, term));
    }
  }
  const all = records.map(allTermOf).find((term) => term?.qualifier === '-' || term?.qualifier === '~');
  if (mechanisms.size === 0) return null;
  const text = assemble([...mechanisms.values(), `${all?.qualifier ?? '~'}all`, ...rest.values()]);
  return text !== null && lookupTerms(parseSpf(text)).length <= lookupLimit ? text : null;
}

/** The record with every problem repaired; null unless all of them can be, without doubt and without overlap. */
export function repaired(record: SpfRecord): string | null {
  let text = '';
  let at = 0;
  for (const { start, end, repair } of record.problems) {
    if (repair === undefined || start < at) return null;
    text += record.text.slice(at, start) + repair;
    at = end;
  }
  text += record.text.slice(at);
  const tidy = text.split(' ').filter((word) => word !== '');
  return assemble(tidy.slice(1));
}

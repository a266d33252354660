import { foldName, parentName } from './name.ts';
import type { Answer, RecordData, RecordType } from './resolver.ts';

export interface RRset<T extends RecordType = RecordType> {
  /** Seconds; null where the file states none. */
  readonly ttl: number | null;
  /** Never empty, no record twice. */
  readonly records: readonly RecordData[T][];
}

export type ZoneNode = { readonly [T in RecordType]?: RRset<T> };

/** Records by name. It may span several zones: what matters is which names exist. */
export interface Zone {
  /** By folded name; an empty node for a name that exists only because of names below it. */
  readonly nodes: ReadonlyMap<string, ZoneNode>;
}

/** A CNAME record that a lookup followed. */
export interface Alias {
  readonly name: string;
  readonly target: string;
  readonly ttl: number | null;
}

/** What one name holds for one type, before any alias is followed. */
export type Match<T extends RecordType> =
  | { readonly kind: 'rrset'; readonly rrset: RRset<T>; readonly wildcard: boolean }
  | { readonly kind: 'alias'; readonly alias: Alias; readonly wildcard: boolean }
  | { readonly kind: 'nodata' }
  | { readonly kind: 'nxdomain' };

export interface Lookup<T extends RecordType> {
  readonly answer: Answer<T>;
  /** The CNAME records on the way, in order. */
  readonly aliases: readonly Alias[];
}

/** Far more than a resolver follows; a longer chain is a loop. */
export const aliasLimit = 16;

/** The longest existing name that encloses a name which does not exist (RFC 4592 §3.3.1), and the name just below it. */
export function closestEncloser(
  zone: Zone,
  name: string,
): { readonly encloser: string; readonly below: string } {
  let below = foldName(name);
  let encloser = parentName(below) ?? '';
  while (encloser !== '' && !zone.nodes.has(encloser)) {
    below = encloser;
    encloser = parentName(below) ?? '';
  }
  return { encloser, below };
}

/** The wildcard that stands in for a name which does not exist; undefined where there is none. */
function wildcardNode(zone: Zone, name: string): ZoneNode | undefined {
  const { encloser } = closestEncloser(zone, name);
  return zone.nodes.get(encloser === '' ? '*' : `*.${encloser}`);
}

/** What the zone holds at this very name; an explicit type wins over a CNAME beside it. */
export function match<T extends RecordType>(zone: Zone, name: string, type: T): Match<T> {
  const own = zone.nodes.get(foldName(name));
  const wildcard = own === undefined;
  const node = own ?? wildcardNode(zone, name);
  if (!node) return { kind: 'nxdomain' };
  const rrset: RRset<T> | undefined = node[type];
  if (rrset) return { kind: 'rrset', rrset, wildcard };
  const [target] = node.CNAME?.records ?? [];
  if (target === undefined) return { kind: 'nodata' };
  return { kind: 'alias', alias: { name, target, ttl: node.CNAME?.ttl ?? null }, wildcard };
}

export function answerOf<T extends RecordType>(rrset: RRset<T>): Answer<T> {
  const { records, ttl } = rrset;
  return ttl === null ? { status: 'found', records } : { status: 'found', records, ttl };
}

/** Answers from the zone alone, as a recursive server would that knows nothing else; a CNAME loop is a SERVFAIL. */
export function lookup<T extends RecordType>(zone: Zone, name: string, type: T): Lookup<T> {
  const aliases: Alias[] = [];
  let current = name;
  while (aliases.length <= aliasLimit) {
    const found = match(zone, current, type);
    if (found.kind === 'rrset') return { answer: answerOf(found.rrset), aliases };
    if (found.kind !== 'alias') return { answer: { status: found.kind }, aliases };
    aliases.push(found.alias);
    current = found.alias.target;
  }
  return { answer: { status: 'failed', failure: 'servfail' }, aliases };
}

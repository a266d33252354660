/**
 * Master files (RFC 1035 §5): the text form of a zone, read into memory.
 *
 * All of §5.1 but $INCLUDE, with $TTL (RFC 2308 §4). Records of the types this program never asks for are
 * checked for their owner and left out; a relative name without $ORIGIN is taken as absolute.
 */
import { quoted } from '../domain.ts';
import { foldName, parentName } from './name.ts';
import type { RecordData, RecordType } from './resolver.ts';
import type { Zone, ZoneNode } from './zone.ts';
import { type Entry, readEntries, type Token, ZoneFileError } from './zone-lexer.ts';
import { rdataReaders, readName, readSeconds } from './zone-rdata.ts';

export { ZoneFileError } from './zone-lexer.ts';

/** Types that exist, so that a mistyped one is an error and not a lost record. */
const otherTypes = new Set(
  `AFSDB AMTRELAY APL CAA CDNSKEY CDS CERT CSYNC DHCID DLV DNSKEY DS EUI48 EUI64 GPOS HINFO HIP HTTPS IPSECKEY
  ISDN KEY KX L32 L64 LOC LP MB MG MINFO MR NAPTR NID NSAP NSEC NSEC3 NSEC3PARAM NULL OPENPGPKEY PX RP RRSIG RT
  SIG SMIMEA SPF SRV SSHFP SVCB TA TLSA URI WKS X25 ZONEMD`.split(/\s+/),
);

/** Numbers of the types that have a mnemonic here (RFC 3597 §5 TYPEnnn). */
const readTypeNumbers: Readonly<Record<string, RecordType>> = {
  TYPE1: 'A',
  TYPE2: 'NS',
  TYPE5: 'CNAME',
  TYPE6: 'SOA',
  TYPE12: 'PTR',
  TYPE15: 'MX',
  TYPE16: 'TXT',
  TYPE28: 'AAAA',
};

const maxTtl = 2 ** 31 - 1;

interface GrowingRRset {
  ttl: number | null;
  readonly records: RecordData[RecordType][];
}

type GrowingNode = { [T in RecordType]?: GrowingRRset };

/** The node of every name that exists only because of names below it: a hostile file has millions of them. */
const empty: GrowingNode = Object.freeze({});

interface State {
  readonly nodes: Map<string, GrowingNode>;
  /** The records of each set that has them, as text. */
  readonly seen: Map<GrowingRRset, Set<string>>;
  origin: string | null;
  owner: string | null;
  defaultTtl: number | null;
  lastTtl: number | null;
}

function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(rdataReaders, type);
}

/** Makes a name exist, and the names above it with it (RFC 4592 §2.2.2). */
function makeExist(state: State, name: string): void {
  let known: string | null = name;
  while (known !== null && known !== '' && !state.nodes.has(known)) {
    state.nodes.set(known, empty);
    known = parentName(known);
  }
}

/** The node of a name, to be filled. */
function nodeOf(state: State, name: string): GrowingNode {
  const folded = foldName(name);
  makeExist(state, folded);
  const known = state.nodes.get(folded);
  if (known && known !== empty) return known;
  const node: GrowingNode = {};
  state.nodes.set(folded, node);
  return node;
}

function addRecord(
  state: State,
  line: number,
  type: RecordType,
  ttl: number | null,
  data: RecordData[RecordType],
): void {
  const node = nodeOf(state, state.owner ?? '');
  const rrset = node[type] ?? { ttl, records: [] };
  node[type] = rrset;
  const seen = state.seen.get(rrset) ?? new Set<string>();
  state.seen.set(rrset, seen);
  // RFC 2181 §5.2: the TTLs of an RRset are one; where they differ, the lowest holds.
  rrset.ttl = ttl === null || rrset.ttl === null ? (ttl ?? rrset.ttl) : Math.min(ttl, rrset.ttl);
  const key = JSON.stringify(data);
  // RFC 2181 §5: a record is in its set once.
  if (seen.has(key)) return;
  seen.add(key);
  rrset.records.push(data);
  if (type === 'CNAME' && rrset.records.length > 1) {
    throw new ZoneFileError(
      line,
      `${quoted(state.owner ?? '')} has a second CNAME; a name has one (RFC 2181 §10.1)`,
    );
  }
}

function readTtl(token: Token): number {
  const ttl = readSeconds(token.text);
  if (ttl === null || ttl > maxTtl) {
    throw new ZoneFileError(
      token.line,
      `${quoted(token.text)} is no TTL, seconds from 0 to ${maxTtl} (RFC 2181 §8)`,
    );
  }
  return ttl;
}

function readDirective(state: State, name: string, entry: Entry): void {
  const [, value, extra] = entry.tokens;
  if (name !== '$ORIGIN' && name !== '$TTL') {
    const mend = name === '$INCLUDE' ? 'put the records of that file here' : '$ORIGIN and $TTL are known';
    throw new ZoneFileError(entry.line, `${quoted(name)} is not supported; ${mend}`);
  }
  if (!value || extra) throw new ZoneFileError(entry.line, `${name} takes one value`);
  if (name === '$ORIGIN') state.origin = readName(value, state.origin);
  else state.defaultTtl = readTtl(value);
}

interface Head {
  readonly ttl: number | null;
  readonly type: string;
  readonly rdata: readonly Token[];
}

/** Splits an entry behind its owner: TTL and class in any order, type, data. */
function readHead(entry: Entry, tokens: readonly Token[]): Head {
  let ttl: number | null = null;
  let classSeen = false;
  for (const [index, token] of tokens.entries()) {
    const word = token.quoted ? '' : token.text.toUpperCase();
    if (ttl === null && /^\d/.test(word)) ttl = readTtl(token);
    else if (!classSeen && word === 'IN') classSeen = true;
    else if (word === 'CH' || word === 'HS' || word === 'CS') {
      throw new ZoneFileError(token.line, `class ${word} is not supported; only IN is`);
    } else if (isRecordType(word) || otherTypes.has(word) || /^TYPE\d{1,5}$/.test(word)) {
      return { ttl, type: word, rdata: tokens.slice(index + 1) };
    } else {
      const why = word === 'DNAME' ? 'is not supported' : 'is no record type';
      throw new ZoneFileError(token.line, `${quoted(token.text)} ${why}; write name [TTL] [IN] type data`);
    }
  }
  throw new ZoneFileError(entry.line, 'the record type is missing; write name [TTL] [IN] type data');
}

function readRecord(state: State, entry: Entry): void {
  const [first] = entry.tokens;
  if (first && !entry.inherits) state.owner = readName(first, state.origin);
  if (state.owner === null)
    throw new ZoneFileError(
      entry.line,
      'begins with a blank, and no name stands above it; begin with the name',
    );
  const { ttl, type, rdata } = readHead(entry, entry.inherits ? entry.tokens : entry.tokens.slice(1));
  if (ttl !== null) state.lastTtl = ttl;
  if (!isRecordType(type)) {
    const mnemonic = readTypeNumbers[type];
    if (mnemonic) throw new ZoneFileError(entry.line, `${type} is not supported; write ${mnemonic}`);
    makeExist(state, foldName(state.owner));
    return;
  }
  const data = rdataReaders[type]({
    type,
    line: entry.line,
    tokens: rdata,
    origin: state.origin,
    cut: entry.cut,
  });
  // RFC 2308 §4: $TTL stands in for a TTL left out; without it the last stated one (RFC 1035 §5.1).
  addRecord(state, entry.line, type, ttl ?? state.defaultTtl ?? state.lastTtl, data);
}

/**
 * Reads a master file; the first fault ends the reading. Takes time linear in the text.
 * @throws ZoneFileError with the line, what is wrong and how to mend it
 */
export function readZoneFile(text: string): Zone {
  const state: State = {
    nodes: new Map(),
    seen: new Map(),
    origin: null,
    owner: null,
    defaultTtl: null,
    lastTtl: null,
  };
  for (const entry of readEntries(text)) {
    const [first] = entry.tokens;
    const directive = first && !entry.inherits && !first.quoted && first.text.startsWith('$');
    if (directive) readDirective(state, first.text.toUpperCase(), entry);
    else readRecord(state, entry);
  }
  // Each set was filled by the reader of its own type.
  return { nodes: state.nodes as ReadonlyMap<string, ZoneNode> };
}

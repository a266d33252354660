/**
 * Master files (RFC 1035 §5): the text form of a zone, read into memory.
 *
 * All of §5.1 but $INCLUDE, with $TTL (RFC 2308 §4). Records of the types this program never asks for are
 * checked for their owner and left out; a relative name without $ORIGIN is taken as absolute.
 */
import { quoted } from '../domain.ts';
import { phrase } from '../text/say.ts';
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

const faults = {
  secondCname: {
    en: '{owner} has a second CNAME; a name has one (RFC 2181 §10.1)',
    fr: "{owner} a un deuxième CNAME ; un nom n'en a qu'un (RFC 2181 §10.1)",
  },
  ttl: {
    en: '{text} is no TTL, seconds from 0 to {max} (RFC 2181 §8)',
    fr: "{text} n'est pas un TTL, en secondes de 0 à {max} (RFC 2181 §8)",
  },
  include: {
    en: '{name} is not supported; put the records of that file here',
    fr: "{name} n'est pas pris en charge ; mettre ici les enregistrements de ce fichier",
  },
  directive: {
    en: '{name} is not supported; $ORIGIN and $TTL are known',
    fr: "{name} n'est pas pris en charge ; $ORIGIN et $TTL sont connus",
  },
  oneValue: { en: '{name} takes one value', fr: '{name} prend une valeur' },
  otherClass: {
    en: 'class {word} is not supported; only IN is',
    fr: "la classe {word} n'est pas prise en charge ; seule IN l'est",
  },
  dname: {
    en: '{text} is not supported; write name [TTL] [IN] type data',
    fr: "{text} n'est pas pris en charge ; écrire nom [TTL] [IN] type données",
  },
  type: {
    en: '{text} is no record type; write name [TTL] [IN] type data',
    fr: "{text} n'est pas un type d'enregistrement ; écrire nom [TTL] [IN] type données",
  },
  noType: {
    en: 'the record type is missing; write name [TTL] [IN] type data',
    fr: "il manque le type d'enregistrement ; écrire nom [TTL] [IN] type données",
  },
  noOwner: {
    en: 'begins with a blank, and no name stands above it; begin with the name',
    fr: "commence par un blanc, sans qu'un nom figure plus haut ; commencer par le nom",
  },
  typeNumber: {
    en: '{type} is not supported; write {mnemonic}',
    fr: "{type} n'est pas pris en charge ; écrire {mnemonic}",
  },
} as const;

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
    throw new ZoneFileError(line, phrase(faults.secondCname, { owner: quoted(state.owner ?? '') }));
  }
}

function readTtl(token: Token): number {
  const ttl = readSeconds(token.text);
  if (ttl === null || ttl > maxTtl) {
    throw new ZoneFileError(token.line, phrase(faults.ttl, { text: quoted(token.text), max: maxTtl }));
  }
  return ttl;
}

function readDirective(state: State, name: string, entry: Entry): void {
  const [, value, extra] = entry.tokens;
  if (name !== '$ORIGIN' && name !== '$TTL') {
    const fault = name === '$INCLUDE' ? faults.include : faults.directive;
    throw new ZoneFileError(entry.line, phrase(fault, { name: quoted(name) }));
  }
  if (!value || extra) throw new ZoneFileError(entry.line, phrase(faults.oneValue, { name }));
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
      throw new ZoneFileError(token.line, phrase(faults.otherClass, { word }));
    } else if (isRecordType(word) || otherTypes.has(word) || /^TYPE\d{1,5}$/.test(word)) {
      return { ttl, type: word, rdata: tokens.slice(index + 1) };
    } else {
      const fault = word === 'DNAME' ? faults.dname : faults.type;
      throw new ZoneFileError(token.line, phrase(fault, { text: quoted(token.text) }));
    }
  }
  throw new ZoneFileError(entry.line, faults.noType);
}

function readRecord(state: State, entry: Entry): void {
  const [first] = entry.tokens;
  if (first && !entry.inherits) state.owner = readName(first, state.origin);
  if (state.owner === null) throw new ZoneFileError(entry.line, faults.noOwner);
  const { ttl, type, rdata } = readHead(entry, entry.inherits ? entry.tokens : entry.tokens.slice(1));
  if (ttl !== null) state.lastTtl = ttl;
  if (!isRecordType(type)) {
    const mnemonic = readTypeNumbers[type];
    if (mnemonic) throw new ZoneFileError(entry.line, phrase(faults.typeNumber, { type, mnemonic }));
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

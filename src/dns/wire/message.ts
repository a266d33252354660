/** Messages (RFC 1035 §4.1) with EDNS(0) (RFC 6891): a question written, an answer read. */
import { foldName } from '../name.ts';
import type { RecordType } from '../resolver.ts';
import { decodeName } from './name.ts';

export const typeNumbers: Readonly<Record<RecordType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
};

const classIn = 1;
const typeOpt = 41;
/** What passes every path without fragments. */
const payload = 1232;

export interface Query {
  readonly id: number;
  /** The name as it stands on the wire. */
  readonly name: Buffer;
  readonly type: number;
  readonly edns: boolean;
}

/** The octets of a question to a recursive server, with AD: it tells in the answer what it validated (RFC 6840 §5.7). */
export function encodeQuery({ id, name, type, edns }: Query): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(id, 0);
  head.writeUInt16BE(0x0120, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(edns ? 1 : 0, 10);
  const question = Buffer.from([0, type, 0, classIn]);
  const opt = Buffer.from([0, 0, typeOpt, payload >> 8, payload & 255, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([head, name, question, ...(edns ? [opt] : [])]);
}

/** A record of class IN, its data unread. */
export interface WireRecord {
  /** Folded. */
  readonly owner: string;
  readonly type: number;
  /** Seconds. */
  readonly ttl: number;
  readonly start: number;
  readonly end: number;
}

export interface Message {
  readonly status: 'message';
  /** All twelve bits of it (RFC 6891 §6.1.3). */
  readonly rcode: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursive: boolean;
  readonly authenticated: boolean;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
  readonly packet: Buffer;
}

interface AnyRecord extends WireRecord {
  readonly class: number;
}

function readRecord(packet: Buffer, at: number): AnyRecord | null {
  const owner = decodeName(packet, at);
  if (!owner || owner.end + 10 > packet.length) return null;
  const start = owner.end + 10;
  const end = start + packet.readUInt16BE(owner.end + 8);
  if (end > packet.length) return null;
  const ttl = packet.readUInt32BE(owner.end + 4);
  return {
    owner: foldName(owner.name),
    type: packet.readUInt16BE(owner.end),
    class: packet.readUInt16BE(owner.end + 2),
    ttl,
    start,
    end,
  };
}

function readRecords(packet: Buffer, at: number, count: number): AnyRecord[] | null {
  const records: AnyRecord[] = [];
  let next = at;
  while (records.length < count) {
    const record = readRecord(packet, next);
    if (!record) return null;
    records.push(record);
    next = record.end;
  }
  return records;
}

function internet(records: readonly AnyRecord[]): WireRecord[] {
  return records
    .filter((record) => record.class === classIn)
    .map(({ owner, type, ttl, start, end }) => {
      // RFC 2181 §8: the highest bit set means zero.
      return { owner, type, ttl: ttl < 2 ** 31 ? ttl : 0, start, end };
    });
}

/** FORMERR, SERVFAIL, NOTIMP, REFUSED: what a server may say without repeating the question. */
const withoutQuestion = new Set([1, 2, 4, 5]);

/** Where the records begin in a packet that answers this very question; null for any other packet. */
function matchQuestion(packet: Buffer, query: Query): number | null {
  if (packet.length < 12 || packet.readUInt16BE(0) !== query.id) return null;
  const flags = packet.readUInt16BE(2);
  // QR, and the opcode of a question.
  if ((flags & 0xf800) !== 0x8000) return null;
  const count = packet.readUInt16BE(4);
  if (count === 0 && withoutQuestion.has(flags & 15)) return 12;
  const asked = decodeName(query.name, 0);
  const answered = decodeName(packet, 12);
  if (count !== 1 || !asked || !answered || answered.end + 4 > packet.length) return null;
  if (foldName(answered.name) !== foldName(asked.name)) return null;
  if (packet.readUInt16BE(answered.end) !== query.type) return null;
  return packet.readUInt16BE(answered.end + 2) === classIn ? answered.end + 4 : null;
}

/**
 * Reads a packet: null where it is no answer to this question (anyone may have sent it), `badresponse` where it is and
 * cannot be read to its end.
 */
export function decodeAnswer(packet: Buffer, query: Query): Message | 'badresponse' | null {
  const begin = matchQuestion(packet, query);
  if (begin === null) return null;
  const flags = packet.readUInt16BE(2);
  const truncated = (flags & 0x0200) !== 0;
  const counts = [6, 8, 10].map((at) => packet.readUInt16BE(at));
  const [answers = 0, authorities = 0, additionals = 0] = counts;
  // What was cut may end anywhere.
  const records = truncated ? [] : readRecords(packet, begin, answers + authorities + additionals);
  if (!records) return 'badresponse';
  const opt = records.slice(answers + authorities).find(({ type }) => type === typeOpt);
  return {
    status: 'message',
    rcode: (flags & 15) | (opt ? Math.floor(opt.ttl / 2 ** 24) << 4 : 0),
    authoritative: (flags & 0x0400) !== 0,
    truncated,
    recursive: (flags & 0x0080) !== 0,
    authenticated: (flags & 0x0020) !== 0,
    answers: internet(records.slice(0, answers)),
    authorities: internet(records.slice(answers, answers + authorities)),
    packet,
  };
}

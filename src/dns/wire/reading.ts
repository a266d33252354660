import { foldName, parentName } from '../name.ts';
import type { Answer, Failure, Found, RecordData, RecordType } from '../resolver.ts';
import { type Message, typeNumbers, type WireRecord } from './message.ts';
import { readData } from './rdata.ts';

/** What a message says about a question: its answer, or the name to be asked instead. */
export type Reading<T extends RecordType> =
  | { readonly kind: 'answer'; readonly answer: Answer<T> }
  | {
      readonly kind: 'alias';
      readonly target: string;
      /** CNAME records that led there. */
      readonly steps: number;
      readonly authenticated: boolean;
    };

const nxdomain = 3;

const failures: Readonly<Record<number, Failure>> = {
  1: 'badresponse',
  2: 'servfail',
  4: 'refused',
  5: 'refused',
};

function failed(failure: Failure): Reading<never> {
  return { kind: 'answer', answer: { status: 'failed', failure } };
}

interface Chain {
  /** The last name, folded; null where a CNAME on the way cannot be read. */
  readonly last: string | null;
  readonly steps: number;
}

/** Follows the CNAME records of the answer section by their owners, `limit` of them at most. */
function followAliases(message: Message, name: string, type: RecordType, limit: number): Chain {
  const { answers, packet } = message;
  let last = name;
  let steps = 0;
  while (steps <= limit) {
    const here = answers.filter(({ owner }) => owner === last);
    const alias = here.find((record) => record.type === typeNumbers.CNAME);
    if (!alias || here.some((record) => record.type === typeNumbers[type])) break;
    const target = readData(packet, 'CNAME', alias);
    if (target === null) return { last: null, steps };
    last = foldName(target);
    steps += 1;
  }
  return { last, steps };
}

/** The records of a set, none twice (RFC 2181 §5), with the lowest TTL (§5.2). */
function readSet<T extends RecordType>(
  message: Message,
  type: T,
  set: readonly WireRecord[],
): Found<T> | null {
  const records = new Map<string, RecordData[T]>();
  for (const record of set) {
    const data = readData(message.packet, type, record);
    if (data === null) return null;
    records.set(JSON.stringify(data), data);
  }
  return {
    status: 'found',
    records: [...records.values()],
    ttl: set.reduce((lowest, { ttl }) => Math.min(lowest, ttl), Number.POSITIVE_INFINITY),
    authenticated: message.authenticated,
  };
}

function isWithin(name: string, zone: string): boolean {
  for (let each: string | null = name; each !== null; each = parentName(each)) if (each === zone) return true;
  return false;
}

/** A message of NOERROR without the records asked for: does it prove that there are none? (RFC 2308 §2.2) */
function readAbsence(message: Message, type: RecordType): Reading<never> {
  const { answers, authorities, authoritative, recursive } = message;
  // Records under another name answer another question.
  const strangers = answers.some((record) => [typeNumbers[type], typeNumbers.CNAME].includes(record.type));
  const denied = authorities.some((record) => record.type === typeNumbers.SOA);
  const referred = authorities.some((record) => record.type === typeNumbers.NS);
  const knows = denied || (!referred && (authoritative || recursive));
  return strangers || !knows ? failed('badresponse') : { kind: 'answer', answer: { status: 'nodata' } };
}

/**
 * Reads what a message that answers the question says. The name is as `decodeName` gives it; `limit`: CNAME records
 * that may still be followed.
 */
export function readMessage<T extends RecordType>(
  message: Message,
  question: { readonly name: string; readonly type: T },
  limit: number,
): Reading<T> {
  const { rcode, answers, authorities, authenticated } = message;
  if (message.truncated) return failed('badresponse');
  if (rcode !== 0 && rcode !== nxdomain) return failed(failures[rcode] ?? 'other');
  const { last, steps } = followAliases(message, foldName(question.name), question.type, limit);
  if (last === null) return failed('badresponse');
  // As a recursive server says of a loop.
  if (steps > limit) return failed('servfail');
  const set = answers.filter(({ owner, type }) => owner === last && type === typeNumbers[question.type]);
  if (set.length > 0) {
    const found = rcode === 0 ? readSet(message, question.type, set) : null;
    return found ? { kind: 'answer', answer: found } : failed('badresponse');
  }
  // RFC 6604 §3: the code is about the last name of the chain.
  if (rcode === nxdomain) return { kind: 'answer', answer: { status: 'nxdomain' } };
  if (steps === 0) return readAbsence(message, question.type);
  const denied = authorities.some(({ owner, type }) => type === typeNumbers.SOA && isWithin(last, owner));
  if (denied) return { kind: 'answer', answer: { status: 'nodata' } };
  return { kind: 'alias', target: last, steps, authenticated };
}

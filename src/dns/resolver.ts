/**
 * The port to the DNS: one question, one answer, and an answer is a value.
 *
 * Names are in presentation form without the final dot. A resolver never rejects: what went wrong on
 * the way is an answer with `status: 'failed'`, so that "could not tell" can never turn into "missing".
 */

export interface MxRecord {
  /** 0 to 65535, the lowest is tried first. */
  readonly preference: number;
  /** Host name without the final dot; empty for a null MX (RFC 7505). */
  readonly exchange: string;
}

export interface SoaRecord {
  readonly mname: string;
  readonly rname: string;
  readonly serial: number;
  readonly refresh: number;
  readonly retry: number;
  readonly expire: number;
  readonly minimum: number;
}

export interface RecordData {
  readonly A: string;
  readonly AAAA: string;
  readonly CNAME: string;
  readonly MX: MxRecord;
  readonly NS: string;
  readonly PTR: string;
  readonly SOA: SoaRecord;
  /** The character-strings apart, one char for one octet (latin1). */
  readonly TXT: readonly string[];
}

export type RecordType = keyof RecordData;

/**
 * Why a question has no answer. `badname`: the transport cannot put this name in a question. `blind`: the resolver
 * denies what exists, so that its denials prove nothing.
 */
export type Failure =
  | 'servfail'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'badresponse'
  | 'badname'
  | 'blind'
  | 'other';

export interface Found<T extends RecordType> {
  readonly status: 'found';
  /** Never empty. */
  readonly records: readonly RecordData[T][];
  /** Seconds, where the transport shows it. */
  readonly ttl?: number;
  /** The AD bit, where the transport shows it. */
  readonly authenticated?: boolean;
}

export interface Negative {
  /** `nodata`: the name exists, without this type. Both are void lookups to RFC 7208 §4.6.4. */
  readonly status: 'nodata' | 'nxdomain';
}

export interface Failed {
  readonly status: 'failed';
  readonly failure: Failure;
}

export type Answer<T extends RecordType = RecordType> = Found<T> | Negative | Failed;

export interface Resolver {
  /** Asks once. An aborted `signal` ends the wait with `failed: timeout`. */
  query<T extends RecordType>(name: string, type: T, signal?: AbortSignal): Promise<Answer<T>>;
}

export interface Question {
  readonly name: string;
  readonly type: RecordType;
}

/** A question beside its answer: what facts keep and what findings show as evidence. */
export interface Asked<T extends RecordType = RecordType> extends Question {
  readonly type: T;
  readonly answer: Answer<T>;
}

/** An `Asked` of which only a failure is left to tell. */
export interface FailedQuestion extends Question {
  readonly answer: Failed;
}

export async function ask<T extends RecordType>(
  resolver: Resolver,
  name: string,
  type: T,
): Promise<Asked<T>> {
  return { name, type, answer: await resolver.query(name, type) };
}

/** The records of an answer, none for a negative or failed one. */
export function recordsOf<T extends RecordType>(asked: Asked<T>): readonly RecordData[T][] {
  return asked.answer.status === 'found' ? asked.answer.records : [];
}

export function isFailed(asked: Asked): asked is Asked & FailedQuestion {
  return asked.answer.status === 'failed';
}

/** The name and type are proven to hold nothing. */
export function isVoid(asked: Asked): boolean {
  return asked.answer.status === 'nodata' || asked.answer.status === 'nxdomain';
}

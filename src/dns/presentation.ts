import { type Asked, type RecordData, recordsOf, type RecordType } from './resolver.ts';

/** A record as a person reads it: TXT strings joined, a null MX as `0 .`. Untrusted text. */
export function presentation(type: RecordType, record: RecordData[RecordType]): string {
  if (typeof record === 'string') return record;
  if (type === 'TXT') return (record as readonly string[]).join('');
  if (type === 'MX') {
    const { preference, exchange } = record as RecordData['MX'];
    return `${preference} ${exchange === '' ? '.' : exchange}`;
  }
  const soa = record as RecordData['SOA'];
  return `${soa.mname} ${soa.rname} ${soa.serial} ${soa.refresh} ${soa.retry} ${soa.expire} ${soa.minimum}`;
}

/** The records of an answer in presentation form, in the order in which they came. */
export function presentedRecords(asked: Asked): string[] {
  return recordsOf(asked).map((record) => presentation(asked.type, record));
}

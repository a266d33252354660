import { formatIp } from '../../text/ip.ts';
import type { RecordData, RecordType } from '../resolver.ts';
import type { WireRecord } from './message.ts';
import { decodeName } from './name.ts';

type Reader<D> = (packet: Buffer, start: number, end: number) => D | null;

function address(family: 4 | 6): Reader<string> {
  return (packet, start, end) =>
    end - start === (family === 4 ? 4 : 16)
      ? formatIp({ family, octets: [...packet.subarray(start, end)] })
      : null;
}

/** A name that fills the data up to its end. */
const host: Reader<string> = (packet, start, end) => {
  const read = decodeName(packet, start);
  return read?.end === end ? read.name : null;
};

const mx: Reader<RecordData['MX']> = (packet, start, end) => {
  const exchange = end - start > 2 ? host(packet, start + 2, end) : null;
  return exchange === null ? null : { preference: packet.readUInt16BE(start), exchange };
};

const soa: Reader<RecordData['SOA']> = (packet, start, end) => {
  const mname = decodeName(packet, start);
  const rname = mname && decodeName(packet, mname.end);
  if (!rname || rname.end + 20 !== end) return null;
  const field = (index: number) => packet.readUInt32BE(rname.end + 4 * index);
  return {
    mname: mname.name,
    rname: rname.name,
    serial: field(0),
    refresh: field(1),
    retry: field(2),
    expire: field(3),
    minimum: field(4),
  };
};

const txt: Reader<RecordData['TXT']> = (packet, start, end) => {
  const strings: string[] = [];
  let at = start;
  while (at < end) {
    const next = at + 1 + (packet[at] ?? 0);
    if (next > end) return null;
    strings.push(packet.toString('latin1', at + 1, next));
    at = next;
  }
  // RFC 1035 §3.3.14: one string or more.
  return strings.length === 0 ? null : strings;
};

const readers: { readonly [T in RecordType]: Reader<RecordData[T]> } = {
  A: address(4),
  AAAA: address(6),
  CNAME: host,
  MX: mx,
  NS: host,
  PTR: host,
  SOA: soa,
  TXT: txt,
};

/** The data of a record of this type; null where the octets are none. */
export function readData<T extends RecordType>(
  packet: Buffer,
  type: T,
  { start, end }: WireRecord,
): RecordData[T] | null {
  return readers[type](packet, start, end);
}

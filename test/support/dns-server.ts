/**
 * A DNS server on a free loopback port, UDP and TCP, that answers from a master file as a recursive resolver would:
 * the aliases on the way in the answer, SOA beside a negative one, TC for what does not fit.
 */
import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import * as dnsPacket from 'dns-packet';
import { foldName, parentName } from '../../src/dns/name.ts';
import type { RecordData, RecordType } from '../../src/dns/resolver.ts';
import { lookup, type Zone } from '../../src/dns/zone.ts';
import { readZoneFile } from '../../src/dns/zone-file.ts';

export type FaultKind =
  | 'SERVFAIL'
  | 'REFUSED'
  | 'FORMERR'
  | 'NOTIMP'
  | 'NXDOMAIN'
  | 'TIMEOUT'
  | 'TRUNCATE'
  | 'DELAY';

export interface Fault {
  readonly name: string;
  /** `*` for all types. */
  readonly type: string;
  readonly kind: FaultKind;
  /** For DELAY; otherwise 0. */
  readonly delayMs: number;
}

export interface Question {
  readonly name: string;
  readonly type: string;
  readonly transport: 'udp' | 'tcp';
}

export interface DnsServer {
  /** `127.0.0.1:port`. */
  readonly server: string;
  /** Every question that arrived, in order. */
  readonly questions: Question[];
  close(): Promise<void>;
}

const rcodes = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;
const recordTypes: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'TXT']);
const plainFault = /^(SERVFAIL|REFUSED|FORMERR|NOTIMP|NXDOMAIN|TIMEOUT|TRUNCATE)$/;

/** The `; answer <name> <type|*> <what>` lines of a fixture. Throws for one that is none. */
export function parseFaults(zoneText: string): Fault[] {
  const faults: Fault[] = [];
  for (const [index, line] of zoneText.split(/\r?\n/).entries()) {
    const words = /^;\s*answer\s+(.*)$/.exec(line)?.[1]?.trim().split(/\s+/);
    if (!words) continue;
    const [name = '', type = '', what = ''] = words;
    const kind = plainFault.exec(what)?.[1] as FaultKind | undefined;
    const delay = /^DELAY=(\d+)$/.exec(what)?.[1];
    if (words.length !== 3 || !(kind ?? delay) || !(type === '*' || recordTypes.has(type))) {
      throw new Error(
        `line ${index + 1}: write "; answer <name> <type|*> SERVFAIL|REFUSED|NXDOMAIN|TIMEOUT|TRUNCATE|DELAY=ms"`,
      );
    }
    faults.push({ name: foldName(name), type, kind: kind ?? 'DELAY', delayMs: Number(delay ?? 0) });
  }
  return faults;
}

interface Reply {
  readonly rcode: number;
  readonly truncated: boolean;
  readonly answers: dnsPacket.Answer[];
  readonly authorities: dnsPacket.Answer[];
  /** Null: no reply at all. */
  readonly delayMs: number | null;
}

function isRecordType(type: string): type is RecordType {
  return recordTypes.has(type);
}

const ttlOf = (ttl: number | null | undefined) => ttl ?? 3600;

function toAnswer(
  name: string,
  type: RecordType,
  data: RecordData[RecordType],
  ttl: number,
): dnsPacket.Answer {
  if (type === 'TXT') {
    const strings = (data as RecordData['TXT']).map((text) => Buffer.from(text, 'latin1'));
    return { name, type, ttl, data: strings };
  }
  if (type === 'MX') return { name, type, ttl, data: data as RecordData['MX'] };
  if (type === 'SOA') return { name, type, ttl, data: data as RecordData['SOA'] };
  return { name, type, ttl, data: data as string };
}

/** The SOA of the zone that holds the name, or one made up for its last label. */
function soaFor(zone: Zone, name: string): dnsPacket.Answer {
  let apex: string | null = foldName(name);
  while (apex !== null) {
    const soa = zone.nodes.get(apex)?.SOA;
    const [record] = soa?.records ?? [];
    if (record) return toAnswer(apex, 'SOA', record, ttlOf(soa?.ttl));
    apex = parentName(apex);
  }
  const data = {
    mname: 'ns.invalid',
    rname: 'hostmaster.invalid',
    serial: 1,
    refresh: 1,
    retry: 1,
    expire: 1,
    minimum: 60,
  };
  return toAnswer(foldName(name).split('.').at(-1) ?? '', 'SOA', data, 60);
}

function findFault(faults: readonly Fault[], names: readonly string[], type: string): Fault | undefined {
  const folded = new Set(names.map(foldName));
  return faults.find((fault) => folded.has(fault.name) && (fault.type === '*' || fault.type === type));
}

const silence: Reply = { rcode: 0, truncated: false, answers: [], authorities: [], delayMs: null };

function replyTo(zone: Zone, faults: readonly Fault[], question: Question): Reply {
  const { name, type, transport } = question;
  const empty = { ...silence, delayMs: 0 };
  if (!isRecordType(type)) {
    const exists = lookup(zone, name, 'TXT').answer.status !== 'nxdomain';
    return { ...empty, rcode: exists ? rcodes.NOERROR : rcodes.NXDOMAIN, authorities: [soaFor(zone, name)] };
  }
  const { answer, aliases } = lookup(zone, name, type);
  const names = [name, ...aliases.map((alias) => alias.target)];
  const fault = findFault(faults, names, type);
  if (fault?.kind === 'TIMEOUT') return silence;
  if (fault?.kind === 'TRUNCATE' && transport === 'udp') return { ...empty, truncated: true };
  if (fault?.kind === 'NXDOMAIN')
    return { ...empty, rcode: rcodes.NXDOMAIN, authorities: [soaFor(zone, name)] };
  if (fault && fault.kind !== 'DELAY' && fault.kind !== 'TRUNCATE')
    return { ...empty, rcode: rcodes[fault.kind] };
  if (answer.status === 'failed') return { ...empty, rcode: rcodes.SERVFAIL };
  const last = names.at(-1) ?? name;
  const chain = aliases.map((alias) => toAnswer(alias.name, 'CNAME', alias.target, ttlOf(alias.ttl)));
  const records =
    answer.status === 'found'
      ? answer.records.map((data) => toAnswer(last, type, data, ttlOf(answer.ttl)))
      : [];
  return {
    rcode: answer.status === 'nxdomain' ? rcodes.NXDOMAIN : rcodes.NOERROR,
    truncated: false,
    answers: [...chain, ...records],
    authorities: answer.status === 'found' ? [] : [soaFor(zone, last)],
    delayMs: fault?.delayMs ?? 0,
  };
}

interface Incoming {
  readonly query: dnsPacket.DecodedPacket;
  readonly question: Question;
  /** Octets a UDP answer may have (RFC 1035 §4.2.1, RFC 6891 §6.2.3). */
  readonly udpSize: number;
}

/** A question from the wire; null for anything else, which gets no answer. */
function decode(packet: Buffer, transport: 'udp' | 'tcp'): Incoming | null {
  let query: dnsPacket.DecodedPacket;
  try {
    query = dnsPacket.decode(packet);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  const [question] = query.questions ?? [];
  if (query.flag_qr || !question || query.questions?.length !== 1) return null;
  const opt = query.additionals?.find((record) => record.type === 'OPT');
  const offered = opt && 'udpPayloadSize' in opt ? opt.udpPayloadSize : 512;
  const name = question.name === '.' ? '' : question.name;
  return { query, question: { name, type: question.type, transport }, udpSize: Math.max(512, offered) };
}

function encode({ query, udpSize }: Incoming, reply: Reply, limit: boolean): Buffer {
  const flags = dnsPacket.RECURSION_DESIRED | dnsPacket.RECURSION_AVAILABLE | reply.rcode;
  const head = { type: 'response', id: query.id ?? 0, questions: query.questions ?? [] } as const;
  const opt = query.additionals?.some((record) => record.type === 'OPT');
  const additionals: dnsPacket.Answer[] = opt
    ? [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: 1232,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ]
    : [];
  const { answers, authorities } = reply;
  const whole = dnsPacket.encode({ ...head, flags, answers, authorities, additionals });
  if (!limit || (whole.length <= udpSize && !reply.truncated)) return whole;
  return dnsPacket.encode({ ...head, flags: flags | dnsPacket.TRUNCATED_RESPONSE, additionals });
}

type Handle = (packet: Buffer, transport: 'udp' | 'tcp', send: (answer: Buffer) => void) => void;

function serveTcp(handle: Handle, connections: Set<Socket>): Server {
  return createServer((socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    // A client that goes away in the middle is none of the server's business.
    socket.on('error', () => socket.destroy());
    let pending = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
        const end = 2 + pending.readUInt16BE(0);
        handle(pending.subarray(2, end), 'tcp', (answer) => {
          const length = Buffer.alloc(2);
          length.writeUInt16BE(answer.length);
          if (socket.writable) socket.write(Buffer.concat([length, answer]));
        });
        pending = pending.subarray(end);
      }
    });
  });
}

/** Binds both transports to one port: the TCP one chooses, and another is tried where UDP has it taken. */
async function bindBoth(tcp: Server, attempts = 20): Promise<{ udp: UdpSocket; port: number }> {
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 });
  try {
    udp.bind(port, '127.0.0.1');
    await once(udp, 'listening');
    return { udp, port };
  } catch (error) {
    udp.close();
    await new Promise((resolve) => tcp.close(resolve));
    if (attempts <= 1) throw error;
    return bindBoth(tcp, attempts - 1);
  }
}

/** Starts a server for the zone. `faults`: by default those that the text's own comments ask for. */
export async function startDnsServer(zoneText: string | Zone, faults?: readonly Fault[]): Promise<DnsServer> {
  const zone = typeof zoneText === 'string' ? readZoneFile(zoneText) : zoneText;
  const active = faults ?? (typeof zoneText === 'string' ? parseFaults(zoneText) : []);
  const questions: Question[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const handle: Handle = (packet, transport, send) => {
    const incoming = decode(packet, transport);
    if (!incoming) return;
    questions.push(incoming.question);
    const reply = replyTo(zone, active, incoming.question);
    if (reply.delayMs === null) return;
    const answer = encode(incoming, reply, transport === 'udp');
    if (reply.delayMs === 0) return send(answer);
    const timer = setTimeout(() => {
      timers.delete(timer);
      send(answer);
    }, reply.delayMs);
    timers.add(timer);
  };

  const connections = new Set<Socket>();
  const tcp = serveTcp(handle, connections);
  const { udp, port } = await bindBoth(tcp);
  udp.on('message', (packet: Buffer, from: RemoteInfo) => {
    handle(packet, 'udp', (answer) => udp.send(answer, from.port, from.address));
  });
  return {
    server: `127.0.0.1:${port}`,
    questions,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of connections) socket.destroy();
      const closed = [once(udp, 'close'), once(tcp, 'close')];
      udp.close();
      tcp.close();
      await Promise.all(closed);
    },
  };
}

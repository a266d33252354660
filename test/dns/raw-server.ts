import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import * as dnsPacket from 'dns-packet';

export interface RawAnswer {
  /** Beside QR; RD and RA where absent. */
  readonly flags?: number;
  readonly id?: number;
  readonly questions?: dnsPacket.Question[];
  readonly answers?: dnsPacket.Answer[];
  readonly authorities?: dnsPacket.Answer[];
  readonly additionals?: dnsPacket.Answer[];
}

export const RD_RA = 0x0180;

/** The packet of an answer to `query`, changed by what is given. */
export function answerTo(query: Buffer, raw: RawAnswer = {}): Buffer {
  const { id = 0, questions = [] } = dnsPacket.decode(query);
  return dnsPacket.encode({ type: 'response', id, questions, flags: RD_RA, ...raw });
}

interface RawServerOptions {
  /** The packets sent back, in order. */
  readonly udp: (query: Buffer) => readonly Buffer[];
  /** Packets that another port sends before. */
  readonly stranger?: (query: Buffer) => readonly Buffer[];
  /** The octets sent back over TCP, the length included; null closes without a word. */
  readonly tcp?: (query: Buffer) => Buffer | null;
}

/** A server on loopback that sends what it is told to. */
export async function rawServer({ udp, stranger = () => [], tcp }: RawServerOptions) {
  const queries: Buffer[] = [];
  const ports = new Set<number>();
  const connections = new Set<Socket>();
  const listener = createServer((socket) => {
    connections.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      const octets = tcp?.(chunk.subarray(2));
      if (octets) socket.write(octets);
      else socket.end();
    });
  });
  const other = createSocket('udp4');
  other.bind(0, '127.0.0.1');
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await Promise.all([once(other, 'listening'), once(socket, 'listening')]);
  const { port }: AddressInfo = socket.address();
  if (tcp) {
    listener.listen(port, '127.0.0.1');
    await once(listener, 'listening');
  }
  socket.on('message', (query: Buffer, from: RemoteInfo) => {
    queries.push(query);
    ports.add(from.port);
    for (const packet of stranger(query)) other.send(packet, from.port, from.address);
    for (const packet of udp(query)) socket.send(packet, from.port, from.address);
  });
  return {
    server: `127.0.0.1:${port}`,
    queries,
    ports,
    close() {
      for (const connection of connections) connection.destroy();
      listener.close();
      other.close();
      socket.close();
    },
  };
}

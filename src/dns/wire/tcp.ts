import { connect } from 'node:net';
import { ended, onAbort } from '../layers/ending.ts';
import type { Failed } from '../resolver.ts';
import type { Endpoint } from '../servers.ts';
import { decodeAnswer, encodeQuery, type Message, type Query } from './message.ts';

/** Collects the octets of one message behind its length (RFC 1035 §4.2.2); null until all are there. */
function collector(): (chunk: Buffer) => Buffer | null {
  let chunks: Buffer[] = [];
  let size = 0;
  let wanted = 2;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size < wanted) return null;
    const octets = Buffer.concat(chunks);
    chunks = [octets];
    wanted = 2 + octets.readUInt16BE(0);
    return size < wanted ? null : octets.subarray(2, wanted);
  };
}

/** Sends a question over a connection of its own; what comes first must be the answer. */
export function overTcp(server: Endpoint, query: Query, signal?: AbortSignal): Promise<Message | Failed> {
  if (signal?.aborted) return Promise.resolve(ended);
  return new Promise((resolve) => {
    const socket = connect({ port: server.port, host: server.address });
    const collect = collector();
    const end = (outcome: Message | Failed) => {
      release?.();
      socket.destroy();
      resolve(outcome);
    };
    const release = signal && onAbort(signal, () => end(ended));
    socket.on('error', () => end({ status: 'failed', failure: 'unreachable' }));
    socket.on('end', () => end({ status: 'failed', failure: 'badresponse' }));
    socket.on('data', (chunk) => {
      const packet = collect(chunk);
      if (!packet) return;
      const answer = decodeAnswer(packet, query);
      end(typeof answer === 'object' && answer ? answer : { status: 'failed', failure: 'badresponse' });
    });
    const octets = encodeQuery(query);
    socket.write(Buffer.concat([Buffer.from([octets.length >> 8, octets.length & 255]), octets]));
  });
}

import { createSocket } from 'node:dgram';
import { ended, onAbort } from '../layers/ending.ts';
import type { Failed } from '../resolver.ts';
import type { Endpoint } from '../servers.ts';
import { decodeAnswer, encodeQuery, type Message, type Query } from './message.ts';

/**
 * Sends a question from a socket of its own, whose port the system picks, and waits for the packet that answers it;
 * every other packet is passed over. Ends only with an answer, an error of the network, or the signal.
 */
export function overUdp(server: Endpoint, query: Query, signal?: AbortSignal): Promise<Message | Failed> {
  if (signal?.aborted) return Promise.resolve(ended);
  return new Promise((resolve) => {
    const socket = createSocket(server.family === 4 ? 'udp4' : 'udp6');
    let open = true;
    const end = (outcome: Message | Failed) => {
      if (!open) return;
      open = false;
      release?.();
      socket.close();
      resolve(outcome);
    };
    const release = signal && onAbort(signal, () => end(ended));
    socket.on('error', () => end({ status: 'failed', failure: 'unreachable' }));
    socket.on('message', (packet) => {
      const answer = decodeAnswer(packet, query);
      if (answer) end(answer === 'badresponse' ? { status: 'failed', failure: answer } : answer);
    });
    // Connected, the socket takes packets from the server's address and port alone, and hears that nobody is there.
    socket.on('connect', () => open && socket.send(encodeQuery(query)));
    socket.connect(server.port, server.address);
  });
}

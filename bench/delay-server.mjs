// A DNS server on loopback that answers every question after a fixed time, and logs when each came.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import * as packet from 'dns-packet';

const txt = (text) => (text.match(/[^]{1,255}/g) ?? ['']).map((part) => Buffer.from(part, 'latin1'));

/** @param zone `{ name: { TXT: [text], A: [address], MX: [{ preference, exchange }] } }`, lower case. */
export async function startDelayServer(zone, delayMs) {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 });
  const questions = [];
  socket.on('message', (data, from) => {
    const query = packet.decode(data);
    const [{ name, type }] = query.questions;
    const question = { name, type, at: performance.now(), answeredAt: Number.POSITIVE_INFINITY };
    questions.push(question);
    const node = zone[name.toLowerCase()];
    const records = node?.[type] ?? [];
    const answers = records.map((record) => ({
      name,
      type,
      ttl: 60,
      data: type === 'TXT' ? txt(record) : record,
    }));
    const flags = packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | (node ? 0 : 3);
    const answer = packet.encode({
      type: 'response',
      id: query.id,
      flags,
      questions: query.questions,
      answers,
    });
    setTimeout(() => {
      question.answeredAt = performance.now();
      socket.send(answer, from.port, from.address);
    }, delayMs);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { server: `127.0.0.1:${socket.address().port}`, questions, close: () => socket.close() };
}

/** Round trips that waited for one another: a question that came before the first answer of a wave is part of it. */
export function roundTrips(questions) {
  let trips = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { at, answeredAt } of questions.toSorted((a, b) => a.at - b.at)) {
    if (at < end) continue;
    trips += 1;
    end = answeredAt;
  }
  return trips;
}

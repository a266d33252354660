import { createServer, type Socket } from 'node:net';

/** A mail server on loopback that answers RCPT as real receivers do, by the local part of the recipient. */
export interface Receiver {
  readonly port: number;
  stop(): Promise<void>;
}

/** Answers one line of a client; null while the lines of a message come in. */
function answerTo(line: string, replies: Readonly<Record<string, string>>): string {
  const [verb = ''] = line.toUpperCase().split(' ', 1);
  if (verb === 'EHLO') return '250-mx.dest.example\r\n250 ENHANCEDSTATUSCODES';
  if (verb === 'RCPT') return replies[/<([^@>]*)@/.exec(line)?.[1] ?? ''] ?? '250 2.1.5 OK';
  if (verb === 'DATA') return '354 Go on';
  return verb === 'QUIT' ? '221 2.0.0 Bye' : '250 2.0.0 OK';
}

function serve(socket: Socket, replies: Readonly<Record<string, string>>): void {
  let buffer = '';
  let inData = false;
  socket.on('error', () => {});
  socket.write('220 mx.dest.example ESMTP\r\n');
  socket.on('data', (chunk: Buffer) => {
    buffer += chunk.toString('latin1');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (inData && line !== '.') continue;
      const answer = inData ? '250 2.0.0 Taken' : answerTo(line, replies);
      inData = answer.startsWith('354');
      socket.write(`${answer}\r\n`);
      if (answer.startsWith('221')) socket.end();
    }
  });
}

/** Starts a receiver with a reply for each local part; it takes mail for all others. */
export async function startReceiver(replies: Readonly<Record<string, string>>): Promise<Receiver> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serve(socket, replies);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

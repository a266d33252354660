import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, removeFolder } from './daemon.ts';

/** A mail server with a folder of its own, that delivers to 127.0.0.1 and knows no DNS. */
export interface MailServer {
  /** Hands a message over, for several recipients. */
  submit(message: string, recipients: readonly string[]): Promise<void>;
  log(): string;
  /** The notifications that it sent to the envelope sender. */
  mailbox(): string;
  stop(): Promise<void>;
}

export const envelopeSender = 'news-bounce@bounces.example';

export const message = `From: News <news@campaign.example>
To: list@campaign.example
Subject: Hello
DKIM-Signature: v=1; a=rsa-sha256; d=campaign.example; s=s1; h=from; bh=x; b=y

Hello
`;

/** Why no mail server can be started here; null where one can. */
export function noMailServer(): string | null {
  if (process.getuid?.() !== 0) return 'only root can start mail servers';
  return spawnSync('unshare', ['--mount', 'true']).status === 0
    ? null
    : 'no mount namespaces here, and with the resolver of the system a mail server would ask the DNS';
}

/** Wraps a command so that its only name server is 127.0.0.1, where none is. */
export function withoutDns(folder: string, command: readonly string[]): readonly string[] {
  const file = join(folder, 'resolv.conf');
  writeFileSync(file, 'nameserver 127.0.0.1\n');
  const script = 'mount --bind "$0" /etc/resolv.conf && exec "$@"';
  return ['unshare', '--mount', 'sh', '-c', script, file, ...command];
}

export function newFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `presend-${name}-`));
  // The server gives up root.
  chmodSync(folder, 0o755);
  return folder;
}

/** A file that may not be there yet. */
export function contentOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Runs a command to its end, with a text on its standard input; in a process group of its own. */
export async function runToEnd([program = '', ...args]: readonly string[], input: string): Promise<void> {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2000);
  });
  child.stdin.end(input);
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${said}`);
}

/** Speaks SMTP to a port of loopback: each command after the answer to the one before. */
export async function speakSmtp(port: number, commands: readonly string[]): Promise<readonly string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  let buffer = '';
  return new Promise((done, fail) => {
    socket.on('error', fail);
    socket.on('data', (chunk: Buffer) => {
      buffer += chunk.toString();
      // The last line of an answer has a space behind the code.
      if (!/(?:^|\r\n)\d{3} [^\r\n]*\r\n$/.test(buffer)) return;
      answers.push(buffer);
      buffer = '';
      const next = commands[answers.length - 1];
      if (next === undefined) socket.end();
      else socket.write(`${next}\r\n`);
    });
    socket.on('close', () => done(answers));
  });
}

/** Waits, for half a minute at most, until something is there. */
export async function until(what: string, isThere: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (isThere()) return;
    // oxlint-disable-next-line no-await-in-loop -- waits for another process
    await pause(100);
  }
  throw new Error(`${what} did not come`);
}

export { removeFolder };

import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeResolver } from '../../src/index.ts';

/** Says that a program is not here, and where it comes from; null where it is. `flag` has it tell of itself and end. */
export function absent(program: string, flag: string): string | null {
  return spawnSync(program, [flag]).error ? `${program} is not installed (Debian: ${program})` : null;
}

/** A port of 127.0.0.1 that is free for TCP and UDP. */
export async function freePort(attempts = 20): Promise<number> {
  const tcp = createServer();
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
  const address = tcp.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const udp = createSocket('udp4');
  const free = await new Promise<boolean>((done) => {
    udp.once('error', () => done(false));
    udp.bind(address.port, '127.0.0.1', () => done(true));
  });
  udp.close();
  await new Promise((done) => tcp.close(done));
  if (free) return address.port;
  if (attempts <= 1) throw new Error('no port');
  return freePort(attempts - 1);
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Ends every process of a group, and waits, for ten seconds at most, until none is left. */
export async function endGroup(leader: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      process.kill(-leader, attempt === 0 ? 'SIGTERM' : 0);
    } catch {
      return;
    }
    // oxlint-disable-next-line no-await-in-loop -- waits for the processes to end
    await pause(50);
  }
}

/** Removes the folder, and what a process wrote into it meanwhile. */
export async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (attempt === 20) throw error;
    }
    // oxlint-disable-next-line no-await-in-loop -- waits for the last file
    await pause(100);
  }
}

export interface Daemon {
  /** `127.0.0.1:port` */
  readonly server: string;
  readonly folder: string;
  stop(): Promise<void>;
}

export interface DaemonOptions {
  readonly program: string;
  /** A name whose A question is not answered with a failure once the daemon is up. */
  readonly probe: string;
  /** Writes what the daemon reads into the folder and gives its arguments, which keep it in the foreground. */
  readonly prepare: (folder: string, port: number) => readonly string[];
}

/** Starts a DNS server on a free loopback port, with a folder of its own, and waits until it answers. */
export async function startDaemon({ program, probe, prepare }: DaemonOptions): Promise<Daemon> {
  const folder = mkdtempSync(join(tmpdir(), `presend-${program}-`));
  // A daemon that root starts may read its files as another user.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const child = spawn(program, prepare(folder, port), {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2000);
  });
  const server = `127.0.0.1:${port}`;
  const stop = async () => {
    if (child.pid !== undefined) await endGroup(child.pid);
    await removeFolder(folder);
  };
  const resolver = nodeResolver({ servers: [server], timeoutMs: 500 });
  for (let attempt = 0; attempt < 60; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- waits for the server to come up
    const answer = await resolver.query(probe, 'A');
    if (answer.status !== 'failed') return { server, folder, stop };
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
  await stop();
  throw new Error(`${program} did not answer: ${said}`);
}

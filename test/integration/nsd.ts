import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolver } from '../../src/index.ts';

/** Shared test input beside the checkout; not part of the project. */
export const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Why the tests with a real NSD cannot run here; null where they can. */
export function cannotRun(...inputs: readonly string[]): string | null {
  if (spawnSync('nsd', ['-v']).error) return 'nsd is not installed (Debian: nsd)';
  const missing = inputs.find((path) => !existsSync(path));
  return missing === undefined ? null : 'the shared test input is not beside this checkout';
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface Nsd {
  /** `127.0.0.1:port` */
  readonly server: string;
  readonly folder: string;
  stop(): Promise<void>;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Ends every process of a group, and waits, for ten seconds at most, until none is left. */
async function endGroup(leader: number): Promise<void> {
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
async function removeFolder(folder: string): Promise<void> {
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

const configuration = (folder: string, port: number) => `server:
  ip-address: 127.0.0.1@${port}
  server-count: 1
  username: ""
  chroot: ""
  database: ""
  pidfile: "${folder}/nsd.pid"
  logfile: "${folder}/nsd.log"
  xfrdfile: "${folder}/xfrd.state"
  zonelistfile: "${folder}/zone.list"
  rrl-ratelimit: 0
  rrl-whitelist-ratelimit: 0
remote-control:
  control-enable: no
zone:
  name: "."
  zonefile: "${folder}/root.zone"
`;

/** Starts NSD on a free loopback port with the root zone that `fill` writes into the folder. */
export async function startNsd(fill: (folder: string) => void): Promise<Nsd> {
  const folder = mkdtempSync(join(tmpdir(), 'presend-nsd-'));
  fill(folder);
  const port = await freePort();
  writeFileSync(join(folder, 'nsd.conf'), configuration(folder, port));
  const child = spawn('nsd', ['-d', '-c', join(folder, 'nsd.conf')], {
    stdio: 'ignore',
    detached: true,
  });
  const server = `127.0.0.1:${port}`;
  const stop = async () => {
    if (child.pid !== undefined) await endGroup(child.pid);
    await removeFolder(folder);
  };
  const resolver = nodeResolver({ servers: [server], timeoutMs: 500 });
  for (let attempt = 0; attempt < 60; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- waits for the server to come up
    const answer = await resolver.query('ns.lab', 'A');
    if (answer.status !== 'failed') return { server, folder, stop };
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
  await stop();
  throw new Error('nsd did not answer');
}

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { absent, type Daemon, startDaemon } from './daemon.ts';

/** Shared test input beside the checkout; not part of the project. */
export const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Why the tests with a real NSD cannot run here; null where they can. */
export function cannotRun(...inputs: readonly string[]): string | null {
  const missing = inputs.find((path) => !existsSync(path));
  const noInput = missing === undefined ? null : 'the shared test input is not beside this checkout';
  return absent('nsd', '-v') ?? noInput;
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

/** Starts NSD with the root zone that `fill` writes into the folder. */
export function startNsd(fill: (folder: string) => void): Promise<Daemon> {
  return startDaemon({
    program: 'nsd',
    probe: 'ns.lab',
    prepare(folder, port) {
      fill(folder);
      const path = join(folder, 'nsd.conf');
      writeFileSync(path, configuration(folder, port));
      return ['-d', '-c', path];
    },
  });
}

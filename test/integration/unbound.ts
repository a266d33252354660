import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Daemon, startDaemon } from './daemon.ts';

export interface UnboundOptions {
  /** Zones and the servers on loopback that hold them, `127.0.0.1:port`. */
  readonly stubs: ReadonlyMap<string, string>;
  /** Lines of the `server:` clause: what the resolver answers by itself. */
  readonly own: readonly string[];
  /** A name in one of the zones that exists. */
  readonly probe: string;
}

/** It knows no zone but those given, and sends from loopback alone: nothing can leave the machine. */
const configuration = (folder: string, port: number, { stubs, own }: UnboundOptions) => `server:
  interface: 127.0.0.1
  port: ${port}
  outgoing-interface: 127.0.0.1
  do-ip6: no
  do-daemonize: no
  use-syslog: no
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  num-threads: 1
  module-config: "iterator"
  do-not-query-localhost: no
  local-zone: "." static
${[...stubs.keys()].map((zone) => `  local-zone: "${zone}." transparent`).join('\n')}
${own.map((line) => `  ${line}`).join('\n')}
remote-control:
  control-enable: no
${[...stubs].map(([zone, server]) => `stub-zone:\n  name: "${zone}."\n  stub-addr: ${server.replace(':', '@')}`).join('\n')}
`;

/** Starts unbound, with its usual settings, as the resolver of some zones on loopback. */
export function startUnbound(options: UnboundOptions): Promise<Daemon> {
  return startDaemon({
    program: 'unbound',
    probe: options.probe,
    prepare(folder, port) {
      const path = join(folder, 'unbound.conf');
      writeFileSync(path, configuration(folder, port, options));
      return ['-d', '-c', path];
    },
  });
}

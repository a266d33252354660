import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Daemon, startDaemon } from './daemon.ts';

/** Data of a zone in one of rbldnsd's own formats; a zone may have several. */
export interface Dataset {
  readonly type: 'ip4set' | 'ip4trie' | 'ip6trie' | 'dnset' | 'generic' | 'acl';
  readonly text: string;
}

/** Starts rbldnsd with the datasets of each zone; `probe` is a name that one of them answers. */
export function startRbldnsd(zones: ReadonlyMap<string, readonly Dataset[]>, probe: string): Promise<Daemon> {
  return startDaemon({
    program: 'rbldnsd',
    probe,
    prepare(folder, port) {
      const served = [...zones].flatMap(([zone, datasets]) =>
        datasets.map(({ type, text }) => {
          const file = `${zone}.${type}`;
          writeFileSync(join(folder, file), text);
          return `${zone}:${type}:${file}`;
        }),
      );
      return ['-n', '-b', `127.0.0.1/${port}`, '-w', folder, ...served];
    },
  });
}

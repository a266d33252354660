import { createReadStream } from 'node:fs';
import process, { env } from 'node:process';
import {
  dnsblRegister,
  InputError,
  keyed,
  nodeResolver,
  onBadName,
  once,
  paced,
  quoted,
  type Resolver,
  systemServers,
  wireResolver,
  zoneResolver,
} from '../index.ts';
import { keyDomains, readKeys } from './keys.ts';
import { ownLists } from './lists.ts';
import type { CommonOptions } from './options.ts';

const maxZoneOctets = 64 * 1024 * 1024;

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

/** How messages name the file of `--zone`. */
function shown(path: string): string {
  return path === '-' ? 'zone file on standard input' : `zone file ${quoted(path)}`;
}

/** Reads up to the limit and no further: a device has no end. */
async function readZone(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  let octets = 0;
  try {
    const source: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path);
    for await (const chunk of source) {
      octets += chunk.length;
      if (octets > maxZoneOctets)
        throw new InputError(`${shown(path)} is larger than 64 MiB; give a smaller one`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(
      `cannot read ${shown(path)}: ${causes[code] ?? String(error)}; give the path of a master file`,
    );
  }
}

/** Some line begins with more than a comment or a directive. */
function holdsRecord(text: string): boolean {
  return /^[ \t\r\uFEFF]*[^\s;$\uFEFF]/m.test(text);
}

/** Names the file in what is wrong with its content. */
function parsed(path: string, text: string, elsewhere?: Resolver): Resolver {
  try {
    const resolver = elsewhere ? zoneResolver(text, elsewhere) : zoneResolver(text);
    if (holdsRecord(text)) return resolver;
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${shown(path)}, ${error.message}`);
    throw error;
  }
  throw new InputError(`${shown(path)} holds no record`);
}

function liveResolver({ server, timeout, transport }: CommonOptions, signal: AbortSignal): Resolver {
  try {
    const waiting = { timeoutMs: timeout * 1000, signal };
    const servers = server.length > 0 ? server : systemServers();
    if (transport === 'wire') return wireResolver({ servers, ...waiting });
    const usual = nodeResolver({ servers: server, ...waiting });
    // Names such as news=example.com@… can only be asked over the wire.
    return servers.length === 0 ? usual : onBadName(usual, wireResolver({ servers, ...waiting }));
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`--server ${error.message}`);
    throw error;
  }
}

/**
 * The resolver that the options describe; questions are shared between the domains of a run.
 * @throws InputError
 */
export async function resolverOf(options: CommonOptions, signal: AbortSignal): Promise<Resolver> {
  const { zone, offline, server, rate } = options;
  if (offline && zone === undefined)
    throw new InputError('--offline needs the records from somewhere; add --zone <file>');
  if (offline && server.length > 0)
    throw new InputError('--offline asks nobody; leave out --offline or --server');
  if (zone === '') throw new InputError('--zone "" names no file; give the path of a master file');
  const keys = keyDomains(readKeys(env));
  const asking = async (): Promise<Resolver> => {
    if (zone === undefined) return liveResolver(options, signal);
    const text = await readZone(zone);
    return parsed(zone, text, offline ? undefined : liveResolver(options, signal));
  };
  const base = keyed(await asking(), keys);
  const zones = [...ownLists(options, env).lists, ...dnsblRegister].map((list) => list.zone);
  return once(offline || rate === 0 ? base : paced(base, zones, rate));
}

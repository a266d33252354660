import { readFile } from 'node:fs/promises';
import { InputError, nodeResolver, once, type Resolver, zoneResolver } from '../index.ts';
import type { CommonOptions } from './options.ts';

const maxZoneOctets = 64 * 1024 * 1024;

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

async function readZone(path: string): Promise<string> {
  const shown = JSON.stringify(path);
  try {
    const octets = await readFile(path);
    if (octets.length > maxZoneOctets)
      throw new InputError(`zone file ${shown} is larger than 64 MiB; give a smaller one`);
    return octets.toString('utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(
      `cannot read zone file ${shown}: ${causes[code] ?? String(error)}; give the path of a master file`,
    );
  }
}

/** Names the file in what is wrong with its content. */
function parsed(path: string, text: string, elsewhere?: Resolver): Resolver {
  try {
    return elsewhere ? zoneResolver(text, elsewhere) : zoneResolver(text);
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(`zone file ${JSON.stringify(path)}, ${error.message}`);
    throw error;
  }
}

/**
 * The resolver that the options describe; questions are shared between the domains of a run.
 * @throws InputError
 */
export async function resolverOf(options: CommonOptions, signal: AbortSignal): Promise<Resolver> {
  const { zone, offline, server, timeout } = options;
  if (offline && zone === undefined)
    throw new InputError('--offline needs the records from somewhere; add --zone <file>');
  if (offline && server.length > 0)
    throw new InputError('--offline asks nobody; leave out --offline or --server');
  const text = zone === undefined ? null : await readZone(zone);
  if (zone !== undefined && text !== null && offline) return once(parsed(zone, text));
  const live = nodeResolver({ servers: server, timeoutMs: timeout * 1000, signal });
  return once(zone !== undefined && text !== null ? parsed(zone, text, live) : live);
}

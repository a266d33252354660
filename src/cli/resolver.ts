import { createReadStream } from 'node:fs';
import process, { env } from 'node:process';
import {
  dnsblRegister,
  InputError,
  keyed,
  nodeResolver,
  joined,
  onBadName,
  once,
  paced,
  phrase,
  quoted,
  type Resolver,
  type Said,
  systemServers,
  type Words,
  wireResolver,
  zoneResolver,
} from '../index.ts';
import { keyDomains, readKeys } from './keys.ts';
import { ownLists } from './lists.ts';
import type { CommonOptions } from './options.ts';

const maxZoneOctets = 64 * 1024 * 1024;

const causes: Readonly<Record<string, Words>> = {
  ENOENT: { en: 'there is no such file', fr: "il n'existe pas" },
  EISDIR: { en: 'it is a folder', fr: "c'est un dossier" },
  EACCES: { en: 'it may not be read', fr: "il n'est pas permis de le lire" },
};

const faults = {
  large: {
    en: '{file} is larger than 64 MiB; give a smaller one',
    fr: '{file} dépasse 64 Mio ; en indiquer un plus petit',
  },
  unreadable: {
    en: 'cannot read {file}: {cause}; give the path of a master file',
    fr: "impossible de lire {file} : {cause} ; indiquer le chemin d'un fichier de zone",
  },
  content: { en: '{file}, {fault}', fr: '{file}, {fault}' },
  empty: { en: '{file} holds no record', fr: '{file} ne contient aucun enregistrement' },
  offlineAlone: {
    en: '--offline needs the records from somewhere; add --zone <file>',
    fr: 'avec --offline, les enregistrements doivent venir de quelque part ; ajouter --zone <fichier>',
  },
  offlineServer: {
    en: '--offline asks nobody; leave out --offline or --server',
    fr: "--offline n'interroge personne ; retirer --offline ou --server",
  },
  noZone: {
    en: '--zone "" names no file; give the path of a master file',
    fr: `--zone "" ne désigne aucun fichier ; indiquer le chemin d'un fichier de zone`,
  },
} as const;

const onStandardInput: Words = {
  en: 'zone file on standard input',
  fr: "le fichier de zone de l'entrée standard",
};

/** How messages name the file of `--zone`. */
function shown(path: string): Said {
  if (path === '-') return onStandardInput;
  return phrase({ en: 'zone file {path}', fr: 'le fichier de zone {path}' }, { path: quoted(path) });
}

/** Reads up to the limit and no further: a device has no end. */
async function readZone(path: string): Promise<string> {
  const chunks: Buffer[] = [];
  let octets = 0;
  try {
    const source: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path);
    for await (const chunk of source) {
      octets += chunk.length;
      if (octets > maxZoneOctets) throw new InputError(phrase(faults.large, { file: shown(path) }));
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(
      phrase(faults.unreadable, { file: shown(path), cause: causes[code] ?? String(error) }),
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
    if (error instanceof InputError)
      throw new InputError(phrase(faults.content, { file: shown(path), fault: error.said }));
    throw error;
  }
  throw new InputError(phrase(faults.empty, { file: shown(path) }));
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
    if (error instanceof InputError) throw new InputError(joined(['--server', error.said], ' '));
    throw error;
  }
}

/**
 * The resolver that the options describe; questions are shared between the domains of a run.
 * @throws InputError
 */
export async function resolverOf(options: CommonOptions, signal: AbortSignal): Promise<Resolver> {
  const { zone, offline, server, rate } = options;
  if (offline && zone === undefined) throw new InputError(faults.offlineAlone);
  if (offline && server.length > 0) throw new InputError(faults.offlineServer);
  if (zone === '') throw new InputError(faults.noZone);
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

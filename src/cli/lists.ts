import {
  chooseLists,
  type Dnsbl,
  InputError,
  type OwnLists,
  phrase,
  quoted,
  readOwnLists,
} from '../index.ts';
import { readBounded } from './files.ts';
import { readKeys } from './keys.ts';
import type { CommonOptions } from './options.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const maxOctets = 1024 * 1024;

const unreadable = {
  en: 'cannot read the configuration {path}; give the path of a JSON file',
  fr: "impossible de lire la configuration {path} ; indiquer le chemin d'un fichier JSON",
} as const;

const large = {
  en: 'the configuration {path} is larger than 1 MiB',
  fr: 'la configuration {path} dépasse 1 Mio',
} as const;

const listsAlone = {
  en: '--lists stands alone only in presend dnsbl --lists; name default, all or zones',
  fr: "--lists ne s'emploie seul que dans presend dnsbl --lists ; indiquer default, all ou des zones",
} as const;

function readConfiguration(path: string): string {
  let text: string | null;
  try {
    text = readBounded(path, maxOctets);
  } catch {
    // Whatever the cause, the mend is the same.
    throw new InputError(phrase(unreadable, { path: quoted(path) }));
  }
  if (text === null) throw new InputError(phrase(large, { path: quoted(path) }));
  return text;
}

/**
 * Lists of the user's own, and the services whose keys are there.
 * @throws InputError
 */
export function ownLists({ config }: CommonOptions, env: Environment): OwnLists {
  return {
    lists: config === undefined ? [] : readOwnLists(readConfiguration(config)),
    keys: new Set(readKeys(env).keys()),
  };
}

/**
 * The lists that a run asks.
 * @throws InputError
 */
export function listsOf(options: CommonOptions, env: Environment): readonly Dnsbl[] {
  const { lists } = options;
  if (lists === true) throw new InputError(listsAlone);
  return chooseLists(lists.length > 0 ? lists : ['default'], ownLists(options, env));
}

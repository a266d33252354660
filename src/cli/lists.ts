import { chooseLists, type Dnsbl, InputError, type OwnLists, quoted, readOwnLists } from '../index.ts';
import { readBounded } from './files.ts';
import { readKeys } from './keys.ts';
import type { CommonOptions } from './options.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const maxOctets = 1024 * 1024;

function readConfiguration(path: string): string {
  let text: string | null;
  try {
    text = readBounded(path, maxOctets);
  } catch {
    // Whatever the cause, the mend is the same.
    throw new InputError(`cannot read the configuration ${quoted(path)}; give the path of a JSON file`);
  }
  if (text === null) throw new InputError(`the configuration ${quoted(path)} is larger than 1 MiB`);
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
  if (lists === true)
    throw new InputError('--lists stands alone only in presend dnsbl --lists; name default, all or zones');
  return chooseLists(lists.length > 0 ? lists : ['default'], ownLists(options, env));
}

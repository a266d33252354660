import { InputError, type KeyedService, quoted } from '../index.ts';
import { readBounded } from './files.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where each service's key comes from, and the domain of the lists that it opens. */
const services: Readonly<Record<KeyedService, { readonly variable: string; readonly domain: string }>> = {
  spamhaus: { variable: 'PRESEND_SPAMHAUS_KEY', domain: 'dq.spamhaus.net' },
  abusix: { variable: 'PRESEND_ABUSIX_KEY', domain: 'mail.abusix.zone' },
};

const maxFile = 4096;

const keyForm = /^[a-z0-9]{8,63}$/i;

/** A key is a label of a name. What was given is never shown. */
function checked(key: string, source: string): string {
  if (!keyForm.test(key)) throw new InputError(`${source} holds no key; a key is 8 to 63 letters and digits`);
  return key;
}

function fromFile(path: string, variable: string): string {
  try {
    // Of what is longer than any key nothing is one.
    return readBounded(path, maxFile)?.trim() ?? '';
  } catch {
    // What looks like a key stands here by mistake.
    const shown = keyForm.test(path.trim()) ? 'a file' : quoted(path);
    throw new InputError(
      `${variable} names ${shown}, which cannot be read; give the path of a file with the key`,
    );
  }
}

/**
 * The keys of services, from `PRESEND_…_KEY`, or from the file that `PRESEND_…_KEY_FILE` names: never from the command
 * line, which others can see.
 * @throws InputError that names the variable and not its value
 */
export function readKeys(env: Environment): ReadonlyMap<KeyedService, string> {
  const keys = new Map<KeyedService, string>();
  for (const service of ['spamhaus', 'abusix'] as const) {
    const { variable } = services[service];
    const file = `${variable}_FILE`;
    const [own, path] = [env[variable]?.trim(), env[file]];
    if (own) keys.set(service, checked(own, variable));
    else if (path) keys.set(service, checked(fromFile(path, file), `the file of ${file}`));
  }
  return keys;
}

/** The same keys by the domain that they open. */
export function keyDomains(keys: ReadonlyMap<KeyedService, string>): ReadonlyMap<string, string> {
  return new Map([...keys].map(([service, key]) => [services[service].domain, key]));
}

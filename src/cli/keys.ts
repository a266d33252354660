import { InputError, type KeyedService, phrase, quoted, type Said } from '../index.ts';
import { readBounded } from './files.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where each service's key comes from, and the domain of the lists that it opens. */
const services: Readonly<Record<KeyedService, { readonly variable: string; readonly domain: string }>> = {
  spamhaus: { variable: 'PRESEND_SPAMHAUS_KEY', domain: 'dq.spamhaus.net' },
  abusix: { variable: 'PRESEND_ABUSIX_KEY', domain: 'mail.abusix.zone' },
};

const maxFile = 4096;

const keyForm = /^[a-z0-9]{8,63}$/i;

const noKey = {
  en: '{source} holds no key; a key is 8 to 63 letters and digits',
  fr: '{source} ne contient pas de clé ; une clé compte de 8 à 63 lettres et chiffres',
} as const;

const noFile = {
  en: '{variable} names {file}, which cannot be read; give the path of a file with the key',
  fr: "{variable} désigne {file}, dont la lecture échoue ; indiquer le chemin d'un fichier qui contient la clé",
} as const;

const someFile = { en: 'a file', fr: 'un fichier' } as const;

const fileOf = { en: 'the file of {variable}', fr: 'le fichier de {variable}' } as const;

/** A key is a label of a name. What was given is never shown. */
function checked(key: string, source: Said): string {
  if (!keyForm.test(key)) throw new InputError(phrase(noKey, { source }));
  return key;
}

function fromFile(path: string, variable: string): string {
  try {
    // Of what is longer than any key nothing is one.
    return readBounded(path, maxFile)?.trim() ?? '';
  } catch {
    // What looks like a key stands here by mistake.
    const file = keyForm.test(path.trim()) ? someFile : quoted(path);
    throw new InputError(phrase(noFile, { variable, file }));
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
    else if (path) keys.set(service, checked(fromFile(path, file), phrase(fileOf, { variable: file })));
  }
  return keys;
}

/** The same keys by the domain that they open. */
export function keyDomains(keys: ReadonlyMap<KeyedService, string>): ReadonlyMap<string, string> {
  return new Map([...keys].map(([service, key]) => [services[service].domain, key]));
}

import { InputError, quoted } from '../../domain.ts';
import { phrase } from '../../text/say.ts';
import type { Dnsbl, KeyedService } from '../list.ts';
import { goneList } from './gone.ts';
import { defaultLists, register } from './index.ts';

/** What a choice of lists can draw on besides the register. */
export interface OwnLists {
  /** Lists of the user's own. */
  readonly lists: readonly Dnsbl[];
  /** Services for which a key is there. */
  readonly keys: ReadonlySet<KeyedService>;
}

const nothing: OwnLists = { lists: [], keys: new Set() };

/** What opens a list that needs a key. */
const opener: Readonly<Record<KeyedService, string>> = {
  spamhaus: 'PRESEND_SPAMHAUS_KEY',
  abusix: 'PRESEND_ABUSIX_KEY',
};

/** Below these the first label of a zone is a key. */
const keyDomains: Readonly<Record<KeyedService, string>> = {
  spamhaus: 'dq.spamhaus.net',
  abusix: 'mail.abusix.zone',
};

/**
 * Refuses a zone with a key written into it: it would show wherever the list is named.
 * @throws InputError that does not hold it
 */
export function refuseKey(zone: string): void {
  for (const service of ['spamhaus', 'abusix'] as const) {
    const domain = keyDomains[service];
    if (zone.endsWith(`.${domain}`) && !zone.startsWith('<key>.'))
      throw new InputError(
        phrase(
          {
            en: "a key belongs in no list's name; put it into the environment as {variable}, and name the lists below {domain} with <key> in its place",
            fr: "une clé n'a sa place dans le nom d'aucune liste ; la mettre dans l'environnement sous {variable}, et nommer les listes sous {domain} avec <key> à sa place",
          },
          { variable: opener[service], domain },
        ),
      );
  }
}

function isOpen({ key }: Dnsbl, { keys }: OwnLists): boolean {
  return key === undefined || keys.has(key.service);
}

/** With a key its lists come in, and the open ones that they take the place of go. */
function withKeyed(lists: readonly Dnsbl[], own: OwnLists): readonly Dnsbl[] {
  const keyed = register.filter(({ key }) => key !== undefined && own.keys.has(key.service));
  const replaced = new Set(keyed.map(({ key }) => key?.replaces));
  const kept = lists.filter(({ zone, key }) => key === undefined && !replaced.has(zone));
  return [...keyed, ...kept];
}

function byZone(text: string, own: OwnLists): Dnsbl {
  const zone = text.trim().toLowerCase().replace(/\.$/, '');
  const found = [...own.lists, ...register].find((list) => list.zone === zone);
  if (found && !isOpen(found, own)) {
    const service = found.key?.service ?? 'spamhaus';
    throw new InputError(
      phrase(
        {
          en: '{list} needs a key; put it into the environment as {variable}',
          fr: "{list} demande une clé ; la mettre dans l'environnement sous {variable}",
        },
        { list: found.name, variable: opener[service] },
      ),
    );
  }
  if (found) return found;
  refuseKey(zone);
  const gone = goneList(zone);
  if (gone) {
    const words = {
      en: '{zone} {why} (since {since}); leave it out',
      fr: 'la liste {zone} {why} (depuis {since}) ; ne pas la nommer',
    };
    throw new InputError(phrase(words, { zone: quoted(zone), why: gone.why, since: gone.since }));
  }
  throw new InputError(
    phrase(
      {
        en: '{text} is no list that presend knows; see presend dnsbl --lists, or describe your own with --config',
        fr: "{text} n'est pas une liste que presend connaît ; voir presend dnsbl --lists, ou décrire sa propre liste avec --config",
      },
      { text: quoted(text) },
    ),
  );
}

/**
 * The lists that names stand for: `default`, `all`, or zones; each list once, own lists among the default ones.
 * @throws InputError for a name that is no list, or one that must not be asked any more
 */
export function chooseLists(names: readonly string[], own: OwnLists = nothing): readonly Dnsbl[] {
  const chosen = names.flatMap((name): readonly Dnsbl[] => {
    if (name === 'default') return [...own.lists, ...withKeyed(defaultLists, own)];
    if (name === 'all') return [...own.lists, ...withKeyed(register, own)];
    return [byZone(name, own)];
  });
  const all = [...new Map(chosen.map((list) => [list.zone, list])).values()];
  // What the user says of a list counts, as where it is named.
  return all.map((list) => own.lists.find(({ zone }) => zone === list.zone) ?? list);
}

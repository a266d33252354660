import { InputError, parseDomain, quoted } from '../domain.ts';
import { phrase, type Said } from '../text/say.ts';
import type { Coding, Dnsbl, ListEntry } from './list.ts';
import { refuseKey } from './register/choose.ts';
import { addressList, domainList, plain } from './register/forms.ts';

const maxLists = 200;
const kinds = ['ipv4', 'ipv6', 'domain'] as const;
const weights = ['critical', 'error', 'warning', 'notice'] as const;
const purposes = ['block', 'allow', 'inform'] as const;
const fields = [
  'zone',
  'name',
  'kinds',
  'purpose',
  'weight',
  'codes',
  'bits',
  'refusals',
  'test',
  'delisting',
] as const;

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one field of a list; what is wrong with it is said of list and field. */
class Reader {
  readonly #list: Fields;
  readonly #where: Said;

  constructor(list: Fields, where: Said) {
    this.#list = list;
    this.#where = where;
  }

  fault(field: string, wanted: Said): InputError {
    const words = { en: '{where}: "{field}" must be {wanted}', fr: '{where} : "{field}" doit être {wanted}' };
    return new InputError(phrase(words, { where: this.#where, field, wanted }));
  }

  text(field: string, fallback: string): string {
    const value = this.#list[field] ?? fallback;
    if (typeof value !== 'string' || value === '' || value.length > 300)
      throw this.fault(field, {
        en: 'a text of at most 300 characters',
        fr: 'un texte de 300 caractères au plus',
      });
    return value;
  }

  word<const T extends string>(field: string, words: readonly T[], fallback: T): T {
    const value = this.#list[field] ?? fallback;
    const found = words.find((word) => word === value);
    if (found === undefined) {
      const wanted = phrase(
        { en: 'one of {words}', fr: "l'un des mots {words}" },
        { words: words.join(', ') },
      );
      throw this.fault(field, wanted);
    }
    return found;
  }

  /** An object of texts, its keys checked. */
  texts(field: string, key: RegExp, keys: Said): Readonly<Record<string, string>> {
    const value = this.#list[field] ?? {};
    const wanted = phrase(
      {
        en: 'an object from {keys} to what it means, at most 300',
        fr: 'un objet qui donne, pour {keys}, sa signification, 300 au plus',
      },
      { keys },
    );
    if (!isObject(value) || Object.keys(value).length > 300) throw this.fault(field, wanted);
    const entries = Object.entries(value).map(([name, text]) => {
      if (!key.test(name) || typeof text !== 'string' || text.length > 200) throw this.fault(field, wanted);
      return [name, text] as const;
    });
    return Object.fromEntries(entries);
  }
}

const code = /^127(?:\.\d{1,3}){3}$/;

function answerSuchAs(example: string): Said {
  return phrase({ en: 'an answer such as {example}', fr: 'une réponse comme {example}' }, { example });
}

function codingOf(reader: Reader): Coding {
  const values = Object.entries(reader.texts('codes', code, answerSuchAs('127.0.0.2')));
  const bits = Object.entries(
    reader.texts('bits', /^(?:2|4|8|16|32|64|128)$/, {
      en: 'a bit such as 2 or 64',
      fr: 'un bit comme 2 ou 64',
    }),
  );
  if (values.length > 0 && bits.length > 0)
    throw reader.fault('bits', {
      en: 'left out where "codes" says what the answers mean',
      fr: 'omis là où "codes" dit ce que signifient les réponses',
    });
  const entries = (pairs: readonly (readonly [string, string])[]): Record<string, ListEntry> =>
    Object.fromEntries(pairs.map(([key, meaning]) => [key, { meaning }]));
  if (bits.length > 0) return { form: 'bits', bits: entries(bits) };
  return values.length > 0 ? { form: 'values', values: entries(values) } : plain();
}

const label = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/i;

function testOf(list: Fields, reader: Reader, fallback: Dnsbl['test']): Dnsbl['test'] {
  const { test } = list;
  if (test === undefined) return fallback;
  const wanted = {
    en: '{ "listed": "2.0.0.127", "unlisted": "1.0.0.127" }, the labels in front of the zone that must be there and must not',
    fr: '{ "listed": "2.0.0.127", "unlisted": "1.0.0.127" }, les étiquettes devant la zone qui doivent exister et qui ne le doivent pas',
  };
  if (!isObject(test)) throw reader.fault('test', wanted);
  const { listed, unlisted } = test;
  if (typeof listed !== 'string' || typeof unlisted !== 'string') throw reader.fault('test', wanted);
  if (!label.test(listed) || !label.test(unlisted)) throw reader.fault('test', wanted);
  return { listed: [listed], unlisted };
}

function kindsOf(list: Fields, reader: Reader): Dnsbl['kinds'] {
  const given = list['kinds'] ?? ['ipv4'];
  const wanted = {
    en: 'a list of ipv4 and ipv6, or domain alone',
    fr: 'une liste de ipv4 et ipv6, ou domain seul',
  };
  if (!Array.isArray(given) || given.length === 0) throw reader.fault('kinds', wanted);
  const known = kinds.filter((kind) => given.includes(kind));
  const mixed = known.includes('domain') && known.length > 1;
  if (known.length !== given.length || mixed) throw reader.fault('kinds', wanted);
  return known;
}

function readList(list: unknown, index: number): Dnsbl {
  const words = { en: 'list {number} of the configuration', fr: 'liste {number} de la configuration' };
  const where = phrase(words, { number: index + 1 });
  if (!isObject(list))
    throw new InputError(
      phrase(
        {
          en: '{where} is no object; give {example}',
          fr: "{where} : ce n'est pas un objet ; indiquer {example}",
        },
        { where, example: '{ "zone": "bl.example.com" }' },
      ),
    );
  const unknown = Object.keys(list).find((name) => !fields.some((field) => field === name));
  if (unknown !== undefined)
    throw new InputError(
      phrase(
        {
          en: '{where}: {name} is no field; known are {fields}',
          fr: "{where} : {name} n'est pas un champ ; sont connus {fields}",
        },
        { where, name: quoted(unknown), fields: fields.join(', ') },
      ),
    );
  const reader = new Reader(list, where);
  const given = reader.text('zone', '');
  const zone = parseDomain(given);
  refuseKey(zone);
  const known = kindsOf(list, reader);
  const form = known.includes('domain') ? domainList : addressList;
  const own = form({
    zone,
    name: reader.text('name', zone),
    kinds: known,
    purpose: reader.word('purpose', purposes, 'block'),
    weight: reader.word('weight', weights, 'warning'),
    coding: codingOf(reader),
    refusals: reader.texts('refusals', code, answerSuchAs('127.0.0.255')),
    names: 'any',
    seen: null,
    delisting: reader.text('delisting', `https://${zone}/`),
  });
  return { ...own, test: testOf(list, reader, own.test) };
}

/**
 * Reads the lists of a configuration, `{ "lists": [{ "zone": "bl.example.com", "codes": { "127.0.0.2": "spam" } }] }`.
 * Fields that are left out follow RFC 5782.
 * @throws InputError that names the list and the field
 */
export function readOwnLists(text: string): readonly Dnsbl[] {
  let configuration: unknown;
  try {
    configuration = JSON.parse(text);
  } catch {
    throw new InputError({
      en: 'the configuration is no JSON; give { "lists": [{ "zone": "bl.example.com" }] }',
      fr: 'la configuration n\'est pas du JSON ; indiquer { "lists": [{ "zone": "bl.example.com" }] }',
    });
  }
  const lists = isObject(configuration) ? configuration['lists'] : undefined;
  if (!Array.isArray(lists) || lists.length > maxLists)
    throw new InputError(
      phrase(
        {
          en: 'the configuration needs "lists", an array of at most {most}',
          fr: 'la configuration doit contenir "lists", un tableau de {most} éléments au plus',
        },
        { most: maxLists },
      ),
    );
  return lists.map(readList);
}

/** The languages that presend speaks, the default first. */
export const languages = ['en', 'fr'] as const;

export type Language = (typeof languages)[number];

/**
 * One text in every language; `{name}` stands for a parameter. A language that is left out does not compile.
 * French with plain spaces before `: ; ! ?` and inside « »: wrap() keeps them together.
 */
export type Words = Readonly<Record<Language, string>>;

/** What is to be said, before the language is chosen: words with their parameters, or text that is the same in all. */
export type Said = string | number | Phrase;

/** Words with what stands for their parameters: plain data. */
export interface Phrase extends Words {
  readonly with?: Readonly<Record<string, Said>>;
}

export type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Words with their parameters; the compiler asks for all that any language names. */
export function phrase<const W extends Words>(
  words: W,
  params: { readonly [Name in Placeholders<W[Language]>]: Said },
): Phrase {
  return { ...words, with: params };
}

/** What stands between clauses, and between texts that hold commas. */
export const semicolon: Words = { en: '; ', fr: ' ; ' };

/** Between a name and what is said of it. */
export const colon: Words = { en: ': ', fr: ' : ' };

/** Several things one after the other. */
export function joined<T extends Said>(parts: readonly T[], separator: string | Words): T | Phrase | '' {
  const [only] = parts;
  if (parts.length <= 1) return only ?? '';
  const places = parts.map((_, index) => `{${index}}`);
  const { en, fr } = typeof separator === 'string' ? { en: separator, fr: separator } : separator;
  return { en: places.join(en), fr: places.join(fr), with: Object.fromEntries(parts.entries()) };
}

/** A template of one language filled; what is filled in is not looked at again, whatever stands in it. */
export function filled(template: string, params: Readonly<Record<string, Said>>, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : say(value, language);
  });
}

/** The text in a language. */
export function say(said: Said, language: Language): string {
  if (typeof said !== 'object') return String(said);
  const template = said[language];
  return said.with ? filled(template, said.with, language) : template;
}

function isPhrase(value: object): value is Phrase {
  return 'en' in value && 'fr' in value;
}

/** A structure in which every phrase became the text of a language. */
export type Spoken<T> = T extends Phrase
  ? string
  : T extends string | number
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Spoken<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Spoken<T[Key]> }
        : T;

/**
 * Says every phrase in a structure of plain data. A part that holds none is the same object afterwards, and what
 * stood in several places stands there once more: trees of answers share much.
 */
export function spoken<T>(value: T, language: Language): Spoken<T> {
  const done = new Map<object, unknown>();
  const inside = (part: object): unknown => {
    if (isPhrase(part)) return say(part, language);
    const before: readonly [string, unknown][] = Object.entries(part);
    const after = before.map(([key, inner]) => [key, walk(inner)] as const);
    if (after.every(([, inner], index) => inner === before[index]?.[1])) return part;
    return Array.isArray(part) ? after.map(([, inner]) => inner) : Object.fromEntries(after);
  };
  const walk = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const known = done.get(part);
    if (known !== undefined) return known;
    const said = inside(part);
    done.set(part, said);
    return said;
  };
  return walk(value) as Spoken<T>;
}

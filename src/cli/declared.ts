import { Option } from 'commander';
import { InputError, type Language, phrase, type Said, say, type Words } from '../index.ts';
import { optionWords } from './option-words.ts';

const collect = (value: string, previous: readonly string[] | true) => [
  ...(previous === true ? [] : previous),
  ...value.split(',').map((part) => part.trim()),
];

const invalid = {
  en: "option '{flags}' argument '{value}' is invalid. {why}",
  fr: "la valeur '{value}' de l'option '{flags}' ne convient pas. {why}",
} as const;

/** The words of an option, and what reads its values. */
interface Declared {
  readonly name: keyof typeof optionWords;
  readonly option: Option;
}

function refuse({ name }: Declared, value: string, why: Said): never {
  throw new InputError(phrase(invalid, { flags: optionWords[name].flags, value, why }));
}

const allowed = { en: 'Allowed choices are {choices}.', fr: 'Choix possibles : {choices}.' } as const;

/** One of several words. */
function oneOf(declared: Declared, choices: readonly string[]): Option {
  return declared.option.choices(choices).argParser((value: string) => {
    if (choices.includes(value)) return value;
    return refuse(declared, value, phrase(allowed, { choices: choices.join(', ') }));
  });
}

/** A number, or why the text is none for this option. */
function number(declared: Declared, read: (text: string) => number | Words): Option {
  return declared.option.argParser((value: string) => {
    const result = read(value);
    return typeof result === 'number' ? result : refuse(declared, value, result);
  });
}

/** Options with their words in a language. */
export function optionsIn(language: Language) {
  const declare = (name: keyof typeof optionWords): Declared => {
    const { flags, description } = optionWords[name];
    return { name, option: new Option(say(flags, language), say(description, language)) };
  };
  return {
    plain: (name: keyof typeof optionWords) => declare(name).option,
    /** May be repeated, and holds several behind commas. */
    several: (name: 'ip' | 'selector' | 'lists' | 'server') =>
      declare(name).option.argParser(collect).default([], say(optionWords[name].byDefault, language)),
    oneOf: (name: keyof typeof optionWords, choices: readonly string[]) => oneOf(declare(name), choices),
    number: (name: keyof typeof optionWords, read: (text: string) => number | Words) =>
      number(declare(name), read),
  };
}

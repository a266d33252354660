import { Help, type HelpConfiguration, type Option } from 'commander';
import { type Language, say, type Words, wrap } from '../index.ts';

/** Commander's titles of the parts of a help. */
const titles: Readonly<Record<string, Words>> = {
  'Usage:': { en: 'Usage:', fr: 'Utilisation :' },
  'Arguments:': { en: 'Arguments:', fr: 'Arguments :' },
  'Options:': { en: 'Options:', fr: 'Options :' },
  'Commands:': { en: 'Commands:', fr: 'Commandes :' },
};

const placeholders: Readonly<Record<string, Words>> = {
  '[options]': { en: '[options]', fr: '[options]' },
  '[command]': { en: '[command]', fr: '[commande]' },
};

const choices: Words = { en: 'choices: ', fr: 'choix : ' };
const byDefault: Words = { en: 'default: ', fr: 'défaut : ' };
const between: Words = { en: ', ', fr: ' ; ' };

/** What an option takes, and what holds without it. */
function values({ argChoices, defaultValue, defaultValueDescription }: Option, language: Language): string {
  const shown = argChoices?.map((choice) => JSON.stringify(choice)).join(', ');
  const presumed =
    defaultValueDescription ?? (defaultValue === undefined ? undefined : JSON.stringify(defaultValue));
  return [
    ...(shown === undefined ? [] : [say(choices, language) + shown]),
    ...(presumed === undefined ? [] : [say(byDefault, language) + presumed]),
  ].join(say(between, language));
}

/** Commander's own words of a help in a language. */
export function helpForm(language: Language): HelpConfiguration {
  const plain = new Help();
  return {
    styleTitle: (title) => {
      const words = titles[title];
      return words ? say(words, language) : title;
    },
    commandUsage: (command) =>
      plain.commandUsage(command).replace(/\[\w+\]/g, (word) => {
        const words = placeholders[word];
        return words ? say(words, language) : word;
      }),
    optionDescription: (option) => {
      const told = values(option, language);
      return told === '' ? option.description : `${option.description} (${told})`;
    },
    boxWrap: (text, width) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, width))
        .join('\n'),
  };
}

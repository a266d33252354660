import { type Language, languages } from '../index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that name the locale of messages, the one that wins first (POSIX, Environment Variables §8.2). */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

const isLanguage = (text: string): text is Language => languages.some((one) => one === text);

/** What `--lang` says, before the arguments are read as a whole: help and complaints are in that language too. */
function given(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = options[at];
  if (arg === undefined) return undefined;
  return arg === '--lang' ? options[at + 1] : arg.slice('--lang='.length);
}

/** The language of a run: of `--lang`, or else of the locale; English where presend does not speak that. */
export function languageOf(args: readonly string[], env: Environment): Language {
  const option = given(args);
  if (option !== undefined && isLanguage(option)) return option;
  const locale = variables.map((name) => env[name]).find((value) => value !== undefined && value !== '');
  const spoken = /^[a-z]+/.exec(locale ?? '')?.[0] ?? '';
  return isLanguage(spoken) ? spoken : 'en';
}

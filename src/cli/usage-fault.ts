import type { CommanderError } from 'commander';
import { joined, phrase, type Phrase, type Said, type Words } from '../index.ts';

/** A sentence of commander, in which the groups are what it is about, and the same in all languages. */
interface Sentence {
  readonly pattern: RegExp;
  readonly words: Words;
}

/** Commander's complaints by their code; what it says beyond these is passed on as it is. */
const sentences: Readonly<Record<string, Sentence>> = {
  'commander.unknownCommand': {
    pattern: /^unknown command '(?<word>.*)'$/s,
    words: { en: "unknown command '{word}'", fr: "commande inconnue : '{word}'" },
  },
  'commander.unknownOption': {
    pattern: /^unknown option '(?<word>.*)'$/s,
    words: { en: "unknown option '{word}'", fr: "option inconnue : '{word}'" },
  },
  'commander.optionMissingArgument': {
    pattern: /^option '(?<flags>.*)' argument missing$/s,
    words: { en: "option '{flags}' argument missing", fr: "il manque une valeur à l'option '{flags}'" },
  },
  'commander.missingArgument': {
    pattern: /^missing required argument '(?<name>.*)'$/s,
    words: { en: "missing required argument '{name}'", fr: "il manque l'argument '{name}'" },
  },
  'commander.excessArguments': {
    pattern:
      /^too many arguments(?: for '(?<command>.*)')?\. Expected (?<wanted>\d+) arguments? but got (?<given>\d+)\.$/s,
    words: {
      en: 'too many arguments: {wanted} expected, {given} given',
      fr: "trop d'arguments : {wanted} au plus, et non {given}",
    },
  },
};

const similar = {
  en: '(Did you mean {names}?)',
  fr: '(vouliez-vous dire {names} ?)',
} as const;

const oneOf = { en: 'one of {names}', fr: "l'une de celles-ci : {names}" } as const;

/** `(Did you mean one of --zone, --from?)` */
function suggestion(line: string): Said | null {
  const groups = /^\(Did you mean (?<several>one of )?(?<names>.*)\?\)$/s.exec(line)?.groups;
  if (!groups) return null;
  const names = groups['names'] ?? '';
  return phrase(similar, { names: groups['several'] === undefined ? names : phrase(oneOf, { names }) });
}

/** Commander's sentence in all languages. */
function reworded(code: string, sentence: string): Said {
  const known = sentences[code];
  const groups = known?.pattern.exec(sentence)?.groups;
  if (!known || !groups) return sentence.replace(/\s*\n\s*/g, ' ');
  const phrased: Phrase = { ...known.words, with: Object.fromEntries(Object.entries(groups)) };
  return phrased;
}

const noCommand: Words = {
  en: 'name a command, as in: presend audit example.com',
  fr: 'indiquer une commande, par exemple : presend audit example.com',
};

const domainForCommand = {
  en: "unknown command '{word}'; did you mean: presend audit {word}",
  fr: "commande inconnue : '{word}' ; vouliez-vous dire : presend audit {word}",
} as const;

const withHelp = {
  en: '{fault}; see presend {command}--help',
  fr: '{fault} ; voir presend {command}--help',
} as const;

/** Commander's complaint about the arguments with the mend, on one line. */
export function usageFault(
  { code, message }: CommanderError,
  args: readonly string[],
  commands: readonly string[],
): Said {
  // `presend help nothing`: the help was printed, and nothing says why.
  if (code === 'commander.help') return noCommand;
  const [, sentence = '', second] = /^(?:error: )?(.*?)(?:\n(\(Did you mean .*\?\)))?$/s.exec(message) ?? [];
  const hint = second === undefined ? null : suggestion(second);
  const fault = joined([reworded(code, sentence), ...(hint === null ? [] : [hint])], ' ');
  if (code === 'commander.unknownCommand') {
    const word = args.find((arg) => sentence.includes(`'${arg}'`)) ?? '';
    // A domain where the command should stand.
    if (/[.@]/.test(word)) return phrase(domainForCommand, { word });
    return hint === null ? phrase(withHelp, { fault, command: '' }) : fault;
  }
  if (code !== 'commander.unknownOption' && code !== 'commander.optionMissingArgument') return fault;
  const command = args.find((arg) => commands.includes(arg));
  return phrase(withHelp, { fault, command: command === undefined ? '' : `${command} ` });
}

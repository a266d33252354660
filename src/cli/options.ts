import type { Command, Option } from 'commander';
import {
  defaultSelectorDepth,
  type FormatName,
  type Profile,
  profiles,
  type Volume,
  volumes,
  InputError,
  joined,
  type Language,
  languages,
  phrase,
  quoted,
  readSubject,
  renderers,
  say,
  severities,
  type Severity,
  type SubjectInput,
  type Words,
} from '../index.ts';
import { optionsIn } from './declared.ts';
import { optionWords } from './option-words.ts';

/** How questions travel: through the runtime's resolver with our own behind it, or all in packets of our own. */
const transports = ['node', 'wire'] as const;

type Transport = (typeof transports)[number];

/** The options that every command shares, as commander hands them over. */
export interface CommonOptions {
  readonly profile: Profile;
  readonly volume?: Volume;
  readonly ip: readonly string[];
  readonly helo?: string;
  readonly mailFrom?: string;
  readonly from?: string;
  readonly selector: readonly string[];
  /** Hosts that SPF authorizes singly to look at. */
  readonly hosts: number;
  /** Blocklists by name; true where the option stands alone. */
  readonly lists: readonly string[] | true;
  readonly config?: string;
  /** Questions a second and list; 0 for no limit. */
  readonly rate: number;
  /** How many common selectors are tried. */
  readonly selectors: number;
  readonly server: readonly string[];
  readonly transport: Transport;
  readonly zone?: string;
  readonly offline?: true;
  /** File for every question and answer of the run. */
  readonly save?: string;
  readonly replay?: string;
  /** File for the records that the remedies propose. */
  readonly fix?: string;
  readonly format: FormatName;
  readonly failOn: Severity | 'never';
  readonly strict?: true;
  /** Seconds. */
  readonly timeout: number;
  /** Seconds. */
  readonly deadline: number;
  readonly color?: boolean;
  /** Of the report, the help and the complaints. */
  readonly lang: Language;
}

const faultOfValue = { en: '{option} {named}: {fault}', fr: '{option} {named} : {fault}' } as const;

/** Reads one value of an option; what is wrong with it is said of the option. */
function checkValue(option: string, value: string, input: Omit<SubjectInput, 'domain'>): void {
  try {
    readSubject({ domain: 'example.com', ...input });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const named = quoted(value);
    const fault = error.said;
    throw new InputError(
      error.message.startsWith(named)
        ? joined([option, fault], ' ')
        : phrase(faultOfValue, { option, named, fault }),
    );
  }
}

/**
 * Checks what the options say of the mail, before any domain is looked at.
 * @throws InputError that names the option and its value
 */
export function checkOptions({ ip, selector }: CommonOptions): void {
  for (const value of ip) checkValue('--ip', value, { ips: [value] });
  for (const value of selector) checkValue('--selector', value, { selectors: [value] });
}

function seconds(text: string): number | Words {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0 && value <= 86_400) return value;
  return {
    en: 'Give seconds, above 0 and up to 86400, such as 2.5.',
    fr: 'Indiquer un nombre de secondes supérieur à 0, 86400 au plus, comme 2.5.',
  };
}

/** Questions a second that lists take from one asker without refusing it. */
const defaultRate = 50;

function perSecond(text: string): number | Words {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= 100_000) return value;
  return {
    en: 'Give questions a second, such as 50, or 0 for no limit.',
    fr: 'Indiquer un nombre de requêtes par seconde, comme 50, ou 0 pour ne pas limiter.',
  };
}

function hostCount(text: string): number | Words {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  return {
    en: 'Give how many hosts to look at, such as 100.',
    fr: "Indiquer le nombre d'hôtes à examiner, comme 100.",
  };
}

function depth(text: string): number | Words {
  if (text === 'all') return Number.MAX_SAFE_INTEGER;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return {
    en: 'Give how many of the most common selectors to try, such as 200, or all.',
    fr: 'Indiquer combien de sélecteurs essayer parmi les plus courants, comme 200, ou all.',
  };
}

/** Names of options as commander keeps them. */
export type OptionName = keyof CommonOptions;

/** Options that say who sends the mail: a command for one protocol looks at some of them only. */
function mailOptions(language: Language) {
  const { plain, several, oneOf: word, number: count } = optionsIn(language);
  return {
    profile: [word('profile', profiles).default('sending')],
    volume: [word('volume', volumes)],
    ip: [several('ip')],
    helo: [plain('helo')],
    mailFrom: [plain('mailFrom')],
    from: [plain('from')],
    selector: [several('selector')],
    selectors: [count('selectors', depth).default(defaultSelectorDepth)],
    hosts: [count('hosts', hostCount).default(32)],
    lists: [several('lists')],
    config: [plain('config')],
    rate: [count('rate', perSecond).default(defaultRate)],
  } satisfies { readonly [N in OptionName]?: readonly Option[] };
}

/** The language of reports, help and complaints: an option of the program and of each command. */
export function languageOption(language: Language): Option {
  const { oneOf: word } = optionsIn(language);
  return word('lang', languages).default(language, say(optionWords.lang.byDefault, language));
}

function runOptions(language: Language, formats: readonly string[]) {
  const { plain, several, oneOf: word, number: count } = optionsIn(language);
  return {
    server: [several('server')],
    transport: [word('transport', transports).default('node')],
    zone: [plain('zone')],
    fix: [plain('fix')],
    save: [plain('save')],
    replay: [plain('replay')],
    offline: [plain('offline')],
    format: [word('format', formats).default('text')],
    failOn: [word('failOn', [...severities, 'never']).default('error')],
    strict: [plain('strict')],
    timeout: [count('timeout', seconds).default(3)],
    deadline: [count('deadline', seconds).default(60)],
    lang: [languageOption(language)],
    color: [plain('color'), plain('noColor')],
  } satisfies { readonly [N in OptionName]?: readonly Option[] };
}

/**
 * Adds the options that every command shares. Its help shows those about the mail only where they `matter`: without
 * that, all.
 */
export function withCommonOptions(
  command: Command,
  language: Language,
  matter?: readonly OptionName[],
  formats: readonly string[] = Object.keys(renderers),
): Command {
  for (const [name, options] of Object.entries(mailOptions(language))) {
    const hidden = matter !== undefined && !matter.some((one) => one === name);
    for (const option of options) command.addOption(option.hideHelp(hidden));
  }
  for (const option of Object.values(runOptions(language, formats)).flat()) command.addOption(option);
  return command;
}

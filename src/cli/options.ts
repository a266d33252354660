import { Command, InvalidArgumentError, Option } from 'commander';
import {
  defaultSelectorDepth,
  type FormatName,
  type Profile,
  profiles,
  type Volume,
  volumes,
  InputError,
  type Language,
  languages,
  quoted,
  readSubject,
  renderers,
  severities,
  type Severity,
  type SubjectInput,
} from '../index.ts';

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

const collect = (value: string, previous: readonly string[] | true) => [
  ...(previous === true ? [] : previous),
  ...value.split(',').map((part) => part.trim()),
];

/** Reads one value of an option; what is wrong with it is said of the option. */
function checkValue(option: string, value: string, input: Omit<SubjectInput, 'domain'>): void {
  try {
    readSubject({ domain: 'example.com', ...input });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const named = quoted(value);
    throw new InputError(
      error.message.startsWith(named) ? `${option} ${error.message}` : `${option} ${named}: ${error.message}`,
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

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0 || value > 86_400) {
    throw new InvalidArgumentError('Give seconds, above 0 and up to 86400, such as 2.5.');
  }
  return value;
}

/** Questions a second that lists take from one asker without refusing it. */
const defaultRate = 50;

function perSecond(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 100_000)
    throw new InvalidArgumentError('Give questions a second, such as 50, or 0 for no limit.');
  return value;
}

function hostCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Give how many hosts to look at, such as 100.');
  return Number(text);
}

function depth(text: string): number {
  if (text === 'all') return Number.MAX_SAFE_INTEGER;
  if (!/^\d{1,6}$/.test(text))
    throw new InvalidArgumentError('Give how many of the most common selectors to try, such as 200, or all.');
  return Number(text);
}

/** Names of options as commander keeps them. */
export type OptionName = keyof CommonOptions;

/** Options that say who sends the mail: a command for one protocol looks at some of them only. */
function mailOptions() {
  return {
    profile: [
      new Option(
        '--profile <name>',
        'What is expected of the domain: that it sends (transactional: low volume; bulk: mailings), or parked (it sends nothing)',
      )
        .choices(profiles)
        .default('sending'),
    ],
    volume: [
      new Option(
        '--volume <name>',
        'bulk: above about 5,000 messages a day to one receiver; low: below (default: as --profile says, or both are told)',
      ).choices(volumes),
    ],
    ip: [
      new Option('--ip <address>', 'Address the mail leaves from; repeat for more')
        .argParser(collect)
        .default([], 'none'),
    ],
    helo: [new Option('--helo <name>', 'Name that the sending host gives in EHLO')],
    mailFrom: [
      new Option(
        '--mail-from <address>',
        'Envelope sender; "" for the null sender (default: someone at the domain)',
      ),
    ],
    from: [
      new Option(
        '--from <header>',
        'From header: an address, or Name <address> (default: someone at the domain)',
      ),
    ],
    selector: [
      new Option('--selector <selector>', 'DKIM selector that signs, s1 or s1@example.net; repeat for more')
        .argParser(collect)
        .default([], 'common ones are tried'),
    ],
    selectors: [
      new Option('--selectors <count>', 'Common DKIM selectors to try, the likeliest first; or all')
        .argParser(depth)
        .default(defaultSelectorDepth),
    ],
    hosts: [
      new Option('--hosts <count>', 'Hosts that SPF authorizes singly to look at, besides those of --ip')
        .argParser(hostCount)
        .default(32),
    ],
    lists: [
      new Option('--lists [names]', 'Blocklists to ask: default, all, or zones; repeat for more')
        .argParser(collect)
        .default([], 'default'),
    ],
    config: [new Option('--config <file>', 'JSON file with blocklists of your own')],
    rate: [
      new Option('--rate <questions>', 'Questions a second to one blocklist at most; 0 for no limit')
        .argParser(perSecond)
        .default(defaultRate),
    ],
  } satisfies { readonly [N in OptionName]?: readonly Option[] };
}

function runOptions(language: Language) {
  return {
    server: [
      new Option('--server <address>', 'DNS server to ask, address or address:port; repeat for more')
        .argParser(collect)
        .default([], "the system's"),
    ],
    transport: [
      new Option(
        '--transport <name>',
        'Who puts questions on the wire: node (node:dns) or wire (presend, EDNS)',
      )
        .choices(transports)
        .default('node'),
    ],
    zone: [
      new Option(
        '--zone <file>',
        'Master file whose records stand in for those published; - reads standard input',
      ),
    ],
    fix: [
      new Option(
        '--fix <file>',
        'Write the records to publish into a master file, and audit again with them',
      ),
    ],
    save: [new Option('--save <file>', 'Keep every question and answer of the run in a file')],
    replay: [new Option('--replay <file>', 'Make the reports of such a file again, without a network')],
    offline: [new Option('--offline', 'Ask nobody: the file of --zone is the whole DNS')],
    format: [
      new Option('--format <name>', 'Form of the report').choices(Object.keys(renderers)).default('text'),
    ],
    failOn: [
      new Option('--fail-on <severity>', 'Exit with 1 from this severity on')
        .choices([...severities, 'never'])
        .default('error'),
    ],
    strict: [new Option('--strict', 'Exit with 3 for missing coverage too')],
    timeout: [new Option('--timeout <seconds>', 'Wait for one answer').argParser(seconds).default(3)],
    deadline: [
      new Option('--deadline <seconds>', 'Time for one domain; what is open then could not be told')
        .argParser(seconds)
        .default(60),
    ],
    lang: [
      new Option('--lang <language>', 'Language of the report: en or fr')
        .choices(languages)
        .default(language, "the locale's"),
    ],
    color: [
      new Option('--color', 'Colours, even into a pipe'),
      new Option('--no-color', 'No colours (so does NO_COLOR)'),
    ],
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
): Command {
  for (const [name, options] of Object.entries(mailOptions())) {
    const hidden = matter !== undefined && !matter.some((one) => one === name);
    for (const option of options) command.addOption(option.hideHelp(hidden));
  }
  for (const option of Object.values(runOptions(language)).flat()) command.addOption(option);
  return command;
}

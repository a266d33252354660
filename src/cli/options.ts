import { Command, InvalidArgumentError, Option } from 'commander';
import { type FormatName, renderers, severities, type Severity } from '../index.ts';

/** The options that every command shares, as commander hands them over. */
export interface CommonOptions {
  readonly ip: readonly string[];
  readonly helo?: string;
  readonly mailFrom?: string;
  readonly from?: string;
  readonly selector: readonly string[];
  readonly server: readonly string[];
  readonly zone?: string;
  readonly offline?: true;
  readonly format: FormatName;
  readonly failOn: Severity | 'never';
  readonly strict?: true;
  /** Seconds. */
  readonly timeout: number;
  /** Seconds. */
  readonly deadline: number;
  readonly color?: boolean;
}

const collect = (value: string, previous: readonly string[]) => [...previous, ...value.split(',')];

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0 || value > 86_400) {
    throw new InvalidArgumentError('Give seconds, above 0 and up to 86400, such as 2.5.');
  }
  return value;
}

/** Adds the options that every command shares. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--ip <address>', 'address the mail leaves from; repeat for more')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--helo <name>', 'name that the sending host gives in EHLO')
    .option(
      '--mail-from <address>',
      'envelope sender; "" for the null sender (default: someone at the domain)',
    )
    .option('--from <header>', 'From header: an address, or Name <address> (default: someone at the domain)')
    .addOption(
      new Option('--selector <selector>', 'DKIM selector that signs, s1 or s1@example.net; repeat for more')
        .argParser(collect)
        .default([], 'common ones are tried'),
    )
    .addOption(
      new Option('--server <address>', 'DNS server to ask, address or address:port; repeat for more')
        .argParser(collect)
        .default([], "the system's"),
    )
    .option('--zone <file>', 'master file whose records stand in for those published')
    .option('--offline', 'ask nobody: the file of --zone is the whole DNS')
    .addOption(
      new Option('--format <name>', 'form of the report').choices(Object.keys(renderers)).default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices([...severities, 'never'])
        .default('error'),
    )
    .option('--strict', 'exit with 3 for missing coverage too')
    .addOption(new Option('--timeout <seconds>', 'wait for one answer').argParser(seconds).default(3))
    .addOption(
      new Option('--deadline <seconds>', 'time for one domain; what is open then could not be told')
        .argParser(seconds)
        .default(60),
    )
    .option('--color', 'colours, even into a pipe')
    .option('--no-color', 'no colours (so does NO_COLOR)');
}

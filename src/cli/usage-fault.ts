import type { CommanderError } from 'commander';

/** Commander's complaint about the arguments with the mend, on one line. */
export function usageFault(
  { code, message }: CommanderError,
  args: readonly string[],
  commands: readonly string[],
): string {
  const fault = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  const command = args.find((arg) => commands.includes(arg));
  // `presend help nothing`: the help was printed, and nothing says why.
  if (code === 'commander.help') return 'name a command, as in: presend audit example.com';
  if (code === 'commander.unknownCommand') {
    const word = args.find((arg) => fault.includes(`'${arg}'`)) ?? '';
    // A domain where the command should stand.
    if (/[.@]/.test(word)) return `unknown command '${word}'; did you mean: presend audit ${word}`;
    return fault.endsWith('?)') ? fault : `${fault}; see presend --help`;
  }
  if (code === 'commander.unknownOption' || code === 'commander.optionMissingArgument')
    return `${fault}; see presend ${command === undefined ? '' : `${command} `}--help`;
  return fault;
}

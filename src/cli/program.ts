import { Command, CommanderError } from 'commander';
import { type FactName, InputError, version } from '../index.ts';
import type { ExitCode } from './exit-code.ts';
import { auditHelp, mainHelp } from './help.ts';
import { type CommonOptions, withCommonOptions } from './options.ts';
import { complain } from './output.ts';
import { run } from './run.ts';

interface Protocol {
  readonly name: string;
  readonly description: string;
  readonly sections: readonly FactName[];
}

const protocols: readonly Protocol[] = [
  { name: 'spf', description: 'judge SPF alone', sections: ['domain', 'spf'] },
  { name: 'dkim', description: 'judge DKIM keys alone', sections: ['domain', 'dkim'] },
  { name: 'dmarc', description: 'judge DMARC alone', sections: ['domain', 'dmarc'] },
  {
    name: 'dnsbl',
    description: 'look the domain and its sending addresses up in blocklists',
    sections: ['domain', 'dnsbl'],
  },
];

/** Builds the program; `ends` receives the exit code of the command that ran. */
function build(ends: (code: ExitCode) => void): Command {
  const program = new Command('presend')
    .description('Audits a sending domain before the mail goes out, and names the rejections to expect.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ outputError: (text) => complain(text.replace(/^error: /, '')) })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', mainHelp);
  const add = (name: string, description: string, sections?: readonly FactName[]) => {
    const command = program
      .command(name)
      .description(description)
      .argument('<domain...>', 'domains, or e-mail addresses of which the domain counts');
    return withCommonOptions(command).action(async (domains: string[], options: CommonOptions) => {
      ends(await run(domains, options, sections));
    });
  };
  add('audit', 'audit a sending domain: everything').addHelpText('after', auditHelp);
  for (const { name, description, sections } of protocols) add(name, description, sections);
  return program;
}

/** Runs the program for `args` (without node and script) and returns its exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const program = build((ended) => {
      code = ended;
    });
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return 2;
    }
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof InputError) {
      complain(error.message);
      return 2;
    }
    complain(
      `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return 70;
  }
}

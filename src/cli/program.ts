import { env, stdout } from 'node:process';
import { Command, CommanderError } from 'commander';
import { type FactName, InputError, type Language, say, version } from '../index.ts';
import { dnsbl } from './dnsbl.ts';
import type { ExitCode } from './exit-code.ts';
import { auditHelp, dkimHelp, dmarcHelp, dnsblHelp, mainHelp, protocolHelp, spfHelp } from './help.ts';
import { languageOf } from './language.ts';
import { type CommonOptions, type OptionName, withCommonOptions } from './options.ts';
import { complain, openOutput, OutputError, type Print } from './output.ts';
import { run } from './run.ts';
import { usageFault } from './usage-fault.ts';

interface Protocol {
  readonly name: string;
  readonly description: string;
  /** What its help says beside the options. */
  readonly help?: string;
  readonly sections: readonly FactName[];
  /** Options about the mail that change what is judged. */
  readonly options: readonly OptionName[];
}

const protocols: readonly Protocol[] = [
  {
    name: 'spf',
    description: 'Judge SPF alone, and draw what it leads to',
    help: spfHelp,
    sections: ['domain', 'spf'],
    options: ['profile', 'ip', 'helo', 'mailFrom'],
  },
  {
    name: 'dkim',
    description: 'Judge DKIM keys alone, and list those found',
    help: dkimHelp,
    sections: ['domain', 'dkim'],
    options: ['from', 'selector', 'selectors'],
  },
  {
    name: 'dmarc',
    description: 'Judge DMARC alone, and draw where its policy comes from and what aligns',
    help: dmarcHelp,
    sections: ['domain', 'dmarc'],
    options: ['profile', 'from', 'mailFrom', 'selector'],
  },
  {
    name: 'dnsbl',
    description: 'Look addresses, networks and domains up in blocklists; --lists alone shows the lists',
    sections: ['domain', 'dnsbl'],
    options: ['ip', 'from', 'mailFrom', 'hosts', 'lists', 'config', 'rate'],
    help: dnsblHelp,
  },
];

const helpWidth = () => Math.min(80, stdout.columns || 80);

/** What the program does to the outside: print, and end with a code. */
interface Outside {
  readonly show: (text: string) => void;
  readonly print: Print;
  readonly ends: (code: ExitCode) => void;
}

function build({ show, print, ends }: Outside, language: Language): Command {
  const program = new Command('presend')
    .description('Audits a sending domain before the mail goes out, and names the rejections to expect.')
    .version(version, '-V, --version', 'Print the version')
    .helpOption('-h, --help', 'Print this help')
    .helpCommand('help [command]', 'Print the help of a command')
    .configureOutput({
      writeOut: show,
      outputError: () => {},
      getOutHelpWidth: helpWidth,
      getErrHelpWidth: helpWidth,
    })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', mainHelp);
  const add = (name: string, description: string, protocol?: Protocol) => {
    const command = program
      .command(name)
      .description(description)
      .argument(
        protocol?.name === 'dnsbl' ? '[subject...]' : '[domain...]',
        protocol?.name === 'dnsbl'
          ? 'Domains (with the hosts that SPF authorizes), addresses, and networks up to /24'
          : 'Domains, or e-mail addresses of which the domain counts',
      );
    return withCommonOptions(command, language, protocol?.options).action(
      async (domains: string[], options: CommonOptions) => {
        const sections = protocol?.sections;
        if (domains.length === 0 && name !== 'dnsbl' && options.replay === undefined)
          throw new InputError(`name a domain, as in: presend ${name} example.com`);
        const isDnsbl = protocol?.name === 'dnsbl' && sections !== undefined;
        ends(
          await (isDnsbl ? dnsbl(domains, options, print, sections) : run(domains, options, print, sections)),
        );
      },
    );
  };
  add('audit', 'Audit a sending domain: everything').addHelpText('after', auditHelp);
  for (const protocol of protocols)
    add(protocol.name, protocol.description, protocol).addHelpText(
      'after',
      (protocol.help ?? '') + protocolHelp,
    );
  return program;
}

/** Says what went wrong, and the code for it. */
function failed(error: unknown, args: readonly string[], language: Language): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    complain(usageFault(error, args, ['audit', ...protocols.map(({ name }) => name)]));
    return 2;
  }
  if (error instanceof InputError || error instanceof OutputError) {
    complain(error instanceof InputError ? say(error.said, language) : error.message);
    return error instanceof InputError ? 2 : 70;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  complain(`internal error, please report it: ${told}`);
  return 70;
}

/** Runs the program for `args` (without node and script) and returns its exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  let shown = '';
  const print = openOutput();
  const language = languageOf(args, env);
  const program = build(
    {
      show: (text) => {
        shown += text;
      },
      print,
      ends: (ended) => {
        code = ended;
      },
    },
    language,
  );
  if (args.length === 0) {
    program.outputHelp({ error: true });
    return 2;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    code = failed(error, args, language);
  }
  try {
    if (shown !== '') await print(shown);
  } catch (error) {
    code = failed(error, args, language);
  }
  return code;
}

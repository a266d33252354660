import { env, stdout } from 'node:process';
import { Command, CommanderError } from 'commander';
import { InputError, type Language, phrase, say, version, type Words } from '../index.ts';
import { argumentOf, programWords, type Protocol, protocols } from './commands.ts';
import { dnsbl } from './dnsbl.ts';
import type { ExitCode } from './exit-code.ts';
import { explain } from './explain.ts';
import {
  explainFormats,
  explainMatters,
  type ExplainOptions,
  withExplainOptions,
} from './explain-options.ts';
import { helpForm } from './help-form.ts';
import { auditHelp, explainHelp, mainHelp, protocolHelp } from './help.ts';
import { languageOf } from './language.ts';
import { type CommonOptions, languageOption, withCommonOptions } from './options.ts';
import { complain, openOutput, OutputError, type Print } from './output.ts';
import { run } from './run.ts';
import { usageFault } from './usage-fault.ts';

const helpWidth = () => Math.min(80, stdout.columns || 80);

/** What the program does to the outside: print, and end with a code. */
interface Outside {
  readonly show: (text: string) => void;
  readonly print: Print;
  readonly ends: (code: ExitCode) => void;
}

const noDomain = {
  en: 'name a domain, as in: presend {command} example.com',
  fr: 'indiquer un domaine, par exemple : presend {command} example.com',
} as const;

function build({ show, print, ends }: Outside, language: Language): Command {
  const told = (words: Words) => say(words, language);
  const program = new Command('presend')
    .description(told(programWords.description))
    .version(version, '-V, --version', told(programWords.version))
    .helpOption('-h, --help', told(programWords.help))
    .helpCommand(told(programWords.helpCommand), told(programWords.helpOfCommand))
    .addOption(languageOption(language))
    .configureHelp(helpForm(language))
    .configureOutput({
      writeOut: show,
      outputError: () => {},
      getOutHelpWidth: helpWidth,
      getErrHelpWidth: helpWidth,
    })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', told(mainHelp));
  const add = (name: string, description: Words, protocol?: Protocol) => {
    const argument = argumentOf(name);
    const command = program
      .command(name)
      .description(told(description))
      .argument(told(argument.form), told(argument.description));
    return withCommonOptions(command, language, protocol?.options).action(
      async (domains: string[], options: CommonOptions) => {
        const sections = protocol?.sections;
        if (domains.length === 0 && name !== 'dnsbl' && options.replay === undefined)
          throw new InputError(phrase(noDomain, { command: name }));
        const isDnsbl = protocol?.name === 'dnsbl' && sections !== undefined;
        ends(
          await (isDnsbl ? dnsbl(domains, options, print, sections) : run(domains, options, print, sections)),
        );
      },
    );
  };
  add('audit', programWords.audit).addHelpText('after', told(auditHelp));
  for (const protocol of protocols)
    add(protocol.name, protocol.description, protocol).addHelpText(
      'after',
      told(protocol.help) + told(protocolHelp),
    );
  const explaining = program
    .command('explain')
    .description(told(programWords.explain))
    .argument(told(argumentOf('explain').form), told(argumentOf('explain').description));
  withExplainOptions(withCommonOptions(explaining, language, explainMatters, explainFormats), language)
    .addHelpText('after', told(explainHelp))
    .action(async (given: string[], options: ExplainOptions) => ends(await explain(given, options, print)));
  return program;
}

const internalError = {
  en: 'internal error, please report it: {told}',
  fr: 'erreur interne, merci de la signaler : {told}',
} as const;

/** Says what went wrong, and the code for it. */
function failed(error: unknown, args: readonly string[], language: Language): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    complain(
      say(usageFault(error, args, ['audit', 'explain', ...protocols.map(({ name }) => name)]), language),
    );
    return 2;
  }
  if (error instanceof InputError || error instanceof OutputError) {
    complain(say(error.said, language));
    return error instanceof InputError ? 2 : 70;
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  complain(say(phrase(internalError, { told }), language));
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

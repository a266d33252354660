import { env } from 'node:process';
import {
  audit,
  type Correction,
  correct,
  type FactName,
  InputError,
  readSubject,
  rememberTests,
  renderers,
  type Resolver,
  type SubjectInput,
} from '../index.ts';
import { type ExitCode, exitCodeOf, gravest } from './exit-code.ts';
import { correctionLine, writeFixes } from './fix-file.ts';
import { listsOf } from './lists.ts';
import { checkOptions, type CommonOptions } from './options.ts';
import { complain, type Print, renderOptions } from './output.ts';
import { resolverOf } from './resolver.ts';

/** What a run needs beside the domains. */
interface Job {
  readonly options: CommonOptions;
  readonly resolver: Resolver;
  readonly sections: readonly FactName[] | undefined;
  readonly print: Print;
}

/** What the options say of every domain. */
function inputOf(
  domain: string,
  { profile, from, mailFrom, helo, ip, selector }: CommonOptions,
): SubjectInput {
  return { domain, profile, from, mailFrom, helo, ips: ip, selectors: selector };
}

/** The subjects, each domain once; of what is none the complaint. */
function* subjectsOf(
  domains: readonly string[],
  options: CommonOptions,
): Generator<SubjectInput | InputError> {
  const seen = new Set<string>();
  for (const given of domains) {
    try {
      const { domain } = readSubject(inputOf(given, options));
      if (!seen.has(domain)) yield inputOf(domain, options);
      seen.add(domain);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield error;
    }
  }
}

/** Audits one domain after the other, and prints each report when it is there. */
async function report(domains: readonly string[], job: Job): Promise<ExitCode> {
  const { options, resolver, sections, print } = job;
  const { failOn, strict = false, server, deadline, format, color, selectors, hosts, fix } = options;
  const form = renderers[format];
  // A command for one protocol shows what its records lead to.
  const drawn = { ...renderOptions(color, env), survey: sections !== undefined };
  const lists = listsOf(options, env);
  const testList = rememberTests();
  const codes: ExitCode[] = [];
  const corrections: { domain: string; correction: Correction | null }[] = [];
  let printed = 0;
  /* oxlint-disable no-await-in-loop -- one domain after the other: the first report comes soonest */
  for (const input of subjectsOf(domains, options)) {
    if (input instanceof InputError) {
      complain(input.message);
      codes.push(2);
    } else {
      const signal = AbortSignal.timeout(deadline * 1000);
      const asking = {
        signal,
        servers: server,
        ...(sections && { sections }),
        selectorDepth: selectors,
        lists,
        hostCap: hosts,
        testList,
      };
      const told = await audit(input, { ...asking, resolver });
      if (fix !== undefined)
        corrections.push({
          domain: told.subject.domain,
          correction: await correct(input, told, resolver, asking),
        });
      for (const { id, message } of told.internalErrors) complain(`internal error in ${id}: ${message}`);
      codes.push(exitCodeOf(told, { failOn, strict }));
      await print(printed === 0 ? form.before : form.between);
      printed += 1;
      for (const piece of form.each(told, drawn)) await print(piece);
    }
  }
  /* oxlint-enable no-await-in-loop */
  await print(printed === 0 ? form.before + form.after : form.after);
  if (fix !== undefined) {
    writeFixes(fix, corrections);
    for (const { domain, correction } of corrections) complain(correctionLine(domain, correction, fix));
  }
  return gravest(codes);
}

/**
 * Audits the domains, prints the reports and says how to exit.
 * @throws InputError before any question, for an option that cannot be used
 */
export async function run(
  domains: readonly string[],
  options: CommonOptions,
  print: Print,
  sections?: readonly FactName[],
): Promise<ExitCode> {
  checkOptions(options);
  if (
    options.profile === 'parked' &&
    sections &&
    !sections.some((name) => name === 'spf' || name === 'dmarc')
  )
    throw new InputError(
      '--profile parked is about SPF, DMARC and MX; use it with presend audit, presend spf or presend dmarc',
    );
  const ended = new AbortController();
  try {
    const resolver = await resolverOf(options, ended.signal);
    return await report(domains, { options, resolver, sections, print });
  } finally {
    ended.abort();
  }
}

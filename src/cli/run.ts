import { env } from 'node:process';
import {
  audit,
  type Correction,
  correct,
  correctedBy,
  type Exchange,
  type FactName,
  InputError,
  readSubject,
  type RecordedAudit,
  rememberTests,
  replayAudits,
  type Resolver,
  type SubjectInput,
} from '../index.ts';
import { openDocument } from './document.ts';
import type { ExitCode } from './exit-code.ts';
import { writeFixes } from './fix-file.ts';
import { listsOf } from './lists.ts';
import { checkOptions, type CommonOptions } from './options.ts';
import type { Print } from './output.ts';
import { readRecordingFile, writeRecordingFile } from './recording-file.ts';
import { resolverOf } from './resolver.ts';

const replayAlone = {
  en: '--replay makes the reports of its file again; leave out the domains',
  fr: '--replay refait les rapports de son fichier ; ne pas indiquer de domaine',
} as const;

const parkedElsewhere = {
  en: '--profile parked is about SPF, DMARC and MX; use it with presend audit, presend spf or presend dmarc',
  fr: "--profile parked porte sur SPF, DMARC et MX ; l'employer avec presend audit, presend spf ou presend dmarc",
} as const;

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
  { profile, volume, from, mailFrom, helo, ip, selector }: CommonOptions,
): SubjectInput {
  return { domain, profile, volume, from, mailFrom, helo, ips: ip, selectors: selector };
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
  const { server, deadline, selectors, hosts, fix, save, lang } = options;
  const document = openDocument(options, print);
  const lists = listsOf(options, env);
  const corrections: (Correction | null)[] = [];
  const recorded: RecordedAudit[] = [];
  const shared = { selectorDepth: selectors, hostCap: hosts, lists };
  const asking = {
    ...shared,
    language: lang,
    servers: server,
    testList: rememberTests(),
    ...(sections && { sections }),
  };
  /* oxlint-disable no-await-in-loop -- one domain after the other: the first report comes soonest */
  for (const input of subjectsOf(domains, options)) {
    if (input instanceof InputError) document.refuse(input.said);
    else {
      const exchanges: Exchange[] = [];
      const waiting = { ...asking, signal: AbortSignal.timeout(deadline * 1000) };
      const told = await audit(input, { ...waiting, resolver, log: exchanges });
      const correction = fix === undefined ? null : await correct(input, told, resolver, waiting);
      corrections.push(correction);
      const whole = fix === undefined ? told : { ...told, corrected: correctedBy(correction) };
      await document.add(whole, sections !== undefined);
      recorded.push({ input, sections: sections ?? null, ...shared, run: told.facts.run, exchanges });
    }
  }
  /* oxlint-enable no-await-in-loop */
  const code = await document.end();
  if (save !== undefined) writeRecordingFile(save, recorded);
  if (fix !== undefined)
    writeFixes(
      fix,
      corrections.filter((one) => one !== null),
      lang,
    );
  return code;
}

/** Makes the reports of a recording again. */
async function replayed(path: string, options: CommonOptions, print: Print): Promise<ExitCode> {
  const document = openDocument(options, print);
  for await (const { report: told, sections } of replayAudits(readRecordingFile(path), options.lang))
    await document.add(told, sections !== null);
  return document.end();
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
  if (options.replay !== undefined) {
    if (domains.length > 0) throw new InputError(replayAlone);
    return replayed(options.replay, options, print);
  }
  checkOptions(options);
  if (
    options.profile === 'parked' &&
    sections &&
    !sections.some((name) => name === 'spf' || name === 'dmarc')
  )
    throw new InputError(parkedElsewhere);
  const ended = new AbortController();
  try {
    const resolver = await resolverOf(options, ended.signal);
    return await report(domains, { options, resolver, sections, print });
  } finally {
    ended.abort();
  }
}

import { env } from 'node:process';
import { audit, type FactName, InputError, readSubject, renderers, type Report } from '../index.ts';
import { type ExitCode, exitCodeOf, gravest } from './exit-code.ts';
import type { CommonOptions } from './options.ts';
import { complain, print, renderOptions } from './output.ts';
import { resolverOf } from './resolver.ts';

/** Audits the domains one after the other, prints the reports and says how to exit. */
export async function run(
  domains: readonly string[],
  options: CommonOptions,
  sections?: readonly FactName[],
): Promise<ExitCode> {
  const ended = new AbortController();
  const { failOn, strict = false, server, deadline } = options;
  const renderer = renderers[options.format];
  const drawn = renderOptions(options.color, env);
  const reports: Report[] = [];
  const codes: ExitCode[] = [];
  try {
    const resolver = await resolverOf(options, ended.signal);
    for (const domain of domains) {
      try {
        const { from, mailFrom, helo, ip, selector } = options;
        const input = { domain, from, mailFrom, helo, ips: ip, selectors: selector };
        readSubject(input);
        const signal = AbortSignal.timeout(deadline * 1000);
        // oxlint-disable-next-line no-await-in-loop -- one domain after the other: the first report comes soonest
        const report = await audit(input, {
          resolver,
          signal,
          servers: server,
          ...(sections && { sections }),
        });
        for (const { id, message } of report.internalErrors) complain(`internal error in ${id}: ${message}`);
        codes.push(exitCodeOf(report, { failOn, strict }));
        if (renderer.streams) print(`${reports.length > 0 ? '\n' : ''}${renderer.render([report], drawn)}`);
        reports.push(report);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        complain(error.message);
        codes.push(2);
      }
    }
    if (!renderer.streams) print(renderer.render(reports, drawn));
    return gravest(codes);
  } finally {
    ended.abort();
  }
}

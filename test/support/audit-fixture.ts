import { Command } from 'commander';
import { type CommonOptions, withCommonOptions } from '../../src/cli/options.ts';
import {
  audit,
  type FactName,
  nodeResolver,
  once,
  onBadName,
  type Report,
  wireResolver,
  zoneResolver,
} from '../../src/index.ts';
import { type Question, parseFaults, startDnsServer } from './dns-server.ts';
import type { Fixture } from './fixture.ts';

/** A moment that all fixtures are audited at. */
const clock = Date.parse('2026-01-15T12:00:00Z');

export interface Audited {
  readonly report: Report;
  readonly questions: readonly Question[];
}

/** Reads arguments with the program's own options. */
export function readArguments(args: readonly string[]): { domain: string; options: CommonOptions } {
  const command = withCommonOptions(new Command().argument('<domain>').exitOverride(), 'en');
  command.parse([...args], { from: 'user' });
  return { domain: command.args[0] ?? '', options: command.opts<CommonOptions>() };
}

/**
 * Serves the fixture from a real DNS server and audits it through the real resolver.
 * @param proposed records in master-file form that stand in for those served
 */
export async function auditFixture(
  fixture: Fixture,
  sections?: readonly FactName[],
  proposed?: string,
): Promise<Audited> {
  const { domain, options } = readArguments(fixture.args);
  const server = await startDnsServer(fixture.zone, parseFaults(fixture.zone));
  const ended = new AbortController();
  try {
    // Patience where nothing is silent: a slow machine must not look like a lost packet.
    const timeoutMs = /^; answer .* TIMEOUT$/m.test(fixture.zone) ? 500 : 5000;
    const waiting = { servers: [server.server], timeoutMs, signal: ended.signal };
    const served = once(onBadName(nodeResolver(waiting), wireResolver(waiting)));
    const resolver = proposed === undefined ? served : zoneResolver(proposed, served);
    const { profile, volume, from, mailFrom, helo, ip, selector, lang } = options;
    const report = await audit(
      { domain, profile, volume, from, mailFrom, helo, ips: ip, selectors: selector },
      { resolver, now: () => clock, language: lang, ...(sections && { sections }) },
    );
    return { report, questions: [...server.questions] };
  } finally {
    ended.abort();
    await server.close();
  }
}

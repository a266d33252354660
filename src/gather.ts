import { gatherDkim } from './dkim/gather.ts';
import { gatherDmarc } from './dmarc/gather.ts';
import { once } from './dns/layers/once.ts';
import { type Exchange, recorded } from './dns/layers/recorded.ts';
import type { Resolver } from './dns/resolver.ts';
import { registrableDomain } from './domain.ts';
import { gatherDnsbl } from './dnsbl/gather.ts';
import { judgeIdentities } from './address/judge.ts';
import type { AllFacts, Fact, FactName, FactSections } from './facts.ts';
import { existence } from './hosts/existence.ts';
import { gatherDomain, gatherMx, gatherSenders } from './hosts/gather.ts';
import { gatherSpf } from './spf/gather.ts';
import type { SpfFacts } from './spf/facts.ts';
import type { AddressSource, Subject } from './subject.ts';

const factNames = [
  'identities',
  'domain',
  'mx',
  'senders',
  'spf',
  'dkim',
  'dmarc',
  'dnsbl',
] as const satisfies readonly FactName[];

export interface GatherOptions {
  /** The sections wanted; all of them by default. */
  readonly sections?: readonly FactName[];
  /** Servers asked, for the record. */
  readonly servers?: readonly string[];
  /** The clock, milliseconds since 1970. */
  readonly now?: () => number;
}

interface SendingAddress {
  readonly address: string;
  readonly source: AddressSource;
  readonly term?: string;
}

/** Given addresses first, then the single hosts that SPF authorizes. */
function sendingAddresses(subject: Subject, spf: Fact<SpfFacts> | undefined): SendingAddress[] {
  const given = subject.ips.map((address) => ({ address, source: 'given' as const }));
  const authorized = spf?.ok ? spf.value.hosts.filter(({ address }) => !subject.ips.includes(address)) : [];
  return [...given, ...authorized.map(({ address, term }) => ({ address, source: 'spf' as const, term }))];
}

const ok = <T>(value: T): Fact<T> => ({ ok: true, value });

/** Of a domain that does not exist there is nothing else to judge: its sections are left out. */
function withoutMissing(facts: AllFacts, { envelopeDomain, authorDomain }: Subject): AllFacts {
  const known = facts.domain?.ok ? facts.domain.value.domains : [];
  const missing = new Set(known.filter((one) => existence(one) === 'missing').map(({ domain }) => domain));
  const { spf, mx, dkim, dmarc, ...rest } = facts;
  const envelope = missing.has(envelopeDomain) ? {} : { ...(spf && { spf }), ...(mx && { mx }) };
  const author = missing.has(authorDomain) ? {} : { ...(dkim && { dkim }), ...(dmarc && { dmarc }) };
  return { ...rest, ...envelope, ...author };
}

/** Asks the DNS all that the sections need, by level, each question once. */
export async function gather(
  subject: Subject,
  resolver: Resolver,
  options: GatherOptions = {},
): Promise<AllFacts> {
  const { sections = factNames, servers = [], now = Date.now } = options;
  const started = now();
  const log: Exchange[] = [];
  const dns = once(recorded(resolver, log));
  const { domain, envelopeDomain, authorDomain } = subject;
  const wanted = (name: FactName) => sections.includes(name);
  const when = async <N extends FactName>(name: N, ask: () => Promise<Fact<FactSections[N]>>) =>
    wanted(name) ? ask() : undefined;
  const needsHosts = wanted('spf') || wanted('senders') || wanted('dnsbl');
  const spfAsked = needsHosts ? gatherSpf(envelopeDomain, dns) : undefined;
  const addresses = Promise.resolve(spfAsked).then((spf) => sendingAddresses(subject, spf));
  const hidden = Promise.resolve(spfAsked).then((spf) => (spf?.ok ? spf.value.hostsFailed : []));
  const domains = [...new Set([domain, envelopeDomain, authorDomain])];
  // Lists of domains hold registrable names; some hold names below them too.
  const listed = [...new Set(domains.flatMap((name) => [name, registrableDomain(name) ?? name]))];
  const [spf, domainFacts, mx, dkim, dmarc, senders, dnsbl] = await Promise.all([
    when('spf', async () => (await spfAsked) as Fact<SpfFacts>),
    when('domain', () => gatherDomain(domains, dns)),
    when('mx', () => gatherMx(envelopeDomain, dns)),
    when('dkim', () => gatherDkim(subject, dns)),
    when('dmarc', () => gatherDmarc(authorDomain, dns)),
    when('senders', async () => ok(await gatherSenders(await addresses, dns, await hidden))),
    when('dnsbl', async () => ok(await gatherDnsbl({ addresses: await addresses, domains: listed }, dns))),
  ]);
  const run = {
    at: new Date(started).toISOString(),
    durationMs: now() - started,
    queries: log.length,
    servers: [...servers],
  };
  const facts: AllFacts = {
    run,
    ...(wanted('identities') && { identities: ok(judgeIdentities(subject)) }),
    ...(domainFacts && { domain: domainFacts }),
    ...(mx && { mx }),
    ...(senders && { senders }),
    ...(spf && { spf }),
    ...(dkim && { dkim }),
    ...(dmarc && { dmarc }),
    ...(dnsbl && { dnsbl }),
  };
  return withoutMissing(facts, subject);
}

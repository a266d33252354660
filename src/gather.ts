import { blindness, withoutSight } from './blind.ts';
import { gatherDkim } from './dkim/gather.ts';
import { gatherDmarc } from './dmarc/gather.ts';
import { giveUp } from './dns/layers/give-up.ts';
import { withoutKeys } from './dns/layers/keyed.ts';
import { once } from './dns/layers/once.ts';
import { type Exchange, recorded } from './dns/layers/recorded.ts';
import type { Asked, Resolver } from './dns/resolver.ts';
import { registrableDomain } from './domain.ts';
import { gatherDnsbl } from './dnsbl/gather.ts';
import type { ListTester } from './dnsbl/health.ts';
import type { Dnsbl } from './dnsbl/list.ts';
import { judgeIdentities } from './address/judge.ts';
import type { AllFacts, Fact, FactName, FactSections, RunFacts } from './facts.ts';
import { providerHints } from './hints.ts';
import { existence } from './hosts/existence.ts';
import { gatherDomain, gatherHelo, gatherMx, gatherSenders } from './hosts/gather.ts';
import { gatherZones } from './hosts/zone.ts';
import type { SpfMail } from './spf/evaluations.ts';
import { completeSpf, type SpfStart, type SpfWalk, walkSpf } from './spf/gather.ts';
import type { AddressSource, Subject } from './subject.ts';

/** What is asked for a domain that sends nothing. */
const parkedFacts: ReadonlySet<FactName> = new Set(['domain', 'mx', 'spf', 'dmarc']);

const factNames = [
  'identities',
  'domain',
  'zones',
  'mx',
  'senders',
  'helo',
  'spf',
  'dkim',
  'dmarc',
  'dnsbl',
] as const satisfies readonly FactName[];

export interface GatherOptions {
  /** The sections wanted; all of them by default. */
  readonly sections?: readonly FactName[];
  /** Common DKIM selectors to try, the likeliest first; 120 by default. */
  readonly selectorDepth?: number;
  /** Hosts that SPF authorizes singly whose reverse DNS and listings are looked at; 32 by default. */
  readonly hostCap?: number;
  /** Lists asked; by default those that receivers are known to go by. */
  readonly lists?: readonly Dnsbl[];
  /** How the health of a list is found out; one that remembers asks each once for several audits. */
  readonly testList?: ListTester;
  /** Servers asked, for the record. */
  readonly servers?: readonly string[];
  /** Takes every question and answer of the audit, each once. */
  readonly log?: Exchange[];
  /** Of an audit that is made again from a recording: its run, and no giving up, which it did already. */
  readonly replayed?: RunFacts;
  /** The clock, milliseconds since 1970. */
  readonly now?: () => number;
}

interface SendingAddress {
  readonly address: string;
  readonly source: AddressSource;
  readonly term?: string;
}

/** Given addresses first, then the single hosts that SPF authorizes. */
function sendingAddresses(subject: Subject, spf: Fact<SpfWalk> | undefined): SendingAddress[] {
  const given = subject.ips.map((address) => ({ address, source: 'given' as const }));
  const authorized = spf?.ok ? spf.value.hosts.filter(({ address }) => !subject.ips.includes(address)) : [];
  return [...given, ...authorized.map(({ address, term }) => ({ address, source: 'spf' as const, term }))];
}

/** Failed questions behind which SPF may authorize more addresses. */
function hiddenSenders(spf: Fact<SpfWalk> | undefined): readonly Asked[] {
  if (!spf) return [];
  return spf.ok ? spf.value.hostsFailed : [spf.failed];
}

const ok = <T>(value: T): Fact<T> => ({ ok: true, value });

/** Of a domain that does not exist there is nothing else to judge: its sections are left out. */
function withoutMissing(facts: AllFacts, { envelopeDomain, authorDomain }: Subject): AllFacts {
  const known = facts.domain?.ok ? facts.domain.value.domains : [];
  const missing = new Set(known.filter((one) => existence(one) === 'missing').map(({ domain }) => domain));
  const { spf, mx, dkim, dmarc, zones, ...rest } = facts;
  const envelope = missing.has(envelopeDomain) ? {} : { ...(spf && { spf }), ...(mx && { mx }) };
  const author = missing.has(authorDomain) ? {} : { ...(dkim && { dkim }), ...(dmarc && { dmarc }) };
  const all = known.length > 0 && missing.size === known.length;
  return { ...rest, ...(zones && !all && { zones }), ...envelope, ...author };
}

/** The names that lists of domains are asked about: they hold registrable names, some of them names below too. */
function listedNames({ envelopeDomain, authorDomain }: Subject): string[] {
  const names = [envelopeDomain, authorDomain];
  return [...new Set(names.flatMap((name) => [name, registrableDomain(name) ?? name]))];
}

/** The mail that SPF is evaluated for. A sender that cannot be read is one that is not known. */
function mailOf({ ips, mailFrom, envelopeSource, helo }: Subject): SpfMail {
  if (envelopeSource === 'helo') return { addresses: ips, sender: '', helo };
  return { addresses: ips, sender: envelopeSource === 'mail-from' ? mailFrom : null, helo };
}

type Sections = { readonly [N in FactName]?: Fact<FactSections[N]> };

/** Asks for the wanted sections, all at once; those that look at senders wait for SPF. */
async function gatherSections(
  subject: Subject,
  { dns, lists: listDns }: { readonly dns: Resolver; readonly lists: Resolver },
  wanted: (name: FactName) => boolean,
  { selectorDepth, lists, testList, hostCap, replayed }: GatherOptions,
): Promise<Sections> {
  const { envelopeDomain, authorDomain } = subject;
  const when = async <N extends FactName>(name: N, ask: () => Promise<Fact<FactSections[N]>>) =>
    wanted(name) ? { [name]: await ask() } : {};
  const needed = wanted('spf') || wanted('senders') || wanted('dnsbl');
  const spf: Promise<SpfStart | undefined> = needed
    ? walkSpf(envelopeDomain, dns)
    : Promise.resolve(undefined);
  const addresses = spf.then((start) => sendingAddresses(subject, start?.walked));
  const failed = spf.then((start) => hiddenSenders(start?.walked));
  const senders = wanted('senders')
    ? addresses.then(async (all) => gatherSenders(all, dns, await failed, hostCap))
    : Promise.resolve(undefined);
  const sections = await Promise.all([
    when('identities', async () => ok(judgeIdentities(subject))),
    when('domain', () => gatherDomain(envelopeDomain, authorDomain, dns)),
    when('zones', () => gatherZones([envelopeDomain, authorDomain], dns)),
    when('mx', () => gatherMx(envelopeDomain, dns)),
    senders.then((value) => (value ? { senders: ok(value) } : {})),
    when('helo', () => gatherHelo(subject.helo, senders, dns)),
    spf.then(async (start) =>
      start && wanted('spf') ? { spf: await completeSpf(start, mailOf(subject)) } : {},
    ),
    when('dkim', () =>
      gatherDkim(subject, dns, {
        ...(selectorDepth === undefined ? {} : { depth: selectorDepth }),
        hints: providerHints(authorDomain, dns),
      }),
    ),
    when('dmarc', () => gatherDmarc(subject, dns)),
    when('dnsbl', async () => {
      const subjects = { addresses: await addresses, failed: await failed, domains: listedNames(subject) };
      return ok(
        await gatherDnsbl(subjects, listDns, {
          ...(lists && { lists }),
          ...(testList && { test: testList }),
          ...(hostCap !== undefined && { cap: hostCap }),
          patient: replayed !== undefined,
        }),
      );
    }),
  ]);
  return Object.assign({}, ...sections) as Sections;
}

/** Asks the DNS all that the sections need, by level, each question once. */
export async function gather(
  subject: Subject,
  resolver: Resolver,
  options: GatherOptions = {},
): Promise<AllFacts> {
  const { sections = factNames, servers = [], now = Date.now, log = [], replayed } = options;
  const started = now();
  const all = once(recorded(replayed ? resolver : giveUp(resolver), log), 'kept');
  const dns = withoutKeys(all);
  const wanted = (name: FactName) =>
    sections.includes(name) && (subject.profile !== 'parked' || parkedFacts.has(name));
  const [gathered, blind] = await Promise.all([
    gatherSections(subject, { dns, lists: all }, wanted, options),
    blindness(subject.envelopeDomain, dns),
  ]);
  const run = replayed ?? {
    at: new Date(started).toISOString(),
    durationMs: now() - started,
    queries: log.length,
    servers: [...servers],
  };
  const facts = { run, ...gathered };
  return blind ? withoutSight(facts, blind) : withoutMissing(facts, subject);
}

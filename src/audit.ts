import { judgeIdentities } from './address/judge.ts';
import { InputError, parseDomain, quoted, toDomainName } from './domain.ts';
import type { ListTester } from './dnsbl/health.ts';
import type { Dnsbl } from './dnsbl/list.ts';
import type { Exchange } from './dns/layers/recorded.ts';
import { until } from './dns/layers/until.ts';
import { nodeResolver } from './dns/node-resolver.ts';
import type { Resolver } from './dns/resolver.ts';
import type { FactName, RunFacts } from './facts.ts';
import { gather } from './gather.ts';
import { judge } from './judge.ts';
import { type Profile, usualVolume, type Volume } from './profile.ts';
import type { Report } from './report/report.ts';
import type { GivenSelector, IdentityFacts, Subject } from './subject.ts';
import { networkOf } from './text/cidr.ts';
import { type Language, phrase } from './text/say.ts';
import { formatIp, parseIp, unmapped } from './text/ip.ts';

/** A subject as a user gives it. */
export interface SubjectInput {
  /** A domain, or an e-mail address, of which the domain counts. */
  readonly domain: string;
  /** `parked`: the domain is to send no mail, and to say so. Default: it sends. */
  readonly profile?: Profile | undefined;
  /** `bulk`: more than receivers take without the demands on bulk senders, about 5,000 a day; `low`: less. */
  readonly volume?: Volume | undefined;
  /** Value of the From header, `News <news@example.com>` or an address. */
  readonly from?: string | undefined;
  /** Envelope sender (MAIL FROM); empty or `<>` for the null sender. */
  readonly mailFrom?: string | undefined;
  /** Name given in EHLO. */
  readonly helo?: string | undefined;
  /** Addresses the mail leaves from, and networks of them, `192.0.2.0/28`. */
  readonly ips?: readonly string[] | undefined;
  /** `s1`, which signs for the From domain, or `s1@example.net`. */
  readonly selectors?: readonly string[] | undefined;
}

export interface AuditOptions {
  /** Default: the system's resolver. */
  readonly resolver?: Resolver;
  /** Ends the waiting: what is unanswered by then could not be determined. */
  readonly signal?: AbortSignal;
  /** Default: all sections. */
  readonly sections?: readonly FactName[];
  /** Common DKIM selectors to try, the likeliest first; 120 by default. */
  readonly selectorDepth?: number;
  /** Hosts that SPF authorizes singly whose reverse DNS and listings are looked at; 32 by default. */
  readonly hostCap?: number;
  /** Blocklists to ask; by default those that receivers are known to go by. */
  readonly lists?: readonly Dnsbl[];
  /** How the health of a list is found out; `rememberTests()` asks each once for several audits. */
  readonly testList?: ListTester;
  /** Takes every question and answer of the audit, each once, in the order of the answers. */
  readonly log?: Exchange[];
  /** Of an audit that is made again from its exchanges: the run it was. */
  readonly replayed?: RunFacts;
  /** The servers behind `resolver`, for the record. */
  readonly servers?: readonly string[];
  /** Of the report; English by default. */
  readonly language?: Language;
  /** The clock, milliseconds since 1970. */
  readonly now?: () => number;
}

/** Characters of a domain name (RFC 1035 §2.3.4, without the root). */
const maxName = 253;

const networkProblems = {
  malformed: {
    en: '{text} is no network; give one such as 192.0.2.0/28 or 2001:db8::/124',
    fr: "{text} n'est pas un réseau ; en indiquer un comme 192.0.2.0/28 ou 2001:db8::/124",
  },
  'too-large': {
    en: '{text} is too large; give networks of at most 256 addresses: /24, or /120 for IPv6',
    fr: '{text} est trop grand ; indiquer des réseaux de 256 adresses au plus : /24, ou /120 en IPv6',
  },
  'host-bits': {
    en: '{text} has bits set behind its prefix; give the first address of the network',
    fr: '{text} a des bits à un au-delà de son préfixe ; indiquer la première adresse du réseau',
  },
} as const;

const noAddress = {
  en: '{text} is no IP address; give one such as 192.0.2.1 or 2001:db8::1',
  fr: "{text} n'est pas une adresse IP ; en indiquer une comme 192.0.2.1 ou 2001:db8::1",
} as const;

const noSelector = {
  en: '{text} is no DKIM selector; give one such as s1, or s1@example.net for another domain',
  fr: "{text} n'est pas un sélecteur DKIM ; en indiquer un comme s1, ou s1@example.net pour un autre domaine",
} as const;

const longSelector = {
  en: 'the DKIM selector {text} makes a name of {length} characters; {allowed} are allowed',
  fr: 'le sélecteur DKIM {text} donne un nom de {length} caractères ; {allowed} sont permis',
} as const;

const mailOfParked = {
  en: '{told} is of a mail, and the profile parked says that the domain sends none; give one or the other',
  fr: "{told} concerne un message, et le profil parked dit que le domaine n'en envoie pas ; indiquer l'un ou l'autre",
} as const;

/**
 * The addresses of an address or of a network in CIDR notation, in canonical form.
 * @throws InputError
 */
export function readAddresses(text: string): readonly string[] {
  const network = networkOf(text.trim());
  if (!network) return [readIp(text)];
  if (!network.ok) throw new InputError(phrase(networkProblems[network.problem], { text: quoted(text) }));
  return network.addresses;
}

function readIp(text: string): string {
  const ip = parseIp(text.trim());
  if (!ip) throw new InputError(phrase(noAddress, { text: quoted(text) }));
  return formatIp(unmapped(ip));
}

function readSelector(text: string, fallback: Subject['domain']): GivenSelector {
  const at = text.indexOf('@');
  const selector = (at < 0 ? text : text.slice(0, at)).toLowerCase();
  // RFC 6376 §3.1: a selector is one or more sub-domains.
  if (!/^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/.test(selector)) {
    throw new InputError(phrase(noSelector, { text: quoted(text) }));
  }
  const domain = at < 0 ? fallback : parseDomain(text.slice(at + 1));
  const length = `${selector}._domainkey.${domain}`.length;
  if (length > maxName) {
    throw new InputError(phrase(longSelector, { text: quoted(text), length, allowed: maxName }));
  }
  return { selector, domain };
}

/** The domain of an address that can be read. */
function domainOf(identity: IdentityFacts['from']): Subject['domain'] | null {
  return identity?.verdict.ok ? identity.verdict.domain : null;
}

/** The domain that SPF is judged for, and how it is known. */
function envelopeOf(
  mailFrom: IdentityFacts['mailFrom'],
  helo: string | undefined,
  domain: Subject['domain'],
): Pick<Subject, 'envelopeDomain' | 'envelopeSource'> {
  const own = domainOf(mailFrom);
  if (own) return { envelopeDomain: own, envelopeSource: 'mail-from' };
  const isNull = mailFrom !== null && ['', '<>'].includes(mailFrom.text.trim());
  const host = isNull && helo !== undefined ? toDomainName(helo) : null;
  if (host) return { envelopeDomain: host, envelopeSource: 'helo' };
  return { envelopeDomain: domain, envelopeSource: 'presumed' };
}

/** A parked domain has no mail to tell of. */
function refuseMail({ volume, from, mailFrom, helo, ips = [], selectors = [] }: SubjectInput): void {
  const told = from ?? mailFrom ?? helo ?? ips[0] ?? selectors[0] ?? volume;
  if (told !== undefined) throw new InputError(phrase(mailOfParked, { told: quoted(told) }));
}

/**
 * Reads a subject. What an address holds is judged by the audit; what presend itself needs is checked here.
 * @throws InputError
 */
export function readSubject(input: SubjectInput): Subject {
  const domain = parseDomain(input.domain);
  const { profile = 'sending' } = input;
  if (profile === 'parked') refuseMail(input);
  const given = { from: input.from ?? null, mailFrom: input.mailFrom ?? null };
  const identities = judgeIdentities(given);
  const authorDomain = domainOf(identities.from) ?? domain;
  return {
    domain,
    profile,
    volume: input.volume ?? usualVolume[profile],
    authorDomain,
    ...envelopeOf(identities.mailFrom, input.helo, domain),
    ...given,
    helo: input.helo ?? null,
    ips: [...new Set((input.ips ?? []).flatMap(readAddresses))],
    selectors: (input.selectors ?? []).map((text) => readSelector(text, authorDomain)),
  };
}

/**
 * Audits one sending domain: asks the DNS, judges, and says which refusals to expect.
 * @throws InputError before any question, for a subject that cannot be read
 */
export async function audit(input: SubjectInput | string, options: AuditOptions = {}): Promise<Report> {
  const { resolver = nodeResolver(), signal, language, ...rest } = options;
  const subject = readSubject(typeof input === 'string' ? { domain: input } : input);
  const dns = signal ? until(resolver, signal) : resolver;
  return judge(subject, await gather(subject, dns, rest), undefined, language);
}

import { say } from '../../text/say.ts';
import { printable, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report, Verdict } from '../report.ts';
import type { Paint } from './style.ts';
import { verdicts } from './verdicts.ts';

const meanings: Readonly<Record<Verdict, string>> = {
  ready: 'Nothing was found that a receiver is known to refuse mail for.',
  'at-risk': 'Some receivers may refuse this mail; the conditions are below.',
  rejected: 'Receivers will refuse this mail by rules that they publish.',
  unknown: 'Not all that the verdict hangs on could be determined.',
};

/** Of a domain that is to send nothing. */
const parkedMeanings: Readonly<Record<Verdict, string>> = {
  ready: 'Receivers are told to refuse all mail in its name, as is right for a domain that sends none.',
  'at-risk': 'Receivers are not told to refuse all mail in its name; what to publish is below.',
  rejected: meanings.rejected,
  unknown: meanings.unknown,
};

const maxShown = 100;
const maxAddresses = 5;

/** An address, with or without a name before it, or the name of a host. */
const plain = /^(?:[^\s<>@;"]+@)?[^\s<>@;"]+\.[^\s<>@;"]+$|^[^\s<>][^<>]*<[^\s<>]+>$/;

/** An identity as it was given; in quotation marks where it could not be told from the words around it. */
function shown(text: string): string {
  const cut = text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
  return plain.test(text) ? cut : `"${cut}"`;
}

function addresses(given: readonly string[]): string {
  const cut = given.length - maxAddresses;
  return given.slice(0, maxAddresses).join(', ') + (cut > 0 ? ` and ${cut} more` : '');
}

/** `32 of 1,000 hosts that SPF authorizes singly`. */
function hosts(count: number, omitted: number): string {
  const all = (count + omitted).toLocaleString('en-US');
  const of = omitted > 0 ? `${count} of ${all}` : all;
  return `${of} ${count + omitted === 1 ? 'host' : 'hosts'} that SPF authorizes singly`;
}

/** The EHLO names presumed for the given addresses; of other hosts they would say little. */
function presumedHelo({ subject, facts }: Report): string[] {
  const given = new Set(subject.ips.flatMap(({ source, address }) => (source === 'given' ? address : [])));
  const presumed = facts.helo?.ok ? facts.helo.value.presumed : [];
  const of = presumed.filter(({ address }) => given.has(address));
  const [first, ...more] = new Set(of.map(({ name }) => name));
  if (first === undefined) return [];
  return [`EHLO presumed ${shown(first)}${more.length > 0 ? ` and ${more.length} more` : ''}`];
}

/** Who the mail claims to be from, and what of it was presumed. */
function identities(report: Report): string {
  const { subject, facts } = report;
  if (subject.profile === 'parked') return 'Parked: it is to send no mail';
  const { domain, from, mailFrom, helo, ips } = subject;
  const isNull = mailFrom !== null && ['', '<>'].includes(mailFrom.trim());
  const given = ips.filter(({ source }) => source === 'given').map(({ address }) => address);
  const authorized = ips.length - given.length;
  const omitted = facts.senders?.ok ? facts.senders.value.omitted : 0;
  const parts = [
    ...(from === null && mailFrom === null ? [`From and envelope sender presumed at ${domain}`] : []),
    ...(from === null ? [] : [`From ${shown(from)}`]),
    ...(mailFrom === null ? [] : [isNull ? 'null envelope sender' : `envelope sender ${shown(mailFrom)}`]),
    ...(from === null && mailFrom !== null ? [`From presumed at ${domain}`] : []),
    ...(from !== null && mailFrom === null ? [`envelope sender presumed at ${domain}`] : []),
    ...(given.length > 0 ? [`sent from ${addresses(given)}`] : []),
    ...(authorized > 0 ? [hosts(authorized, omitted)] : []),
    ...(given.length + authorized === 0 && facts.senders ? ['no sending address known: give --ip'] : []),
    ...(helo === null ? presumedHelo(report) : [`EHLO ${shown(helo)}`]),
  ];
  return parts.join('; ');
}

const protocols = ['spf', 'dkim', 'dmarc', 'dnsbl'] as const;

/** `SPF`, `SPF and DKIM`, `SPF, DKIM and DMARC`. */
function listed(names: readonly string[]): string {
  const [last = '', ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** Domains that no answer knows: their sections are left out of the facts. */
function missing({ facts }: Report): { readonly all: boolean; readonly names: readonly string[] } {
  const domains = facts.domain?.ok ? facts.domain.value.domains : [];
  const names = domains
    .filter(({ cname, txt, a, aaaa, mx }) => {
      const others = new Set([txt, a, aaaa, mx].map(({ answer }) => answer.status));
      return cname.answer.status === 'nxdomain' && !others.has('found') && !others.has('nodata');
    })
    .map(({ domain }) => domain);
  return { all: names.length === domains.length, names };
}

/** A verdict on one protocol must not read as one on the whole. */
function scope(report: Report): string {
  const judged = protocols.filter((name) => report.facts[name] !== undefined);
  const { all, names } = missing(report);
  if (all && names.length > 0) {
    const what = names.length === 1 ? 'The domain does' : 'The domains do';
    return ` ${what} not exist, so nothing else could be judged.`;
  }
  const wanted = report.subject.profile === 'parked' ? ['spf', 'dmarc'] : protocols;
  if (judged.length === 0 || judged.length === wanted.length) return '';
  const only = `${listed(judged.map((name) => name.toUpperCase()))} ${judged.length === 1 ? 'was' : 'were'} judged.`;
  return names.length === 0 ? ` Only ${only}` : ` ${names.join(', ')} does not exist: only ${only}`;
}

/** The domain, the verdict and whose mail was judged. */
export function heading(report: Report, { width, language = 'en' }: RenderOptions, paint: Paint): string[] {
  const name = printable(report.subject.domain);
  const verdict = say(verdicts[report.verdict], language);
  const told = report.subject.profile === 'parked' ? parkedMeanings : meanings;
  const gap = width - name.length - verdict.length;
  const title =
    gap > 0
      ? [`${paint('strong', name)}${' '.repeat(gap)}${paint(report.verdict, verdict)}`]
      : [...wrap(name, width).map((line) => paint('strong', line)), paint(report.verdict, verdict)];
  return [
    ...title,
    ...wrap(printable(identities(report)), width),
    '',
    ...wrap(told[report.verdict] + scope(report), width),
  ];
}

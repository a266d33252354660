import { grouped } from '../../text/grouped.ts';
import { listed } from '../../text/lists.ts';
import { type Language, phrase, type Said, say, semicolon, type Words } from '../../text/say.ts';
import { printable, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report, Verdict } from '../report.ts';
import type { Paint } from './style.ts';
import { verdicts } from './verdicts.ts';

const meanings: Readonly<Record<Verdict, Words>> = {
  ready: {
    en: 'Nothing was found that a receiver is known to refuse mail for.',
    fr: "Aucun motif connu de refus par un destinataire n'a été trouvé.",
  },
  'at-risk': {
    en: 'Some receivers may refuse this mail; the conditions are below.',
    fr: 'Certains destinataires peuvent refuser ce courrier ; voir les conditions plus bas.',
  },
  rejected: {
    en: 'Receivers will refuse this mail by rules that they publish.',
    fr: "Des destinataires refuseront ce courrier d'après des règles qu'ils publient.",
  },
  unknown: {
    en: 'Not all that the verdict hangs on could be determined.',
    fr: "Certains points dont dépend le verdict n'ont pas pu être déterminés.",
  },
};

/** At risk, where receivers refuse it by what was seen of them, or by their stock configuration. */
const undocumented: Words = {
  en: 'Some receivers refuse this mail, though not by a rule that they publish.',
  fr: "Certains destinataires refusent ce courrier, sans que ce soit d'après une règle qu'ils publient.",
};

/** Of a domain that is to send nothing. */
const parkedMeanings: Readonly<Record<Verdict, Words>> = {
  ready: {
    en: 'Receivers are told to refuse all mail in its name, as is right for a domain that sends none.',
    fr: "Les destinataires ont pour consigne de refuser tout courrier en son nom, comme il convient à un domaine qui n'en envoie pas.",
  },
  'at-risk': {
    en: 'Receivers are not told to refuse all mail in its name; what to publish is below.',
    fr: "Les destinataires n'ont pas pour consigne de refuser tout courrier en son nom ; ce qu'il faut publier est plus bas.",
  },
  rejected: meanings.rejected,
  unknown: meanings.unknown,
};

function meaningOf({ subject, verdict, receivers }: Report): Words {
  if (subject.profile === 'parked') return parkedMeanings[verdict];
  const isRefused = receivers.some((one) => one.verdict === 'reject');
  return verdict === 'at-risk' && isRefused ? undocumented : meanings[verdict];
}

const maxShown = 100;
const maxAddresses = 5;

/** An address, with or without a name before it, or the name of a host. */
const plain = /^(?:[^\s<>@;"]+@)?[^\s<>@;"]+\.[^\s<>@;"]+$|^[^\s<>][^<>]*<[^\s<>]+>$/;

/** An identity as it was given; in quotation marks where it could not be told from the words around it. */
function shown(text: string): string {
  const cut = text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
  return plain.test(text) ? cut : `"${cut}"`;
}

function addresses(given: readonly string[]): Said {
  const named = given.slice(0, maxAddresses).join(', ');
  const count = given.length - maxAddresses;
  return count > 0 ? phrase(count === 1 ? andOne : andMore, { named, count }) : named;
}

/** `32 of 1,000 hosts that SPF authorizes singly`. */
function hosts(count: number, omitted: number): Said {
  const all = grouped(count + omitted);
  if (omitted > 0) return phrase(identity.someHosts, { count, all });
  return count === 1 ? identity.oneHost : phrase(identity.allHosts, { all });
}

const andOne = { en: '{named} and {count} more', fr: '{named} et {count} autre' } as const;
const andMore = { en: '{named} and {count} more', fr: '{named} et {count} autres' } as const;

const identity = {
  parked: { en: 'Parked: it is to send no mail', fr: 'Parqué : il ne doit pas envoyer de courrier' },
  presumed: {
    en: 'From and envelope sender presumed at {domain}',
    fr: "En-tête From et expéditeur d'enveloppe présumés au domaine {domain}",
  },
  from: { en: 'From {text}', fr: 'En-tête From {text}' },
  nullSender: { en: 'null envelope sender', fr: "expéditeur d'enveloppe nul" },
  sender: { en: 'envelope sender {text}', fr: "expéditeur d'enveloppe {text}" },
  fromPresumed: { en: 'From presumed at {domain}', fr: 'en-tête From présumé au domaine {domain}' },
  senderPresumed: {
    en: 'envelope sender presumed at {domain}',
    fr: "expéditeur d'enveloppe présumé au domaine {domain}",
  },
  sentFrom: { en: 'sent from {addresses}', fr: 'envoi depuis {addresses}' },
  someHosts: {
    en: '{count} of {all} hosts that SPF authorizes singly',
    fr: '{count} des {all} hôtes que SPF autorise isolément',
  },
  oneHost: { en: '1 host that SPF authorizes singly', fr: '1 hôte que SPF autorise isolément' },
  allHosts: {
    en: '{all} hosts that SPF authorizes singly',
    fr: '{all} hôtes que SPF autorise isolément',
  },
  noAddress: {
    en: 'no sending address known: give --ip',
    fr: "aucune adresse d'envoi connue : indiquer --ip",
  },
  ehloPresumed: { en: 'EHLO presumed {names}', fr: 'EHLO présumé {names}' },
  ehlo: { en: 'EHLO {text}', fr: 'EHLO {text}' },
} as const;

/** The EHLO names presumed for the given addresses; of other hosts they would say little. */
function presumedHelo({ subject, facts }: Report): Said[] {
  const given = new Set(subject.ips.flatMap(({ source, address }) => (source === 'given' ? address : [])));
  const presumed = facts.helo?.ok ? facts.helo.value.presumed : [];
  const of = presumed.filter(({ address }) => given.has(address));
  const [first, ...more] = new Set(of.map(({ name }) => name));
  if (first === undefined) return [];
  const [named, count] = [shown(first), more.length];
  const names = count > 0 ? phrase(count === 1 ? andOne : andMore, { named, count }) : named;
  return [phrase(identity.ehloPresumed, { names })];
}

/** Who the mail claims to be from, and what of it was presumed. */
function identities(report: Report, language: Language): string {
  const { subject, facts } = report;
  if (subject.profile === 'parked') return say(identity.parked, language);
  const { domain, from, mailFrom, helo, ips } = subject;
  const isNull = mailFrom !== null && ['', '<>'].includes(mailFrom.trim());
  const given = ips.filter(({ source }) => source === 'given').map(({ address }) => address);
  const authorized = ips.length - given.length;
  const omitted = facts.senders?.ok ? facts.senders.value.omitted : 0;
  const sender =
    mailFrom === null || isNull ? identity.nullSender : phrase(identity.sender, { text: shown(mailFrom) });
  const parts: Said[] = [
    ...(from === null && mailFrom === null ? [phrase(identity.presumed, { domain })] : []),
    ...(from === null ? [] : [phrase(identity.from, { text: shown(from) })]),
    ...(mailFrom === null ? [] : [sender]),
    ...(from === null && mailFrom !== null ? [phrase(identity.fromPresumed, { domain })] : []),
    ...(from !== null && mailFrom === null ? [phrase(identity.senderPresumed, { domain })] : []),
    ...(given.length > 0 ? [phrase(identity.sentFrom, { addresses: addresses(given) })] : []),
    ...(authorized > 0 ? [hosts(authorized, omitted)] : []),
    ...(given.length + authorized === 0 && facts.senders ? [identity.noAddress] : []),
    ...(helo === null ? presumedHelo(report) : [phrase(identity.ehlo, { text: shown(helo) })]),
  ];
  return parts.map((part) => say(part, language)).join(say(semicolon, language));
}

const protocols = ['spf', 'dkim', 'dmarc', 'dnsbl'] as const;

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

const scopes = {
  missing: {
    en: ' The domain does not exist, so nothing else could be judged.',
    fr: " Le domaine n'existe pas : rien d'autre n'a pu être jugé.",
  },
  allMissing: {
    en: ' The domains do not exist, so nothing else could be judged.',
    fr: " Les domaines n'existent pas : rien d'autre n'a pu être jugé.",
  },
  only: { en: ' Only {protocols} was judged.', fr: ' Seul {protocols} a été jugé.' },
  onlyThese: { en: ' Only {protocols} were judged.', fr: ' Seuls {protocols} ont été jugés.' },
  someMissing: {
    en: ' {names} does not exist: only {protocols} was judged.',
    fr: " {names} n'existe pas : seul {protocols} a été jugé.",
  },
  someMissingThese: {
    en: ' {names} does not exist: only {protocols} were judged.',
    fr: " {names} n'existe pas : seuls {protocols} ont été jugés.",
  },
} as const;

/** A verdict on one protocol must not read as one on the whole. */
function scope(report: Report): Said {
  const judged = protocols.filter((name) => report.facts[name] !== undefined);
  const { all, names } = missing(report);
  if (all && names.length > 0) return names.length === 1 ? scopes.missing : scopes.allMissing;
  const wanted = report.subject.profile === 'parked' ? ['spf', 'dmarc'] : protocols;
  if (judged.length === 0 || judged.length === wanted.length) return '';
  const one = judged.length === 1;
  const told = { protocols: listed(judged.map((name) => name.toUpperCase())), names: names.join(', ') };
  if (names.length === 0) return phrase(one ? scopes.only : scopes.onlyThese, told);
  return phrase(one ? scopes.someMissing : scopes.someMissingThese, told);
}

/** The domain, the verdict and whose mail was judged. */
export function heading(report: Report, { width, language = 'en' }: RenderOptions, paint: Paint): string[] {
  const name = printable(report.subject.domain);
  const verdict = say(verdicts[report.verdict], language);
  const gap = width - name.length - verdict.length;
  const title =
    gap > 0
      ? [`${paint('strong', name)}${' '.repeat(gap)}${paint(report.verdict, verdict)}`]
      : [...wrap(name, width).map((line) => paint('strong', line)), paint(report.verdict, verdict)];
  return [
    ...title,
    ...wrap(printable(identities(report, language)), width),
    '',
    ...wrap(say(meaningOf(report), language) + say(scope(report), language), width),
  ];
}

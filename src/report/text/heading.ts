import { printable, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report, Verdict } from '../report.ts';
import type { Paint } from './style.ts';

const verdicts: Readonly<Record<Verdict, string>> = {
  ready: 'READY',
  'at-risk': 'AT RISK',
  rejected: 'REJECTED',
  unknown: 'COULD NOT TELL',
};

const meanings: Readonly<Record<Verdict, string>> = {
  ready: 'Nothing was found that a receiver is known to refuse mail for.',
  'at-risk': 'Some receivers may refuse this mail; the conditions are below.',
  rejected: 'Receivers will refuse this mail by rules that they publish.',
  unknown: 'The DNS did not answer all that the verdict hangs on.',
};

/** Who the mail claims to be from, and what of it was presumed. */
function identities({ subject, facts }: Report): string {
  const { domain, from, mailFrom, helo, ips } = subject;
  const envelope = mailFrom === '' || mailFrom === '<>' ? 'the null sender' : mailFrom;
  const given = ips.filter(({ source }) => source === 'given').map(({ address }) => address);
  const authorized = ips.length - given.length;
  const parts = [
    ...(from === null && envelope === null ? [`From and envelope sender presumed at ${domain}`] : []),
    ...(from === null ? [] : [`From ${from}`]),
    ...(envelope === null ? [] : [`envelope sender ${envelope}`]),
    ...(from === null && envelope !== null ? [`From presumed at ${domain}`] : []),
    ...(from !== null && envelope === null ? [`envelope sender presumed at ${domain}`] : []),
    ...(given.length > 0 ? [`sent from ${given.join(', ')}`] : []),
    ...(authorized > 0
      ? [`${authorized} ${authorized === 1 ? 'host' : 'hosts'} that SPF authorizes by name`]
      : []),
    ...(given.length + authorized === 0 && facts.senders ? ['no sending address known: give --ip'] : []),
    ...(helo === null ? [] : [`EHLO ${helo}`]),
  ];
  return parts.join('; ');
}

const protocols = ['spf', 'dkim', 'dmarc', 'dnsbl'] as const;

/** A verdict on one protocol must not read as one on the whole. */
function scope({ facts }: Report): string {
  const judged = protocols.filter((name) => facts[name] !== undefined);
  if (judged.length === 0 || judged.length === protocols.length) return '';
  return ` Only ${judged.map((name) => name.toUpperCase()).join(' and ')} was judged.`;
}

/** The domain, the verdict and whose mail was judged. */
export function heading(report: Report, { width }: RenderOptions, paint: Paint): string[] {
  const name = printable(report.subject.domain);
  const verdict = verdicts[report.verdict];
  const gap = width - name.length - verdict.length;
  const title =
    gap > 0
      ? [`${paint('strong', name)}${' '.repeat(gap)}${paint(report.verdict, verdict)}`]
      : [...wrap(name, width).map((line) => paint('strong', line)), paint(report.verdict, verdict)];
  return [
    ...title,
    ...wrap(printable(identities(report)), width),
    '',
    ...wrap(meanings[report.verdict] + scope(report), width),
  ];
}

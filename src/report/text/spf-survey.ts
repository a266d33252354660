import type { SpfEvaluation } from '../../spf/facts.ts';
import type { SpfAddresses, SpfSurvey } from '../../spf/surveyed.ts';
import { legible, wrap } from '../../text/terminal.ts';
import type { RenderOptions } from '../renderer.ts';
import type { Report } from '../report.ts';
import { entry } from './entry.ts';
import { identityOf, pathLines } from './spf-path.ts';
import { figure, treeLines } from './spf-tree.ts';
import type { Paint } from './style.ts';

function lookups({ lookups: { total, limit, left, complete, passedAt, dearest } }: SpfSurvey): string {
  const count = `${complete ? '' : 'at least '}${total} of ${limit}`;
  const rest = passedAt ? `the limit is passed at "${passedAt.term}" of ${passedAt.domain}` : `${left} left`;
  const most = dearest && dearest.cost > 1 ? `; the dearest is "${dearest.term}" with ${dearest.cost}` : '';
  return `${count}; ${rest}${most}`;
}

/** `2^80` from 2^20 on, plain digits below. */
function approximate(digits: string): string {
  const count = BigInt(digits);
  if (count < 2n ** 20n) return figure(Number(count));
  return `about 2^${count.toString(2).length - 1}`;
}

function amount({ ipv4, ipv6 }: SpfAddresses): string {
  const four =
    ipv4 === 2 ** 32 ? 'every IPv4 address' : `${figure(ipv4)} IPv4 ${ipv4 === 1 ? 'address' : 'addresses'}`;
  const six =
    BigInt(ipv6) === 2n ** 128n
      ? 'every IPv6 address'
      : `${approximate(ipv6)} IPv6 ${ipv6 === '1' ? 'address' : 'addresses'}`;
  return `${four}, ${six}`;
}

function authorized({ addresses }: SpfSurvey): string {
  const open = addresses.complete
    ? ''
    : '; more or fewer where the message, the client or a failed question decides';
  return `${amount(addresses)}${open}`;
}

/** What terms name, where errors keep some of it from passing. */
function named({ addresses, named: all }: SpfSurvey): string | null {
  if (addresses.ipv4 === all.ipv4 && addresses.ipv6 === all.ipv6) return null;
  return `${amount(all)}; errors keep the others from passing`;
}

function voids({ voidLookups: { ipv4, ipv6, limit, complete } }: SpfSurvey): string {
  const least = complete ? '' : 'at least ';
  return `${least}${ipv4} for clients on IPv4, ${least}${ipv6} on IPv6; ${limit} are allowed`;
}

function summary(survey: SpfSurvey, width: number): string[] {
  const { providers, records } = survey;
  const names = named(survey);
  const [first] = records;
  const octets =
    records.length === 1 && first ? entry('Record', `${figure(first.octets)} octets`, width) : [];
  return [
    ...octets,
    ...(records.length > 1 ? [] : entry('Lookups', lookups(survey), width)),
    ...(records.length > 1 ? [] : entry('Void', voids(survey), width)),
    ...entry('Authorizes', authorized(survey), width),
    ...(names === null ? [] : entry('Names', names, width)),
    ...(providers.length === 0 ? [] : entry('Providers', providers.join(', '), width)),
  ];
}

/** Addresses whose way is drawn; of more the results are counted. */
const drawnPaths = 8;

/** `pass       192.0.2.9, 192.0.2.10`, a line a result. */
function resultLines(others: readonly SpfEvaluation[], width: number): string[] {
  const results = [...new Set(others.map(({ result }) => result))].toSorted();
  return results.flatMap((result) => {
    const listed = others.filter((one) => one.result === result).map(({ address }) => address);
    return entry(result, listed.join(', '), width);
  });
}

/** The results that are not drawn, of each identity apart: one address can have two. */
function otherResults(all: readonly SpfEvaluation[], width: number): string[] {
  const identities = [...new Set(all.map(identityOf))];
  return identities.flatMap((identity) => {
    const others = all.slice(drawnPaths).filter((one) => identityOf(one) === identity);
    if (others.length === 0) return [];
    const heading = identities.length > 1 ? wrap(legible(`Results for ${identity}`), width) : [];
    return ['', ...heading, ...resultLines(others, width)];
  });
}

/** What SPF leads to: the figures, the tree, and the way of check_host() for each address that was given. */
export function spfSurvey(report: Report, options: RenderOptions, paint: Paint): string[] {
  const survey = report.survey.spf;
  const evaluations = report.facts.spf?.ok ? report.facts.spf.value.evaluations : [];
  if (!survey) return [];
  const trees = survey.records.flatMap((record) => ['', ...treeLines(record, options, paint)]);
  const paths = evaluations.slice(0, drawnPaths).flatMap((one) => ['', ...pathLines(one, options, paint)]);
  const rest = otherResults(evaluations, options.width);
  const drawn = survey.records.length === 0 ? [] : ['', ...summary(survey, options.width), ...trees];
  return [...drawn, ...paths, ...rest];
}

import { env } from 'node:process';
import {
  audit,
  type AuditedBounces,
  auditedBounces,
  type Bounces,
  InputError,
  parseDomain,
  phrase,
  rememberTests,
  type Report,
  say,
  type Sender,
  severities,
  type SubjectInput,
} from '../index.ts';
import { type ExitCode, gravest } from './exit-code.ts';
import { listsOf } from './lists.ts';
import type { CommonOptions } from './options.ts';
import { complain } from './output.ts';
import { resolverOf } from './resolver.ts';

/** Senders that are audited, those with most replies first. */
const maxAudits = 3;

const noSender = {
  en: 'the input names no sending domain; give it with --from, as in: --audit --from news@example.com',
  fr: "l'entrée ne nomme aucun domaine d'envoi ; l'indiquer avec --from, par exemple : --audit --from news@example.com",
} as const;

const nothingToAudit = {
  en: 'no check of presend is about these replies, so nothing was audited',
  fr: "aucun contrôle de presend ne porte sur ces réponses : rien n'a été audité",
} as const;

const leftOut = {
  en: 'not audited, as their mail was refused less often: {domains}; name one with --from',
  fr: 'non audités, car moins souvent refusés : {domains} ; en désigner un avec --from',
} as const;

const unusable = {
  en: '{domain} cannot be audited: {reason}',
  fr: '{domain} ne peut pas être audité : {reason}',
} as const;

/** The domain that the options name; null where they leave it to the input. */
function givenDomain({ from, mailFrom }: CommonOptions): string | null {
  const named = [from, mailFrom].find((one) => one !== undefined && !['', '<>'].includes(one.trim()));
  return named === undefined ? null : parseDomain(/<([^<>]*)>[^<>]*$/.exec(named)?.[1] ?? named);
}

/** The sender as the options and the input describe it; what the options say wins. */
function subjectOf(
  domain: string,
  known: Pick<Sender, 'addresses'> & Partial<Sender>,
  options: CommonOptions,
): SubjectInput {
  const { profile, from, mailFrom, helo, volume, ip, selector } = options;
  return {
    domain,
    profile,
    volume,
    helo,
    from: from ?? known.from ?? undefined,
    mailFrom: mailFrom ?? known.mailFrom ?? undefined,
    ips: ip.length > 0 ? ip : known.addresses,
    selectors: selector.length > 0 ? selector : (known.selectors ?? []),
  };
}

/** Replies that a check could explain, and the senders of the mail that they refuse. */
function auditable({ senders, groups }: Bounces): {
  readonly any: boolean;
  readonly chosen: readonly Sender[];
} {
  const about = groups.filter(
    ({ origin, explanation }) =>
      origin !== 'inbound' && [explanation, ...explanation.also].some(({ findings }) => findings.length > 0),
  );
  const domains = new Set(about.flatMap((group) => group.domains));
  // Replies that name nobody are to the only sender there is.
  const chosen = senders.length === 1 ? senders : senders.filter(({ domain }) => domains.has(domain));
  return { any: about.length > 0, chosen };
}

/** What the audits say of the replies: a finding that explains one, or what could not be told. */
function exitCodeOf(
  { groups }: AuditedBounces,
  reports: readonly Report[],
  { failOn, strict }: CommonOptions,
): ExitCode {
  if (reports.some(({ internalErrors }) => internalErrors.length > 0)) return 70;
  const limit = failOn === 'never' ? -1 : severities.indexOf(failOn);
  const codes = groups.flatMap(({ audit: because }) =>
    because.map(({ findings, verdict, unknown }): ExitCode => {
      if (findings.some(({ severity }) => severities.indexOf(severity) <= limit)) return 1;
      return verdict === 'unknown' && (strict === true || unknown.some(({ blocking }) => blocking)) ? 3 : 0;
    }),
  );
  return gravest(codes);
}

/** Audits one sender after the other; of one whose data cannot be used it says so. */
async function reportsOf(
  subjects: readonly SubjectInput[],
  options: CommonOptions,
): Promise<{ readonly reports: readonly Report[]; readonly refused: boolean }> {
  const { server, deadline, selectors, hosts, lang } = options;
  const ended = new AbortController();
  const reports: Report[] = [];
  let refused = false;
  const asking = {
    selectorDepth: selectors,
    hostCap: hosts,
    lists: listsOf(options, env),
    language: lang,
    servers: server,
    testList: rememberTests(),
  };
  try {
    const resolver = await resolverOf(options, ended.signal);
    /* oxlint-disable no-await-in-loop -- one domain after the other, as an audit of several does it */
    for (const subject of subjects) {
      try {
        const signal = AbortSignal.timeout(deadline * 1000);
        reports.push(await audit(subject, { ...asking, resolver, signal }));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        refused = true;
        complain(say(phrase(unusable, { domain: subject.domain, reason: error.said }), lang));
      }
    }
    /* oxlint-enable no-await-in-loop */
  } finally {
    ended.abort();
  }
  return { reports, refused };
}

/**
 * Audits who sent the refused mail, and holds the replies against it.
 * @throws InputError before any question, for an option that cannot be used
 */
export async function auditSenders(
  bounces: Bounces,
  options: CommonOptions,
): Promise<{ readonly bounces: AuditedBounces; readonly code: ExitCode }> {
  const { lang } = options;
  const { any, chosen } = auditable(bounces);
  const given = givenDomain(options);
  if (!any || (given === null && chosen.length === 0)) {
    complain((any ? noSender : nothingToAudit)[lang]);
    return { bounces: auditedBounces(bounces, []), code: any ? 2 : 0 };
  }
  const subjects =
    given === null
      ? chosen.slice(0, maxAudits).map((sender) => subjectOf(sender.domain, sender, options))
      : [
          subjectOf(
            given,
            bounces.senders.find(({ domain }) => domain === given) ?? { addresses: bounces.addresses },
            options,
          ),
        ];
  const left = given === null ? chosen.slice(maxAudits).map(({ domain }) => domain) : [];
  if (left.length > 0) {
    const domains = [...left.slice(0, maxAudits), ...(left.length > maxAudits ? ['…'] : [])].join(', ');
    complain(say(phrase(leftOut, { domains }), lang));
  }
  const { reports, refused } = await reportsOf(subjects, options);
  const audited = auditedBounces(bounces, reports, given !== null);
  const code = exitCodeOf(audited, reports, options);
  return { bounces: audited, code: refused ? gravest([2, code]) : code };
}

import { checks as allChecks } from './all-checks.ts';
import { type Check, type Draft, failureReason } from './check.ts';
import { surveyDkim } from './dkim/survey.ts';
import { surveyDmarc } from './dmarc/survey.ts';
import type { AllFacts, FactSections } from './facts.ts';
import { registrableDomain } from './domain.ts';
import { repliesTo } from './replies.ts';
import { messagesOf, referenceOf } from './locale/index.ts';
import {
  type Finding,
  type Report,
  type ReportSubject,
  schemaVersion,
  type Unknown,
  type Verdict,
} from './report/report.ts';
import { severities } from './severity.ts';
import type { Rejection } from './smtp/rejection.ts';
import { surveySpf } from './spf/survey.ts';
import type { Subject } from './subject.ts';
import { filled, type Language, phrase, type Said, say, spoken } from './text/say.ts';
import { tool } from './version.ts';

type Params = Readonly<Record<string, Said>>;

interface Drawn {
  readonly finding: Finding;
  readonly about: string;
  /** In English whatever the language of the report: consequences compare them. */
  readonly params: Finding['params'];
  /** As they are said in each language: clauses of refusals hold them. */
  readonly said: Params;
}

interface Judged {
  readonly check: Check;
  readonly outcome: 'ran' | 'not-applicable' | 'failed';
  /** Its part of the facts was not gathered. */
  readonly unread?: true;
  readonly findings: readonly Drawn[];
  readonly unknown: readonly Unknown[];
  readonly error?: string;
}

/** Parameters in a language; numbers stay numbers. */
function told(params: Params, language: Language): Finding['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : say(value, language),
    ]),
  );
}

function toFinding(
  check: Check,
  draft: Exclude<Draft<Params>, { unknown: unknown }>,
  language: Language,
): Finding {
  const { id, area } = check;
  const { about, params, at, fix, evidence } = draft;
  const messages = messagesOf(check, language);
  const fill = (template: string) => filled(template, params, language);
  return {
    key: `${id}:${about}`,
    id,
    area,
    severity: draft.severity ?? check.severity,
    title: fill(messages.title),
    explanation: fill(messages.explanation),
    consequence: fill(messages.consequence),
    remedy: fill(messages.remedy),
    reference: referenceOf(check, language),
    params: told(params, language),
    ...(at && { at }),
    ...(fix && { fix }),
    evidence,
  };
}

/** The sections a check needs; or why it cannot run. */
function sections(
  check: Check,
  facts: AllFacts,
  language: Language,
): { ready: Partial<FactSections> } | { missing: true } | { unknown: Unknown } {
  const ready: Partial<Record<string, unknown>> = {};
  for (const name of check.needs) {
    const fact = facts[name];
    if (!fact) return { missing: true };
    if (!fact.ok) {
      const { name: asked, type, answer } = fact.failed;
      const question = { name: asked, type };
      const blocking = check.area !== 'dnsbl';
      return {
        unknown: {
          key: `${check.id}:${asked}`,
          id: check.id,
          blocking,
          reason: say(failureReason(answer), language),
          question,
        },
      };
    }
    ready[name] = fact.value;
  }
  for (const name of check.optional) {
    const fact = facts[name];
    if (fact?.ok) ready[name] = fact.value;
  }
  return { ready };
}

function run(check: Check, facts: AllFacts, subject: Subject, language: Language): Judged {
  const none = { check, findings: [], unknown: [] };
  if (!check.profiles.includes(subject.profile)) return { ...none, outcome: 'not-applicable' };
  const needs = sections(check, facts, language);
  if ('missing' in needs) return { ...none, outcome: 'not-applicable', unread: true };
  if ('unknown' in needs) return { ...none, outcome: 'ran', unknown: [needs.unknown] };
  try {
    if (!check.applies(needs.ready, { subject })) return { ...none, outcome: 'not-applicable' };
    const findings: Drawn[] = [];
    const unknown: Unknown[] = [];
    for (const draft of check.find(needs.ready, { subject })) {
      if ('unknown' in draft) {
        const { about, blocking, reason } = draft;
        unknown.push({
          key: `${check.id}:${about}`,
          id: check.id,
          blocking,
          reason: say(reason, language),
          question: draft.unknown,
        });
      } else {
        const { about, params } = draft;
        const finding = toFinding(check, draft, language);
        findings.push({ finding, about, params: told(params, 'en'), said: params });
      }
    }
    return { check, outcome: 'ran', findings, unknown };
  } catch (error) {
    // A bug in one check must cost neither the others nor the truth: its subject is undetermined.
    const reason = phrase({ en: 'internal error in {id}', fr: 'erreur interne dans {id}' }, { id: check.id });
    const unknown = {
      key: `${check.id}:internal-error`,
      id: check.id,
      blocking: true,
      reason: say(reason, language),
      question: null,
    };
    return {
      ...none,
      outcome: 'failed',
      unknown: [unknown],
      error: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Drops what other findings make superfluous; the check then has nothing to say. */
function settle(judged: readonly Judged[]): readonly Judged[] {
  const present = new Set(judged.filter(({ findings }) => findings.length > 0).map(({ check }) => check.id));
  return judged.map((one) => {
    const superfluous = one.check.notBeside.some((id) => present.has(id));
    return superfluous && one.outcome === 'ran'
      ? { check: one.check, outcome: 'not-applicable', findings: [], unknown: [] }
      : one;
  });
}

/** Gives every key once: a second finding about the same thing is numbered. */
function distinct<T extends { readonly key: string }>(entries: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.key) ?? 0) + 1;
    seen.set(entry.key, count);
    return count === 1 ? entry : { ...entry, key: `${entry.key}#${count}` };
  });
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function verdictOf(rejections: readonly Rejection[], unknown: readonly Unknown[]): Verdict {
  const certain = rejections.some(
    (one) => one.holds && one.class === 'permanent' && one.certainty === 'documented',
  );
  if (certain) return 'rejected';
  if (unknown.some(({ blocking }) => blocking)) return 'unknown';
  return rejections.length > 0 ? 'at-risk' : 'ready';
}

/** Findings of a parked domain that let others send in its name, how little it may be. */
const openings: ReadonlySet<string> = new Set(['spf-parked-open', 'dmarc-parked-weak']);

/** Of a domain that sends nothing no mail is refused: what counts is whether others can send in its name. */
function verdictOfParked(findings: readonly Finding[], unknown: readonly Unknown[]): Verdict {
  const open = findings.some(
    ({ id, severity }) => openings.has(id) || severity === 'critical' || severity === 'error',
  );
  if (open) return 'at-risk';
  return unknown.some(({ blocking }) => blocking) ? 'unknown' : 'ready';
}

function describe(subject: Subject, facts: AllFacts): ReportSubject {
  const { domain, profile, volume, from, mailFrom, helo } = subject;
  const given = subject.ips.map((address) => ({ address, source: 'given' as const }));
  const senders = facts.senders?.ok ? facts.senders.value.senders : given;
  const found = facts.dkim?.ok ? facts.dkim.value.selectors.filter(({ keys }) => keys.length > 0) : [];
  const selectors = [
    ...subject.selectors.map((one) => ({ ...one, source: 'given' as const })),
    ...found
      .filter(({ source }) => source !== 'given')
      .map(({ selector, domain: at, source }) => ({ selector, domain: at, source })),
  ];
  const walked = facts.dmarc?.ok ? facts.dmarc.value.organizationalDomain : null;
  return {
    domain,
    organizationalDomain: walked ?? registrableDomain(domain),
    profile,
    volume,
    from,
    mailFrom,
    helo,
    ips: senders.map(({ address, source }) => ({ address, source })),
    selectors,
  };
}

/** Of a domain that is to send nothing, no receiver is asked. */
const nobody: Pick<Report, 'rejections' | 'receivers'> = { rejections: [], receivers: [] };

/** Turns facts into a report: pure, and the same facts give the same report. */
export function judge(
  subject: Subject,
  facts: AllFacts,
  checks: readonly Check[] = allChecks,
  language: Language = 'en',
): Report {
  const judged = settle(checks.map((check) => run(check, facts, subject, language)));
  const drafts = distinct(
    judged.flatMap((one) => one.findings.map((drawn) => ({ ...drawn, key: drawn.finding.key }))),
  );
  const causes = drafts.map(({ key, finding, about, params, said }) => ({
    id: finding.id,
    key,
    about,
    severity: finding.severity,
    params,
    said,
  }));
  const findings = drafts
    .map(({ key, finding }) => ({ ...finding, key }))
    .toSorted(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        byText(a.id, b.id) ||
        (a.at?.start ?? 0) - (b.at?.start ?? 0) ||
        a.key.localeCompare(b.key, 'en', { numeric: true }) ||
        byText(a.key, b.key),
    );
  const unknown = distinct(judged.flatMap((one) => one.unknown)).toSorted(
    (a, b) => Number(b.blocking) - Number(a.blocking) || byText(a.key, b.key),
  );
  const parked = subject.profile === 'parked';
  const { rejections, receivers } = parked
    ? nobody
    : repliesTo({ subject, facts, causes, unknown, judged }, language);
  const ids = (keep: (one: Judged) => boolean) =>
    judged
      .filter(keep)
      .map(({ check }) => check.id)
      .toSorted(byText);
  const { at, durationMs, queries } = facts.run;
  return {
    schemaVersion,
    tool,
    language,
    at,
    durationMs,
    queries,
    subject: describe(subject, facts),
    verdict: parked ? verdictOfParked(findings, unknown) : verdictOf(rejections, unknown),
    findings,
    rejections,
    receivers,
    survey: {
      ...(facts.spf?.ok && { spf: spoken(surveySpf(facts.spf.value), language) }),
      ...(facts.dkim?.ok && { dkim: spoken(surveyDkim(facts.dkim.value), language) }),
      ...(facts.dmarc?.ok && { dmarc: spoken(surveyDmarc(facts.dmarc.value, subject), language) }),
    },
    unknown,
    passed: ids((one) => one.outcome === 'ran' && one.findings.length === 0 && one.unknown.length === 0),
    notApplicable: ids((one) => one.outcome === 'not-applicable'),
    internalErrors: judged.flatMap(({ check, error }) =>
      error === undefined ? [] : [{ id: check.id, message: error }],
    ),
    facts: spoken(facts, language),
  };
}

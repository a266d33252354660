import { registrableDomain } from '../domain.ts';
import type { Finding, Report } from '../report/report.ts';
import type { Severity } from '../severity.ts';
import type { ReplyExplanation } from '../smtp/explanation.ts';
import { parseIp, sameIp } from '../text/ip.ts';
import { say } from '../text/say.ts';
import { unnamedReason } from './unnamed.ts';

/** A finding that explains a reply. */
export interface ExplainingFinding {
  readonly key: string;
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly remedy: string;
  /** The cause it stands for: that of the explanation, or of another reading of the reply. */
  readonly cause: string;
}

/**
 * What an audit of the sender says of a reply: `explained`, a finding is there; `unexplained`, all checks ran and found
 * nothing; `unknown`, nothing was found, and some could not be told or were not asked about the address, the name or the
 * selector of this mail; `no-check`, no check is about such a cause.
 */
export type BecauseVerdict = 'explained' | 'unexplained' | 'unknown' | 'no-check';

/** A reply beside the audit of the domain whose mail it refuses. */
export interface Because {
  readonly domain: string;
  readonly verdict: BecauseVerdict;
  readonly findings: readonly ExplainingFinding[];
  /** Ids of checks that ran and found nothing. */
  readonly absent: readonly string[];
  /** What could not be told, and why. */
  readonly unknown: readonly { readonly id: string; readonly reason: string; readonly blocking: boolean }[];
}

/** A parameter of a finding that is text. */
const text = (value: string | number | undefined) => (typeof value === 'string' ? value : null);

/** The finding is about another address than the one that the reply names. */
function isElsewhere({ params }: Finding, address: string | null): boolean {
  const about = parseIp(text(params['address']) ?? '');
  const named = parseIp(address ?? '');
  return about !== null && named !== null && !sameIp(about, named);
}

/** `spamhaus` of zen.spamhaus.org and of www.spamhaus.org: an operator has zones and pages under several names. */
function operatorOf(name: string): string | null {
  return registrableDomain(name)?.split('.', 1)[0] ?? null;
}

/** The blocklist that a reply says it goes by. */
const list =
  /(?:using|listed (?:in|on|at|by)|found (?:in|on)|blocked (?:by|using|via)) ((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63})/i;

/** Of entries in blocklists, those in the list that the reply names; all where it names none. */
function ofNamedList(findings: readonly Finding[], reply: string): readonly Finding[] {
  const named = operatorOf(list.exec(reply)?.[1]?.toLowerCase() ?? '');
  if (named === null) return findings;
  return findings.filter(({ params }) => {
    const zone = text(params['zone']);
    return zone === null || operatorOf(zone) === named;
  });
}

/**
 * Holds the explanation of a reply against an audit of the sender.
 * @param address the sending address that the reply names, if any
 */
export function because(
  { findings: ids, cause, also, text: reply }: ReplyExplanation,
  report: Report,
  address: string | null = null,
): Because {
  const causes = new Map<string, string>(ids.map((id) => [id, cause]));
  for (const reading of also) {
    for (const id of reading.findings) if (!causes.has(id)) causes.set(id, reading.cause);
  }
  const found = report.findings.filter(({ id }) => causes.has(id));
  const explaining = ofNamedList(
    found.filter((one) => !isElsewhere(one, address)),
    reply,
  ).map(({ key, id, severity, title, remedy }) => ({
    key,
    id,
    severity,
    title,
    remedy,
    cause: causes.get(id) ?? cause,
  }));
  const unnamed = new Map(
    [...causes.keys()].flatMap((id) => {
      const reason = unnamedReason(id, report.subject, address);
      return reason && !found.some((one) => one.id === id)
        ? [[id, say(reason, report.language)] as const]
        : [];
    }),
  );
  const unknown = [
    ...report.unknown
      .filter(({ id }) => causes.has(id) && !unnamed.has(id))
      .map(({ id, reason, blocking }) => ({ id, reason, blocking })),
    ...[...unnamed].map(([id, reason]) => ({ id, reason, blocking: true })),
  ];
  const there = new Set([...found, ...unknown].map(({ id }) => id));
  const verdict = (): BecauseVerdict => {
    if (explaining.length > 0) return 'explained';
    if (causes.size === 0) return 'no-check';
    return unknown.length > 0 ? 'unknown' : 'unexplained';
  };
  return {
    domain: report.subject.domain,
    verdict: verdict(),
    findings: explaining,
    absent: [...causes.keys()].filter((id) => report.passed.includes(id) && !there.has(id)).toSorted(),
    unknown,
  };
}

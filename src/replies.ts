import { circumstances } from './circumstances.ts';
import type { AllFacts } from './facts.ts';
import type { Report, Unknown } from './report/report.ts';
import type { Cause } from './smtp/cause.ts';
import { brokenDemands, expectRejections } from './smtp/expect.ts';
import { sayRejection } from './smtp/rejection.ts';
import { sayVerdict } from './smtp/verdict.ts';
import { receiverVerdicts } from './smtp/verdicts.ts';
import type { Subject } from './subject.ts';
import type { Language } from './text/say.ts';

/** As much of what checks came to as replies hang on. */
interface Judgement {
  readonly subject: Subject;
  readonly facts: AllFacts;
  readonly causes: readonly Cause[];
  readonly unknown: readonly Unknown[];
  readonly judged: readonly {
    readonly check: { readonly id: string };
    readonly outcome: 'ran' | 'not-applicable' | 'failed';
    /** Its part of the facts was not gathered. */
    readonly unread?: true;
  }[];
}

/** Zones of the blocklists that answer for all that they were asked about. */
function answering({ dnsbl }: AllFacts): string[] {
  const { lists, listings } = dnsbl?.ok ? dnsbl.value : { lists: [], listings: [] };
  const open = listings.filter(({ outcome }) => outcome === 'refused' || outcome === 'unknown');
  return lists
    .filter(({ zone, health }) => health.state === 'working' && !open.some((one) => one.zone === zone))
    .map(({ zone }) => zone);
}

/** The refusals to expect, and what each receiver does with the mail. */
export function repliesTo(
  { subject, facts, causes, unknown, judged }: Judgement,
  language: Language,
): Pick<Report, 'rejections' | 'receivers'> {
  const known = circumstances(subject, facts);
  const rejections = expectRejections(causes, known);
  const receivers = receiverVerdicts({
    rejections,
    demands: brokenDemands(causes, known),
    unknown,
    unjudged: judged.filter(({ unread }) => unread).map(({ check }) => check.id),
    ran: judged.filter(({ outcome }) => outcome === 'ran').map(({ check }) => check.id),
    lists: answering(facts),
    known,
  });
  return {
    rejections: rejections.map((one) => sayRejection(one, language)),
    receivers: receivers.map((one) => sayVerdict(one, language)),
  };
}

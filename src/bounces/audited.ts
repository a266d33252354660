import type { Report } from '../report/report.ts';
import { type Because, because } from './because.ts';
import type { Bounces } from './explain-bounces.ts';
import type { ReplyGroup } from './groups.ts';
import { addressMentioned } from './mentioned.ts';

/** A group, and what the audits of its senders say of it. */
export interface AuditedGroup extends ReplyGroup {
  /** One for each audited sender; empty where none of its senders was audited. */
  readonly audit: readonly Because[];
}

export interface AuditedBounces extends Bounces {
  readonly groups: readonly AuditedGroup[];
}

/**
 * Holds every group of replies against the audits of the domains whose mail was refused.
 * @param senderGiven the one report is of the sender whatever the input says
 */
export function auditedBounces(
  bounces: Bounces,
  reports: readonly Report[],
  senderGiven = false,
): AuditedBounces {
  const groups = bounces.groups.map((group) => {
    // A reply that names nobody is to the only sender there is; mail that came in is others'.
    const isTheirs = senderGiven || (bounces.senders.length === 1 && group.domains.length === 0);
    const own = reports.filter(
      ({ subject }) => group.origin !== 'inbound' && (isTheirs || group.domains.includes(subject.domain)),
    );
    const address = addressMentioned(group.example);
    return { ...group, audit: own.map((report) => because(group.explanation, report, address)) };
  });
  return { ...bounces, groups };
}

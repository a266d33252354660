import type { Said } from '../text/say.ts';
import { type Broken, brokenEach } from './broken.ts';
import type { Cause, Circumstances } from './cause.ts';
import type { Consequence, Demand } from './consequences/consequence.ts';
import { demands } from './consequences/demands.ts';
import { consequences } from './consequences/index.ts';
import type { SaidRejection } from './rejection.ts';
import { sources } from './sources.ts';

/** The refusals that a set of findings leads to, in the order of the consequences. */
export function expectRejections(
  findings: readonly Cause[],
  known: Circumstances,
  rules: readonly Consequence[] = consequences,
): SaidRejection[] {
  return rules.flatMap((rule) => {
    const { receiver, reply, enhanced, cause, token = null, deferral = null, since = null, source } = rule;
    return brokenEach(rule, findings, known).map((one) => ({
      ...one,
      receiver,
      reply,
      enhanced,
      class: rule.class,
      token,
      deferral,
      since,
      cause,
      holds: one.conditions.length === 0,
      source: sources[source],
    }));
  });
}

/** A demand that the findings break, to which its receiver publishes no reply. */
export interface BrokenDemand extends Broken {
  readonly receiver: string;
  readonly outcome: Demand['outcome'];
  readonly since: string | null;
  readonly source: Said;
}

/** The demands that a set of findings breaks without a reply to expect. */
export function brokenDemands(
  findings: readonly Cause[],
  known: Circumstances,
  rules: readonly Demand[] = demands,
): BrokenDemand[] {
  return rules.flatMap((rule) => {
    const { receiver, outcome, since = null, source } = rule;
    return brokenEach(rule, findings, known).map((one) => ({
      ...one,
      receiver,
      outcome,
      since,
      source: sources[source],
    }));
  });
}

import type { Phrase, Said } from '../text/say.ts';
import type { SpfEvaluation } from './facts.ts';
import type { SpfMatch, SpfOutcome, SpfVisit } from './outcome.ts';
import { stoppedAt } from './stopped.ts';

/** An evaluation as facts hold it: 64 kB of record would be there once for each address. */

/** Characters of each text that is kept. */
const keptText = 1000;

function kept(text: string): string {
  return text.slice(0, keptText);
}

/** A reason with each of its parameters cut; the same object where none is that long. */
function keptReason(reason: string | Phrase): string | Phrase {
  if (typeof reason === 'string') return kept(reason);
  const before: [string, Said][] = Object.entries(reason.with ?? {});
  const after = before.map(([name, value]): [string, Said] => [
    name,
    typeof value === 'number' ? value : keptReason(value),
  ]);
  if (after.every(([, value], index) => value === before[index]?.[1])) return reason;
  return { ...reason, with: Object.fromEntries(after) };
}

export function abridgedVisit(visit: SpfVisit): SpfVisit {
  const steps = visit.steps.map((step) => ({
    ...step,
    term: kept(step.term),
    reason: keptReason(step.reason),
    ...(step.nested ? { nested: abridgedVisit(step.nested) } : {}),
  }));
  const { record, reason } = visit;
  return { ...visit, record: record === null ? null : kept(record), reason: keptReason(reason), steps };
}

function abridgedPlace({ domain, term, start, end }: Omit<SpfMatch, 'record'>): Omit<SpfMatch, 'record'> {
  return { domain, term: kept(term), start, end };
}

/** What facts keep of an outcome beside its trace. */
type Outcome = Pick<
  SpfEvaluation,
  'result' | 'reason' | 'matched' | 'stoppedAt' | 'explanation' | 'lookups' | 'voidLookups' | 'letters'
>;

export function abridgedOutcome(outcome: SpfOutcome): Outcome {
  const { result, reason, matched, explanation, lookups, voidLookups, letters, trace } = outcome;
  const stopped = stoppedAt(trace);
  return {
    result,
    reason: keptReason(reason),
    ...(matched && { matched: abridgedPlace(matched) }),
    ...(stopped && { stoppedAt: abridgedPlace(stopped) }),
    ...(explanation !== undefined && { explanation }),
    lookups,
    voidLookups,
    letters,
  };
}

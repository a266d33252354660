import type { UnknownDraft } from '../../check.ts';
import type { Subject } from '../../subject.ts';
import type { SpfEvaluation, SpfFacts } from '../facts.ts';
import type { SpfQuestion, SpfVisit } from '../outcome.ts';

const options = { sender: '--mail-from', helo: '--helo' } as const;
const pieces = { sender: 'the envelope sender', helo: 'the EHLO name' } as const;

/** What an evaluation hangs on and nobody said; null where it can be believed. */
export function hangsOn({ address, identity, presumed }: SpfEvaluation): UnknownDraft | null {
  const [first] = presumed;
  if (!first) return null;
  const what = presumed.map((one) => pieces[one]).join(' and ');
  const how = presumed.map((one) => options[one]).join(' and ');
  return {
    about: `${address} ${identity}`,
    unknown: null,
    reason: `SPF asks for ${what}: give ${how}`,
    blocking: false,
  };
}

/** Given addresses beyond those that are evaluated; null where there are none. */
export function unevaluated(
  { domain, evaluations }: Pick<SpfFacts, 'domain' | 'evaluations'>,
  { ips }: Pick<Subject, 'ips'>,
  identity: SpfEvaluation['identity'],
): UnknownDraft | null {
  const evaluated = evaluations.filter((one) => one.identity === identity).length;
  if (evaluated >= ips.length) return null;
  const reason = `only the first ${evaluated} of ${ips.length} given addresses were evaluated`;
  // As with a single address that has no answer: the EHLO name alone refuses nothing.
  return { about: `${domain} addresses`, unknown: null, reason, blocking: identity === 'mail-from' };
}

function questionsOf({ questions, steps }: SpfVisit): SpfQuestion[] {
  return [
    ...questions,
    ...steps.flatMap((step) => [...step.questions, ...(step.nested ? questionsOf(step.nested) : [])]),
  ];
}

/** The last question of an evaluation that ended for lack of an answer. */
export function openQuestion({ address, identity, reason, trace }: SpfEvaluation): UnknownDraft {
  const failed = trace ? questionsOf(trace).findLast(({ status }) => status === 'failed') : undefined;
  return {
    about: `${address} ${identity}`,
    unknown: failed ? { name: failed.name, type: failed.type } : null,
    reason: failed ? `SPF of ${address}: ${reason}` : reason,
    blocking: true,
  };
}

import type { UnknownDraft } from '../../check.ts';
import type { Subject } from '../../subject.ts';
import { phrase, type Said, type Words } from '../../text/say.ts';
import type { SpfEvaluation, SpfFacts } from '../facts.ts';
import type { SpfQuestion, SpfVisit } from '../outcome.ts';

const options = { sender: '--mail-from', helo: '--helo' } as const;
const pieces: Readonly<Record<keyof typeof options, Words>> = {
  sender: { en: 'the envelope sender', fr: "l'expéditeur d'enveloppe" },
  helo: { en: 'the EHLO name', fr: 'le nom EHLO' },
};

const asksFor = {
  en: 'SPF asks for {what}: give {how}',
  fr: 'SPF demande {what} : indiquer {how}',
} as const;
const and = { en: '{one} and {other}', fr: '{one} et {other}' } as const;
const onlyFirst = {
  en: 'only the first {evaluated} of {given} given addresses were evaluated',
  fr: 'seules les {evaluated} premières des {given} adresses indiquées ont été évaluées',
} as const;
const spfOf = { en: 'SPF of {address}: {reason}', fr: 'SPF pour {address} : {reason}' } as const;

/** What an evaluation hangs on and nobody said; null where it can be believed. */
export function hangsOn({ address, identity, presumed }: SpfEvaluation): UnknownDraft | null {
  const [first, second] = presumed;
  if (!first) return null;
  const both = (words: Readonly<Record<keyof typeof options, Said>>) =>
    second ? phrase(and, { one: words[first], other: words[second] }) : words[first];
  return {
    about: `${address} ${identity}`,
    unknown: null,
    reason: phrase(asksFor, { what: both(pieces), how: both(options) }),
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
  const reason = phrase(onlyFirst, { evaluated, given: ips.length });
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
    reason: failed ? phrase(spfOf, { address, reason }) : reason,
    blocking: true,
  };
}

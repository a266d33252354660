import { type Consequence, dkimCannotPass, dmarcUnusable, spfCannotPass } from './consequence.ts';

const unauthenticated = {
  class: 'permanent',
  cause: 'unauthenticated',
  certainty: 'documented',
} as const;

const bulk = { class: 'permanent', conditions: ['bulk'], certainty: 'documented' } as const;

/** Neither SPF nor DKIM passes. */
const joint: readonly Consequence[] = [
  {
    ...unauthenticated,
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.26',
    meaning: 'neither SPF nor DKIM passes',
    reasons: [spfCannotPass, dkimCannotPass],
    conditions: ['no-other-authentication'],
    source: 'gmail-errors',
  },
  {
    ...unauthenticated,
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.26',
    meaning: 'SPF does not pass, and DKIM may not either',
    reasons: [spfCannotPass],
    without: dkimCannotPass,
    dkim: 'unknown',
    conditions: ['no-dkim-pass', 'no-other-authentication'],
    source: 'gmail-errors',
  },
  {
    ...unauthenticated,
    receiver: 'yahoo',
    reply: 550,
    enhanced: '5.7.9',
    meaning: 'neither SPF nor DKIM passes',
    reasons: [spfCannotPass, dkimCannotPass],
    conditions: ['no-other-authentication'],
    source: 'yahoo-errors',
  },
];

/** What receivers ask of those who send much. */
const bulkSenders: readonly Consequence[] = [
  {
    ...bulk,
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.27',
    cause: 'spf-fail',
    meaning: 'bulk senders must pass SPF as well as DKIM',
    reasons: [spfCannotPass],
    source: 'gmail-errors',
  },
  {
    ...bulk,
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.30',
    cause: 'dkim-fail',
    meaning: 'bulk senders must pass DKIM as well as SPF',
    reasons: [dkimCannotPass],
    source: 'gmail-errors',
  },
  {
    ...bulk,
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.40',
    cause: 'dmarc-missing',
    meaning: 'bulk senders must publish a DMARC policy; Gmail may defer or refuse',
    reasons: [dmarcUnusable],
    source: 'gmail-errors',
  },
  {
    ...bulk,
    receiver: 'outlook',
    reply: 550,
    enhanced: '5.7.515',
    cause: 'unauthenticated',
    meaning: 'SPF, DKIM and a DMARC policy are each demanded',
    reasons: [[...spfCannotPass, ...dkimCannotPass, ...dmarcUnusable]],
    source: 'outlook',
  },
];

/** A DMARC policy of reject meets mail that cannot satisfy it. */
function refusedByPolicy(
  reply: Pick<Consequence, 'receiver' | 'reply' | 'enhanced' | 'certainty' | 'source'>,
): readonly Consequence[] {
  const rule = { ...reply, class: 'permanent', cause: 'dmarc-fail-reject', policy: 'reject' } as const;
  return [
    {
      ...rule,
      meaning: 'the domain says p=reject and its own mail cannot pass DMARC',
      reasons: [spfCannotPass, dkimCannotPass],
      conditions: ['unaligned'],
    },
    {
      ...rule,
      meaning: 'the domain says p=reject and SPF cannot help to pass DMARC',
      reasons: [spfCannotPass],
      without: dkimCannotPass,
      dkim: 'unknown',
      conditions: ['unaligned'],
    },
    {
      ...rule,
      meaning: 'the domain says p=reject and DKIM cannot help to pass DMARC',
      reasons: [dkimCannotPass],
      without: spfCannotPass,
      conditions: ['unaligned'],
    },
  ];
}

export const authenticationConsequences: readonly Consequence[] = [
  ...joint,
  ...bulkSenders,
  ...refusedByPolicy({
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.26',
    certainty: 'documented',
    source: 'gmail-errors',
  }),
  ...refusedByPolicy({
    receiver: 'exchange-online',
    reply: 550,
    enhanced: '5.7.509',
    certainty: 'documented',
    source: 'exchange',
  }),
  ...refusedByPolicy({
    receiver: 'yahoo',
    reply: 554,
    enhanced: '5.7.9',
    certainty: 'documented',
    source: 'yahoo-errors',
  }),
];

import type { Consequence } from './consequence.ts';
import {
  cannotAlign,
  dkimCannotPass,
  dkimIsBroken,
  dmarcUnusable,
  fromForeign,
  spfCannotPass,
} from './reasons.ts';

const unauthenticated = { class: 'permanent', cause: 'unauthenticated', certainty: 'documented' } as const;

const bulk = { class: 'permanent', conditions: ['bulk'], certainty: 'documented' } as const;

/** A receiver that takes mail where SPF or DKIM passes, for whatever domain. */
function refusedUnauthenticated(
  reply: Pick<Consequence, 'receiver' | 'reply' | 'enhanced' | 'source'>,
): readonly Consequence[] {
  return [
    {
      ...unauthenticated,
      ...reply,
      meaning: 'neither SPF nor DKIM passes',
      reasons: [spfCannotPass, dkimIsBroken],
      conditions: ['no-other-authentication'],
    },
    {
      ...unauthenticated,
      ...reply,
      meaning: 'SPF does not pass, and DKIM may not either',
      reasons: [spfCannotPass],
      without: dkimIsBroken,
      dkim: 'not-usable',
      conditions: ['no-dkim-pass', 'no-other-authentication'],
    },
  ];
}

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
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.24',
    class: 'permanent',
    cause: 'spf-permerror',
    meaning: 'Gmail refuses "suspicious entries" in SPF and does not say which',
    reasons: [[{ finding: 'spf-all-pass' }]],
    conditions: [],
    certainty: 'inferred',
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
    receiver: 'gmail',
    reply: 421,
    enhanced: '4.7.32',
    class: 'transient',
    cause: 'alignment',
    meaning: 'bulk senders must pass SPF or DKIM for a domain aligned with From',
    reasons: [cannotAlign],
    source: 'gmail-errors',
  },
  {
    ...bulk,
    receiver: 'outlook',
    reply: 550,
    enhanced: '5.7.515',
    cause: 'unauthenticated',
    meaning: 'bulk senders must pass SPF, DKIM and DMARC alike',
    reasons: [[...spfCannotPass, ...dkimCannotPass, ...dmarcUnusable, ...cannotAlign]],
    source: 'outlook',
  },
];

/** A receiver that follows a DMARC policy of reject. */
function refusedByPolicy(
  reply: Pick<Consequence, 'receiver' | 'reply' | 'enhanced' | 'source'>,
): Consequence {
  return {
    ...reply,
    class: 'permanent',
    cause: 'dmarc-fail-reject',
    meaning: 'the DMARC policy is reject, and this mail may not pass DMARC',
    reasons: [[...spfCannotPass, ...dkimCannotPass, ...cannotAlign, ...fromForeign]],
    policy: 'reject',
    signatures: 'aligned',
    dkim: 'not-usable',
    conditions: ['unaligned', 'policy-uneven'],
    certainty: 'documented',
  };
}

/** Gmail knows what its own users send. */
const foreignFrom: Consequence = {
  receiver: 'gmail',
  reply: 550,
  enhanced: '5.7.26',
  class: 'permanent',
  cause: 'unauthenticated',
  meaning: 'From is at {domain}, and Gmail did not send it',
  reasons: [[{ finding: 'from-mailbox-provider', severity: 'error', params: { provider: ['Gmail'] } }]],
  conditions: ['unaligned'],
  certainty: 'observed',
  source: 'gmail-seen',
};

export const authenticationConsequences: readonly Consequence[] = [
  ...refusedUnauthenticated({ receiver: 'gmail', reply: 550, enhanced: '5.7.26', source: 'gmail-errors' }),
  refusedByPolicy({ receiver: 'gmail', reply: 550, enhanced: '5.7.26', source: 'gmail-errors' }),
  ...refusedUnauthenticated({ receiver: 'yahoo', reply: 550, enhanced: '5.7.9', source: 'yahoo-errors' }),
  refusedByPolicy({ receiver: 'yahoo', reply: 554, enhanced: '5.7.9', source: 'yahoo-errors' }),
  refusedByPolicy({ receiver: 'gmx', reply: 554, enhanced: null, source: 'gmx' }),
  refusedByPolicy({ receiver: 'comcast', reply: 550, enhanced: '5.2.0', source: 'comcast' }),
  refusedByPolicy({ receiver: 'exchange-online', reply: 550, enhanced: '5.7.509', source: 'exchange' }),
  foreignFrom,
  ...bulkSenders,
];

import type { Consequence } from './consequence.ts';
import { cannotAlign, failsDmarc } from './reasons.ts';

type Reply = Pick<Consequence, 'receiver' | 'reply' | 'enhanced' | 'certainty' | 'source' | 'token'> &
  Partial<Pick<Consequence, 'conditions' | 'meaning'>>;

/** A receiver that follows a DMARC policy of reject. */
function refusedByPolicy({ conditions = [], ...reply }: Reply): Consequence {
  return {
    class: 'permanent',
    cause: 'dmarc-fail-reject',
    meaning: {
      en: 'the DMARC policy is reject, and this mail may not pass DMARC',
      fr: 'la politique DMARC est reject, et ce message peut échouer à DMARC',
    },
    reasons: [failsDmarc],
    policy: 'reject',
    signatures: 'aligned',
    dkim: 'not-usable',
    ...reply,
    conditions: ['unaligned', 'policy-uneven', ...conditions],
  };
}

const documented = { certainty: 'documented' } as const;
const observed = { certainty: 'observed' } as const;
const opendmarc = {
  reply: 550,
  enhanced: '5.7.1',
  certainty: 'stock',
  conditions: ['test-enabled'],
  meaning: {
    en: 'OpenDMARC with RejectFailures meets a policy of reject, and this mail may not pass DMARC',
    fr: 'OpenDMARC avec RejectFailures rencontre la politique reject, et ce message peut échouer à DMARC',
  },
  source: 'opendmarc',
} as const;

export const dmarcConsequences: readonly Consequence[] = [
  refusedByPolicy({
    ...documented,
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.26',
    source: 'gmail-errors',
  }),
  refusedByPolicy({
    ...documented,
    receiver: 'outlook',
    reply: 550,
    enhanced: '5.7.509',
    source: 'exchange',
  }),
  refusedByPolicy({
    ...documented,
    receiver: 'exchange-online',
    reply: 550,
    enhanced: '5.7.509',
    source: 'exchange',
  }),
  refusedByPolicy({
    ...documented,
    receiver: 'yahoo',
    reply: 554,
    enhanced: '5.7.9',
    source: 'yahoo-errors',
  }),
  refusedByPolicy({ ...observed, receiver: 'icloud', reply: 554, enhanced: '5.7.1', source: 'icloud-seen' }),
  refusedByPolicy({
    ...documented,
    receiver: 'comcast',
    reply: 550,
    enhanced: '5.2.0',
    token: 'DM000001',
    source: 'comcast',
  }),
  refusedByPolicy({ ...documented, receiver: 'gmx', reply: 554, enhanced: null, source: 'gmx' }),
  refusedByPolicy({
    ...documented,
    receiver: 'orange',
    reply: 501,
    enhanced: '5.0.2',
    token: 'OFR_515',
    source: 'orange-table',
  }),
  refusedByPolicy({
    ...observed,
    receiver: 'laposte',
    reply: 571,
    enhanced: '5.7.1',
    token: 'LPN007_517',
    source: 'laposte-seen',
  }),
  refusedByPolicy({ ...opendmarc, receiver: 'postfix' }),
  refusedByPolicy({ ...opendmarc, receiver: 'sendmail' }),
  {
    receiver: 'rfc',
    reply: 550,
    enhanced: '5.7.22',
    class: 'permanent',
    cause: 'alignment',
    meaning: {
      en: 'no signature is of a domain that matches From',
      fr: "aucune signature n'est d'un domaine qui correspond à From",
    },
    reasons: [cannotAlign],
    conditions: ['refusal-chosen'],
    certainty: 'documented',
    source: 'rfc7372-dkim',
  },
  {
    // Gmail knows what its own users send.
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.26',
    class: 'permanent',
    cause: 'unauthenticated',
    meaning: {
      en: 'From is at {domain}, and Gmail did not send it',
      fr: "From est à {domain}, et Gmail ne l'a pas envoyé",
    },
    reasons: [[{ finding: 'from-mailbox-provider', severity: 'error', params: { provider: ['Gmail'] } }]],
    conditions: ['unaligned'],
    certainty: 'observed',
    source: 'gmail-seen',
  },
];

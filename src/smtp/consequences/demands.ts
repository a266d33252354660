import type { Demand } from './consequence.ts';
import {
  cannotAlign,
  dkimIsBroken,
  dmarcUnusable,
  failsDmarc,
  noDkimPass,
  spfCannotPass,
  unnamed,
} from './reasons.ts';

/** Mail that fails a policy of quarantine is taken, without a word. */
function quarantined(receiver: Demand['receiver'], source: Demand['source']): Demand {
  return {
    receiver,
    outcome: 'spam-folder',
    meaning: {
      en: 'the DMARC policy is quarantine, and this mail may not pass DMARC',
      fr: 'la politique DMARC est quarantine, et ce message peut échouer à DMARC',
    },
    reasons: [failsDmarc],
    policy: 'quarantine',
    signatures: 'aligned',
    dkim: 'not-usable',
    conditions: ['unaligned', 'policy-uneven'],
    certainty: 'inferred',
    source,
  };
}

/** Demands of receivers whose breach has no reply that they publish. */
export const demands: readonly Demand[] = [
  {
    receiver: 'laposte',
    outcome: 'spam-folder',
    meaning: {
      en: 'mail without any authentication goes to the spam folder at best',
      fr: 'un message sans aucune authentification est au mieux classé en indésirable',
    },
    reasons: [spfCannotPass, dkimIsBroken],
    conditions: ['no-other-authentication'],
    certainty: 'documented',
    since: '2025-09',
    source: 'laposte',
  },
  {
    receiver: 'yahoo',
    outcome: 'unsaid',
    meaning: {
      en: 'bulk senders must pass both SPF and DKIM, and DMARC with them',
      fr: 'les envois en masse doivent passer SPF et DKIM, et par là DMARC',
    },
    reasons: [[...spfCannotPass, ...noDkimPass, ...cannotAlign]],
    conditions: ['bulk'],
    threshold: 'unpublished',
    certainty: 'documented',
    source: 'yahoo-practices',
  },
  {
    receiver: 'icloud',
    outcome: 'unsaid',
    meaning: {
      en: 'bulk senders must have SPF, DKIM, DMARC and reverse DNS',
      fr: 'les envois en masse doivent disposer de SPF, DKIM, DMARC et de noms inverses',
    },
    reasons: [[...spfCannotPass, ...noDkimPass, ...dmarcUnusable, ...unnamed]],
    conditions: ['bulk'],
    threshold: 'unpublished',
    certainty: 'documented',
    source: 'icloud',
  },
  {
    receiver: 'orange',
    outcome: 'unsaid',
    meaning: { en: 'every sender must pass DKIM', fr: 'tout expéditeur doit passer DKIM' },
    reasons: [noDkimPass],
    conditions: [],
    certainty: 'documented',
    source: 'orange-table',
  },
  {
    receiver: 'orange',
    outcome: 'unsaid',
    meaning: {
      en: 'every sender must publish a DMARC policy',
      fr: 'tout expéditeur doit publier une politique DMARC',
    },
    reasons: [dmarcUnusable],
    conditions: [],
    certainty: 'documented',
    source: 'orange-table',
  },
  quarantined('gmail', 'gmail-errors'),
  quarantined('outlook', 'outlook'),
  quarantined('exchange-online', 'exchange'),
  quarantined('yahoo', 'yahoo-errors'),
  quarantined('icloud', 'icloud'),
];

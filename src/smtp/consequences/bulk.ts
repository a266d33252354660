import type { Words } from '../../text/say.ts';
import type { Consequence, Reason } from './consequence.ts';
import { cannotAlign, dmarcUnusable, noDkimPass, spfCannotPass } from './reasons.ts';

/** Gmail demands it of bulk senders, and has a transient and a permanent code for it. */
function gmail(code: string, cause: string, meaning: Words, reason: Reason): Consequence {
  return {
    receiver: 'gmail',
    reply: 550,
    enhanced: `5.${code}`,
    class: 'permanent',
    deferral: { reply: 421, enhanced: `4.${code}`, since: null },
    cause,
    meaning,
    reasons: [reason],
    conditions: ['bulk'],
    certainty: 'documented',
    source: 'gmail-bulk',
  };
}

/** It defers for it since February 2024, and refuses, not only defers, since November 2025. */
function enforced(rule: Consequence): Consequence {
  const { deferral } = rule;
  return { ...rule, ...(deferral && { deferral: { ...deferral, since: '2024-02' } }), since: '2025-11' };
}

/** What receivers ask of those who send much. */
export const bulkConsequences: readonly Consequence[] = [
  enforced(
    gmail(
      '7.27',
      'spf-fail',
      {
        en: 'bulk senders must pass SPF as well as DKIM',
        fr: 'les envois en masse doivent passer SPF autant que DKIM',
      },
      spfCannotPass,
    ),
  ),
  enforced(
    gmail(
      '7.30',
      'dkim-fail',
      {
        en: 'bulk senders must pass DKIM as well as SPF',
        fr: 'les envois en masse doivent passer DKIM autant que SPF',
      },
      noDkimPass,
    ),
  ),
  {
    ...gmail(
      '7.40',
      'dmarc-missing',
      {
        en: 'bulk senders must publish a DMARC policy; Gmail may defer or refuse',
        fr: 'les envois en masse doivent publier une politique DMARC ; Gmail peut différer ou refuser',
      },
      dmarcUnusable,
    ),
    // The table of errors has both codes; the FAQ only takes support away for it.
    conditions: ['bulk', 'enforcement-unsure'],
  },
  {
    receiver: 'gmail',
    reply: 421,
    enhanced: '4.7.32',
    class: 'transient',
    since: '2024-02',
    cause: 'alignment',
    meaning: {
      en: 'bulk senders must pass SPF or DKIM for a domain aligned with From',
      fr: 'les envois en masse doivent passer SPF ou DKIM pour un domaine aligné avec From',
    },
    reasons: [cannotAlign],
    conditions: ['bulk'],
    certainty: 'documented',
    source: 'gmail-bulk',
  },
  {
    receiver: 'outlook',
    reply: 550,
    enhanced: '5.7.515',
    class: 'permanent',
    since: '2025-05-05',
    cause: 'unauthenticated',
    meaning: {
      en: 'bulk senders must pass SPF, DKIM and DMARC alike',
      fr: 'les envois en masse doivent passer à la fois SPF, DKIM et DMARC',
    },
    reasons: [[...spfCannotPass, ...noDkimPass, ...dmarcUnusable, ...cannotAlign]],
    conditions: ['bulk'],
    certainty: 'documented',
    source: 'outlook',
  },
  {
    receiver: 'yahoo',
    reply: 554,
    enhanced: '5.7.9',
    class: 'permanent',
    cause: 'dmarc-missing',
    meaning: {
      en: 'bulk senders must publish a DMARC policy',
      fr: 'les envois en masse doivent publier une politique DMARC',
    },
    reasons: [dmarcUnusable],
    conditions: ['bulk'],
    threshold: 'unpublished',
    // The demand is published, the reply to its breach is not.
    certainty: 'inferred',
    source: 'yahoo-practices',
  },
];

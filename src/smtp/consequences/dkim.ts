import type { Consequence, Reason } from './consequence.ts';
import { dkimCannotPass } from './reasons.ts';

const noKeys: Reason = [{ finding: 'dkim-missing' }];
const noKey: Reason = [{ finding: 'dkim-selector-missing', under: 'selector-used' }];

/** Servers that OpenDKIM works for. */
const filtered = (['postfix', 'sendmail'] as const).flatMap((receiver): Consequence[] => [
  {
    receiver,
    reply: 550,
    enhanced: '5.7.0',
    class: 'permanent',
    cause: 'dkim-missing',
    meaning: { en: 'OpenDKIM refuses unsigned mail', fr: 'OpenDKIM refuse les messages non signés' },
    reasons: [noKeys],
    conditions: ['unsigned', 'test-enabled'],
    certainty: 'stock',
    source: 'opendkim',
  },
  {
    receiver,
    reply: 451,
    enhanced: '4.7.5',
    class: 'transient',
    cause: 'dkim-missing',
    meaning: {
      en: 'OpenDKIM finds no key for the signature',
      fr: 'OpenDKIM ne trouve pas de clé pour la signature',
    },
    reasons: [noKey],
    conditions: ['test-enabled'],
    certainty: 'stock',
    source: 'opendkim',
  },
]);

/** Receivers that refuse for DKIM alone. */
export const dkimConsequences: readonly Consequence[] = [
  {
    receiver: 'yahoo',
    reply: 554,
    enhanced: '5.7.5',
    class: 'permanent',
    cause: 'dkim-fail',
    meaning: {
      en: 'the signature that the domain demands is missing or bad',
      fr: 'la signature que le domaine exige manque ou ne vaut rien',
    },
    token: 'AU01',
    reasons: [dkimCannotPass],
    conditions: ['dkim-demanded'],
    certainty: 'documented',
    source: 'yahoo-errors',
  },
  {
    receiver: 'orange',
    reply: 550,
    enhanced: null,
    class: 'permanent',
    cause: 'dkim-missing',
    meaning: { en: 'the mail carries no signature', fr: 'le message est sans signature' },
    token: 'OFR_535',
    reasons: [noKeys],
    conditions: ['unsigned'],
    certainty: 'documented',
    source: 'orange-table',
  },
  ...filtered,
  {
    receiver: 'rfc',
    reply: 550,
    enhanced: '5.7.20',
    class: 'permanent',
    cause: 'dkim-missing',
    meaning: { en: 'no signature passes', fr: "aucune signature n'est valide" },
    reasons: [dkimCannotPass],
    dkim: 'not-usable',
    conditions: ['no-dkim-pass', 'refusal-chosen'],
    certainty: 'documented',
    source: 'rfc7372-dkim',
  },
];

import type { Consequence } from './consequence.ts';
import { spfFails, spfPermerror, spfUndecided } from './reasons.ts';

const fails = {
  class: 'permanent',
  cause: 'spf-fail',
  reasons: [spfFails],
  conditions: [],
} as const;

const permerror = {
  class: 'permanent',
  cause: 'spf-permerror',
  reasons: [spfPermerror],
  conditions: [],
} as const;

/** Receivers that refuse for SPF alone, whatever DKIM says. */
export const spfConsequences: readonly Consequence[] = [
  {
    ...fails,
    receiver: 'gmx',
    reply: 550,
    enhanced: null,
    meaning: { en: 'SPF ends in fail', fr: "SPF aboutit à l'échec (fail)" },
    certainty: 'documented',
    source: 'gmx',
  },
  {
    ...fails,
    receiver: 'orange',
    reply: 550,
    enhanced: null,
    deferral: { reply: 421, enhanced: null, since: null },
    meaning: {
      en: 'SPF ends in fail',
      fr: "SPF aboutit à l'échec (fail)",
    },
    token: 'OFR_401, OFR_519',
    certainty: 'documented',
    source: 'orange-table',
  },
  {
    ...permerror,
    receiver: 'orange',
    reply: 421,
    enhanced: null,
    class: 'transient',
    meaning: {
      en: 'the SPF record ends in an error',
      fr: "l'enregistrement SPF aboutit à une erreur",
    },
    token: 'OFR_39x',
    certainty: 'documented',
    source: 'orange-table',
  },
  {
    receiver: 'orange',
    reply: 421,
    enhanced: null,
    class: 'transient',
    cause: 'spf-missing',
    meaning: { en: 'SPF does not pass', fr: 'SPF ne passe pas' },
    token: 'OFR_39x',
    reasons: [spfUndecided],
    conditions: [],
    // The table speaks of a check that fails, not of a record that is absent.
    certainty: 'inferred',
    source: 'orange-table',
  },
  {
    ...fails,
    receiver: 'laposte',
    reply: 550,
    enhanced: '5.5.0',
    meaning: {
      en: 'SPF ends in fail',
      fr: "SPF aboutit à l'échec (fail)",
    },
    token: 'LPN004_401, LPN007_401',
    certainty: 'observed',
    source: 'laposte-seen',
  },
  {
    ...permerror,
    receiver: 'laposte',
    reply: 550,
    enhanced: '5.5.0',
    meaning: {
      en: 'the SPF record ends in an error, which La Poste says it treats strictly',
      fr: "l'enregistrement SPF aboutit à une erreur, que La Poste dit traiter strictement",
    },
    // The rule is published, its code is not.
    certainty: 'inferred',
    source: 'laposte',
  },
  {
    ...fails,
    receiver: 'exchange-online',
    reply: 550,
    enhanced: '5.7.23',
    meaning: {
      en: 'SPF ends in fail, and a rule of the organization refuses that',
      fr: "SPF aboutit à l'échec (fail), et une règle de l'organisation le refuse",
    },
    conditions: ['test-enabled'],
    certainty: 'documented',
    source: 'exchange',
  },
  {
    ...fails,
    receiver: 'postfix',
    reply: 550,
    enhanced: '5.7.23',
    meaning: {
      en: 'policyd-spf meets an SPF fail',
      fr: 'policyd-spf rencontre un échec SPF (fail)',
    },
    conditions: ['test-enabled'],
    certainty: 'stock',
    source: 'policyd-spf',
  },
  {
    ...permerror,
    receiver: 'postfix',
    reply: 550,
    enhanced: '5.7.24',
    meaning: {
      en: 'policyd-spf with PermError_reject meets an error of the SPF record',
      fr: "policyd-spf avec PermError_reject rencontre une erreur de l'enregistrement SPF",
    },
    conditions: ['test-enabled'],
    certainty: 'stock',
    source: 'policyd-spf',
  },
  {
    ...fails,
    receiver: 'rfc',
    reply: 550,
    enhanced: '5.7.23',
    meaning: { en: 'SPF ends in fail', fr: "SPF aboutit à l'échec (fail)" },
    conditions: ['refusal-chosen'],
    certainty: 'documented',
    source: 'rfc7372-spf',
  },
  {
    ...permerror,
    receiver: 'rfc',
    reply: 550,
    enhanced: '5.7.24',
    meaning: {
      en: 'the SPF record ends in an error',
      fr: "l'enregistrement SPF aboutit à une erreur",
    },
    conditions: ['refusal-chosen'],
    certainty: 'documented',
    source: 'rfc7372-spf',
  },
  {
    receiver: 'gmail',
    reply: 550,
    enhanced: '5.7.24',
    class: 'permanent',
    deferral: { reply: 451, enhanced: '4.7.24', since: null },
    cause: 'spf-permerror',
    meaning: {
      en: 'Gmail refuses "suspicious entries" in SPF and does not say which',
      fr: 'Gmail refuse les « entrées suspectes » de SPF sans dire lesquelles',
    },
    reasons: [[{ finding: 'spf-all-pass' }]],
    conditions: [],
    certainty: 'inferred',
    source: 'gmail-errors',
  },
];

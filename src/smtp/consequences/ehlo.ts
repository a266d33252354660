import type { Consequence } from './consequence.ts';

/** Faults of which the syntax test of Exim makes an end, by the words of the check. */
const malformed = [
  'is empty',
  'has brackets that hold no address',
  'holds an underscore',
  'holds a character other than letters, digits, hyphens and dots',
];

/** Faults of a name that the user gave: those of a presumed one are notices. */
const given = { finding: 'helo-invalid', severity: 'warning' } as const;

/** The name that the sending host gives in EHLO. */
export const ehloConsequences: readonly Consequence[] = [
  {
    receiver: 'orange',
    reply: 421,
    enhanced: null,
    class: 'transient',
    cause: 'helo',
    meaning: {
      en: 'the EHLO name {name} is no full name that resolves',
      fr: "le nom EHLO {name} n'est pas un nom complet qui mène à une adresse",
    },
    token: 'OFR_20x',
    reasons: [[given, { finding: 'helo-unresolvable' }, { finding: 'helo-literal', certainty: 'inferred' }]],
    conditions: [],
    certainty: 'documented',
    source: 'orange-helo',
  },
  {
    receiver: 'gmail',
    reply: 501,
    enhanced: '5.5.4',
    class: 'permanent',
    cause: 'helo',
    meaning: { en: 'the EHLO command names no host', fr: 'la commande EHLO ne nomme aucun hôte' },
    reasons: [[{ ...given, params: { fault: ['is empty'] } }]],
    conditions: [],
    certainty: 'documented',
    source: 'gmail-errors',
  },
  {
    receiver: 'exim',
    reply: 501,
    enhanced: null,
    class: 'permanent',
    cause: 'helo',
    meaning: { en: 'the EHLO name {name} is malformed', fr: 'le nom EHLO {name} est mal formé' },
    reasons: [[{ ...given, params: { fault: malformed } }]],
    conditions: [],
    certainty: 'stock',
    source: 'exim',
  },
  {
    receiver: 'postfix',
    reply: 504,
    enhanced: '5.5.2',
    class: 'permanent',
    cause: 'helo',
    meaning: {
      en: 'reject_non_fqdn_helo_hostname meets the EHLO name {name}',
      fr: 'reject_non_fqdn_helo_hostname rencontre le nom EHLO {name}',
    },
    reasons: [[{ ...given, params: { fault: ['has no dot: it is no full domain name'] } }]],
    conditions: ['test-enabled'],
    certainty: 'stock',
    source: 'postfix',
  },
  {
    receiver: 'postfix',
    reply: 450,
    enhanced: '4.7.1',
    class: 'transient',
    cause: 'helo',
    meaning: {
      en: 'reject_unknown_helo_hostname finds no address of {name}',
      fr: 'reject_unknown_helo_hostname ne trouve aucune adresse de {name}',
    },
    reasons: [[{ finding: 'helo-unresolvable' }]],
    conditions: ['test-enabled'],
    certainty: 'stock',
    source: 'postfix',
  },
  {
    receiver: 'postfix',
    reply: 501,
    enhanced: '5.5.2',
    class: 'permanent',
    cause: 'helo',
    meaning: {
      en: 'reject_invalid_helo_hostname meets the EHLO name {name}',
      fr: 'reject_invalid_helo_hostname rencontre le nom EHLO {name}',
    },
    reasons: [[{ ...given, params: { fault: malformed } }]],
    conditions: ['test-enabled'],
    certainty: 'stock',
    source: 'postfix',
  },
  {
    receiver: 'exim',
    reply: 550,
    enhanced: null,
    class: 'permanent',
    cause: 'helo',
    meaning: {
      en: 'verify = helo finds no address of {name}',
      fr: 'verify = helo ne trouve aucune adresse de {name}',
    },
    reasons: [[{ finding: 'helo-unresolvable' }]],
    conditions: ['test-enabled'],
    certainty: 'stock',
    source: 'exim',
  },
];

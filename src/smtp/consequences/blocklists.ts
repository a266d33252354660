import type { Consequence, Reason } from './consequence.ts';

/** Asked with a key or without, it is the same list. */
const zenZones = ['zen.spamhaus.org', '<key>.zen.dq.spamhaus.net'];
const dblZones = ['dbl.spamhaus.org', '<key>.dbl.dq.spamhaus.net'];

const zen: Reason = [{ finding: 'dnsbl-listed', under: 'address-used', params: { zone: zenZones } }];
/** The reply of iCloud names the SBL, which is one part of ZEN. */
const sbl: Reason = [
  {
    finding: 'dnsbl-listed',
    under: 'address-used',
    params: { zone: zenZones, codes: ['127.0.0.2'] },
  },
];
const dbl: Reason = [{ finding: 'dnsbl-domain-listed', params: { zone: dblZones }, severity: 'critical' }];

export const blocklistConsequences: readonly Consequence[] = [
  {
    receiver: 'yahoo',
    reply: 553,
    enhanced: '5.7.1',
    class: 'permanent',
    cause: 'ip-blocklisted',
    meaning: '{address} is listed by Spamhaus',
    reasons: [zen],
    conditions: [],
    certainty: 'documented',
    source: 'yahoo-errors',
    each: { param: 'address' },
  },
  {
    receiver: 'outlook',
    reply: 550,
    enhanced: null,
    class: 'permanent',
    cause: 'ip-blocklisted',
    meaning: '{address} is listed by Spamhaus',
    reasons: [zen],
    conditions: [],
    certainty: 'documented',
    source: 'outlook',
    each: { param: 'address' },
  },
  {
    receiver: 'icloud',
    reply: 550,
    enhanced: '5.7.1',
    class: 'permanent',
    cause: 'ip-blocklisted',
    meaning: '{address} is listed by Spamhaus',
    reasons: [sbl],
    conditions: [],
    certainty: 'observed',
    source: 'icloud-seen',
    each: { param: 'address' },
  },
  {
    receiver: 'icloud',
    reply: 550,
    enhanced: '5.7.1',
    class: 'permanent',
    cause: 'domain-blocklisted',
    meaning: '{domain} is in the Spamhaus DBL',
    reasons: [dbl],
    conditions: [],
    certainty: 'observed',
    source: 'icloud-seen',
    each: { param: 'domain' },
  },
  {
    receiver: 'postfix',
    reply: 554,
    enhanced: '5.7.1',
    class: 'permanent',
    cause: 'ip-blocklisted',
    meaning: 'client host blocked using {zone}',
    reasons: [[{ finding: 'dnsbl-listed', under: 'address-used' }]],
    conditions: ['list-used'],
    certainty: 'stock',
    source: 'postfix',
    each: { param: 'zone', receiverName: 'where {list} is used' },
  },
  {
    receiver: 'postfix',
    reply: 554,
    enhanced: '5.7.1',
    class: 'permanent',
    cause: 'domain-blocklisted',
    meaning: 'sender address blocked using {zone}',
    reasons: [[{ finding: 'dnsbl-domain-listed' }]],
    conditions: ['list-used'],
    certainty: 'stock',
    source: 'postfix',
    each: { param: 'zone', receiverName: 'where {list} is used' },
  },
];

import type { Words } from '../../text/say.ts';
import type { Consequence, Reason } from './consequence.ts';

/** Asked with a key or without, it is the same list. */
const zenZones = ['zen.spamhaus.org', '<key>.zen.dq.spamhaus.net'];
const dblZones = ['dbl.spamhaus.org', '<key>.dbl.dq.spamhaus.net'];
const abusixZones = ['<key>.combined.mail.abusix.zone'];
const abusixDomainZones = ['<key>.dblack.mail.abusix.zone'];

/** Lists by which servers are seen to refuse. */
const seenZones = [...zenZones, 'b.barracudacentral.org', 'bl.spamcop.net'];

function listedBy(zone: readonly string[]): Reason {
  return [{ finding: 'dnsbl-listed', under: 'address-used', params: { zone } }];
}

const zen = listedBy(zenZones);

/** Replies that name the SBL mean one part of ZEN; that the CSS, which is published with it, is meant too is a guess. */
const sbl: Reason = zen.flatMap((one) => [
  { ...one, codes: ['127.0.0.2'] },
  { ...one, codes: ['127.0.0.3'], certainty: 'inferred' } as const,
]);

const dbl: Reason = [{ finding: 'dnsbl-domain-listed', params: { zone: dblZones }, severity: 'critical' }];

const bySpamhaus: Words = { en: '{address} is listed by Spamhaus', fr: '{address} est listée par Spamhaus' };

const address = {
  class: 'permanent',
  cause: 'ip-blocklisted',
  conditions: [],
  each: { param: 'address' },
} as const;

const domain = {
  class: 'permanent',
  cause: 'domain-blocklisted',
  conditions: [],
  each: { param: 'domain' },
} as const;

function spamhaus(
  reply: Pick<Consequence, 'receiver' | 'reply' | 'enhanced' | 'certainty' | 'source' | 'token'>,
): Consequence {
  return { ...address, ...reply, meaning: bySpamhaus, reasons: [zen] };
}

const whereUsed: Words = { en: 'where {list} is used', fr: 'là où {list} est consultée' };

/** Addresses that lists hold. */
const addresses: readonly Consequence[] = [
  spamhaus({
    receiver: 'outlook',
    reply: 550,
    enhanced: null,
    certainty: 'documented',
    source: 'outlook',
    token: 'OU-001',
  }),
  spamhaus({
    receiver: 'exchange-online',
    reply: 550,
    enhanced: '5.7.1',
    certainty: 'observed',
    source: 'exchange-seen',
  }),
  spamhaus({
    receiver: 'yahoo',
    reply: 553,
    enhanced: '5.7.1',
    certainty: 'documented',
    source: 'yahoo-errors',
  }),
  {
    ...address,
    receiver: 'icloud',
    reply: 550,
    enhanced: '5.7.1',
    meaning: bySpamhaus,
    reasons: [sbl],
    certainty: 'observed',
    source: 'icloud-seen',
  },
  spamhaus({
    receiver: 'comcast',
    reply: 550,
    enhanced: null,
    certainty: 'documented',
    source: 'comcast',
    token: 'BL000001',
  }),
  spamhaus({
    receiver: 'orange',
    reply: 550,
    enhanced: null,
    certainty: 'documented',
    source: 'orange-table',
    token: 'OFR_101',
  }),
  {
    ...address,
    receiver: 'orange',
    reply: 550,
    enhanced: null,
    meaning: {
      en: '{address} is listed by Abusix',
      fr: '{address} est listée par Abusix',
    },
    token: 'OFR_100',
    reasons: [listedBy(abusixZones)],
    certainty: 'documented',
    source: 'orange-table',
  },
  spamhaus({
    receiver: 'laposte',
    reply: 550,
    enhanced: null,
    certainty: 'observed',
    source: 'laposte-seen',
    token: 'LPNAAA_101',
  }),
  {
    ...address,
    receiver: 'sfr',
    reply: 554,
    enhanced: '5.7.1',
    meaning: bySpamhaus,
    reasons: [sbl],
    certainty: 'observed',
    source: 'sfr-seen',
  },
  {
    ...address,
    receiver: 'exim',
    reply: 550,
    enhanced: null,
    meaning: {
      en: 'a list of the cPanel configuration holds {address}',
      fr: 'une liste de la configuration cPanel contient {address}',
    },
    reasons: [listedBy(['bl.spamcop.net'])],
    conditions: ['test-enabled'],
    certainty: 'observed',
    source: 'exim-seen',
  },
  {
    ...address,
    receiver: 'postfix',
    reply: 554,
    enhanced: '5.7.1',
    meaning: { en: 'client host blocked using {zone}', fr: "l'hôte client est bloqué au moyen de {zone}" },
    reasons: [
      [
        ...listedBy(seenZones),
        // Of the others no receiver is known that refuses by them.
        { finding: 'dnsbl-listed', under: 'address-used', certainty: 'inferred' },
      ],
    ],
    conditions: ['list-used'],
    certainty: 'stock',
    source: 'postfix',
    each: { param: 'zone', receiverName: whereUsed },
  },
];

/** Domains that lists hold. */
const domains: readonly Consequence[] = [
  {
    ...domain,
    receiver: 'outlook',
    reply: 550,
    enhanced: '5.7.1',
    meaning: {
      en: '{domain}, in the envelope, is in the Spamhaus DBL',
      fr: "{domain}, dans l'enveloppe, figure dans la Spamhaus DBL",
    },
    token: 'S8002',
    reasons: [dbl.map((one) => ({ ...one, envelope: true }))],
    certainty: 'observed',
    source: 'outlook-seen',
  },
  {
    ...domain,
    receiver: 'icloud',
    reply: 550,
    enhanced: '5.7.1',
    meaning: { en: '{domain} is in the Spamhaus DBL', fr: '{domain} figure dans la Spamhaus DBL' },
    reasons: [dbl],
    certainty: 'observed',
    source: 'icloud-seen',
  },
  {
    ...domain,
    receiver: 'orange',
    reply: 550,
    enhanced: null,
    meaning: {
      en: '{domain} is listed by Abusix or Spamhaus',
      fr: '{domain} est listé par Abusix ou Spamhaus',
    },
    token: 'OFR_425',
    reasons: [[...dbl, { finding: 'dnsbl-domain-listed', params: { zone: abusixDomainZones } }]],
    certainty: 'documented',
    source: 'orange-table',
  },
  {
    ...domain,
    receiver: 'postfix',
    reply: 554,
    enhanced: '5.7.1',
    meaning: {
      en: 'sender address blocked using {zone}',
      fr: "l'adresse d'expéditeur est bloquée au moyen de {zone}",
    },
    reasons: [
      [
        { finding: 'dnsbl-domain-listed', params: { zone: dblZones } },
        { finding: 'dnsbl-domain-listed', certainty: 'inferred' },
      ],
    ],
    conditions: ['list-used'],
    certainty: 'stock',
    source: 'postfix',
    each: { param: 'zone', receiverName: whereUsed },
  },
];

export const blocklistConsequences: readonly Consequence[] = [...addresses, ...domains];

import { entries } from './entry.ts';

const table = 'Yahoo, SMTP error codes (senders.yahooinc.com/smtp-error-codes)';
const seen = 'Replies of Yahoo and AOL seen in public';
const aol = 'AOL postmaster codes, as bounce rule collections keep them';

const form = {
  en: 'Slow down or stop until deferrals end, bring complaints down, and use the contact form at https://senders.yahooinc.com/contact if they last.',
  fr: "Ralentir ou suspendre les envois jusqu'à la fin des reports, réduire les plaintes, et utiliser le formulaire https://senders.yahooinc.com/contact s'ils durent.",
} as const;

/** Yahoo, AOL and the domains that they carry. */
export const yahoo = [
  ...entries({ mark: 'token', receiver: 'yahoo', source: table, remedy: form }, [
    ['rate-limited', '', '[tss04]|[tss4]', { also: ['ip-reputation'] }],
    [
      'ip-reputation',
      '',
      '[tss05]|[tss5]|[ts01]|[ts1]|[ts02]|[ts2]|[ts03]|[ts3]|[ipts04]|[ipts05]|[ipts4]|[ipts5]',
    ],
    [
      'ip-blocklisted',
      '',
      '[tss07]|[bl21]|[bl22]|[bl23]|[bl2*',
      {
        remedy: {
          en: 'The address is on a Spamhaus list: look it up at https://check.spamhaus.org, stop the cause and ask for removal there; Yahoo follows.',
          fr: "L'adresse figure sur une liste de Spamhaus : la chercher sur https://check.spamhaus.org, faire cesser la cause et y demander le retrait ; Yahoo suit.",
        },
      },
    ],
    ['ip-reputation', '', '[tss09]|[tss11]'],
    ['ip-reputation', '', '[tss*|[ts0*', { rank: 38 }],
    ['ip-reputation', '', 'vs1-ip|vs1-mf', { source: seen }],
    ['content-spam', '', '[ph01]|[ph0*|[ph1*', { rank: 48 }],
    ['dkim-fail', '', '[au01]|(au01)|[au1]'],
  ]),
  ...entries({ mark: 'token', receiver: 'yahoo', source: aol }, [
    ['ip-dynamic', '', 'rtr:bb|rtr:du'],
    ['ip-reputation', '', 'rtr:{ch|rd|sc|bl|ge|bg}|rly:{b1|b2|b3|bd|ch|ch2|ir|sn|nw|cs4|ob}|con:b1'],
    ['uri-blocklisted', '', 'hvu:b1|hvu:b2|hvu:b*'],
    ['rate-limited', '', 'dyn:t1'],
    ['ptr-missing', '', 'dns:nr|dns:b1|dns:b2'],
    ['policy', '', 'ldn:b1'],
  ]),
  ...entries({ mark: 'phrase', receiver: 'yahoo', source: table }, [
    [
      'dmarc-fail-reject',
      '554 5.7.9',
      'message not accepted for policy reasons',
      { rank: 38, also: ['policy'] },
    ],
    ['unauthenticated', '!550 5.7.9', 'unauthenticated|either spf or dkim', { rank: 40 }],
    ['message-malformed', '554 5.7.9', 'header error', { rank: 36 }],
    [
      'sender-domain-missing',
      '',
      [
        'unresolvable rfc.5321 from domain|unresolvable rfc.5322 from domain|unresolvable rfc 5321*',
        'unresolvable rfc 5322*|unresolvable rfc5321*|unresolvable rfc5322*',
      ],
      { rank: 42 },
    ],
    ['sender-domain-missing', '', 'unresolvable rfc.5321|unresolvable rfc.5322', { rank: 40 }],
    ['rate-limited', '421', 'max message per connection', { rank: 35 }],
    [
      'rate-limited',
      '421, 451',
      'message temporarily deferred',
      { rank: 34, also: ['ip-reputation', 'content-spam'] },
    ],
    [
      'mailbox-disabled',
      '554',
      'delivery error: dd … is no longer valid|is no longer valid. [*',
      { rank: 38, source: seen },
    ],
    ['ip-reputation', '553 5.7.2, 421 4.7.0, 421 4.7.1', 'permanently deferred', { rank: 38 }],
    [
      'rate-limited',
      '421 4.7.0',
      [
        'temporarily deferred due to {unexpected volume or |}user complaints',
        'deferred due to unexpected volume',
      ],
      { rank: 38, also: ['ip-reputation'], remedy: form },
    ],
    ['rate-limited', '421', 'max message per connection reached*', { rank: 36 }],
    [
      'content-spam',
      '554, 550',
      'reported as spam by other users|message content … not accepted … reported',
      { rank: 36, source: seen },
    ],
    ['recipient-unknown', '554', "this user doesn't have a … account", { rank: 38, source: seen }],
    [
      'recipient-unknown',
      '554, 552, 550',
      'not a valid recipient|requested mail action aborted, mailbox not found',
      { rank: 36, source: seen },
    ],
    [
      'mailbox-disabled',
      '554',
      'mailbox is disabled|554.30|account has been disabled or discontinued|account is no longer valid',
      { rank: 38, source: seen },
    ],
    ['message-malformed', '554', 'headers are not rfc compliant', { rank: 38, source: seen }],
    ['content-spam', '554', 'message not allowed - [*', { rank: 36, source: seen }],
    [
      'generic-permanent',
      '554',
      'delivery error: dd requested mail action aborted',
      { rank: 35, source: seen },
    ],
    [
      'server-busy',
      '452, 451',
      'temporary domain failure|resources temporarily unavailable',
      { rank: 34, source: seen },
    ],
    ['relay-denied', '550', 'relaying denied for', { rank: 34, source: seen }],
    ['ip-blocklisted', '553', 'connections not accepted from ip addresses on spamhaus*', { rank: 40 }],
    [
      'dmarc-fail-reject',
      '554',
      "pursuant to the sending domain's policy*|rejected per dmarc … sender policy",
      { rank: 30, source: seen },
    ],
    ['dmarc-fail-reject', '!554 5.7.9', 'not accepted for policy reasons', { rank: 37, also: ['policy'] }],
    ['dmarc-temperror', '451', 'authentication results could not be determined', { rank: 36 }],
  ]),
  ...entries({ mark: 'code', receiver: 'yahoo', rank: 14, source: table }, [
    ['dkim-fail', '554 5.7.5', ''],
    ['dmarc-fail-reject', '554 5.7.9', '', { also: ['policy'] }],
    ['unauthenticated', '550 5.7.9', ''],
    ['ip-blocklisted', '553 5.7.1', ''],
    ['ip-reputation', '553 5.7.2', ''],
    ['rate-limited', '421 4.7.0', '', { also: ['ip-reputation'] }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'yahoo-japan', source: 'Replies of Yahoo! Japan seen in public' }, [
    ['dmarc-fail-reject', '554', 'message not allowed - dm', { rank: 40 }],
    ['spf-fail', '554', 'invalid ip for sending mail of domain', { rank: 38 }],
    ['ip-reputation', '421, 421 4.16.55', 'messages from …… temporarily deferred … jp', { rank: 30 }],
  ]),
];

import { entries } from './entry.ts';

/** Stock replies of sendmail. */
export const sendmail = [
  ...entries({ mark: 'stock', receiver: 'sendmail', source: 'sendmail, stock configuration and replies' }, [
    [
      'sender-domain-missing',
      '553 5.1.8, 451 4.1.8',
      'domain of sender address …… does not {exist|resolve}|sender address does not exist',
      { rank: 38 },
    ],
    ['sender-domain-missing', '!550 5.1.7', 'no such domain', { rank: 28 }],
    ['sender-domain-missing', '!553', 'does not exist', { rank: 30 }],
    ['ptr-missing', '450 4.7.1, 550 5.7.1, 550', 'ip name lookup failed', { rank: 39 }],
    ['fcrdns-mismatch', '', 'ip name possibly forged', { rank: 41 }],
    ['fcrdns-mismatch', '', 'possibly forged|may be forged', { rank: 38, also: ['sender-rejected'] }],
    ['policy', '550 5.7.1, 554 5.7.1', '... access denied|access denied', { rank: 25 }],
    ['relay-denied', '550 5.7.1', 'relaying denied', { rank: 34 }],
    [
      'auth-required',
      '550 5.7.1',
      'relaying denied. proper authentication required',
      { rank: 38, also: ['relay-denied'] },
    ],
    [
      'message-too-big',
      '552 5.2.3',
      [
        'message size exceeds maximum value|message size exceeds fixed maximum',
        'message is too large; … bytes max',
      ],
      { rank: 36 },
    ],
    ['server-busy', '452 4.4.5', 'insufficient disk space; try again later', { rank: 36 }],
    [
      'rate-limited',
      '421 4.3.2, 452 4.3.2',
      'connection rate limit exceeded|too many open connections',
      { rank: 37 },
    ],
    ['mail-loop', '554 5.4.6', 'too many hops', { rank: 36 }],
    ['message-malformed', '550 5.6.9', '8-bit data in message header', { rank: 37 }],
    ['message-too-big', '552 5.6.0', 'headers too large', { rank: 37 }],
    [
      'mail-loop',
      '!553 5.3.5, 554 5.3.5',
      'system config error|local configuration error|config error',
      { rank: 33, also: ['receiver-misconfig'] },
    ],
    [
      'sender-address-syntax',
      '553 5.5.4',
      'domain name required for sender address|real domain name required',
      { rank: 38 },
    ],
    ['sender-address-syntax', '!553', 'domain name required', { rank: 36 }],
    ['ip-blocklisted', '554 5.7.1', 'rejected: … listed at', { rank: 36 }],
    ['ip-blocklisted', '550 5.7.1', 'ip address blacklisted by recipient', { rank: 39 }],
    ['helo', '!501', 'invalid domain name', { rank: 35, also: ['sender-address-syntax'] }],
    ['recipient-unknown', '550 5.1.1, 553 5.1.1', '... user unknown', { rank: 33 }],
    ['recipient-domain-missing', '550 5.1.2', 'host unknown (name server*', { rank: 34 }],
    ['mailbox-full', '452 4.2.2', '... mailbox full', { rank: 33 }],
    [
      'expired',
      '',
      'message could not be delivered for … day*|could not be delivered for … day*',
      { rank: 36 },
    ],
    [
      'connection-failed',
      '',
      [
        'deferred: connection {timed out|refused|reset}*|deferred: operation timed out',
        'deferred: no route to host|connection refused by',
      ],
      { rank: 33 },
    ],
    [
      'recipient-domain-missing',
      '',
      'deferred: name server: … host name lookup failure|host name lookup failure',
      { rank: 34 },
    ],
  ]),
];

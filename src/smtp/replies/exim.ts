import { entries } from './entry.ts';

/** Stock replies of Exim. */
export const exim = [
  ...entries({ mark: 'stock', receiver: 'exim', source: 'Exim source and default configuration' }, [
    ['relay-denied', '550', 'relay not permitted', { rank: 36 }],
    [
      'sender-domain-missing',
      '550',
      [
        'unrouteable address … sender verify failed|sender verify failed … unrouteable address',
        'unroutable sender|unrouteable sender',
      ],
      { rank: 40 },
    ],
    [
      'sender-unverifiable',
      '550',
      "{no such user|user unknown|unknown user|does not exist|doesn't exist|not found} …… sender verify failed",
      { rank: 41 },
    ],
    [
      'sender-unverifiable',
      '',
      'sender verify failed|sender verification failed|verification failed for <',
      { rank: 38 },
    ],
    ['sender-unverifiable', '451', 'could not complete sender verify*', { rank: 39 }],
    ['recipient-unknown', '', 'unrouteable address', { rank: 32 }],
    [
      'recipient-domain-missing',
      '',
      'unrouteable mail domain|unrouteable domain|all relevant mx records point to non-existent hosts',
      { rank: 38 },
    ],
    [
      'recipient-null-mx',
      '',
      'an mx or srv record indicated no smtp service',
      { rank: 38, also: ['recipient-domain-missing'] },
    ],
    [
      'mail-loop',
      '',
      'lowest numbered mx record points to local host',
      { rank: 38, also: ['recipient-domain-missing'] },
    ],
    ['ip-blocklisted', '550', 'is in a blacklist at|is in an rbl', { rank: 38 }],
    ['recipient-address-syntax', '', 'restricted characters in address', { rank: 37 }],
    [
      'helo',
      '501, 503',
      'syntactically invalid {helo|ehlo}*|helo or ehlo required|access denied - invalid helo*',
      { rank: 38 },
    ],
    [
      'sender-address-syntax',
      '501',
      'sender address must contain a domain|{malformed|syntactically invalid} … sender',
      { rank: 37 },
    ],
    [
      'rate-limited',
      '421, 451',
      'too many concurrent smtp connections|too many connections from that host',
      { rank: 37 },
    ],
    ['server-busy', '421, 452', 'too much load|space shortage, please try later', { rank: 37 }],
    ['protocol-error', '554', 'synchronization error', { rank: 37 }],
    ['message-too-big', '552', 'message size exceeds maximum permitted', { rank: 37 }],
    ['mail-loop', '550', 'too many "received" headers|too many received headers', { rank: 37 }],
    ['fcrdns-mismatch', '!550', 'host lookup did not complete|reverse dns … does not match', { rank: 36 }],
    ['expired', '', 'retry timeout exceeded|retry time not reached', { rank: 28 }],
    [
      'message-malformed',
      '500, 552',
      'message has lines too long for transport|maximum allowed line length',
      { rank: 36 },
    ],
    ['connection-failed', '', 'host(s) … connection timed out|remote host closed connection', { rank: 33 }],
    ['policy', '550', 'administrative prohibition', { rank: 31 }],
  ]),
];

import { entries } from './entry.ts';

/** Stock replies of Postfix, and of the policy services that stand beside it. */
export const postfix = [
  ...entries({ mark: 'stock', receiver: 'postfix', source: 'Postfix source: smtpd, postscreen' }, [
    [
      'ptr-missing',
      '450 4.7.1, 550 5.7.1, 450 4.7.25, 550 5.7.25',
      'cannot find your reverse hostname',
      { rank: 36 },
    ],
    [
      'fcrdns-mismatch',
      '450 4.7.25, 550 5.7.25, 450 4.7.1, 550 5.7.1',
      'cannot find your hostname',
      { rank: 35 },
    ],
    [
      'sender-domain-missing',
      '450 4.1.8, 550 5.1.8',
      'sender address rejected: domain not found|sender address rejected: malformed dns*',
      { rank: 36 },
    ],
    [
      'sender-null-mx',
      '550 5.7.27',
      [
        'sender address rejected: … nullmx*|sender address rejected … does not accept mail (nullmx)',
        'sender address rejected … null mx',
      ],
      { rank: 38 },
    ],
    [
      'recipient-null-mx',
      '556 5.1.10, 550 5.1.10',
      'recipient address rejected … nullmx*|domain … does not accept mail (nullmx)',
      { rank: 36 },
    ],
    [
      'recipient-domain-missing',
      '450 4.1.2, 550 5.1.2',
      'recipient address rejected: domain not found|recipient address rejected: malformed dns*',
      { rank: 36 },
    ],
    ['sender-address-syntax', '504 5.5.2', 'sender address rejected: need fully-qualified*', { rank: 37 }],
    [
      'recipient-address-syntax',
      '504 5.5.2',
      'recipient address rejected: need fully-qualified*',
      { rank: 37 },
    ],
    [
      'helo',
      '501 5.5.2, 504 5.5.2, 450 4.7.1, 550 5.7.1',
      [
        'helo command rejected*|helo command rejected: need fully-qualified hostname',
        'helo command rejected: host not found|helo command rejected: invalid name',
      ],
      { rank: 35 },
    ],
    ['domain-blocklisted', '554 5.7.1', '{sender address|helo command} … blocked using', { rank: 38 }],
    ['ip-blocklisted', '554 5.7.1, 550 5.7.1', '{client host|client} … blocked using', { rank: 34 }],
    ['greylisted', '450 4.3.2', 'service currently unavailable', { rank: 33, also: ['server-busy'] }],
    ['rate-limited', '421 4.7.0', 'too many connections from|error: too many connections', { rank: 34 }],
    [
      'rate-limited',
      '450 4.7.1, 450 4.7.0',
      [
        'too much mail from|too many recipients … per client|message delivery request rate limit exceeded',
        'recipient address rate limit exceeded|new tls sessions from … rate limit',
      ],
      { rank: 36 },
    ],
    ['protocol-error', '521 5.5.1', 'protocol error', { rank: 31 }],
    ['server-busy', '421 4.3.2', 'all server ports are busy', { rank: 36 }],
    ['relay-denied', '554 5.7.1, 454 4.7.1', 'relay access denied', { rank: 34 }],
    [
      'recipient-unknown',
      '550 5.1.1, 450 4.1.1',
      [
        'user unknown in {virtual mailbox|virtual alias|local recipient|relay recipient} table',
        'recipient address rejected: user unknown|recipient address rejected: undeliverable address',
      ],
      { rank: 34 },
    ],
    [
      'recipient-unknown',
      '450 4.1.1',
      'recipient address rejected: unverified address',
      { rank: 34, also: ['server-busy'] },
    ],
    [
      'sender-unverifiable',
      '550 5.1.7, 450 4.1.7, 550 5.1.0, 450 4.1.0',
      'sender address rejected: {undeliverable|unverified|user unknown}*',
      { rank: 37 },
    ],
    ['message-too-big', '552 5.3.4', 'message size exceeds fixed limit|message file too big', { rank: 36 }],
    ['server-busy', '452 4.3.1', 'insufficient system storage', { rank: 35 }],
    ['sender-rejected', '553 5.7.1', 'sender address rejected: not owned by user', { rank: 38 }],
    ['auth-required', '553 5.7.1', 'sender address rejected: not logged in', { rank: 38 }],
    [
      'tls-required',
      '530 5.7.0, 450',
      'must issue a starttls command first|session encryption is required',
      { rank: 36 },
    ],
    ['sender-address-syntax', '501 5.1.7', 'bad sender address syntax', { rank: 37 }],
    ['recipient-address-syntax', '501 5.1.3', 'bad recipient address syntax', { rank: 37 }],
    ['too-many-recipients', '452 4.5.3', 'error: too many recipients', { rank: 33 }],
    ['sender-rejected', '', 'sender address rejected: access denied', { rank: 36 }],
    ['ip-blocklisted', '', 'client host rejected: access denied', { rank: 33, also: ['policy'] }],
    ['receiver-misconfig', '451 4.3.5', 'server configuration {error|problem}', { rank: 37 }],
    ['content-spam', '550 5.7.1', 'message content rejected', { rank: 33, also: ['virus'] }],
    ['message-malformed', '550 5.5.2, 521 5.5.2', 'bare <lf>*|bare {lf|newline}*', { rank: 36 }],
    ['ptr-generic', '450 4.7.1', 'may not be mail exchanger', { rank: 38 }],
    ['ptr-generic', '554 5.7.1', '{generic|dynamic} … helo', { rank: 37 }],
  ]),
  // What a Postfix sender says in its own name.
  ...entries({ mark: 'stock', receiver: 'postfix', source: 'Postfix source: smtp, qmgr, dns' }, [
    [
      'recipient-domain-missing',
      '',
      'host or domain name not found|name service error for … host not found|unable to look up host',
      { rank: 34 },
    ],
    [
      'recipient-domain-missing',
      '',
      [
        'name service error for …… host not found, try again',
        'name service error for …… malformed or unexpected name server reply',
      ],
      { rank: 35 },
    ],
    ['mail-loop', '', 'mail for … loops back to myself|too many hops', { rank: 36 }],
    [
      'connection-failed',
      '',
      [
        'lost connection with|conversation with … timed out',
        'connect to …… connection {timed out|refused|reset by peer}|connect to …… no route to host',
        'connect to …… network is unreachable',
      ],
      { rank: 32 },
    ],
    [
      'tls-required',
      '',
      [
        'tls is required, but was not offered|tls is required, but our tls engine is unavailable',
        'cannot start tls: handshake failure',
      ],
      { rank: 38 },
    ],
    ['mta-sts', '', 'server certificate not {trusted|verified}', { rank: 37 }],
    [
      'dane',
      '',
      '*tlsa lookup error*|non dnssec destination|no tlsa records found|tlsa records unusable',
      { rank: 37 },
    ],
    ['mail-loop', '', 'mail forwarding loop for', { rank: 37 }],
  ]),
  ...entries(
    { mark: 'stock', receiver: 'postgrey', source: 'Postgrey and other greylisting services, stock replies' },
    [
      [
        'greylisted',
        '450 4.2.0, 451 4.7.1',
        [
          'greylisted, see http*|greylisted for … seconds|greylisting in {action|effect}*',
          'recipient address rejected: greylisted',
        ],
        { rank: 38 },
      ],
    ],
  ),
  ...entries(
    { mark: 'stock', receiver: 'policyd-spf', source: 'policyd-spf (pypolicyd-spf), stock replies' },
    [
      [
        'spf-fail',
        '550 5.7.23, 550 5.7.1',
        [
          'message rejected due to: spf fail - not authorized|spf fail - not authorized',
          'rejected due to: spf fail*',
        ],
        { rank: 40 },
      ],
      ['spf-permerror', '550 5.7.24', 'message rejected due to: spf permanent error*', { rank: 40 }],
      [
        'spf-temperror',
        '451 4.7.24',
        'spf temporary error*|message temporarily rejected due to: spf*',
        { rank: 40 },
      ],
    ],
  ),
];

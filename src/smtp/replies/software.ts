import { entries } from './entry.ts';

/** Stock replies of further mail servers, and of the filters that administrators add to them. */
export const software = [
  ...entries({ mark: 'stock', receiver: 'courier', source: 'Courier, stock replies' }, [
    [
      'header-from-invalid',
      '550 5.7.1',
      "{can't |cannot |}determine purported responsible address|purported responsible address",
      { rank: 39 },
    ],
  ]),
  ...entries(
    {
      mark: 'stock',
      receiver: 'qmail',
      source: 'qmail: qmail-smtpd, qmail-remote, qmail-send, stock replies',
    },
    [
      ['relay-denied', '553', 'list of allowed rcpthosts', { rank: 38 }],
      ['sender-rejected', '553', '*badmailfrom list|envelope sender is in my badmailfrom', { rank: 38 }],
      ['recipient-restricted', '553', 'badrcptto list', { rank: 38 }],
      ['sender-domain-missing', '554', 'return mx does not exist', { rank: 40 }],
      ['recipient-unknown', '550', 'sorry, no mailbox here by that name', { rank: 38 }],
      ['spf-temperror', '451', 'spf lookup failure', { rank: 40 }],
      ['spf-fail', '550', 'see http://spf.pobox.com*|bad spf records', { rank: 40 }],
      ['connection-failed', '451', 'timeout (#4.4.2)', { rank: 37 }],
      [
        'server-busy',
        '421, 451',
        'out of memory (#4.3.0)|unable to {read|write} … (#4.3.0)|qq … (#4.3.0)',
        { rank: 37 },
      ],
      [
        'message-too-big',
        '552',
        'message exceeds my databytes limit|sorry, that message size exceeds',
        { rank: 38 },
      ],
      [
        'connection-failed',
        '',
        [
          "wasn't able to establish an smtp connection|connected to … but connection died",
          'connected to … but greeting failed',
        ],
        { rank: 37 },
      ],
      [
        'recipient-domain-missing',
        '',
        "couldn't find any host named|couldn't find a mail exchanger*|couldn't find any host by that name",
        { rank: 38 },
      ],
      ['expired', '', "giving up; i've been trying for|been in the queue too long", { rank: 38 }],
      ['message-malformed', '451', 'see http://pobox.com/~djb/docs/smtplf*', { rank: 38 }],
      ['mail-loop', '554', 'too many hops, this message is looping|this message is looping', { rank: 38 }],
      ['recipient-unknown', '', "mailbox doesn't exist", { rank: 30 }],
    ],
  ),
  ...entries({ mark: 'stock', receiver: 'opendmarc', source: 'OpenDMARC source' }, [
    ['dmarc-fail-reject', '550 5.7.1', 'rejected by dmarc policy for', { rank: 37 }],
    ['dmarc-temperror', '!451 4.7.1', 'dmarc', { rank: 31 }],
  ]),
  ...entries({ mark: 'stock', receiver: 'opendkim', source: 'OpenDKIM source' }, [
    ['dkim-fail', '550 5.7.0, 554 5.7.0', 'bad dkim signature{ data|}', { rank: 40 }],
    ['dkim-fail', '!451 4.7.5', 'key retrieval failed|{key|dkim|signature}', { rank: 34 }],
    ['dkim-missing', '550 5.7.0', 'no dkim signature', { rank: 38 }],
  ]),
  ...entries({ mark: 'stock', receiver: 'rspamd', source: 'rspamd, stock replies' }, [
    ['content-spam', '554 5.7.1', 'spam message rejected', { rank: 36 }],
    ['greylisted', '!451 4.7.1', 'try again later', { rank: 31, also: ['server-busy'] }],
    ['greylisted', '451 4.7.1', 'greylisted, try again later', { rank: 37 }],
    ['rate-limited', '451 4.7.1, 451 4.5.3', 'ratelimit*', { rank: 36 }],
    ['dmarc-fail-reject', '554 5.7.1', 'action set by dmarc', { rank: 38 }],
  ]),
  ...entries({ mark: 'stock', receiver: 'spamassassin', source: 'SpamAssassin and amavis, stock replies' }, [
    [
      'content-spam',
      '550 5.7.1, 554 5.7.1, 554 5.7.0',
      'blocked by spamassassin|identified this message as spam*',
      { rank: 40 },
    ],
    ['content-spam', '554 5.7.0, 554 5.7.1', 'reject, id=* … spam|reject, id= … spam', { rank: 39 }],
    ['virus', '554 5.7.0', 'reject, id=* … {virus|infected|banned}', { rank: 40 }],
    [
      'virus',
      '550 5.7.1, 554 5.7.1',
      'virus {found|detected} … clamav*|infected … clamav*|clamav* … {virus|infected}',
      { rank: 36 },
    ],
  ]),
  ...entries({ mark: 'stock', receiver: 'haraka', source: 'Haraka, stock replies of its plugins' }, [
    ['spf-fail', '', 'spf fail', { rank: 31 }],
    ['spf-permerror', '', 'spf permanent error', { rank: 37 }],
    ['spf-temperror', '', 'spf temporary error', { rank: 37 }],
  ]),
  ...entries({ mark: 'stock', receiver: 'maddy', source: 'maddy, stock replies' }, [
    ['spf-permerror', '550 5.7.23', 'spf authentication failed with a permanent error', { rank: 38 }],
  ]),
  ...entries({ mark: 'stock', receiver: 'smf-spf', source: 'smf-spf, stock replies' }, [
    ['spf-fail', '550', '*openspf.org/why*|*openspf.net/why*', { rank: 39 }],
    ['spf-temperror', '!451 4.4.3', 'spf', { rank: 36 }],
  ]),
  ...entries({ mark: 'stock', receiver: 'domino', source: 'HCL (Lotus) Domino, stock replies' }, [
    [
      'recipient-unknown',
      '',
      [
        'not listed in {domino |public |the |}{name & address book|directory|public name & address book}',
        'not listed in public name & address book',
      ],
      { rank: 36 },
    ],
    [
      'mail-loop',
      '',
      'maximum hop count exceeded|ma ximum hop count exceeded|probably in a routing loop',
      { rank: 36 },
    ],
    [
      'recipient-domain-missing',
      '',
      'no route found to domain … from server|no route found to domain',
      { rank: 35 },
    ],
    ['policy', '', 'delivery restricted by domino*', { rank: 30 }],
    ['policy', '', 'rejected for policy reasons', { rank: 31 }],
  ]),
];

import { entries } from './entry.ts';

const comcastTable = 'Comcast, postmaster error codes (postmaster.comcast.net)';
const appleTable =
  'Apple, postmaster information for iCloud Mail (support.apple.com/102322) and replies seen in public';

/** Services of the United States, and Apple. */
export const isps = [
  ...entries({ mark: 'token', receiver: 'icloud', source: appleTable }, [
    ['unauthenticated', '', '[hme1]', { rank: 43 }],
    ['ip-reputation', '', '[hm07]|[hm08]|[hm7]|[hm8]|[hm0*|[hm1*', { also: ['content-spam'] }],
    ['content-spam', '', '[cs01]|[cs0*|[cs1]|[cs2]'],
    ['rate-limited', '', '[hcm1]'],
    ['generic-transient', '', '[bs02]'],
  ]),
  ...entries({ mark: 'phrase', receiver: 'icloud', source: appleTable }, [
    ['unauthenticated', '554 5.7.1', 'failing both spf and dkim', { rank: 42 }],
    [
      'dmarc-fail-reject',
      '550 5.7.1, 554 5.7.1',
      'your message was rejected due to … dmarc policy',
      { rank: 40 },
    ],
    [
      'content-spam',
      '550 5.7.1, 554 5.7.1',
      'message rejected due to local policy',
      { rank: 36, also: ['ip-reputation'] },
    ],
    ['domain-blocklisted', '550 5.7.1', 'domain present in the spamhaus dbl', { rank: 42 }],
    ['ip-blocklisted', '550 5.7.1', 'rejected due to listing in spamhaus', { rank: 41 }],
    ['rate-limited', '421 4.7.1', 'deferred due to excessive volume', { rank: 38 }],
    ['server-busy', '451 4.7.1', 'service unavailable - try again later', { rank: 36 }],
    ['mailbox-full', '552 5.2.2', 'user is over quota|user is overquota', { rank: 34 }],
    ['mailbox-disabled', '550 5.1.1', 'inactive email address', { rank: 37 }],
    ['recipient-unknown', '550 5.1.1', 'unknown or illegal alias', { rank: 37 }],
    ['recipient-unknown', '550 5.1.6', 'recipient no longer on server', { rank: 37 }],
    [
      'ip-blocklisted',
      '554',
      'me.com esmtp not accepting connections|icloud.com … not accepting connections',
      { rank: 38 },
    ],
  ]),
  ...entries({ mark: 'token', receiver: 'comcast', source: comcastTable }, [
    ['ip-reputation', '', 'bl000000'],
    ['ip-blocklisted', '', 'bl0000{01|10|11}|bl000100|bl001000|bl0001*|bl0010*|bl01*'],
    ['rate-limited', '', 'rl0000{01|10|11}|rl000*'],
    ['ip-dynamic', '', 'es0000{01|10}|es000*'],
    ['dmarc-fail-reject', '', 'dm000001', { rank: 43 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'comcast', source: comcastTable }, [
    [
      'ptr-missing',
      '554, 421',
      'must have a ptr record with a valid reverse dns*|ptr record with a valid reverse dns',
      { rank: 38 },
    ],
    ['ptr-missing', '421', 'reverse dns {failure|lookup}', { rank: 36 }],
    ['dmarc-fail-reject', '550 5.2.0', 'message rejected due to dmarc', { rank: 40 }],
    ['ip-reputation', '554', 'comcast block for spam', { rank: 36 }],
    ['ip-blocklisted', '554', 'found on one or more dnsbls', { rank: 38 }],
    ['rate-limited', '421', 'too many sessions opened', { rank: 36 }],
    ['rate-limited', '452 4.1.1', 'too many recent messages', { rank: 37 }],
    ['mailbox-full', '452 4.1.1, 552 5.1.1', 'extended quota violation|user over quota', { rank: 37 }],
    ['recipient-unknown', '550 5.1.1', 'not our customer|mailbox unallocated', { rank: 37 }],
    ['server-busy', '450 4.2.0', 'recipient temporarily unavailable', { rank: 33 }],
    ['mailbox-disabled', '550 5.2.0', 'recipient unavailable', { rank: 32 }],
  ]),
  ...entries({ mark: 'token', receiver: 'cox', source: 'Cox, email error codes (cox.com)' }, [
    ['ip-blocklisted', '', 'aup#cxbl|aup#cdrbl|aup#ipbl*'],
    ['ptr-missing', '', 'aup#cxdns'],
    ['unauthenticated', '', 'aup#cxsndr', { also: ['sender-domain-missing'], settled: true }],
    ['protocol-error', '', 'aup#cxsmtp'],
    ['rate-limited', '', 'aup#cxcnct|aup#cxmxrt|aup#cxthrt|aup#cxmj'],
    ['uri-blocklisted', '', 'aup#urlbl*'],
  ]),
  ...entries({ mark: 'phrase', receiver: 'cox', source: 'Cox, email error codes (cox.com)' }, [
    ['ptr-missing', '554', 'cox … rejected - no rdns|rejected - no rdns', { rank: 38 }],
    ['ptr-missing', '421', 'dns check failure', { rank: 36 }],
    ['rate-limited', '421', 'cox … too many sessions|too many sessions from', { rank: 33 }],
  ]),
  ...entries({ mark: 'token', receiver: 'spectrum', source: 'Spectrum, email error codes (spectrum.net)' }, [
    ['ip-blocklisted', '', 'aup=1000|aup=12{00|10|20|30|40|50}'],
    ['sender-rejected', '', 'aup=10{10|20|30|40|50|60|70|80}|aup=15{00|20}'],
    ['server-busy', '', 'aup=1090'],
    ['ptr-missing', '', 'aup=11{0|1|2|3|4}*|aup=1150'],
    ['policy', '', 'aup=11{60|70|80|90}|aup=1260'],
    ['rate-limited', '', 'aup=13*|aup=14*|aup=15{40|50|60|70|80}'],
    ['message-too-big', '', 'aup=1530'],
  ]),
  ...entries({ mark: 'phrase', receiver: 'att', source: 'Replies of AT&T seen in public' }, [
    ['ptr-missing', '550 5.7.1', 'fix reverse dns for', { rank: 41 }],
    [
      'ip-blocklisted',
      '553 5.3.0, 550 5.7.1',
      '*dnsbl:attrbl*|*dnsbl:rbl*',
      {
        rank: 42,
        remedy: {
          en: 'Stop the cause, then write to abuse_rbl@abuse-att.net with the address and the reply.',
          fr: "Faire cesser la cause, puis écrire à abuse_rbl@abuse-att.net avec l'adresse et le refus.",
        },
      },
    ],
    [
      'ip-blocklisted',
      '550 5.7.1, 521 5.7.1',
      [
        'blocked by sbc* … att*',
        'connections not accepted from servers without a valid sender domain* … blocked',
      ],
      { rank: 36 },
    ],
    ['recipient-unknown', '550 5.2.1', 'addressee unknown|blank mailhost', { rank: 36 }],
  ]),
  ...entries(
    { mark: 'token', receiver: 'godaddy', source: 'GoDaddy, email bounce codes (godaddy.com/help)' },
    [
      ['tls-required', '', 'ib401'],
      ['header-from-invalid', '', 'ib501|ib502'],
      ['sender-domain-missing', '', 'ib506'],
      ['spf-fail', '', 'ib508'],
      ['ptr-missing', '', 'ib108'],
      ['content-spam', '', 'ib212'],
      ['virus', '', 'ib705'],
      ['rate-limited', '', 'ib{605|007|101|504|510|607}'],
      ['ip-blocklisted', '', 'ib{104|105|106|110|111|112|113}'],
      ['ip-reputation', '', 'ib103'],
    ],
  ),
  ...entries(
    {
      mark: 'token',
      receiver: 'facebook',
      source: 'Facebook, postmaster response codes (postmaster.facebook.com)',
    },
    [
      ['unauthenticated', '', 'pol-p7'],
      ['ip-dynamic', '', 'pol-p1'],
      ['ip-reputation', '', 'pol-p2|pol-p3|pol-p4|pol-t1|pol-t2|pol-t3'],
      ['virus', '', 'pol-p5|msg-p2'],
      ['uri-blocklisted', '', 'pol-p6'],
      ['sender-domain-missing', '', 'dns-p1|dns-p2|dns-t1'],
      ['ptr-missing', '', 'dns-p3'],
      ['fcrdns-mismatch', '', 'dns-t2'],
      ['message-too-big', '', 'msg-p1|int-p2'],
      ['message-malformed', '', 'msg-p3'],
      ['too-many-recipients', '', 'msg-t1|con-t4'],
      ['recipient-unknown', '', 'rcp-p1|int-p1|int-p3|int-p4'],
      ['recipient-restricted', '', 'rcp-p2|rcp-p3'],
      ['server-busy', '', 'rcp-t1|con-t1'],
      ['mailbox-disabled', '', 'rcp-t4'],
      ['rate-limited', '', 'con-t2|con-t3'],
    ],
  ),
];

import { entries } from './entry.ts';

const table = 'Google, Gmail SMTP errors and codes (support.google.com/a/answer/3726730, 2026-02-12)';
const seen = 'Replies of Gmail seen in public';

const blocked = ['dmarc-fail-reject', 'spf-fail'] as const;

/** Gmail and Google Workspace. One code may have several texts with several repairs: 5.7.26 has three. */
export const gmail = [
  ...entries({ mark: 'phrase', receiver: 'gmail', source: table }, [
    // 5.7.26, the three texts; in 5.7.1 before 2022.
    [
      'unauthenticated',
      '550 5.7.26, 550 5.7.1, 421 4.7.26',
      [
        'sender is unauthenticated|gmail requires all senders to authenticate with either spf or dkim',
        'senders to authenticate with either spf or dkim',
      ],
      { rank: 36 },
    ],
    [
      'unauthenticated',
      '550 5.7.26, 550 5.7.1',
      [
        'does not have authentication information|fails to pass authentication checks',
        'does not pass authentication checks',
      ],
      { rank: 36, source: seen },
    ],
    ['spf-fail', '550 5.7.26', 'hard fail policy|with a hard fail|spf … hard fail', { rank: 38 }],
    [
      'dmarc-fail-reject',
      '550 5.7.26, 550 5.7.1',
      [
        "is not accepted due to {the |}domain's dmarc policy|unauthenticated email from …… dmarc policy",
        'not accepted due to …… dmarc policy',
      ],
      { rank: 38 },
    ],
    [
      'dmarc-temperror',
      '451 4.7.26',
      'temporary dns failures prevent*|dns failures prevent … dmarc',
      { rank: 37 },
    ],
    ['dmarc-fail-reject', '550 5.7.1, 550 5.7.26', 'to learn about the dmarc initiative', { rank: 35 }],
    [
      'dmarc-fail-reject',
      '550 5.7.26, 550 5.7.1',
      "unauthenticated email from …… is not accepted due to|not accepted due to {the |}domain's*",
      { rank: 37 },
    ],
    ['spf-fail', '!5.7.26', 'hard fail', { rank: 37 }],
    [
      'unauthenticated',
      '550 5.7.26',
      'mail is unauthenticated|authenticate with at least one of spf or dkim',
      { rank: 36, source: seen },
    ],
    ['dmarc-missing', '!5.7.40, 4.7.40, 5.7.31, 4.7.31', 'dmarc', { rank: 36 }],
    [
      'protocol-error',
      '523 5.7.10, 501 5.7.11',
      '{must not |}pipeline after starttls|no parameters allowed',
      { rank: 34 },
    ],
    [
      'header-from-invalid',
      '550 5.7.1',
      'missing a valid address in*|multiple addresses in {the |}from',
      { rank: 34 },
    ],
    [
      'message-malformed',
      '550 5.7.1',
      'message-id … not accepted|messages missing a valid message-id',
      { rank: 34 },
    ],
    ['virus', '552 5.7.0', 'blocked because its content presents*|presents a potential*', { rank: 34 }],
    // Bulk senders.
    [
      'spf-fail',
      '421 4.7.27, 550 5.7.27',
      [
        "spf authentication {didn't|did not} pass|bulk email senders to authenticate their email with spf",
        "authenticate their email with spf|{didn't|did not} pass spf",
        'spf … ip: … did not pass … rate limited',
      ],
      { rank: 35 },
    ],
    [
      'dkim-fail',
      '421 4.7.30, 550 5.7.30',
      [
        "dkim authentication {didn't|did not} pass",
        'bulk email senders to authenticate their email with dkim|authenticate their email with dkim',
        "{didn't|did not} pass dkim",
      ],
      { rank: 35 },
    ],
    [
      'dmarc-missing',
      '421 4.7.40, 550 5.7.40, 421 4.7.31, 550 5.7.31',
      [
        "{doesn't|does not} have a dmarc {record|policy}|bulk email senders to … dmarc record",
        "sending domain doesn't have a dmarc*",
      ],
      { rank: 35 },
    ],
    [
      'alignment',
      '421 4.7.32, 421 5.7.32, 550 5.7.32',
      [
        "no dmarc alignment|{isn't|is not} aligned with|from: header … not aligned",
        'sender organizational domain … aligned',
      ],
      { rank: 36 },
    ],
    [
      'tls-required',
      '421 4.7.29, 550 5.7.29',
      [
        '{not|without} using {a |}tls|requires a tls connection|bulk email senders to use a tls*',
        "use tls/ssl for smtp|{not|wasn't|isn't} {sent|using} … tls|sent over a tls connection",
      ],
      { rank: 34 },
    ],
    // Reverse name.
    [
      'ptr-missing',
      '550 5.7.25, 421 4.7.0, 451 4.7.23, 421 4.7.23',
      [
        "{does not|doesn't} have a ptr record|ips with missing ptr|missing ptr records",
        "forward dns entry {does not|doesn't} point to the sending ip|doesn't match the sending ip",
      ],
      { rank: 36, also: ['fcrdns-mismatch'], settled: true },
    ],
    ['ptr-missing', '!5.7.25, !4.7.23', 'ptr', { rank: 33, also: ['fcrdns-mismatch'] }],
    [
      'ptr-missing',
      '550 5.7.1',
      'ipv6 sending guidelines',
      {
        rank: 38,
        also: ['unauthenticated'],
        settled: true,
        remedy: {
          en: 'Set a PTR record for the sending IPv6 address and let SPF or DKIM pass from it, or send to Gmail over IPv4.',
          fr: "Publier un enregistrement PTR pour l'adresse IPv6 d'envoi et faire passer SPF ou DKIM depuis elle, ou envoyer à Gmail en IPv4.",
        },
      },
    ],
    [
      'spf-permerror',
      '451 4.7.24, 550 5.7.24',
      'spf record of the sending domain … suspicious|one or more suspicious entries',
      { rank: 36 },
    ],
    // Rates and reputation.
    [
      'rate-limited',
      '421 4.7.28, 550 5.7.28, 550 5.7.1',
      [
        'unusual {rate|amount} of {unsolicited |}{mail|email}|rate of unsolicited mail',
        'email has been rate limited|mail has been rate limited|email quota exceeded',
      ],
      { rank: 33 },
    ],
    ['rate-limited', '421 4.7.28', 'from your {dkim|spf} domain|same message-id', { rank: 36 }],
    ['uri-blocklisted', '421 4.7.28', 'one of your url domains|url domains', { rank: 41 }],
    ['ip-reputation', '421 4.7.28', '{from your|your} ip netblock|ip netblock', { rank: 41 }],
    ['ip-reputation', '421 4.7.0, 550 5.7.1', 'low reputation of the sending ip', { rank: 37 }],
    ['domain-reputation', '421 4.7.0, 550 5.7.1', 'low reputation of the sending domain', { rank: 37 }],
    ['content-spam', '421 4.7.0, 550 5.7.1', 'suspicious due to the nature of the content', { rank: 37 }],
    [
      'content-spam',
      '550 5.7.1',
      'likely unsolicited mail|message is likely unsolicited|likely unsolicited email',
      { rank: 34 },
    ],
    [
      'content-spam',
      '',
      'email to group …… rejected due to spam classification|rejected due to spam classification',
      { rank: 36, source: seen },
    ],
    [
      'content-spam',
      '421 4.7.0, 550 5.7.1',
      'our system has detected that this message is {likely |}suspicious',
      { rank: 33, also: ['domain-reputation', 'ip-reputation'] },
    ],
    ['ip-dynamic', '550 5.7.1', 'not authorized to send {email|mail} directly to our servers', { rank: 36 }],
    [
      'rate-limited',
      '450 4.2.1, 550 5.2.1',
      [
        'receiving {mail|email} {at a rate|too quickly}|receiving mail too quickly',
        'mail at a rate that prevents',
      ],
      { rank: 34 },
    ],
    [
      'rate-limited',
      '450 4.2.1, 550 5.4.5',
      [
        'peak smtp relay limit|daily {user |}sending {limit|quota}',
        'daily smtp relay {sending |}{limit|quota}|daily user sending|smtp relay limit exceeded',
      ],
      { rank: 33 },
    ],
    [
      'generic-transient',
      '421 4.7.0',
      'try again later, closing connection',
      { rank: 34, also: ['ip-reputation', 'rate-limited'] },
    ],
    // Mailboxes.
    [
      'recipient-unknown',
      '550 5.1.1',
      'account that you tried to reach does not exist|*p=nosuchuser',
      { rank: 34 },
    ],
    [
      'recipient-restricted',
      '',
      [
        'the group you tried to contact|permission to post messages to the group',
        "group … isn't set up to receive messages",
      ],
      { rank: 35, source: seen, also: ['recipient-unknown'] },
    ],
    [
      'mailbox-disabled',
      '550 5.2.1',
      'account that you tried to reach is {disabled|inactive}|*p=disableduser',
      { rank: 36 },
    ],
    [
      'mailbox-full',
      '452 4.2.2, 552 5.2.2',
      [
        'account that you tried to reach is over quota|recipient … out of storage space',
        'inbox is out of storage space|*p=overquotaperm|*p=overquotatemp|*p=overquota*',
      ],
      { rank: 35 },
    ],
    [
      'recipient-domain-missing',
      '553 5.1.2',
      'unable to find the recipient domain|find the recipient domain',
    ],
    [
      'recipient-address-syntax',
      '553 5.1.3, 553 5.1.2',
      'recipient address …… not a valid rfc*',
      { rank: 35 },
    ],
    ['sender-address-syntax', '553 5.1.7', 'sender address …… not a valid rfc*', { rank: 35 }],
    [
      'recipient-domain-missing',
      '',
      'responded with code nxdomain|domain name not found: |dns type … lookup of …… had no relevant answers',
      { rank: 35, source: seen },
    ],
    ['recipient-null-mx', '', 'returned null mx|administrator: returned null mx', { rank: 38, source: seen }],
    [
      'connection-failed',
      '',
      'recipient server did not accept our requests to connect',
      { rank: 36, source: seen },
    ],
    // Headers and structure.
    [
      'header-from-invalid',
      '550 5.7.1',
      [
        'messages missing a valid address in {the |}from:|missing a valid address in … from',
        "no from: header|multiple addresses in {the |}from:|{from:|'from'} header is missing",
        'multiple from: headers|from: header has a non-compliant domain',
        'messages with multiple addresses in from: header',
      ],
      { rank: 36 },
    ],
    [
      'message-malformed',
      '550 5.7.1',
      [
        'missing a valid message-id|duplicate headers|there are multiple … headers',
        'messages with multiple … headers|there is a malformed|encoded-word syntax is not permitted',
        'unicode character in a disallowed header|multiple … headers are not accepted',
      ],
      { rank: 34 },
    ],
    ['message-malformed', '554 5.6.0', 'message is malformed'],
    [
      'message-too-big',
      '552 5.2.3, 552 5.3.4',
      [
        "exceeded google's message size|exceeded google's … limits|size of your message exceeded*",
        'header {size|fields|value}* … exceed*|number of attachments',
      ],
      { rank: 34 },
    ],
    [
      'virus',
      '552 5.7.0',
      'content presents a potential|potential security issue|illegal attachment',
      { rank: 34 },
    ],
    [
      'too-many-recipients',
      '452 4.5.3, 550 5.5.3',
      [
        'too many recipients for this sender|domain policy size per transaction',
        'multiple destination domains … too many recipients',
      ],
    ],
    ['protocol-error', '451 4.3.0', 'multiple destination domains per transaction'],
    [
      'protocol-error',
      '503 5.5.1, 502 5.5.1, 555 5.5.2, 503 5.7.0, 451 4.5.0',
      [
        'ehlo/helo first|mail first. gsmtp|rcpt first|no identity changes|smtp protocol violation',
        'too many unrecognized commands',
      ],
    ],
    ['helo', '501 5.5.4', '{empty |}helo/ehlo argument', { rank: 34 }],
    // Service.
    [
      'server-busy',
      '421 4.3.0, 451 4.3.0, 421 4.4.5',
      'temporary system problem|mail server temporarily rejected|temporarily rejected message',
    ],
    [
      'connection-failed',
      '451 4.4.2, 421 4.7.0',
      'timeout - closing connection|connection expired, try reconnecting',
    ],
    [
      'policy',
      '421 4.7.0, 550 5.7.1, 550 5.7.0',
      [
        'ip not in whitelist for rcpt domain|has a policy that prohibit*',
        'user or domain … policy that prohibited|violates … email policy|email sending denied',
      ],
      { rank: 35 },
    ],
    [
      'relay-denied',
      '550 5.7.0, 550 5.7.1',
      'mail relay denied|invalid credentials for relay|email relay denied',
      { rank: 35 },
    ],
    ['tls-required', '421 4.7.0', 'tls required for rcpt domain', { rank: 35 }],
    [
      'auth-required',
      '535 5.7.8, 534 5.7.9, 534 5.7.14, 454 4.7.0, 504 5.7.4, 530 5.7.0, 554 5.7.0',
      [
        'username and password not accepted|*badcredentials|application-specific password',
        'log in {through|with|via} your web browser|too many login attempts|cannot authenticate due to',
        'unrecognized authentication type|xoauth is no longer|too many unauthenticated commands',
      ],
      { rank: 34 },
    ],
  ]),
  // Codes of Gmail's own meaning; the registry means something else by 5.7.27 to 5.7.30.
  ...entries({ mark: 'code', receiver: 'gmail', rank: 14, source: table }, [
    ['unauthenticated', '5.7.26', '', { also: blocked }],
    ['unauthenticated', '4.7.26', '', { also: ['dmarc-temperror'] }],
    ['spf-permerror', '5.7.24, 4.7.24', ''],
    ['ptr-missing', '5.7.25, 4.7.23', '', { also: ['fcrdns-mismatch'] }],
    ['spf-fail', '5.7.27, 4.7.27', ''],
    ['rate-limited', '5.7.28, 4.7.28', '', { also: ['ip-reputation'] }],
    ['tls-required', '5.7.29, 4.7.29', ''],
    ['dkim-fail', '5.7.30, 4.7.30', ''],
    ['dmarc-missing', '5.7.40, 4.7.40, 5.7.31, 4.7.31', ''],
    ['alignment', '5.7.32, 4.7.32', ''],
    ['ip-reputation', '421 4.7.0', '', { also: ['rate-limited', 'ptr-missing'] }],
    ['rate-limited', '5.4.5, 4.2.1', ''],
  ]),
];

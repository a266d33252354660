import { entries } from './entry.ts';

const mimecastPages = 'Mimecast, SMTP error codes (community.mimecast.com)';

/** Filters that stand before the mailboxes of companies. */
export const filters = [
  ...entries({ mark: 'phrase', receiver: 'mimecast', source: mimecastPages }, [
    ['spf-fail', '550', 'spf sender invalid', { rank: 42 }],
    ['dkim-fail', '550', 'dkim sender invalid', { rank: 42 }],
    ['dmarc-fail-reject', '550', 'dmarc sender invalid', { rank: 42 }],
    ['greylisted', '451', 'internal {resource|resources} {is |are |}temporarily unavailable', { rank: 40 }],
    ['ip-reputation', '550', 'local ct ip reputation|poor reputation sender', { rank: 41 }],
    [
      'sender-rejected',
      '421, 550',
      [
        'sender address blocked|administrative prohibition … envelope blocked|envelope blocked*',
        'header-based {manually |}blocked senders|header based {manually |}blocked senders',
        'block policy for envelope from*',
      ],
      { rank: 41 },
    ],
    [
      'sender-rejected',
      '550',
      'anti-spoofing policy|header based anti-spoofing*',
      {
        rank: 41,
        remedy: {
          en: "Mail with a From address at the recipient's own domain comes from outside: have its Mimecast administrator add the sending service to a bypass policy, or send with another address.",
          fr: "Le message arrive de l'extérieur avec une adresse From du domaine du destinataire : faire ajouter le service d'envoi à une règle d'exception par son administrateur Mimecast, ou envoyer avec une autre adresse.",
        },
      },
    ],
    ['rate-limited', '451', 'ip temporarily blacklisted', { rank: 40 }],
    ['ip-reputation', '451', 'recipient temporarily unavailable', { rank: 31 }],
    ['tls-required', '553', 'this route requires {encryption|tls|high-strength}*', { rank: 42 }],
    ['tls-required', '554', 'configuration is invalid for this certificate', { rank: 40 }],
    ['message-too-big', '554', 'maximum email size exceeded', { rank: 38 }],
    ['policy', '', 'incorrect hostname used for inbounds', { rank: 38 }],
    ['mail-loop', '554', 'mail loop detected', { rank: 36 }],
    ['relay-denied', '451, 550', 'open relay {is |}not allowed', { rank: 40 }],
    ['mailbox-disabled', '451', 'account {inbounds|outbounds} disabled', { rank: 38 }],
    [
      'content-spam',
      '',
      'content examination policy|email rejected due to security policies|rejected due to security policies',
      { rank: 40 },
    ],
    ['policy', '554', 'host network{,|} not allowed', { rank: 40 }],
    ['auth-required', '550', 'submitter failed', { rank: 40 }],
    ['rate-limited', '550', 'exceeding outbound thread limit', { rank: 38 }],
    ['recipient-unknown', '550, 451', 'invalid recipient … mimecast.com*', { rank: 36 }],
    ['server-busy', '451', 'account service is temporarily unavailable', { rank: 37 }],
    ['ip-blocklisted', '550', 'rejected by rbl* … mimecast*', { rank: 33 }],
  ]),
  ...entries(
    {
      mark: 'phrase',
      receiver: 'proofpoint',
      source: 'Proofpoint, support pages and replies seen in public',
    },
    [
      [
        'ip-blocklisted',
        '',
        '*ipcheck.proofpoint.com*|*support.proofpoint.com/dnsbl*|support.proofpoint.com*',
        {
          rank: 42,
          remedy: {
            en: 'Look the address up at https://ipcheck.proofpoint.com, stop the cause, and ask for removal there.',
            fr: "Chercher l'adresse sur https://ipcheck.proofpoint.com, faire cesser la cause, et y demander le retrait.",
          },
        },
      ],
      [
        'ip-blocklisted',
        '550 5.7.1',
        'blocked using prs.proofpoint.com|blocked using prs.proofpoint*',
        { rank: 43 },
      ],
      [
        'dmarc-fail-reject',
        '550 5.7.0',
        "rejected per {sender's |}dmarc policy|email rejected per {sender's |}dmarc policy",
        { rank: 37 },
      ],
      ['spf-fail', '550 5.7.0', 'rejected per spf policy', { rank: 40 }],
      ['policy', '550 5.7.0', 'local policy violation', { rank: 36 }],
      ['server-busy', '421 4.1.1', 'recipient address rejected: unverified address', { rank: 34 }],
      [
        'recipient-unknown',
        '550 5.7.1',
        'recipient address … marked as invalid|marked as invalid',
        { rank: 37 },
      ],
    ],
  ),
  ...entries(
    {
      mark: 'phrase',
      receiver: 'barracuda',
      source: 'Barracuda, replies of its appliances and service seen in public',
    },
    [
      ['content-spam', '550 5.7.1', 'message content rejected, ube', { rank: 42 }],
      ['recipient-unknown', '550 5.1.1', 'cuda_nsu … user unknown', { rank: 41 }],
      [
        'ip-reputation',
        '450 4.7.1',
        [
          'policy rejection- abuse|policy rejection - abuse|policy rejection-abuse|policy rejection abuse',
          'policy rejection … go away',
        ],
        { rank: 41 },
      ],
      ['server-busy', '451 4.4.3', 'cuda_nsu … temporary server error', { rank: 40 }],
      ['receiver-misconfig', '422', 'license expired', { rank: 40 }],
      ['sender-rejected', '550', 'rejecting spoofed message', { rank: 40 }],
      ['content-spam', '550', 'permanent failure for one or more recipients … blocked', { rank: 40 }],
      ['content-spam', '550', 'permanent failure for one or more recipients', { rank: 26 }],
      ['content-spam', '550', '^blocked$|^blocked.$|^550 blocked$', { rank: 33, also: ['ip-blocklisted'] }],
      ['uri-blocklisted', '554', 'rejected due to spam url', { rank: 41 }],
      ['content-spam', '554', 'rejecting banned content', { rank: 40 }],
      ['virus', '554', 'rejected due to virus', { rank: 38 }],
      ['greylisted', '451 4.7.1', 'greylisted for … minutes', { rank: 36 }],
      [
        'ip-blocklisted',
        '',
        [
          '*b.barracudacentral.org*|barracuda reputation|*barracudanetworks.com/reputation*',
          '*barracudacentral.org*|service unavailable … barracuda*',
        ],
        {
          rank: 40,
          remedy: {
            en: 'Stop the cause, then ask for removal at https://www.barracudacentral.org/rbl/removal-request.',
            fr: 'Faire cesser la cause, puis demander le retrait sur https://www.barracudacentral.org/rbl/removal-request.',
          },
        },
      ],
    ],
  ),
  ...entries(
    { mark: 'phrase', receiver: 'symantec', source: 'Symantec Email Security.cloud, replies seen in public' },
    [
      ['relay-denied', '553', 'you are trying to use me …… as a relay', { rank: 41 }],
      ['content-spam', '553, 550', 'message filtered', { rank: 38 }],
      ['auth-required', '550', 'please turn on smtp authentication', { rank: 40 }],
      ['rate-limited', '450', 'requested action aborted [*', { rank: 36 }],
      ['spf-fail', '553', 'spf … authentication fail*', { rank: 38 }],
    ],
  ),
  ...entries(
    { mark: 'phrase', receiver: 'trendmicro', source: 'Trend Micro Email Security, replies seen in public' },
    [
      [
        'sender-rejected',
        '550 5.7.1, 554 5.7.1',
        'ers-customized-block|block-send-er|block-sender',
        { rank: 38 },
      ],
      ['recipient-unknown', '554 5.7.1', 'invalid-recipient', { rank: 38 }],
      ['relay-denied', '554 5.7.1', 'recipient address rejected: no-domain|no-domain', { rank: 38 }],
      ['recipient-restricted', '554 5.7.1', 'block-rcpt', { rank: 38 }],
      [
        'ip-blocklisted',
        '550',
        'trend micro {rbl|email reputation}*|ers-rbl|ers-qil|blocked by trend micro',
        {
          rank: 39,
          remedy: {
            en: 'Look the address up and ask for removal at https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/.',
            fr: "Chercher l'adresse et demander le retrait sur https://servicecentral.trendmicro.com/en-us/ers/ip-lookup/.",
          },
        },
      ],
    ],
  ),
  ...entries(
    { mark: 'phrase', receiver: 'cisco-ironport', source: 'Cisco Secure Email (IronPort), stock replies' },
    [
      [
        'ip-reputation',
        '550, 554',
        [
          'your access to submit messages to this email system has been rejected',
          "sending mta's poor reputation|poor reputation … talosintelligence*|*senderbase.org*",
          '*talosintelligence.com*',
        ],
        {
          rank: 38,
          remedy: {
            en: 'Look the address up at https://talosintelligence.com/reputation_center, stop the cause, and open a ticket there.',
            fr: "Chercher l'adresse sur https://talosintelligence.com/reputation_center, faire cesser la cause, et y ouvrir un ticket.",
          },
        },
      ],
      ['recipient-domain-missing', '', 'bad destination host|dns hard error looking up', { rank: 34 }],
      ['expired', '', 'delivery expired (message too old)|delivery expired', { rank: 34 }],
      [
        'rate-limited',
        '452, 421',
        'too many recipients received this hour|too many connections from your host',
        { rank: 38 },
      ],
    ],
  ),
  ...entries(
    { mark: 'token', receiver: 'fireeye', source: 'FireEye Email Threat Prevention, replies seen in public' },
    [
      ['dmarc-fail-reject', '550 5.7.26', 'etp205|etp205*'],
      ['ip-blocklisted', '550 5.5.4', 'etp208|etp208*'],
    ],
  ),
  ...entries(
    { mark: 'phrase', receiver: 'cloudmark', source: 'Cloudmark Sender Intelligence (csi.cloudmark.com)' },
    [
      [
        'ip-blocklisted',
        '',
        '*csi.cloudmark.com*|cloudmark sender intelligence',
        {
          rank: 38,
          remedy: {
            en: 'Ask for a reset at https://csi.cloudmark.com/en/reset/ after the cause has been stopped.',
            fr: 'Demander une remise à zéro sur https://csi.cloudmark.com/en/reset/ une fois la cause supprimée.',
          },
        },
      ],
    ],
  ),
  ...entries({ mark: 'phrase', receiver: 'vade', source: 'Vade, replies seen in public' }, [
    ['policy', '!550 5.7.1', 'policy reason', { rank: 30 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'zerospam', source: 'Zerospam, replies seen in public' }, [
    ['greylisted', '450 4.2.0', 'seconds by zerospam*', { rank: 40 }],
    ['recipient-unknown', '554 5.7.1', 'not in recipient list', { rank: 37 }],
  ]),
  ...entries(
    { mark: 'phrase', receiver: 'magicspam', source: 'MagicSpam and MagicMail, replies seen in public' },
    [
      [
        'ptr-missing',
        '550, 550 5.5.1',
        'does not have a valid … reverse dns*|servers/devices with no reverse dns*|with no reverse dns',
        { rank: 40 },
      ],
    ],
  ),
];

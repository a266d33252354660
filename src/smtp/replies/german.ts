import { entries } from './entry.ts';

const gmxPages = 'GMX, web.de, mail.com: postmaster error pages (postmaster.gmx.net, postmaster.web.de)';

/** GMX, web.de, mail.com, IONOS; T-Online, freenet.de, Strato, and Swiss hosters. */
export const german = [
  ...entries({ mark: 'token', receiver: 'gmx', source: gmxPages }, [
    ['ptr-missing', '', '*c=rdns*|*c=r0601*', { rank: 41 }],
    ['ip-blocklisted', '', '*c=bl|*c=r0201*', { rank: 42 }],
    ['dmarc-fail-reject', '', '*c=r2001*', { rank: 44 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'gmx', source: gmxPages }, [
    [
      'ptr-missing',
      '554, 550',
      'bad dns ptr resource record|bad dns ptr|invalid dns ptr resource record|invalid dns ptr',
      { rank: 42 },
    ],
    ['ip-blocklisted', '554, 421', 'ip address is {black|block|}listed', { rank: 40 }],
    ['ip-reputation', '554', 'no smtp service', { rank: 34, also: ['ptr-missing', 'ip-blocklisted'] }],
    ['dmarc-fail-reject', '554, 550', "reject due to domain's dmarc policy", { rank: 44 }],
    ['spf-fail', '550', 'reject due to spf policy', { rank: 43 }],
    ['sender-domain-missing', '550', 'invalid dns mx or a/aaaa resource record', { rank: 42 }],
    ['header-from-invalid', '550, 554', 'policy restrictions{.|} (header based)', { rank: 43 }],
    ['domain-reputation', '550, 554', 'policy restrictions{.|} (domain based)', { rank: 43 }],
    ['ip-reputation', '550, 554', 'policy restrictions{.|} (ip based)', { rank: 43 }],
    ['policy', '550, 554', 'reject due to policy restrictions', { rank: 38 }],
    ['policy', '421, 450', 'reject due to policy violations', { rank: 39 }],
    ['server-busy', '421, 451', 'administrative reject', { rank: 37 }],
    ['server-busy', '451', 'requested action aborted: local error in processing', { rank: 34 }],
    ['mailbox-full', '550, 552', 'exceeded storage allocation', { rank: 36 }],
    ['rate-limited', '421, 450', 'rate limit reached', { rank: 36 }],
    ['virus', '554, 550', 'message contains a virus or other harmful content', { rank: 36 }],
    [
      'content-spam',
      '554',
      'message content is not acceptable|transaction failed for policy reasons … spam',
      { rank: 30 },
    ],
  ]),
  ...entries(
    {
      mark: 'phrase',
      receiver: 't-online',
      source: 'T-Online, postmaster page (postmaster.t-online.de) and replies seen in public',
    },
    [
      [
        'ip-reputation',
        '554',
        'a problem occurred. (ask your postmaster|ip=* … a problem occurred|a problem occurred … (bl)',
        {
          rank: 42,
          remedy: {
            en: 'T-Online takes mail from addresses that it knows only: set a telling host name and an imprint under its domain, then write to tosa@rx.t-online.de with the address.',
            fr: "T-Online n'accepte que les adresses qu'il connaît : donner à la machine un nom explicite et des mentions légales sous son domaine, puis écrire à tosa@rx.t-online.de avec l'adresse.",
          },
        },
      ],
      ['ip-dynamic', '554', 'dialup/transient ip not allowed', { rank: 43 }],
    ],
  ),
  ...entries({ mark: 'phrase', receiver: 'freenet', source: 'Replies of freenet.de seen in public' }, [
    [
      'ptr-missing',
      '550',
      'inconsistent or no dns ptr record|inconsistent/missing dns ptr record',
      { rank: 42, also: ['fcrdns-mismatch'] },
    ],
  ]),
  ...entries({ mark: 'token', receiver: 'strato', source: 'Strato, email error messages (strato.de/faq)' }, [
    ['uri-blocklisted', '', 'b-url'],
    ['virus', '', 'b-attach'],
    ['content-spam', '', 'b-text|b-score|b-ex'],
  ]),
  ...entries({ mark: 'phrase', receiver: 'strato', source: 'Strato, email error messages (strato.de/faq)' }, [
    ['content-spam', '', 'no spam please|suspected phishing attempt', { rank: 37 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'infomaniak', source: 'Replies of Infomaniak seen in public' }, [
    ['dmarc-fail-reject', '!550 5.7.1', 'rejected by dmarc policy for', { rank: 36 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'hostpoint', source: 'Replies of Hostpoint seen in public' }, [
    ['spf-fail', '550', "spf-check failed|doesn't allow sending mails from", { rank: 38 }],
  ]),
];

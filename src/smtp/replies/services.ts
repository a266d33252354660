import { entries } from './entry.ts';

/** Mailbox services of other countries, forwarders, sending services. */
export const services = [
  ...entries(
    {
      mark: 'phrase',
      receiver: 'qq',
      source: 'QQ Mail, help pages (service.mail.qq.com) and replies seen in public',
    },
    [
      ['dmarc-fail-reject', '550', 'dmarc check failed', { rank: 33 }],
      ['rate-limited', '550', '{ip|connection|sender|domain} frequency limited', { rank: 38 }],
      ['content-spam', '550', 'mail content denied', { rank: 38 }],
      [
        'ip-reputation',
        '550',
        'suspected spam sender|suspected bounce attacks|suspected spam ip',
        { rank: 37 },
      ],
      ['recipient-unknown', '550', 'mailbox not found. http://service*', { rank: 36 }],
      ['mailbox-disabled', '550', 'mailbox unavailable or access denied', { rank: 38 }],
      ['recipient-restricted', '550', 'mail is rejected by recipients|rejected by recipients', { rank: 36 }],
      ['spf-fail', '550', 'spf check failed. http://service*', { rank: 39 }],
    ],
  ),
  ...entries({ mark: 'token', receiver: '163', source: 'NetEase, help page for senders (help.163.com)' }, [
    ['spf-fail', '550', 'mi:spf', { rank: 42 }],
    [
      'rate-limited',
      '',
      'mi:dmc|mi:ccl|mi:nhd|mi:rmt|mi:rcl|mi:ctl|rp:rcl|rp:trc|rp:clc|mi:ceq|rp:ceq|hl:icc|hl:ifc|hl:mep',
    ],
    ['ip-reputation', '', 'hl:ihu|hl:rep'],
    ['ip-blocklisted', '', 'hl:ipb'],
    ['content-spam', '', 'mi:spb|mi:ipb|dt:spm|mi:stc|mi:sfq|rp:qrc'],
  ]),
  ...entries(
    {
      mark: 'phrase',
      receiver: 'mailru',
      source: 'Mail.ru, help pages (help.mail.ru) and replies seen in public',
    },
    [
      ['dmarc-fail-reject', '550 5.7.1', 'owner dmarc policy', { rank: 40 }],
      [
        'mailbox-disabled',
        '550',
        'not accepted -- invalid mailbox …… account is disabled|user mailbox … account is disabled',
        { rank: 39 },
      ],
      [
        'recipient-unknown',
        '550',
        'not accepted -- invalid mailbox|message was not accepted -- invalid mailbox',
        { rank: 37 },
      ],
      ['content-spam', '550', 'spam message rejected. please visit|spam message rejected', { rank: 34 }],
      ['ptr-generic', '550', 'dynamic ip or generic dns ptr*', { rank: 40 }],
      ['ip-reputation', '451, 421', 'try again later. please visit http*', { rank: 33 }],
    ],
  ),
  ...entries(
    { mark: 'phrase', receiver: 'yandex', source: 'Yandex, help pages and replies seen in public' },
    [
      ['content-spam', '554 5.7.1, 451 4.7.1', 'under suspicion of spam', { rank: 38 }],
      ['policy', '550 5.7.1', 'policy rejection on the target', { rank: 37 }],
      ['rate-limited', '450 4.2.1', 'exceeded message rate limit', { rank: 36 }],
      ['mailbox-full', '552 5.2.2', 'mailbox size limit exceeded', { rank: 36 }],
      ['server-busy', '451 4.7.1', 'sorry, the service is currently unavailable', { rank: 36 }],
      ['spf-fail', '550', 'spf … ya.cc/*', { rank: 30 }],
    ],
  ),
  ...entries({ mark: 'phrase', receiver: 'rambler', source: 'Replies of Rambler seen in public' }, [
    ['mailbox-disabled', '540 5.7.1', 'recipient address rejected: {inactive|blocked}', { rank: 37 }],
    ['rate-limited', '452 4.5.3', 'rate limit exceeded for', { rank: 34 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'zoho', source: 'Replies of Zoho Mail seen in public' }, [
    ['spf-fail', '550 5.7.23', "sender's spf policy failure|spf policy failure", { rank: 38 }],
    ['dmarc-fail-reject', '550 5.7.1', 'rejected per dmarc policy', { rank: 38 }],
    ['content-spam', '554 5.7.1', 'email flagged as spam|reason: … flagged as spam', { rank: 37 }],
    ['policy', '554 5.7.7', 'email policy violation detected|email policy violation', { rank: 36 }],
    ['policy', '554 5.2.3', 'mailpolicy violation', { rank: 37 }],
    ['rate-limited', '550 5.4.6', 'unusual sending activity', { rank: 37 }],
    ['sender-rejected', '554 5.1.8', 'email outgoing blocked', { rank: 37 }],
    ['policy', '541 5.4.1', 'rejected by destination domain', { rank: 36 }],
    ['policy', '', 'mailbox delivery {restricted by|failure} policy', { rank: 36 }],
    ['mailbox-disabled', '550', 'mailbox … inactive … zoho*', { rank: 30 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'proton', source: 'Replies of Proton Mail seen in public' }, [
    ['content-spam', '550 5.7.1', 'rejected by spam filter', { rank: 33 }],
    ['recipient-unknown', '550 5.1.1', 'address does not exist … proton*', { rank: 30 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'rackspace', source: 'Replies of Rackspace seen in public' }, [
    [
      'recipient-unknown',
      '550 5.1.1',
      'recipient address rejected … email address could not be found|email address could not be found',
      { rank: 34 },
    ],
  ]),
  ...entries({ mark: 'phrase', receiver: 'i-ua', source: 'Replies of i.ua seen in public' }, [
    ['mailbox-disabled', '550', 'mailbox is frozen', { rank: 38 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'docomo', source: 'Replies of NTT docomo seen in public' }, [
    ['message-too-big', '552', 'too much mail data', { rank: 36 }],
    ['recipient-unknown', '550', 'unknown user … docomo.ne.jp', { rank: 36 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'improvmx', source: 'Replies of ImprovMX seen in public' }, [
    ['domain-blocklisted', '!551 5.7.1', 'low reputation of the sending domain', { rank: 40 }],
    ['mail-loop', '551 5.7.1', 'loop detected', { rank: 34 }],
    ['recipient-domain-missing', '!551 5.7.1', 'domain not found', { rank: 33 }],
    ['content-spam', '550 5.7.1', 'considered as spam', { rank: 34 }],
    ['greylisted', '450 4.2.1', 'please try again later. (#id*', { rank: 36 }],
  ]),
  ...entries(
    {
      mark: 'phrase',
      receiver: 'cloudflare',
      source: 'Cloudflare, Email Routing postmaster (developers.cloudflare.com)',
    },
    [
      ['generic-transient', '421 4.3.0', 'upstream error', { rank: 38 }],
      ['ip-blocklisted', '554', 'found on … cloudflare* … rbl*', { rank: 33 }],
    ],
  ),
  ...entries(
    { mark: 'phrase', receiver: 'amazon-ses', source: 'Amazon SES, stock replies (docs.aws.amazon.com/ses)' },
    [
      [
        'sender-rejected',
        '554',
        'email address is not verified',
        {
          rank: 38,
          remedy: {
            en: 'Verify the sender address or its domain in Amazon SES for the region used, and leave the sandbox for recipients that are not verified.',
            fr: "Vérifier l'adresse ou le domaine d'expéditeur dans Amazon SES pour la région utilisée, et sortir du bac à sable pour des destinataires non vérifiés.",
          },
        },
      ],
      ['message-malformed', '554', 'transaction failed: duplicate header|duplicate header', { rank: 36 }],
      [
        'rate-limited',
        '454',
        'throttling failure: {daily message quota|maximum sending rate} exceeded',
        { rank: 38 },
      ],
      [
        'generic-permanent',
        '',
        'address is on the suppression list|on the amazon ses … suppression list',
        { rank: 30 },
      ],
    ],
  ),
  ...entries({ mark: 'phrase', receiver: 'forwardemail', source: 'Forward Email, public issues' }, [
    ['spf-temperror', '421', 'spf validation failed with result …… temperror', { rank: 42 }],
    ['spf-permerror', '421', 'spf validation failed with result …… permerror', { rank: 42 }],
    ['dkim-fail', '550', 'invalid dkim signature', { rank: 34 }],
    ['unauthenticated', '550', 'either has spf or dkim', { rank: 38 }],
  ]),
  ...entries({ mark: 'token', receiver: 'mailchannels', source: 'Replies of MailChannels seen in public' }, [
    ['spf-fail', '550 5.7.1', '[bfd]', { rank: 42 }],
    ['content-spam', '550 5.7.1', '[cs] message blocked', { rank: 44 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'mailchannels', source: 'Replies of MailChannels seen in public' }, [
    ['spf-fail', '550 5.7.1', 'prohibited by spf', { rank: 38 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'chatmail', source: 'Replies of chatmail relays seen in public' }, [
    ['dkim-missing', '554 5.7.1', 'no valid dkim signature found', { rank: 40 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'bizsmtp', source: 'Replies of bizsmtp seen in public' }, [
    ['ptr-missing', '554', 'reverse dns for … does not exist', { rank: 40 }],
    ['ip-blocklisted', '554', 'is on the spamhaus … blacklist', { rank: 38 }],
  ]),
];

import { entries } from './entry.ts';
import { seen } from './outlook.ts';

const cloud = 'Microsoft, non-delivery reports in Exchange Online (learn.microsoft.com)';

const delist = {
  en: 'Ask for removal at https://sender.office.com (Office 365 delist portal) with the address that the reply names, after the cause has been stopped.',
  fr: "Demander le retrait sur https://sender.office.com (portail Office 365) avec l'adresse nommée dans le refus, une fois la cause supprimée.",
} as const;

/** Exchange Online (Microsoft 365), and Exchange Server where the wording is the same. */
const exchangePhrases = entries({ mark: 'phrase', receiver: 'exchange-online', source: cloud }, [
  [
    'recipient-unknown',
    '550 5.1.10, 550 5.1.1, 550 5.4.1',
    'recipientnotfound|recipient not found by smtp address lookup|resolver.adr.*',
    { rank: 38 },
  ],
  [
    'recipient-unknown',
    '550 5.4.1',
    [
      'recipient address rejected: access denied|recipient addresses rejected : access denied',
      'all recipient addresses rejected',
    ],
    { rank: 36 },
  ],
  ['relay-denied', '!550 5.4.1', 'relay access denied', { rank: 36 }],
  [
    'mailbox-full',
    '550 5.2.2, 554 5.2.2',
    'storedrv … mailbox full|*shutoffquotaexceeded*|*mapiexceptionshutoffquota*',
    { rank: 38 },
  ],
  [
    'mailbox-disabled',
    '550 5.2.1, 550 5.2.0, 554 5.2.0',
    'storedrv … account disabled|storedrv … mailbox disabled|*accountdisabled*|*mailboxdisabled*',
    { rank: 37, source: seen },
  ],
  [
    'server-busy',
    '',
    'storedrv … {storage|temporary|timeout}*|storedrv.storage|storedrv … mapiexceptionnetworkerror*',
    { rank: 30, source: seen },
  ],
  [
    'rate-limited',
    '550 5.2.2, 550 5.1.90, 550 5.7.705, 550 5.7.750',
    [
      'submission quota|submissionquotaexceeded*|tenant has exceeded threshold',
      'message limit … exceeded … recipients',
    ],
    { rank: 37 },
  ],
  [
    'rate-limited',
    '550 5.1.8',
    'bad outbound sender',
    {
      rank: 38,
      remedy: {
        en: 'The sending account was blocked by Microsoft for sending spam: secure the account, then have its administrator unblock it in Microsoft Defender, Restricted entities.',
        fr: "Le compte d'envoi a été bloqué par Microsoft pour envoi de spam : sécuriser le compte, puis le faire débloquer par son administrateur dans Microsoft Defender, entités restreintes.",
      },
    },
  ],
  [
    'message-too-big',
    '550 5.2.3',
    'recipsizelimit*|too large for this recipient|resolver.rst.recipsizelimit|resolver.rst.sendsizelimit*',
    { rank: 38 },
  ],
  [
    'recipient-restricted',
    '550 5.7.1, 550 5.7.12',
    [
      'resolver.rst.notauthorized*|resolver.rst.restricted*|resolver.rst.authrequired*',
      'sender was not authenticated by organization|sender not authenticated for mailbox',
      'recipnotauthenticated*|*senderauthenticat*|*sendernotauthenticated*|*mapiexceptionnotauthorized*',
      '*usermailboxaccessdenied*|email from external user is not allowed|*sendernotinallowed*',
    ],
    { rank: 38 },
  ],
  [
    'recipient-restricted',
    '',
    [
      'only accepts {mail|messages|email} from people in its organization',
      'restricted to {authenticated|certain} senders|only accept{s|} mail from … {senders|users}',
    ],
    { rank: 34, source: seen },
  ],
  ['recipient-restricted', '!550 5.7.1', 'delivery not authorized', { rank: 29 }],
  ['policy', '550 5.7.1', 'transport.rules.rejectmessage*|mail flow rule', { rank: 37 }],
  [
    'sender-rejected',
    '5.7.60, 5.7.13, 5.7.750',
    'permission{s|} to send as|*sendasdenied*|sending from unregistered domain',
    { rank: 37 },
  ],
  ['sender-rejected', '554 5.7.105', 'senderfilterconfig*', { rank: 37, source: seen }],
  ['auth-required', '550 5.7.1, 530 5.7.57', 'client was not authenticated', { rank: 37 }],
  [
    'spf-fail',
    '550 5.7.23',
    'sender policy framework violation*|rejected because of sender policy framework',
    { rank: 37 },
  ],
  ['unauthenticated', '4.7.26', 'over ipv6 … pass either spf or dkim', { rank: 39 }],
  ['ptr-missing', '5.7.25', 'ipv6 address …… must have {a |}reverse dns', { rank: 39 }],
  ['dmarc-fail-reject', '550 5.7.509', 'does not pass dmarc verification|does not pass dmarc', { rank: 40 }],
  [
    'ip-blocklisted',
    '550',
    "banned sending ip|access denied, banned sender*|recipient's ip allow list",
    { rank: 38, remedy: delist },
  ],
  [
    'ip-reputation',
    '550 5.7.501',
    '{access denied,|service unavailable.} spam abuse detected*|traffic not accepted from this ip',
    { rank: 36, source: seen, also: ['ip-blocklisted'] },
  ],
  [
    'ip-blocklisted',
    '550 5.7.1',
    'client host …… blocked by …… customer blocklist|blocked using customer blocklist|customer blocklist',
    { rank: 38 },
  ],
  [
    'ip-reputation',
    '451 4.7.500',
    'server busy. please try again later from|access denied, please try again later',
    { rank: 37 },
  ],
  ['rate-limited', '!432 4.3.2', 'recipient thread limit', { rank: 34 }],
  [
    'recipient-unknown',
    '550 5.4.1',
    'recipient {address|addresses|addresss|addresse} rejected{ |}: access denied',
    { rank: 36 },
  ],
  [
    'rate-limited',
    '5.2.121, 5.2.122',
    'exceeded their limit for the number of messages*',
    { rank: 38, source: seen },
  ],
  ['policy', '550 5.7.510', 'does not accept email over ipv6', { rank: 38 }],
  ['recipient-restricted', '!5.7.13', 'public folder', { rank: 34 }],
  ['server-busy', '450 4.7.3', 'organization queue quota exceeded', { rank: 37, source: seen }],
  ['expired', '4.4.7, 550 4.4.7, 550 5.4.300', 'queue.expired|delivery time expired', { rank: 36 }],
  [
    'mail-loop',
    '554 5.4.14, 554 5.4.6, 554 5.4.12',
    'hop count exceeded - possible mail loop|routing loop detected|resolver.fwd.loop*',
    { rank: 35 },
  ],
  [
    'rate-limited',
    '432 4.3.2, 421 4.3.2',
    [
      'recipient thread limit exceeded*|concurrent connections limit*',
      'concurrent connections per resource forest',
    ],
    { rank: 37 },
  ],
  [
    'recipient-domain-missing',
    '550 5.4.312, 550 5.4.310, 450 4.4.312',
    'message expired, dns query failed|dns domain … does not exist|dns query failed',
    { rank: 38 },
  ],
  [
    'connection-failed',
    '550 5.4.316, 550 5.4.317, 550 5.4.318, 550 4.4.316',
    [
      'message expired, {connection refused|cannot connect|connection reset}*',
      'connection refused [message=socket*',
    ],
    { rank: 37 },
  ],
  [
    'connection-failed',
    '4.4.1, 4.4.2',
    [
      'attempted failover to alternate host|connection dropped due to socket*',
      'connection dropped due to connection*',
    ],
    { rank: 32, source: seen },
  ],
  [
    'mta-sts',
    '4.7.5, 5.7.5, 4.4.8, 5.4.8',
    'mx hosts … failed mta-sts validation|failed mta-sts*|mta-sts … certificate',
    { rank: 39 },
  ],
  ['mta-sts', '!4.7.5, !5.7.5', 'certificate', { rank: 30 }],
  [
    'dane',
    '4.7.322, 4.7.323, 4.7.324, 4.7.325, 5.7.322, 5.7.323, 5.7.324, 5.7.325',
    'tlsa-invalid|dnssec-invalid|certificate-expired|certificate-host-mismatch|dane … validation failed',
    { rank: 38 },
  ],
  [
    'tls-required',
    '4.7.321, 5.7.321, 4.7.66, 5.7.66',
    'starttls-not-supported|tls 1.{0|1} {and|is|are}',
    { rank: 38 },
  ],
  ['message-malformed', '5.6.11', 'invalid characters|*bodylinetoolong*', { rank: 26 }],
  [
    'recipient-unknown',
    '550 5.1.1, 550 5.1.10',
    [
      "{wasn't|couldn't be} found at|the email address you entered couldn't be found",
      "recipient's email address could not be found*",
    ],
    { rank: 30, source: seen },
  ],
]);

const exchangeCodes = entries({ mark: 'code', receiver: 'exchange-online', rank: 22, source: cloud }, [
  ['recipient-unknown', '5.1.10', '', { rank: 14 }],
  ['rate-limited', '5.1.90', '', { rank: 14 }],
  ['recipient-unknown', '5.1.351, 5.7.504', ''],
  ['recipient-unknown', '550 5.4.1', '', { rank: 14 }],
  ['expired', '5.4.300', ''],
  ['recipient-domain-missing', '5.4.310, 5.4.312, 4.4.312, 4.4.310', ''],
  ['connection-failed', '5.4.316, 5.4.317, 5.4.318, 4.4.316, 4.4.317, 4.4.318', ''],
  ['mta-sts', '4.4.8, 5.4.8', '', { rank: 14 }],
  ['tls-required', '4.7.321, 5.7.321', ''],
  ['dane', '4.7.322, 5.7.322, 4.7.323, 5.7.323, 4.7.324, 5.7.324, 4.7.325, 5.7.325', ''],
  ['message-malformed', '5.6.11', '', { rank: 14 }],
  ['recipient-restricted', '5.7.12', '', { rank: 14 }],
  ['recipient-restricted', '5.7.124, 5.7.129, 5.7.133, 5.7.134, 5.7.135, 5.7.136, 5.7.193, 5.7.505', ''],
  ['auth-required', '5.7.57', '', { rank: 14 }],
  ['relay-denied', '5.7.64', '', { rank: 14 }],
  ['sender-rejected', '5.7.60', '', { rank: 14 }],
  ['ptr-missing', '5.7.25', '', { rank: 14 }],
  ['unauthenticated', '4.7.26', '', { rank: 14 }],
  ['helo', '5.7.506', ''],
  ['ip-reputation', '5.7.501, 5.7.708', ''],
  ['ip-blocklisted', '5.7.502, 5.7.503, 5.7.507, 5.7.511, 5.7.513', '', { remedy: delist }],
  ['rate-limited', '5.7.508, 5.7.705', ''],
  ['dmarc-fail-reject', '5.7.509', ''],
  ['policy', '5.7.510', ''],
  ['header-from-invalid', '5.7.512', ''],
  ['sender-rejected', '5.7.750', ''],
  ['generic-permanent', '5.0.350', ''],
]);

/** Ranges of codes that Microsoft alone uses, `6.06` to `6.49` as the last part of 5.7.x. */
function range(from: number, to: number, prefix: string): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`).join(', ');
}

const exchangeRanges = entries({ mark: 'code', receiver: 'exchange-online', rank: 20, source: cloud }, [
  ['ip-blocklisted', range(606, 649, '5.7.'), '', { rank: 24, remedy: delist }],
  ['ip-reputation', range(500, 649, '4.7.'), ''],
  ['ip-reputation', `4.7.699, ${range(850, 899, '4.7.')}`, ''],
  ['rate-limited', range(700, 749, '5.7.'), '', { rank: 18 }],
  ['policy', range(900, 999, '5.7.'), ''],
]);

/** Exchange Server in a company, older than or outside of the cloud. */
const exchangeServer = entries(
  { mark: 'stock', receiver: 'exchange', source: 'Exchange Server, stock replies seen in public' },
  [
    ['relay-denied', '550 5.7.1', 'unable to relay', { rank: 34 }],
    [
      'recipient-unknown',
      '550 5.1.1',
      '#5.1.1 smtp; 550|resolver.adr.exrecipnotfound*|resolver.adr.recipnotfound*',
      { rank: 34 },
    ],
    [
      'message-too-big',
      '552 5.3.4, 550 5.3.4',
      'message size exceeds fixed maximum message size|smtpsend.overmaximumallowed',
      { rank: 35 },
    ],
    [
      'server-busy',
      '452 4.3.1, 421 4.3.2',
      'insufficient system resources|system not accepting network messages',
      { rank: 34 },
    ],
    ['content-spam', '550 5.7.1', 'message rejected as spam by content filtering', { rank: 36 }],
    ['mail-loop', '554 5.4.6', 'hop count exceeded|maximum hop count exceeded', { rank: 33 }],
    ['server-busy', '4.7.0', 'could not … proxy session … backend*', { rank: 33 }],
  ],
);

/** Every reply of Exchange Online and Exchange Server. */
export const exchange = [...exchangePhrases, ...exchangeCodes, ...exchangeRanges, ...exchangeServer];

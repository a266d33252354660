import { entries } from './entry.ts';

const consumer =
  'Microsoft, Outlook.com postmaster, troubleshooting (sendersupport.olc.protection.outlook.com/pm/troubleshooting, 2026-06-15)';
const bulk = 'Microsoft, Outlook requirements for high-volume senders (techcommunity.microsoft.com, 2025)';
export const seen = 'Replies of Outlook.com and Exchange Online seen in public';

const support = {
  en: 'Stop the cause (compromised account, sudden volume, complaints), look at the address in SNDS, and ask for mitigation at https://olcsupport.office.com.',
  fr: "Faire cesser la cause (compte compromis, hausse soudaine de volume, plaintes), consulter l'adresse dans SNDS, et demander une levée sur https://olcsupport.office.com.",
} as const;

/** Outlook.com, Hotmail, Live, MSN: the consumer service. */
const outlookTokens = entries({ mark: 'token', receiver: 'outlook', source: consumer, remedy: support }, [
  ['ip-reputation', '', 'rp-00{1|2}'],
  ['rate-limited', '', 'rp-003'],
  ['ip-reputation', '', 'sc-00{1|2|4}|dy-002|ou-002'],
  ['ip-blocklisted', '', 'sc-003|ou-001'],
  ['ip-dynamic', '', 'dy-001'],
  [
    'ip-blocklisted',
    '',
    '(s3140)|(s3150)|[s3140]|[s3150]|block list (s31*|blocklist (s31*|s3140|s3150',
    { rank: 43 },
  ],
  ['ip-blocklisted', '', 'as3130|as16012611', { source: seen }],
  ['domain-blocklisted', '', 's8001|s8002', { rank: 43, source: seen }],
  ['rate-limited', '', 's3115', { rank: 43, source: seen }],
  ['ip-reputation', '', 's3113|(s843)|s775|(s844)', { rank: 40, source: seen }],
]);

const outlookPhrases = entries({ mark: 'phrase', receiver: 'outlook', source: consumer }, [
  [
    'ip-blocklisted',
    '550, 550 5.7.1',
    [
      'part of their network is on our blocklist',
      "messages from …… weren't sent … contact your internet service provider",
    ],
    { rank: 38, remedy: support },
  ],
  ['spf-fail', '550, 550 5.7.1', 'sender id validation failure', { rank: 38 }],
  [
    'ip-reputation',
    '451 4.7.650, 451 4.7.651',
    'rate limited due to ip reputation',
    { rank: 40, remedy: support },
  ],
  ['rate-limited', '451 4.7.652', 'exceeded the maximum number of connections', { rank: 40 }],
  ['rate-limited', '421', 'messages from …… temporarily deferred for exceeding*', { rank: 33, source: seen }],
  [
    'server-busy',
    '450 4.7.3, 451 4.7.700, 451 4.3.2, 451 4.7.0, 451 4.4.0, 421 4.3.2',
    'pfa agent busy|temporary server error. please try again later|failed to be replicated',
    { rank: 36, source: seen },
  ],
  [
    'recipient-unknown',
    '550 5.5.0, 550',
    'requested action not taken: mailbox unavailable',
    { rank: 32, source: seen, also: ['policy'] },
  ],
  ['recipient-domain-missing', '554', 'domain is not reachable', { source: seen }],
  ['spf-fail', '550 5.7.515', '*spf= fail*|*spf=fail*|*spf =fail*|*spf = fail*', { rank: 52, source: bulk }],
  [
    'dkim-fail',
    '550 5.7.515',
    '*dkim= fail*|*dkim=fail*|*dkim =fail*|*dkim = fail*',
    { rank: 50, source: bulk },
  ],
  [
    'alignment',
    '550 5.7.515',
    [
      'required authentication level …… dmarc= fail*|required authentication level …… dmarc=fail*',
      'required authentication level …… dmarc = fail*',
    ],
    { rank: 42, source: bulk },
  ],
  ['unauthenticated', '550 5.7.515', 'required authentication level', { rank: 38, source: bulk }],
  [
    'domain-blocklisted',
    '550 5.7.1, 550 5.1.0',
    '{helo|mailfrom|mail from} domain is listed in spamhaus',
    { rank: 43, source: seen },
  ],
]);

const outlookCodes = entries({ mark: 'code', receiver: 'outlook', rank: 22, source: seen }, [
  ['unauthenticated', '5.7.515', '', { source: bulk, also: ['spf-fail', 'dkim-fail', 'alignment'] }],
  ['ip-reputation', '4.7.650, 4.7.651', '', { remedy: support }],
  ['rate-limited', '4.7.652, 5.2.121, 5.2.122', ''],
]);

/** Every reply of Outlook.com. */
export const outlook = [...outlookTokens, ...outlookPhrases, ...outlookCodes];

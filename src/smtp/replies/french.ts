import { type Row, entries } from './entry.ts';

const orangeTable = 'Orange, code table (postmaster.orange.fr) and replies seen in public';
const laposteTable = 'La Poste, postmaster rules (postmaster.laposte.net) and replies seen in public';

/**
 * Orange and La Poste number their refusals alike; the number decides, whatever the reply code. Numbers that only Orange
 * documents are in the second table.
 */
const shared: readonly Row[] = [
  ['ip-blocklisted', '', '=101|=102|=103|=630'],
  ['rate-limited', '', '=104|=109'],
  ['server-busy', '', '=105|=106|=108|=505', { also: ['ip-reputation'] }],
  ['ptr-missing', '', '=107'],
  ['auth-required', '', '=305|=402'],
  ['spf-fail', '', '=401'],
  ['sender-domain-missing', '', '=403|=405|=415'],
  ['server-busy', '', '=411|=423|=424'],
  ['recipient-unknown', '', '=416'],
  ['mailbox-full', '', '=417'],
  ['mailbox-disabled', '', '=420|=426'],
  ['sender-rejected', '', '=421'],
  ['ip-reputation', '', '=503', { also: ['server-busy'] }],
  ['ip-reputation', '', '=999'],
  ['content-spam', '', '=506|=510|=513|=536'],
  ['message-too-big', '', '=514'],
  ['dmarc-fail-reject', '', '=517'],
];

const orangeOnly: readonly Row[] = [
  ['ip-blocklisted', '', '=100'],
  ['helo', '', '=20*'],
  ['spf-fail', '', '=39*|=519'],
  ['domain-blocklisted', '', '=425'],
  ['dmarc-fail-reject', '', '=515'],
  ['dkim-missing', '', '=535'],
  ['ip-reputation', '', '=988|=989|=990|=99*', { rank: 43 }],
];

function numbersOf(family: string, rows: readonly Row[]): readonly Row[] {
  return rows.map(([cause, codes, numbers, details]) => [
    cause,
    codes,
    String(numbers).replaceAll('=', `${family}=`),
    details ?? {},
  ]);
}

/** Orange, La Poste, SFR, Free, OVHcloud. */
export const french = [
  ...entries(
    { mark: 'token', receiver: 'orange', source: orangeTable, rank: 44 },
    numbersOf('ofr', [...shared, ...orangeOnly]),
  ),
  ...entries(
    { mark: 'token', receiver: 'laposte', source: laposteTable, rank: 44 },
    numbersOf('lpn', shared),
  ),
  ...entries({ mark: 'phrase', receiver: 'orange', source: orangeTable }, [
    ['spf-fail', '', 'spf/dns de votre nom de domaine|spf check failed', { rank: 38 }],
    ['dmarc-fail-reject', '501 5.0.2', 'dmarc check failed', { rank: 34 }],
    ['domain-blocklisted', '550 5.0.1', 'your domain has been blacklisted', { rank: 38 }],
    [
      'sender-domain-missing',
      '501 5.1.0, 450 4.1.8, 550 5.1.0',
      'emetteur invalide|invalid sender',
      { rank: 37 },
    ],
    ['content-spam', '550 5.2.0', 'mail rejete', { rank: 38 }],
    ['rate-limited', '421', 'trop de connexions', { rank: 38 }],
    ['ip-blocklisted', '550', 'adresse ip source bloquee', { rank: 39 }],
    ['ip-reputation', '421', 'service refuse', { rank: 34, also: ['server-busy'] }],
    ['mailbox-full', '552', 'boite du destinataire pleine|boite aux lettres pleine', { rank: 38 }],
    [
      'recipient-unknown',
      '550',
      'destinataire invalide|adresse d au moins un destinataire invalide|au moins un destinataire invalide',
      { rank: 38 },
    ],
    ['message-too-big', '552', 'taille limite du message', { rank: 38 }],
  ]),
  ...entries({ mark: 'phrase', receiver: 'laposte', source: laposteTable }, [
    ['spf-fail', '550 5.5.0', 'spf: … is not allowed to send mail', { rank: 41 }],
    ['dmarc-fail-reject', '571 5.7.1', 'verification dmarc en echec|dmarc en echec', { rank: 41 }],
    [
      'mailbox-disabled',
      '550',
      'boite du destinataire archivee|compte du destinataire est bloque',
      { rank: 40 },
    ],
    ['content-spam', '550', 'service refuse. veuillez*', { rank: 33, also: ['ip-reputation'] }],
    ['ip-blocklisted', '550', 'ont ete bloques par nos services', { rank: 39 }],
    ['sender-domain-missing', '!450 4.1.8', 'emetteur invalide', { rank: 40 }],
    ['ip-reputation', '450 4.7.1', 'client host rejected: service refuse', { rank: 42 }],
  ]),
  ...entries(
    {
      mark: 'token',
      receiver: 'sfr',
      rank: 44,
      source: 'SFR, replies collected by postmastery.com and bentonow.com',
    },
    [
      ['content-spam', '', 'sfr=01'],
      ['virus', '', 'sfr=02'],
      ['protocol-error', '', 'sfr=03'],
      ['ip-reputation', '', 'sfr=04|gu_eib_02|gu_eib_04'],
      ['rate-limited', '', 'sfr=05'],
    ],
  ),
  ...entries(
    { mark: 'phrase', receiver: 'sfr', source: 'SFR, replies collected by postmastery.com and bentonow.com' },
    [
      ['ip-reputation', '554 5.7.1', 'abus detecte', { rank: 40 }],
      ['ip-blocklisted', '554 5.7.1', 'blocked using sbl.spamhaus.sfr', { rank: 43 }],
    ],
  ),
  ...entries(
    {
      mark: 'phrase',
      receiver: 'free',
      source: 'Free, postmaster pages (postmaster.free.fr) and replies seen in public',
    },
    [
      [
        'ip-reputation',
        '',
        'too many spam{s|} from your ip|too many errors from your ip',
        {
          rank: 42,
          remedy: {
            en: 'Stop what sends spam from the address, wait until Free lifts the limit (some hours to days), and see http://postmaster.free.fr for the form.',
            fr: "Faire cesser l'envoi de spam depuis l'adresse, attendre que Free lève la limite (quelques heures à quelques jours), et voir http://postmaster.free.fr pour le formulaire.",
          },
        },
      ],
      ['fcrdns-mismatch', '421', 'reverse dns entry does not resolve to an ip', { rank: 44 }],
      ['ptr-missing', '421', 'reverse dns entry does not resolve', { rank: 40 }],
      ['rate-limited', '421', 'server busy, too many connections', { rank: 37 }],
      [
        'mailbox-disabled',
        '550 5.2.1, 450 4.2.1',
        'blocked due to inactivity|mailbox is inactive',
        { rank: 38 },
      ],
      ['recipient-unknown', '550 5.1.1', 'user unknown (usersearch)', { rank: 40 }],
      ['content-spam', '550', 'spam detected', { rank: 34 }],
      ['virus', '550', 'virus detected', { rank: 34 }],
    ],
  ),
  ...entries({ mark: 'phrase', receiver: 'ovh', source: 'Replies of OVHcloud seen in public' }, [
    ['ptr-missing', '!450 4.7.1', 'cannot find your reverse hostname', { rank: 34 }],
    ['relay-denied', '553', "isn't allowed to be relayed thru this mta", { rank: 40 }],
  ]),
];

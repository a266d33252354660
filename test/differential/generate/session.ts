import type { Random } from '../random.ts';

/** Names that publish records, from the sender's on; a term leads to a later one more often than not. */
export const domains = [
  'example.com',
  'mail.example.com',
  'example.net',
  '_spf.example.net',
  'a.example.org',
  'deep.er.sub.example.org',
  'x-1.example.edu',
  'p2.example.edu',
] as const;

export const hosts = [
  'mx1.example.com',
  'mx2.example.com',
  'host.example.net',
  'relay.mail.example.com',
] as const;

export const clients4 = ['192.0.2.1', '192.0.2.200', '198.51.100.9', '203.0.113.250'] as const;
export const clients6 = [
  '2001:db8::1',
  '2001:db8:0:1::cafe',
  '2001:DB8:1:2:3:4:5:6',
  'fe80::1:0:0:1',
] as const;

const locals = [
  'user',
  'User.Name',
  'bounce+a+b=c.d',
  'bounces-17=jo=example.org',
  'a-b-c',
  'x+y+z=w',
  "o'brien/x_y",
  'postmaster',
  'a..b.',
];

const oddLocals = [
  'x'.repeat(70),
  `${'y'.repeat(60)}.${'z'.repeat(60)}`,
  '"a b"',
  '"a@b"',
  String.raw`"a\b"`,
  '100%',
  '%{d}',
  'jos\u00e9',
  'jos\u00e9-m.x',
  '.lead',
  'trail.',
  '-',
];

function localPart(random: Random): string {
  return random.pick(random.chance(0.76) ? locals : oddLocals);
}

function oddDomain(random: Random): string {
  return random.pick([
    'nowhere.example',
    'localhost',
    'example.com.',
    'a..example.com',
    '.example.com',
    `${'l'.repeat(64)}.example.com`,
    `${'m'.repeat(63)}.`.repeat(4) + 'example.com',
    '[192.0.2.1]',
    'b\u00fccher.example',
    'exa mple.com',
    'Example.COM',
    'example.com..',
    'no_such.example.net',
  ]);
}

export function senderOf(random: Random): string {
  const plain = random.weighted<string>([
    [70, domains[0]],
    [30, random.pick(domains)],
  ]);
  const domain = random.chance(0.07) ? oddDomain(random) : plain;
  const cased = random.chance(0.06) ? domain.toUpperCase() : domain;
  return random.weighted([
    [84, `${localPart(random)}@${cased}`],
    [10, ''],
    [3, `@${cased}`],
    [3, cased],
  ]);
}

export function heloOf(random: Random): string {
  return random.weighted<string>([
    [50, random.pick(domains)],
    [35, random.pick(hosts)],
    [
      26,
      random.pick([
        'localhost',
        'mail.example.com..',
        'mail.example.com.',
        '',
        '[192.0.2.1]',
        'Mail.Example.COM',
        'example.com.',
        '',
        'foo_bar.example.com',
        "it's%odd",
        oddDomain(random),
      ]),
    ],
  ]);
}

export function ipOf(random: Random): string {
  return random.weighted<string>([
    [62, random.pick(clients4)],
    [30, random.pick(clients6)],
    [8, `::ffff:${random.pick(clients4)}`],
  ]);
}

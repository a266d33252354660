/** Blocklists made for the tests: how each is asked, and the data that rbldnsd serves for it. */
import type { Dnsbl } from '../../src/dnsbl/list.ts';
import { addressList, domainTest, ipv6Test } from '../../src/dnsbl/register/forms.ts';
import type { Dataset } from './rbldnsd.ts';

export interface Blocklist {
  readonly list: Dnsbl;
  /** None: not rbldnsd answers for the zone. */
  readonly datasets: readonly Dataset[];
}

function blocklist(label: string, differing: Partial<Dnsbl>, ...datasets: Dataset[]): Blocklist {
  const zone = `${label}.bl.test`;
  const list = addressList({
    zone,
    name: label,
    weight: 'error',
    seen: null,
    coding: {
      form: 'values',
      values: {
        '127.0.0.2': { meaning: 'spam' },
        '127.0.0.4': { meaning: 'proxy', weight: 'critical' },
        '127.0.0.10': { meaning: 'dynamic', weight: 'notice' },
      },
    },
    delisting: `https://${zone}/`,
    ...differing,
  });
  return { list, datasets };
}

const head = '$SOA 3600 ns.bl.test hostmaster.bl.test 1 1h 1h 1w 60\n$NS 3600 ns.bl.test\n';

/** Where an operator refuses: an `acl` answers every question of a client alike. */
const towards = (action: string): Dataset => ({ type: 'acl', text: `0.0.0.0/0 ${action}\n` });
const testEntry: Dataset = { type: 'ip4set', text: `${head}127.0.0.2\n` };

export const addressSet = blocklist(
  'set',
  {},
  {
    type: 'ip4set',
    text: `${head}:127.0.0.2:Spam, see https://set.bl.test/?ip=$
127.0.0.2
192.0.2.1
192.0.2.2 :127.0.0.4:Proxy at $ for $$5
192.0.2.3 :127.0.0.10:
192.0.2.4 :127.0.0.77:A code of its own
192.0.2.5 :4:A proxy
192.0.2.5 :10:A range
192.0.2.16/28 :10:Range around $
!192.0.2.17
`,
  },
);

/** Both families in one zone, told apart by the number of labels. */
export const addressTrie = blocklist(
  'trie',
  { kinds: ['ipv4', 'ipv6'] },
  {
    type: 'ip4trie',
    text: `${head}:127.0.0.2:$ sent spam
127.0.0.2
198.51.100.0/24
198.51.100.128/25 :127.0.0.10:$ is dynamic
!198.51.100.200
`,
  },
  { type: 'ip6trie', text: '2001:db8:4::/48 :127.0.0.4:\n' },
);

export const sixTrie = blocklist(
  'six',
  { kinds: ['ipv6'], test: ipv6Test },
  {
    type: 'ip6trie',
    text: `${head}:127.0.0.2:$ sent spam
::ffff:7f00:2
2001:db8:bad::/48
2001:db8:bad:1::/64 :4:Proxies in this network
!2001:db8:bad::25
`,
  },
);

export const domainSet = blocklist(
  'names',
  { kinds: ['domain'], test: domainTest },
  {
    type: 'dnset',
    text: `${head}:127.0.0.2:$ was seen in spam
test
.spam.example
only.example
*.under.example
`,
  },
);

export const bitMask = blocklist(
  'bits',
  {
    kinds: ['domain'],
    test: domainTest,
    weight: 'warning',
    coding: {
      form: 'bits',
      bits: { 2: { meaning: 'black' }, 4: { meaning: 'grey', weight: 'notice' }, 8: { meaning: 'red' } },
    },
  },
  {
    type: 'dnset',
    text: `${head}:127.0.0.14:$ is the test entry
test
both.example :127.0.0.6:$ is black and grey
grey.example :127.0.0.4:$ is grey
blocked.example :127.0.0.1:no access for you
unknown-bit.example :127.0.0.64:
`,
  },
);

/** A refusal beside the codes of a listing: the answers of both datasets come together. */
export const mixed = blocklist(
  'mixed',
  {},
  { type: 'ip4set', text: `${head}:127.0.0.2:$ sent spam\n127.0.0.2\n192.0.2.1\n` },
  {
    type: 'generic',
    text: ['2.0.0.127 A 127.255.255.254', '1.2.0.192 A 127.255.255.254', '2.2.0.192 A 127.255.255.254'].join(
      '\n',
    ),
  },
);

export const refusingByEntries = blocklist(
  'generic',
  {},
  {
    type: 'generic',
    text: `${head}2.0.0.127 A 127.255.255.254
1.0.0.127 A 127.255.255.254
1.2.0.192 A 127.255.255.254
`,
  },
);

export const refusing = blocklist(
  'refusing',
  { refusals: { '127.255.255.254': 'public or open resolver' } },
  testEntry,
  towards(':127.255.255.254:Refused: $ is an open resolver'),
);

export const denied = blocklist('denied', {}, testEntry, towards(':refuse'));

/** As if nothing were listed: what some operators tell resolvers that are not registered. */
export const pretending = blocklist('pretending', {}, testEntry, towards(':empty'));

/** Without an SOA, so that denials are bare. */
export const emptied = blocklist('emptied', {}, { type: 'ip4set', text: '# nothing left\n' });

export const wildcarded = blocklist(
  'wildcard',
  {},
  {
    type: 'ip4trie',
    text: `${head}:127.0.0.2:The list is closed\n0.0.0.0/1\n128.0.0.0/1\n`,
  },
);

export const ignored = blocklist('ignored', {}, testEntry, towards(':ignore'));

/** A resolver answers for these instead: always, or in place of a denial. */
export const rewritten = blocklist('rewritten', {});
export const filledIn = blocklist('filled-in', {}, testEntry);

/** Nobody answers for these: a resolver remembers that of the one, and still waits for the other. */
export const silent = blocklist('silent', {});
export const mute = blocklist('mute', {});

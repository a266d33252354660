import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passingCount } from '../../src/spf/address-count.ts';
import { checkHost } from '../../src/spf/evaluate.ts';
import { noMail } from '../../src/spf/evaluations.ts';
import { passing } from '../../src/spf/passing.ts';
import { networkRange } from '../../src/spf/ranges.ts';
import { parseIp } from '../../src/text/ip.ts';
import { evaluatedFacts } from './findings.ts';
import { published, txt } from './published.ts';

type Names = Parameters<typeof published>[0];

/** Ten records, or eleven, the first of them for a host of its own. */
const crowd = (count: number) => ({
  MX: Array.from({ length: count }, (_, preference) => ({
    preference,
    exchange: preference === 0 ? 'four.test' : 'both.test',
  })),
});
const mx = (...exchanges: readonly string[]) => ({
  MX: exchanges.map((exchange, preference) => ({ preference, exchange })),
});

const world: Names = {
  'four.test': { A: ['45.64.7.1', '45.64.7.5'] },
  'six.test': { AAAA: ['2a10::1'] },
  'both.test': { A: ['45.64.7.2'], AAAA: ['2a10::2'] },
  'bad.test': txt('v=spf1 moo -all'),
  'twice.test': { TXT: [['v=spf1 -all'], ['v=spf1 mx -all']] },
  'first.test': mx('four.test', 'gone.test'),
  'last.test': mx('gone.test', 'both.test'),
  'null.test': mx(''),
  'ten.test': crowd(10),
  'eleven.test': crowd(11),
};

const included = ['one.test', 'two.test', 'three.test'];

const qualifier = fc.constantFrom('', '', '', '', '+', '-', '?', '~');
const host = fc.constantFrom('four.test', 'six.test', 'both.test', 'gone.test', 'bad.test');
const mail = fc.constantFrom('first.test', 'last.test', 'null.test', 'ten.test', 'eleven.test', 'gone.test');
const target = fc.constantFrom(
  ...included,
  ...included,
  'gone.test',
  'bad.test',
  'twice.test',
  'example.test',
);

const term = fc
  .tuple(
    qualifier,
    fc.oneof(
      fc
        .tuple(fc.nat(7), fc.constantFrom('', '/30', '/29'))
        .map(([last, prefix]) => `ip4:45.64.7.${last}${prefix}`),
      fc.tuple(fc.nat(7), fc.constantFrom('', '/126')).map(([last, prefix]) => `ip6:2a10::${last}${prefix}`),
      fc.tuple(host, fc.constantFrom('', '/30', '//126')).map(([name, prefix]) => `a:${name}${prefix}`),
      mail.map((name) => `mx:${name}`),
      target.map((name) => `include:${name}`),
      target.map((name) => `include:${name}`),
      host.map((name) => `exists:${name}`),
    ),
  )
  .map((parts) => parts.join(''));

const end = fc.oneof(
  fc.constantFrom('-all', '~all', '?all', 'exp=why.test'),
  target.map((name) => `redirect=${name}`),
);

const record = fc
  .tuple(fc.array(term, { minLength: 1, maxLength: 5 }), end)
  .map(([terms, last]) => `v=spf1 ${terms.join(' ')} ${last}`);

const clients = [
  ...Array.from({ length: 9 }, (_, last) => `45.64.7.${last}`),
  ...Array.from({ length: 9 }, (_, last) => `2a10::${last}`),
];

const records = fc.tuple(record, record, record, record);

describe('the addresses that pass by the tree', () => {
  it('are those that check_host() lets pass, wherever the count is called exact', async () => {
    let exact = 0;
    await fc.assert(
      fc.asyncProperty(records, async ([own, ...others]) => {
        const inner = Object.fromEntries(others.map((text, index) => [included[index] ?? '', txt(text)]));
        const resolver = published({ ...world, ...inner, 'example.test': txt(own) });
        const { tree } = await evaluatedFacts(resolver, noMail);
        if (!tree || !passingCount(tree).complete) return;
        exact += 1;
        const { ipv4, ipv6 } = passing(tree);
        const byTree = clients.filter((client) => {
          const ip = parseIp(client);
          const at = ip && networkRange(ip, ip.octets.length * 8).first;
          return [...(ip?.family === 4 ? ipv4 : ipv6)].some(
            ({ first, last }) => at !== null && first <= at && at <= last,
          );
        });
        const results = await Promise.all(
          clients.map((ip) => checkHost({ ip, sender: 'a@example.test', helo: 'mx.test' }, resolver)),
        );
        expect(byTree).toEqual(clients.filter((_, index) => results[index]?.result === 'pass'));
      }),
      { numRuns: 200 },
    );
    expect(exact).toBeGreaterThan(50);
  }, 60_000);
});

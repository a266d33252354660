import { expect, it } from 'vitest';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { Resolver } from '../../src/dns/resolver.ts';
import { gatherDnsbl } from '../../src/dnsbl/gather.ts';
import type { Dnsbl } from '../../src/dnsbl/list.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { listOf } from './support.ts';

const addresses = Array.from({ length: 256 }, (_, host) => ({
  address: `198.51.100.${host}`,
  source: 'given' as const,
}));
const lists: readonly Dnsbl[] = Array.from({ length: 4 }, (_, index) => ({
  ...listOf('psbl.surriel.com'),
  zone: `list${index}.bl.test`,
}));
const [silent] = lists;
const ofSilent = (name: string) => name.endsWith(`.${silent?.zone}`);

it('gives up a list that falls silent after its test points, and keeps it from holding up the others', async () => {
  const faults = addresses.map(({ address }) => ({
    name: `${address.split('.').toReversed().join('.')}.${silent?.zone}`,
    type: '*',
    kind: 'TIMEOUT' as const,
    delayMs: 0,
  }));
  const zone = lists.map((list) => `2.0.0.127.${list.zone}. A 127.0.0.2`).join('\n');
  const server = await startDnsServer(`$ORIGIN .\n${zone}\n`, faults);
  try {
    const resolver = nodeResolver({ servers: [server.server], timeoutMs: 500 });
    const answered: string[] = [];
    const watched: Resolver = {
      async query(name, type, signal) {
        const answer = await resolver.query(name, type, signal);
        answered.push(name);
        return answer;
      },
    };
    const facts = await gatherDnsbl({ addresses, domains: [] }, watched, { lists });
    // Two test points; then 16 at once and those that follow the first eight to end, each resent once, and no more.
    const packets = server.questions.filter(({ name }) => ofSilent(name));
    expect(packets.length).toBeLessThanOrEqual(2 + 2 * (16 + 8));
    const others = answered.filter((name) => !ofSilent(name));
    expect(others).toHaveLength(3 * 256 + 2 * 3);
    expect(answered.slice(0, others.length).filter(ofSilent).length).toBeLessThanOrEqual(2);
    const open = facts.listings.filter(({ zone: of }) => of === silent?.zone);
    expect(open.map(({ outcome }) => outcome)).toEqual(addresses.map(() => 'unknown'));
  } finally {
    await server.close();
  }
}, 60_000);

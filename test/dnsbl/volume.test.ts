import { expect, it } from 'vitest';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import { gatherDnsbl } from '../../src/dnsbl/gather.ts';
import type { Dnsbl } from '../../src/dnsbl/list.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { listOf } from './support.ts';

const addresses = Array.from({ length: 256 }, (_, host) => ({
  address: `198.51.100.${host}`,
  source: 'given' as const,
}));
const lists: readonly Dnsbl[] = Array.from({ length: 30 }, (_, index) => ({
  ...listOf('psbl.surriel.com'),
  zone: `list${index}.bl.test`,
  name: `list ${index}`,
}));
/** Its last octet differs from list to list, so that an answer to another question would show. */
const listedAt = (index: number) => `198.51.100.${index * 7}`;
const reversed = (address: string) => address.split('.').toReversed().join('.');

it('asks 30 lists about 256 addresses without losing a packet, and asks each question once', async () => {
  const zone = lists.flatMap((list, index) => [
    `2.0.0.127.${list.zone}. A 127.0.0.2`,
    `${reversed(listedAt(index))}.${list.zone}. A 127.0.0.2`,
    `${reversed(listedAt(index))}.${list.zone}. TXT "${list.name}"`,
  ]);
  const server = await startDnsServer(`$ORIGIN .\n${zone.join('\n')}\n`);
  try {
    // A lost packet is asked for again, which the count shows; a slow machine must not look like one.
    const resolver = nodeResolver({ servers: [server.server], timeoutMs: 20_000 });
    const facts = await gatherDnsbl({ addresses, domains: [] }, resolver, { lists });

    const arrived = server.questions.map(({ name, type }) => `${type} ${name}`);
    expect(arrived.filter((question) => question.startsWith('A '))).toHaveLength(256 * 30 + 2 * 30);
    expect(arrived.filter((question) => question.startsWith('TXT '))).toHaveLength(30);
    expect(new Set(arrived).size).toBe(arrived.length);

    expect(facts.listings).toHaveLength(256 * 30);
    expect(facts.listings.filter(({ outcome }) => outcome === 'not-listed')).toHaveLength(255 * 30);
    const listed = facts.listings.filter(({ outcome }) => outcome === 'listed');
    expect(listed.map(({ subject, reason }) => `${subject} ${reason}`)).toEqual(
      lists.map(({ name }, index) => `${listedAt(index)} ${name}`),
    );
  } finally {
    await server.close();
  }
}, 120_000);

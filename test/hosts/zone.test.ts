import { describe, expect, it } from 'vitest';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { DomainName } from '../../src/domain.ts';
import { gatherZones } from '../../src/hosts/zone.ts';
import { startDnsServer } from '../support/dns-server.ts';

async function gathered(domains: readonly string[], zone = 'example.test. A 192.0.2.1') {
  const server = await startDnsServer(zone);
  try {
    const fact = await gatherZones(domains as DomainName[], nodeResolver({ servers: [server.server] }));
    if (!fact.ok) throw new Error('no answer');
    return { names: fact.value.names, questions: server.questions };
  } finally {
    await server.close();
  }
}

describe('gatherZones', () => {
  it.each([
    [['example.test'], ['example.test']],
    [['a.b.example.test'], ['a.b.example.test', 'b.example.test', 'example.test']],
    [
      ['example.test', 'a.example.test'],
      ['example.test', 'a.example.test'],
    ],
    [['shop.example.co.uk'], ['shop.example.co.uk', 'example.co.uk']],
    // Under a private suffix the zone is that of the suffix.
    [['user.github.io'], ['user.github.io', 'github.io']],
    [['co.uk'], ['co.uk']],
  ])('of %s asks about %s', async (domains, expected) => {
    const { names, questions } = await gathered(domains);
    expect(names.map(({ name }) => name)).toEqual(expected);
    expect(questions).toHaveLength(3 * expected.length);
  });

  it('asks about eight names at most, the domain and those next to the registered one', async () => {
    const deep = `${Array.from({ length: 30 }, (_, i) => `l${i}`).join('.')}.example.test`;
    const { names } = await gathered([deep]);
    expect(names).toHaveLength(8);
    expect(names[0]?.name).toBe(deep);
    expect(names.at(-1)?.name).toBe('example.test');
    expect(names.at(1)?.name).toBe('l24.l25.l26.l27.l28.l29.example.test');
  });

  it('looks at thirteen name servers, and counts the others', async () => {
    const servers = Array.from({ length: 15 }, (_, i) => `example.test. NS n${i}.test.`).join('\n');
    const { names, questions } = await gathered(['example.test'], servers);
    expect(names[0]?.servers).toHaveLength(13);
    expect(names[0]?.omitted).toBe(2);
    // The answer that names fifteen is fetched over TCP.
    expect(questions.filter(({ transport }) => transport === 'udp')).toHaveLength(3 + 3 * 13);
  });

  it('leaves an alias alone: its answers are of the zone of its target', async () => {
    const { names, questions } = await gathered(
      ['example.test'],
      'example.test. CNAME other.test.\nother.test. NS ns.other.test.',
    );
    expect(names).toEqual([]);
    expect(questions).toHaveLength(1);
  });
});

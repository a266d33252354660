import { describe, expect, it } from 'vitest';
import { gatherSpf } from '../../src/spf/gather.ts';
import type { DomainName } from '../../src/domain.ts';
import { published, txt } from './published.ts';

const domain = 'example.test' as DomainName;

async function hosts(names: Parameters<typeof published>[0]): Promise<string[]> {
  const spf = await gatherSpf(domain, published(names));
  if (!spf.ok) throw new Error('no facts');
  return spf.value.hosts.map(({ address }) => address);
}

describe('the single hosts that send', () => {
  it('are those of own records, redirects and own includes; not those of another organization', async () => {
    expect(
      await hosts({
        'example.test': txt('v=spf1 ip4:192.0.2.1 include:_a.example.test include:esp.test -all'),
        '_a.example.test': txt('v=spf1 ip4:192.0.2.2 include:_b.example.test redirect=_c.example.test'),
        '_b.example.test': txt('v=spf1 a:h.example.test -all'),
        '_c.example.test': txt('v=spf1 ip4:192.0.2.4 -all'),
        'h.example.test': { A: ['192.0.2.3'] },
        'esp.test': txt('v=spf1 ip4:203.0.113.1 include:_d.example.test -all'),
        '_d.example.test': txt('v=spf1 ip4:192.0.2.5 -all'),
      }),
    ).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4']);
  });

  it('are not those of an include that lets nobody pass', async () => {
    expect(
      await hosts({
        'example.test': txt('v=spf1 ?include:_a.example.test -include:_a.example.test -all'),
        '_a.example.test': txt('v=spf1 ip4:192.0.2.2 -all'),
      }),
    ).toEqual([]);
  });

  it('come to an end where includes go in a circle', async () => {
    expect(
      await hosts({
        'example.test': txt('v=spf1 include:_a.example.test ip4:192.0.2.1 -all'),
        '_a.example.test': txt('v=spf1 ip4:192.0.2.2 include:example.test -all'),
      }),
    ).toEqual(['192.0.2.1', '192.0.2.2']);
  });
});

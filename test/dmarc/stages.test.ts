import { describe, expect, it } from 'vitest';
import { readSubject } from '../../src/audit.ts';
import { gatherDmarc } from '../../src/dmarc/gather.ts';
import { stagesOf } from '../../src/dmarc/stages.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';

const rua = 'rua=mailto:d@example.test';

/** The records that lie ahead of one at the domain itself. */
async function ahead(text: string, domain = 'example.test'): Promise<string[]> {
  const zone = ['$ORIGIN example.test.', '$TTL 60', '@ A 192.0.2.1', 'mail A 192.0.2.2'];
  const resolver = zoneResolver([...zone, `_dmarc TXT ${JSON.stringify(text)}`].join('\n'));
  const fact = await gatherDmarc(readSubject({ domain }), resolver);
  if (!fact.ok) throw new Error(fact.failed.answer.failure);
  return stagesOf(fact.value).map(({ value }) => value);
}

describe('the steps ahead', () => {
  it('are none where they would lose the mailbox of failure reports of a text that receivers discard', async () => {
    expect(await ahead(` v=DMARC1; p=none; ${rua}`)).toHaveLength(3);
    expect(await ahead(` v=DMARC1; p=none; ruf=mailto:f@example.test; ${rua}`)).toEqual([]);
  });

  it.each([
    [`v=DMARC1; p=none; sp=reject; t=y; ${rua}`, 'example.test'],
    ['v=DMARC1; p=none; sp=reject; pct=10', 'example.test'],
    [`v=DMARC1; p=reject; sp=none; t=y; ${rua}`, 'mail.example.test'],
  ])('are none where the first would free a stronger policy for other names: %s', async (text, domain) => {
    expect(await ahead(text, domain)).toEqual([]);
  });

  it('keep a stronger policy for other names where nothing holds it back', async () => {
    expect(await ahead(`v=DMARC1; p=none; sp=reject; ${rua}`)).toEqual([
      `v=DMARC1; p=quarantine; sp=reject; ${rua}`,
      `v=DMARC1; p=reject; sp=reject; ${rua}`,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { judged } from './findings.ts';
import { published, txt } from './published.ts';

const addresses = Array.from({ length: 9 }, (_, index) => `45.64.7.${index + 1}`);

async function findings(helo: string) {
  const resolver = published({
    'example.test': txt('v=spf1 ip4:45.64.7.0/24 -all'),
    'mx.test': txt('v=spf1 ip4:45.70.0.1 -all'),
    'onward.test': txt('v=spf1 a:mx.test redirect=mx.test'),
    'long.test': txt(`v=spf1 ${'ip4:45.70.0.1 '.repeat(200)}-all`),
  });
  const result = await judged(resolver, { addresses, sender: null, helo });
  return result?.found.filter(({ id }) => id === 'spf-helo-unauthorized') ?? [];
}

const shownAt = ({ at }: { readonly at?: { record: string; start: number; end: number } }) =>
  at?.record.slice(at.start, at.end);

describe('what shows that the EHLO name forbids an address', () => {
  it('is its record, with the term that decides', async () => {
    const [first] = await findings('mx.test');
    expect(first?.evidence).toEqual([
      { name: 'mx.test', type: 'TXT', status: 'found', records: ['v=spf1 ip4:45.70.0.1 -all'] },
    ]);
    expect(first?.at?.record).toBe('v=spf1 ip4:45.70.0.1 -all');
    expect(first && shownAt(first)).toBe('-all');
  });

  it('is that of the redirect too, where the term stands there', async () => {
    const [first] = await findings('onward.test');
    expect(first?.evidence.map(({ name }) => name)).toEqual(['onward.test', 'mx.test']);
    expect(first?.at?.record).toBe('v=spf1 ip4:45.70.0.1 -all');
  });

  it('points at nothing in a record that was cut', async () => {
    const [first] = await findings('long.test');
    expect(first?.evidence.map(({ name }) => name)).toEqual(['long.test']);
    expect(first?.at).toBeUndefined();
  });

  it('is not kept for more than eight addresses', async () => {
    const found = await findings('mx.test');
    expect(found.map(({ evidence }) => evidence.length)).toEqual([...Array<number>(8).fill(1), 0]);
  });
});

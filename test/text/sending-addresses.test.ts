import { describe, expect, it } from 'vitest';
import { firstAddresses } from '../../src/text/sending-addresses.ts';

const entry = (address: string, source = 'spf') => ({ address, source });

describe('firstAddresses', () => {
  it.each([
    ['one spelling for each address', [entry('2001:DB8:0::1'), entry('2001:db8::1')], 9, ['2001:db8::1'], 0],
    [
      'a mapped address is the IPv4 one',
      [entry('::ffff:192.0.2.1'), entry('192.0.2.1')],
      9,
      ['192.0.2.1'],
      0,
    ],
    ['what is no address is dropped', [entry('localhost'), entry('192.0.2.1')], 9, ['192.0.2.1'], 0],
    [
      'what was given comes first',
      [entry('192.0.2.1'), entry('192.0.2.2', 'given')],
      9,
      ['192.0.2.2', '192.0.2.1'],
      0,
    ],
    [
      'the rest is counted',
      [entry('192.0.2.1'), entry('192.0.2.2'), entry('192.0.2.3')],
      1,
      ['192.0.2.1'],
      2,
    ],
    [
      'the cap leaves out nothing that was given',
      [entry('192.0.2.1', 'given'), entry('192.0.2.2', 'given')],
      1,
      ['192.0.2.1', '192.0.2.2'],
      0,
    ],
  ])('%s', (_reason, entries, cap, kept, omitted) => {
    const result = firstAddresses(entries, cap);
    expect(result.kept.map(({ address }) => address)).toEqual(kept);
    expect(result.omitted).toBe(omitted);
  });
});

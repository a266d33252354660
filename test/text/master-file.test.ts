import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';
import { masterRecord } from '../../src/text/master-file.ts';

/** What a master file of these lines holds at the name. */
async function read(lines: readonly string[], name: string): Promise<readonly string[]> {
  const answer = await zoneResolver(`$TTL 60\n${lines.join('\n')}\n`).query(name, 'TXT');
  return answer.status === 'found' ? answer.records.map((strings) => strings.join('')) : [];
}

describe('masterRecord', () => {
  it.each([
    {
      value: 'v=spf1 -all',
      width: 80,
      lines: ['a.test. TXT "v=spf1 -all"'],
    },
    {
      value: 'v=spf1 include:b.test include:c.test -all',
      width: 40,
      lines: ['a.test. TXT (', '  "v=spf1 include:b.test "', '  "include:c.test -all" )'],
    },
    { value: 'a"b\\c\u00e9', width: 80, lines: ['a.test. TXT "a\\"b\\\\c\\233"'] },
    { value: '', width: 80, lines: ['a.test. TXT ""'] },
  ])('$value in $width columns', ({ value, width, lines }) => {
    expect(masterRecord({ name: 'a.test', type: 'TXT', value }, width)).toEqual(lines);
  });

  it('leaves other data whole', () => {
    const mx = { name: 'a.test', type: 'MX', value: '10 mx.a.test.' };
    expect(masterRecord(mx, 80)).toEqual(['a.test. MX 10 mx.a.test.']);
    expect(masterRecord(mx, 20)).toEqual(['a.test. MX (', '  10 mx.a.test. )']);
  });

  it('is read back as the same text, and keeps to the width', async () => {
    const octets = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 900 });
    await fc.assert(
      fc.asyncProperty(octets, fc.integer({ min: 20, max: 120 }), async (codes, width) => {
        const value = String.fromCharCode(...codes);
        const lines = masterRecord({ name: 'a.test', type: 'TXT', value }, width);
        expect(await read(lines, 'a.test')).toEqual([value]);
        expect(lines.filter((line) => line.length > width)).toEqual([]);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../src/dkim/base64.ts';

const decode = (value: string) => decodeBase64({ value, valueStart: 7 });

describe('base64', () => {
  it.each<[string, string, boolean, boolean, string]>([
    ['', '', true, true, 'nothing'],
    ['+/+/', 'fbffbf', true, true, 'the two characters beside letters and digits'],
    ['AAEC', '000102', true, true, 'three octets'],
    ['AAE=', '0001', true, true, 'two'],
    ['AA==', '00', true, true, 'one'],
    [' A\tA\r\n \r\n E \t\t= ', '0001', true, true, 'white space anywhere'],
    ['AA = \t\t =', '00', true, true, 'white space between the equals signs'],
    ['AAE', '0001', false, true, 'an equals sign too few'],
    ['AAE==', '0001', false, true, 'one too many'],
    ['AAEC====', '000102', false, true, 'four too many'],
    ['A===', '', false, false, 'a digit too few'],
    ['AAECA', '000102', false, false, 'a digit too few at the end'],
  ])('%j is %s, padded %s, even %s: %s', (value, hex, padded, even) => {
    const decoded = decode(value);
    if (typeof decoded === 'number') throw new Error(`a fault at ${decoded}`);
    expect(Buffer.from(decoded.octets).toString('hex')).toBe(hex);
    expect([decoded.padded, decoded.even]).toEqual([padded, even]);
  });

  it.each<[string, number]>([
    ['_', 7],
    ['AA-A', 9],
    ['AA\u00a0A', 9],
    ['AA\u000bA', 9],
    ['AA=A', 10],
    ['=A', 8],
    ['AA== =;', 13],
  ])('%j is none from offset %i on', (value, offset) => {
    expect(decode(value)).toBe(offset);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marked, printable, wrap } from '../../src/text/terminal.ts';

describe('printable', () => {
  it.each([
    ['plain', 'plain'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['a\nb\tc', 'a\\x0ab\\x09c'],
    ['\u009b31m', '\\x9b31m'],
    ['x\u202ey', 'x\\u{202e}y'],
    ['\u00e9', '\u00e9'],
  ])('%j becomes %j', (text, safe) => {
    expect(printable(text)).toBe(safe);
  });
});

describe('wrap', () => {
  it('breaks at spaces and cuts longer words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('keeps to the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('marked', () => {
  it('puts the marks under the fault', () => {
    expect(marked('v=spf1 ip4:x -all', 7, 12, 40)).toEqual(['v=spf1 ip4:x -all', '       ^^^^^']);
  });

  it('carries the marks over to the next line', () => {
    expect(marked('aaaa bbbb cccc dddd', 5, 14, 10)).toEqual(['aaaa bbbb', '     ^^^^', 'cccc dddd', '^^^^']);
  });

  it('marks a place where something is missing', () => {
    expect(marked('v=spf1 a', 8, 8, 40)).toEqual(['v=spf1 a', '        ^']);
  });

  it('cuts a fault of many lines, such as a key', () => {
    expect(marked(`p=${'A'.repeat(50)} t=y`, 0, 52, 20)).toEqual([
      `p=${'A'.repeat(18)}`,
      '^'.repeat(20),
      '… t=y',
      '^',
    ]);
  });

  it('counts escapes as they are printed', () => {
    expect(marked('a\u0007b', 2, 3, 40)).toEqual(['a\\x07b', '     ^']);
  });

  it('marks as many columns as the fault has, whatever the width', () => {
    const record = fc.stringMatching(/^[a-z:=]{1,12}( [a-z:=]{1,12}){0,8}$/);
    fc.assert(
      fc.property(
        record,
        fc.nat(100),
        fc.nat(20),
        fc.integer({ min: 12, max: 60 }),
        (text, from, length, width) => {
          const start = Math.min(from, text.length - 1);
          const end = Math.min(text.length, start + length + 1);
          const lines = marked(text, start, end, width);
          const marks = lines
            .filter((line) => /^ *\^+$/.test(line))
            .join('')
            .replaceAll(' ', '');
          // A space at which the line was broken is not there to be marked.
          const visible = text.slice(start, end).replaceAll(' ', '').length;
          expect(marks.length).toBeGreaterThanOrEqual(Math.max(visible === 0 ? 0 : 1, visible));
          expect(marks.length).toBeLessThanOrEqual(end - start);
        },
      ),
    );
  });
});

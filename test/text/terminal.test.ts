import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonEscaped, legible, marked, printable, wrap } from '../../src/text/terminal.ts';

describe('printable', () => {
  it.each([
    ['plain', 'plain'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['a\nb\tc', 'a\\x0ab\\x09c'],
    ['\u009b31m', '\\x9b31m'],
    ['x\u202ey', 'x\\u{202e}y'],
    ['\u00e9', '\u00e9'],
    ['a\u00ad\u061c\u180e\u2065\ufeff\ufffbb', 'a\\xad\\u{61c}\\u{180e}\\u{2065}\\u{feff}\\u{fffb}b'],
    ['a\u{e0041}b', 'a\\u{e0041}b'],
    ['😀', '😀'],
  ])('%j becomes %j', (text, safe) => {
    expect(printable(text)).toBe(safe);
  });
});

describe('jsonEscaped', () => {
  it('gives JSON of the same value without what a terminal would act upon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = [`${text}\u00ad\ufff9\u{e0041}\u009b`];
        const json = jsonEscaped(JSON.stringify(value, null, 2));
        expect(JSON.parse(json)).toEqual(value);
        expect(printable(json.replaceAll('\n', ''))).toBe(json.replaceAll('\n', ''));
      }),
    );
  });
});

describe('legible', () => {
  const octets = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

  it.each([
    ['UTF-8', octets('é€😀ß'), 'é€😀ß'],
    ['an octet that is no UTF-8', 'a\xe9b', 'aéb'],
    ['half a character', '\xe2\x80', 'â\\x80'],
    ['an overlong form', '\xc0\xaf', 'À¯'],
    ['a surrogate in UTF-8', '\xed\xa0\x80', 'í\xa0\\x80'],
    ['a direction mark in UTF-8', octets('a\u202eb'), 'a\\u{202e}b'],
    ['a control character in UTF-8', octets('a\u009bb'), 'a\\x9bb'],
    ['text that is decoded already', '…é€', '…é€'],
  ])('%s', (_, text, drawn) => {
    expect(legible(text)).toBe(drawn);
  });

  it('decodes what UTF-8 encodes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(legible(octets(text))).toBe(printable(text));
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks at spaces and cuts longer words', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('keeps French marks and quotes with their words', () => {
    expect(wrap('le terme « mx » : deux', 10)).toEqual(['le terme', '« mx » :', 'deux']);
    expect(wrap('quoi ? (oui !) non', 8)).toEqual(['quoi ?', '(oui !)', 'non']);
    expect(wrap('v=spf1 :a', 7)).toEqual(['v=spf1', ':a']);
  });

  it('keeps the thousands of a number together', () => {
    expect(wrap('environ 4 294 967 296 hôtes', 16)).toEqual(['environ', '4 294 967 296', 'hôtes']);
    expect(wrap('les 45 056, et 1 200.', 6)).toEqual(['les', '45 056', ', et', '1 200.']);
    expect(wrap('a.b2 127.0.0.2', 6)).toEqual(['a.b2', '127.0.', '0.2']);
    expect(wrap('12 1234 5 123/8', 5)).toEqual(['12', '1234', '5', '123/8']);
    expect(wrap('soit 16 777 216 adresses', 16)).toEqual(['soit 16 777 216', 'adresses']);
    expect(wrap('soit 16 777 216 adresses', 12)).toEqual(['soit', '16 777 216', 'adresses']);
    expect(wrap('reply 550 5.7.26', 10)).toEqual(['reply 550', '5.7.26']);
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

  it('counts UTF-8 as it is printed, in front of the fault and inside', () => {
    expect(marked('n=\xc3\xa9\xc3\xa9; p=\xc3\xa9', 8, 12, 40)).toEqual(['n=éé; p=é', '      ^^^']);
  });

  it('keeps surrogate pairs whole where it breaks a line', () => {
    const lines = marked(Buffer.from('😀'.repeat(20)).toString('latin1'), 0, 4, 15);
    expect(lines.join('')).not.toMatch(/(?:^|[^\ud83d])\ude00|\ud83d(?!\ude00)/);
    expect(lines.every((line) => line.length <= 15)).toBe(true);
  });

  it('shows a record of eight lines whole', () => {
    const record = Array.from({ length: 8 }, (_, index) => `line${index}abc`).join(' ');
    expect(marked(record, 0, 5, 10).filter((line) => !line.includes('^'))).toHaveLength(8);
  });

  it('shows of a long record the lines near the fault, and how much it leaves out', () => {
    const words = Array.from({ length: 1000 }, (_, index) => `w${String(index).padStart(8, '0')}`);
    const record = words.join(' ');
    const start = record.indexOf('w00000500');
    expect(marked(record, start, start + 9, 10)).toEqual([
      '… 4,980 characters …',
      'w00000498',
      'w00000499',
      'w00000500',
      '^^^^^^^^^',
      'w00000501',
      'w00000502',
      '… 4,969 characters …',
    ]);
  });

  it('shows a bounded number of lines, whatever the record and the fault', () => {
    const record = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 3000 });
    fc.assert(
      fc.property(record, fc.nat(3000), fc.nat(3000), (text, from, length) => {
        const start = Math.min(from, text.length);
        const lines = marked(text, start, Math.min(text.length, start + length), 40);
        expect(lines.length).toBeLessThanOrEqual(14);
        expect(lines.some((line) => /^ *\^+$/.test(line))).toBe(true);
      }),
    );
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter } from '../../src/bounces/lines.ts';

function split(chunks: readonly (string | Uint8Array)[], limit?: number) {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line), limit);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return { lines, cut: splitter.cut, unreadable: splitter.unreadable };
}

const bytes = (...octets: number[]) => Uint8Array.from(octets);

describe('lines of a stream', () => {
  it.each([
    ['no line end', ['ab'], ['ab']],
    ['both kinds of line ends', ['a\r\nb\nc'], ['a', 'b', 'c']],
    ['empty lines', ['a\n\n\nb\n'], ['a', '', '', 'b']],
    ['a line over several chunks', ['a', 'b', 'c\nd', 'e\n'], ['abc', 'de']],
    ['a carriage return at the end of a chunk', ['a\r', '\nb'], ['a', 'b']],
    ['nothing', [], []],
    ['only a line end', ['\n'], ['']],
  ])('%s', (_, chunks, lines) => {
    expect(split(chunks).lines).toEqual(lines);
  });

  it('keeps the beginning of a line that is too long, and counts it', () => {
    expect(split(['abcdefgh\nij\n'], 4)).toMatchObject({ lines: ['abcd', 'ij'], cut: 1 });
    expect(split(['abc', 'def', 'gh\nij', 'klmn'], 4)).toMatchObject({ lines: ['abcd', 'ijkl'], cut: 2 });
    expect(split(['abcd\r\n', 'efgh'], 4)).toMatchObject({ lines: ['abcd', 'efgh'], cut: 0 });
  });

  it('puts U+FFFD for what is no UTF-8, and reads a character over two chunks', () => {
    expect(split([bytes(0x61, 0xff, 0x62)]).lines).toEqual(['a\ufffdb']);
    expect(split([bytes(0x61, 0xc3), bytes(0xa9, 0x0a)]).lines).toEqual(['aé']);
  });

  it('reads UTF-16 by its byte order mark', () => {
    expect(split([bytes(0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62, 0)]).lines).toEqual(['a', 'b']);
    expect(split([bytes(0xfe, 0xff, 0, 0x61)])).toMatchObject({ lines: ['a'], unreadable: null });
  });

  it('tells compressed and binary input from text', () => {
    expect(split([bytes(0x1f, 0x8b, 8, 0)]).unreadable).toBe('compressed');
    expect(split([bytes(0x28, 0xb5, 0x2f, 0xfd)]).unreadable).toBe('compressed');
    expect(split([bytes(0x61, 0, 0x62)]).unreadable).toBe('binary');
    expect(split([bytes(0x61, 0xff, 0x62)]).unreadable).toBeNull();
  });

  it('gives the same lines wherever the chunks end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(60), { maxLength: 8 }), (text, places) => {
        const octets = new TextEncoder().encode(text.replaceAll('\0', ' ').replaceAll('\ufeff', ' '));
        const ends = [...places.map((one) => Math.min(one, octets.length)), octets.length].toSorted(
          (a, b) => a - b,
        );
        const chunks = ends.map((end, index) => octets.subarray(ends[index - 1] ?? 0, end));
        expect(split(chunks, 10)).toEqual(split([octets], 10));
      }),
    );
  });
});

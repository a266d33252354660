import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTagList, withoutTags, withValue } from '../../src/text/tag-list.ts';
import { codeUnit } from '../support/code-unit.ts';

const pairs = (text: string, names?: 'any-case') =>
  parseTagList(text, names).tags.map(({ name, value }) => `${name}=${value}`);
const faults = (text: string, names?: 'any-case') =>
  parseTagList(text, names).problems.map(({ code, start, end }) => `${code}:${start}-${end}`);

/** Texts made of the pieces that matter, beside arbitrary ones. */
const pieces = fc.constantFrom(
  ';',
  '=',
  ' ',
  '\t',
  '\r\n ',
  '\n',
  'v',
  'V',
  'p',
  'DKIM1',
  'a_1',
  '1',
  'é',
  '-',
  ':',
);
const texts = fc.oneof(
  fc.string({ unit: codeUnit }),
  fc.array(pieces).map((parts) => parts.join('')),
);

describe('tag-lists', () => {
  it.each([
    ['v=DKIM1; p=abc', ['v=DKIM1', 'p=abc'], 'two tags'],
    ['v=DKIM1; p=abc;', ['v=DKIM1', 'p=abc'], 'a final semicolon ends the last tag'],
    [
      ' v = DKIM1 ;\tp = a b ',
      ['v=DKIM1', 'p=a b'],
      'white space around names and values is dropped, inside kept',
    ],
    ['v=DKIM1;\r\n p=abc', ['v=DKIM1', 'p=abc'], 'folding white space'],
    ['p=', ['p='], 'an empty value is a value'],
    ['p=a=b==', ['p=a=b=='], 'only the first equals sign separates'],
    ['a_1=x', ['a_1=x'], 'digits and underscores after the first letter'],
    ['', [], 'nothing'],
    ['  ', [], 'white space alone'],
  ])('reads %j', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
    expect(faults(text)).toEqual([]);
  });

  it.each([
    ['v=1;;p=2', 'empty-tag:4-5', 'two semicolons in a row'],
    [';v=1', 'empty-tag:0-1', 'a semicolon in front'],
    ['v=1; ;', 'empty-tag:5-6', 'white space between semicolons'],
    ['v=1; nonsense ; p=2', 'no-equals:5-13', 'a part without an equals sign, without the space around it'],
    ['v=1; 1p=2', 'bad-name:5-7', 'a name begins with a letter'],
    ['v=1; a-b=2', 'bad-name:5-8', 'a hyphen has no place in a name'],
    ['=2', 'bad-name:0-1', 'no name at all'],
    ['v=1; v=2', 'duplicate-tag:5-8', 'the second of two'],
    ['n=caf\u00e9', 'bad-character:5-6', 'not ASCII'],
    ['n=a\nb', 'line-break:3-4', 'a line feed alone does not fold'],
    ['n=a\rb', 'line-break:3-4', 'nor does a carriage return'],
    ['n=a\r\nb', 'line-break:3-4', 'a line break folds only before white space'],
    ['n=a\n\r\n b', 'line-break:3-4', 'the first of several'],
    ['v=1;\n p=2', 'line-break:4-5', 'around a tag too'],
    ['v=1;\r\n', 'line-break:4-5', 'and at the end'],
  ])('marks the fault of %j', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it('compares names by case, unless told otherwise', () => {
    expect(faults('p=1; P=2')).toEqual([]);
    expect(faults('p=1; P=2', 'any-case')).toEqual(['duplicate-tag:5-8']);
  });

  it('reads a hundred tags and no more', () => {
    const text = (count: number) => Array.from({ length: count }, (_, i) => `t${i}=1`).join(';');
    expect(faults(`${text(100)};`)).toEqual([]);
    const over = parseTagList(text(101));
    expect(over.tags).toHaveLength(100);
    expect(over.problems).toMatchObject([{ code: 'too-many-tags', end: text(101).length }]);
  });

  it.each([';', '=', ' ', 'a', 'a=', 'a=b;', '\r\n'])('survives %j repeated', (unit) => {
    const { tags, problems } = parseTagList(unit.repeat(100_000));
    expect(tags.length + problems.length).toBeLessThanOrEqual(300);
  });

  it('is total, and its offsets point at their own text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tags, problems } = parseTagList(text);
        for (const { name, value, start, valueStart, end } of tags) {
          expect(text.slice(start, start + name.length)).toBe(name);
          expect(text.slice(valueStart, end)).toBe(value);
          expect(value).toBe(value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
        }
        for (const { start, end } of problems)
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
    );
  });

  it('gives each part between semicolons to a tag or a problem', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = text.split(';').slice(0, 100);
        const filled = parts.filter((part) => /[^ \t\r\n]/.test(part)).length;
        const { tags, problems } = parseTagList(text);
        const broken = problems.filter(({ code }) => code === 'no-equals' || code === 'bad-name').length;
        expect(tags.length + broken).toBe(filled);
      }),
    );
  });
});

describe('editing', () => {
  const read = parseTagList('v=1; a=2; b=3;').tags;
  it.each([
    ['v', 'a=2; b=3;'],
    ['a', 'v=1; b=3;'],
    ['b', 'v=1; a=2;'],
  ])('removes %s', (name, expected) => {
    const tag = read.filter((one) => one.name === name);
    expect(withoutTags('v=1; a=2; b=3;', tag)).toBe(expected);
  });

  it('removes a tag together with the white space before its semicolon', () => {
    const text = 'v=1 ; a=2 ; b=3';
    expect(withoutTags(text, parseTagList(text).tags.slice(1, 2))).toBe('v=1 ; b=3');
  });

  it('removes the last tag where no semicolon follows', () => {
    const text = 'v=1; a=2; b=3';
    expect(pairsOf(withoutTags(text, parseTagList(text).tags.slice(1)))).toEqual(['v=1']);
  });

  it('replaces one value and leaves the rest as written', () => {
    const text = 'v=1 ;a= 2 ; b=3';
    const [, tag] = parseTagList(text).tags;
    expect(tag && withValue(text, tag, 'x')).toBe('v=1 ;a= x ; b=3');
  });

  function pairsOf(text: string): string[] {
    return pairs(text);
  }
});

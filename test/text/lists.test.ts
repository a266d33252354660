import { describe, expect, it } from 'vitest';
import { clauses, listed, paired } from '../../src/text/lists.ts';
import { say } from '../../src/text/say.ts';

const key = { en: 'a key', fr: 'une clé' };

describe('lists in a sentence', () => {
  it.each([
    [[], '', ''],
    [[key], 'a key', 'une clé'],
    [['s1', key], 's1 and a key', 's1 et une clé'],
    [['s1', 's2', key], 's1, s2 and a key', 's1, s2 et une clé'],
  ])('are joined by and: %#', (parts, en, fr) => {
    expect(say(listed(parts), 'en')).toBe(en);
    expect(say(listed(parts), 'fr')).toBe(fr);
  });

  it('are joined as clauses, with a space before the mark in French', () => {
    expect(say(clauses(['x', key, 'y']), 'en')).toBe('x; a key; y');
    expect(say(clauses(['x', key, 'y']), 'fr')).toBe('x ; une clé ; y');
    expect(say(clauses([]), 'fr')).toBe('');
  });

  it('are joined by and throughout where the parts hold commas', () => {
    expect(say(paired(['x, 1', key, 'y']), 'en')).toBe('x, 1 and a key and y');
    expect(say(paired(['x, 1', key, 'y']), 'fr')).toBe('x, 1 et une clé et y');
  });

  it('do not read what was filled in', () => {
    expect(say(listed(['{last}', '{before}']), 'en')).toBe('{last} and {before}');
  });
});

import { describe, expect, it } from 'vitest';
import { joined, phrase, say, spoken } from '../../src/text/say.ts';

const lost = { en: 'no key', fr: 'aucune clé' };
const found = phrase({ en: '{count} at {name}', fr: 'à {name} : {count}' }, { count: 2, name: 'a.example' });

describe('say', () => {
  it('says words, phrases and plain text', () => {
    expect(say(lost, 'fr')).toBe('aucune clé');
    expect(say(found, 'en')).toBe('2 at a.example');
    expect(say(found, 'fr')).toBe('à a.example : 2');
    expect(say('v=spf1', 'fr')).toBe('v=spf1');
  });

  it('says phrases within phrases in one language', () => {
    const outer = phrase({ en: 'because of {why}', fr: 'en raison de {why}' }, { why: lost });
    expect(say(outer, 'fr')).toBe('en raison de aucune clé');
  });

  it('does not read what it filled in', () => {
    const hostile = phrase({ en: '{name} {count}', fr: '{name} {count}' }, { name: '{count}', count: 1 });
    expect(say(hostile, 'en')).toBe('{count} 1');
  });

  it('leaves a placeholder alone that nothing stands for, even one that every object has', () => {
    expect(say({ en: '{constructor}', fr: '', with: {} }, 'en')).toBe('{constructor}');
  });

  it('joins parts, and leaves one alone', () => {
    expect(say(joined([lost, 'x', found], '; '), 'en')).toBe('no key; x; 2 at a.example');
    expect(joined([lost], '; ')).toBe(lost);
    expect(joined([], '; ')).toBe('');
  });
});

describe('spoken', () => {
  it('says every phrase of a structure and keeps the rest', () => {
    const facts = { reason: found, list: [lost, 'as it is', null], count: 3, deep: { none: undefined } };
    expect(spoken(facts, 'fr')).toEqual({
      reason: 'à a.example : 2',
      list: ['aucune clé', 'as it is', null],
      count: 3,
      deep: { none: undefined },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { checks } from '../../src/all-checks.ts';
import { french } from '../../src/locale/fr/index.ts';
import { referenceOf } from '../../src/locale/index.ts';

const parts = ['title', 'explanation', 'consequence', 'remedy'] as const;

const placeholders = (template: string) => [...new Set(template.match(/\{\w+\}/g))].toSorted();

describe('French templates', () => {
  it.each(Object.keys(french))('%s belongs to a check', (id) => {
    expect(checks.map((check) => check.id)).toContain(id);
  });

  const translated = checks.flatMap(({ id, messages }) => {
    const own = french[id];
    return own ? [{ id, messages, own }] : [];
  });

  it.each(translated)('of $id name the parameters of the English ones', ({ messages, own }) => {
    for (const part of parts) expect(placeholders(own[part]), part).toEqual(placeholders(messages[part]));
  });

  it.each(translated)('of $id are written as French is', ({ own }) => {
    for (const part of parts) {
      // A space before high marks and inside quotes, none of the kind that does not break: wrap() sees to it.
      expect(own[part], part).not.toMatch(/[\w)»"][!?;](?:\s|$)|[^\s\d]:\s|«\S|\S»|[\u00a0\u202f’]/);
      expect(own[part], part).not.toMatch(/\s{2}|^\s|\s$/);
    }
  });
});

describe('French references', () => {
  it.each(checks)('$id names documents and clauses, and what else there is in French', (check) => {
    const english = /\b(?:practice|receivers|sender|guidelines|appendix|of)\b/i;
    expect(referenceOf(check, 'fr')).not.toMatch(english);
    const numbers = (text: string) => text.match(/[A-Z]*\d[\d.]*/g);
    expect(numbers(referenceOf(check, 'fr'))).toEqual(numbers(check.reference));
  });
});

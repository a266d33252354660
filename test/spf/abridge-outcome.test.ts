import { describe, expect, it } from 'vitest';
import { abridgedVisit } from '../../src/spf/abridge-outcome.ts';
import type { SpfVisit } from '../../src/spf/outcome.ts';
import { phrase, say } from '../../src/text/say.ts';

const words = { en: 'of {name}', fr: 'pour {name}' } as const;

const visit = (reason: SpfVisit['reason']): SpfVisit => ({
  domain: 'example.test',
  questions: [],
  record: null,
  steps: [],
  result: 'none',
  reason,
});

describe('a reason in the facts', () => {
  it('stays the same object where nothing in it is long', () => {
    const reason = phrase(words, { name: phrase(words, { name: 'n'.repeat(1000) }) });
    expect(abridgedVisit(visit(reason)).reason).toBe(reason);
  });

  it('is cut where something in it is long, however deep', () => {
    const reason = phrase(words, { name: phrase(words, { name: 'n'.repeat(5000) }) });
    expect(say(abridgedVisit(visit(reason)).reason, 'fr')).toBe(`pour pour ${'n'.repeat(1000)}`);
    expect(abridgedVisit(visit('n'.repeat(5000))).reason).toBe('n'.repeat(1000));
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { french } from '../../src/locale/fr/index.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** The words beside the code; those of replies are quoted from documents and checked with them. */
function wordsInSource(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('smtp'))
    .flatMap((file) =>
      Array.from(
        readFileSync(`${source}${file}`, 'utf8').matchAll(
          /\bfr:\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`)/g,
        ),
        ([, single, double, template]) => single ?? double ?? template ?? '',
      ),
    );
}

const texts = [...wordsInSource(), ...Object.values(french).flatMap((messages) => Object.values(messages))];

describe('French has one word for one thing', () => {
  it('in many texts', () => {
    expect(texts.length).toBeGreaterThan(900);
  });

  it.each([
    ['requête for a question to the DNS', /\bquestions?\b/i],
    ['valide, not valable', /\bvalables?\b/i],
    ['tiret for a hyphen', /trait d'union/i],
    ['aboutir à for what an evaluation ends in', /\bse sold/i],
    ['pénaliser, not compter contre', /\bcompt\w+ [^.;]*\bcontre\b/i],
    ['isolément for hosts that are named singly', /\bun à un\b/i],
    ['présumé for what is presumed', /\bsupposée?s?\b/i],
  ])('%s', (_, other) => {
    expect(texts.filter((text) => other.test(text))).toEqual([]);
  });
});

/** « Toutes les listes n'ont pas répondu » may mean some and may mean none. */
const all = /\b(?:tout|tous|toutes?)\b(?! hôte| modificateur)[^.;:,]*\bn(?:e |')[^.;:,]*\bpas\b/i;

describe('French says whether not all or none', () => {
  it('by another word than tout before ne … pas', () => {
    expect(all.test("Tout ce dont dépend le verdict n'a pas pu être déterminé.")).toBe(true);
    expect(texts.filter((text) => all.test(text))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/cli/language.ts';

describe('languageOf', () => {
  it.each([
    { args: [], env: {}, language: 'en' },
    { args: [], env: { LANG: 'fr_FR.UTF-8' }, language: 'fr' },
    { args: [], env: { LANG: 'fr' }, language: 'fr' },
    { args: [], env: { LANG: 'fr_CA@euro' }, language: 'fr' },
    { args: [], env: { LANG: 'fry_NL' }, language: 'en' },
    { args: [], env: { LANG: 'de_DE.UTF-8' }, language: 'en' },
    { args: [], env: { LANG: 'fr_FR.UTF-8', LC_ALL: 'C' }, language: 'en' },
    { args: [], env: { LANG: 'en_US.UTF-8', LC_MESSAGES: 'fr_BE.UTF-8' }, language: 'fr' },
    { args: [], env: { LANG: 'fr_FR.UTF-8', LC_MESSAGES: '' }, language: 'fr' },
    { args: ['--lang', 'fr'], env: { LC_ALL: 'C' }, language: 'fr' },
    { args: ['--lang=fr'], env: {}, language: 'fr' },
    { args: ['--lang=en'], env: { LANG: 'fr_FR.UTF-8' }, language: 'en' },
    { args: ['--lang', 'fr', '--lang', 'en'], env: {}, language: 'en' },
    { args: ['--lang'], env: { LANG: 'fr_FR.UTF-8' }, language: 'fr' },
    { args: ['--lang', 'klingon'], env: {}, language: 'en' },
    { args: ['--', '--lang', 'fr'], env: {}, language: 'en' },
  ])('$args, $env: $language', ({ args, env, language }) => {
    expect(languageOf(args, env)).toBe(language);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/all-checks.ts';
import { type Cause, causeTexts } from '../../src/smtp/causes/index.ts';
import { explainReply } from '../../src/smtp/explain.ts';
import { match } from '../../src/smtp/explain/match.ts';
import { compilePhrases, readPhrase } from '../../src/smtp/explain/phrases.ts';
import { readReply } from '../../src/smtp/explain/read.ts';
import type { ReplyEntry } from '../../src/smtp/replies/entry.ts';
import { hints } from '../../src/smtp/replies/hints.ts';
import { catalogue } from '../../src/smtp/replies/index.ts';
import { sendersOfReplies } from '../../src/smtp/replies/senders.ts';

/** A text that shows the receiver and says nothing else: the first hint of its own. */
function hintOf(receiver: string | null): string {
  const hint = hints.find(([id, kind]) => id === receiver && kind !== 'recipient');
  if (!hint) return '';
  const [alternative] = readPhrase(hint[2]);
  return ` ${(alternative?.parts ?? []).map(([text = '']) => text.replaceAll('*', '')).join(' ')}`;
}

/** Lines that hold an alternative of the entry's phrase as shortly as can be, with each of its codes. */
function linesOf(entry: ReplyEntry): string[] {
  const codes = entry.codes.length > 0 ? entry.codes : [{ reply: 550, enhanced: null }];
  const phrases =
    entry.phrase === ''
      ? ['']
      : readPhrase(entry.phrase).flatMap(({ parts, gaps }) => {
          const longest = Math.max(...parts.map((texts) => texts.length));
          return Array.from({ length: longest }, (_, index) =>
            parts
              .map((texts, at) => {
                const text = (texts[index % texts.length] ?? '').replaceAll('*', '');
                return (gaps[at - 1] ?? 0) > 1 ? `zz ${text}` : text;
              })
              .join(' '),
          );
        });
  return codes.flatMap(({ reply, enhanced }) => {
    const code = [reply ?? (enhanced === null ? 550 : Number(enhanced[0]) * 100 + 50), enhanced]
      .filter(Boolean)
      .join(' ');
    return phrases.flatMap((phrase) => [`${code} ${phrase}`, `${code} ${phrase}${hintOf(entry.receiver)}`]);
  });
}

function titleOf({ receiver, cause, phrase, codes }: ReplyEntry): string {
  const [code] = codes;
  return `${receiver ?? 'anyone'}: ${cause}: ${phrase.slice(0, 60) || [code?.reply, code?.enhanced].join(' ')}`;
}

describe('the catalogue of replies', () => {
  it('covers what its readers meet', () => {
    expect(catalogue.length).toBeGreaterThan(900);
    const covered = new Set(catalogue.map(({ cause }) => cause));
    expect((Object.keys(causeTexts) as Cause[]).filter((cause) => !covered.has(cause))).toEqual([]);
  });

  it('has replies of every sender that it names, and names every sender', () => {
    const used = new Set(catalogue.flatMap(({ receiver }) => receiver ?? []));
    expect([...used].filter((id) => !Object.hasOwn(sendersOfReplies, id))).toEqual([]);
    expect(Object.keys(sendersOfReplies).filter((id) => id !== 'rfc' && !used.has(id as never))).toEqual([]);
  });

  it.each(catalogue.map((entry) => ({ entry, title: titleOf(entry) })))(
    '$title wins for a line made of it',
    ({ entry }) => {
      const winners = linesOf(entry).map((line) => match(readReply(line)).candidates[0]?.entry);
      expect(winners).toContain(entry);
    },
  );

  it.each(catalogue.map((entry) => ({ entry, title: titleOf(entry) })))(
    '$title explains to its cause',
    ({ entry }) => {
      const lines = linesOf(entry);
      const causes = lines.map((line) => explainReply(line).cause);
      expect(causes).toContain(entry.cause);
    },
  );

  it('gives a rank that its kind of mark may have', () => {
    const odd = catalogue.filter(({ mark, rank }) => {
      if (mark === 'token') return rank < 38;
      if (mark === 'code') return rank > 24;
      return rank < 20 || rank > 52;
    });
    expect(odd.map(titleOf)).toEqual([]);
  });
});

describe('the notation of phrases', () => {
  it.each([
    ['a … b', 'a x b', true],
    ['a … b', `a ${'x'.repeat(90)} b`, false],
    ['a …… b', `a ${'x'.repeat(90)} b`, true],
    ['a … b', 'b a', false],
    ['{no|missing} ~ {ptr|rdns}', 'missing rdns', true],
    ['{no|missing} ~ {ptr|rdns}', 'missing the rdns', false],
    ['spam', 'antispam', false],
    ['*spam', 'antispam', true],
    ['spam', 'spams', false],
    ['spam*', 'spams', true],
    ['spam', 'mx.spam.example', false],
    ['spam', 'spam@example', false],
    ['spam', 'rejected as spam.', true],
    ['user unknown', 'user unknown.please', true],
    ['a … b … c', 'a b c', true],
    ['a … b … c', 'a c b', false],
  ])('%s in %s: %s', (phrase, text, stands) => {
    expect(compilePhrases([phrase]).find(text).found.length > 0).toBe(stands);
  });

  it.each(['', 'a *b c', 'é', '{a', 'a … '])('refuses %j', (phrase) => {
    expect(() => compilePhrases([phrase])).toThrow(RangeError);
  });

  it('finds the longest of several alternatives, wherever it stands', () => {
    expect(compilePhrases(['a|a b']).find('a … a b').found).toEqual([{ phrase: 0, length: 3 }]);
  });
});

describe('regular expressions over replies', () => {
  const folder = new URL('../../src/smtp/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const texts = files.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

  it('repeat without bound at most once each, and never inside of a group that repeats', () => {
    const found = texts.flatMap(({ name, text }) =>
      [
        ...text.matchAll(
          /(?<=[(,=:\s[])\/(?![*/])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])+)\/[a-z]*(?=[.,);\s])/g,
        ),
      ].map(([, body = '']) => ({
        name,
        body,
        unbounded:
          body
            .replace(/\\./g, 'x')
            .replace(/\[[^\]]*\]/g, 'x')
            .match(/[+*]|\{\d+,\}/g)?.length ?? 0,
      })),
    );
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ unbounded }) => unbounded > 1)).toEqual([]);
  });
});

describe('the causes', () => {
  const ids = new Set<string>(checks.map(({ id }) => id));

  it.each(Object.entries(causeTexts))('%s says in both languages what it means and what to do', (_, text) => {
    for (const words of [text.meaning, text.remedy]) {
      expect(words.en).toMatch(/^[A-Z].*\.$/);
      expect(words.fr).toMatch(/^[A-ZÀÉ].*\.$/);
      expect(words.en).not.toBe(words.fr);
      expect(words.fr.replace('DMARC1;', '')).not.toMatch(/[’\u00A0\u202F]|[^ ][;!?]|\S:(?!\/\/)(?=\s)/);
    }
    expect(text.findings.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(text.findings).size).toBe(text.findings.length);
  });

  it('are the vocabulary of 59 words', () => {
    expect(Object.keys(causeTexts).length).toBe(59);
  });
});

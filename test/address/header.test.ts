import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFrom } from '../../src/address/header.ts';
import { judgeIdentities } from '../../src/address/judge.ts';
import { say, spoken } from '../../src/text/say.ts';

describe('judgeFrom accepts', () => {
  it.each<[text: string, domain: string | null, reason: string]>([
    ['news@x.example', 'x.example', 'addr-spec'],
    ['<news@x.example>', 'x.example', 'angle-addr'],
    ['News <news@x.example>', 'x.example', 'name-addr'],
    ['News<news@x.example>', 'x.example', 'no space before the bracket'],
    ['"Doe, J." <j@x.example>', 'x.example', 'a quoted display name'],
    ['"a \\" b" c <j@x.example>', 'x.example', 'a quoted pair, and an atom beside it'],
    ['J. Doe <j@x.example>', 'x.example', 'obs-phrase: a dot outside quotes'],
    ['=?utf-8?q?J=C3=A9?= <j@x.example>', 'x.example', 'an encoded word'],
    ['Jé 😀 <j@x.example>', 'x.example', 'UTF-8'],
    ['j@x.example (J (the) Doe)', 'x.example', 'nested comments'],
    ['j(c)@(d)x.example', 'x.example', 'comments around the @'],
    ['j @ x.example', 'x.example', 'spaces around the @'],
    ['News\r\n <news@x.example>', 'x.example', 'folded'],
    ['News\t<news@x.example>', 'x.example', 'a tab is white space'],
    ['a@x.example, B <b@y.example>', 'x.example', 'several authors: the first one counts'],
    ['"a b"@x.example', 'x.example', 'a quoted local part'],
    ['j@[192.0.2.1]', null, 'an address literal names no domain'],
    ['j@mail_out.x.example', 'mail_out.x.example', 'RFC 5322 §3.4.1 has dot-atom here'],
    ['j@BÜCHER.example', 'xn--bcher-kva.example', 'a U-label'],
    [`${'x'.repeat(65)}@x.example`, 'x.example', 'the limit of 64 octets is one of SMTP'],
  ])('%j (%s): %s', (text, domain) => {
    expect(judgeFrom(text)).toEqual({ ok: true, domain });
  });
});

describe('judgeFrom refuses', () => {
  it.each([
    ['', 'is empty'],
    [' \t', 'is empty'],
    ['(nobody)', 'holds a comment and no address'],
    ['Example News', 'has "Example News" where an address should stand'],
    ['news@x.example <news@x.example>', 'has "@" in its display name, outside quotes'],
    ['Doe, J <j@x.example>', 'has "Doe" where an address should stand'],
    ['News: <news@x.example>', 'begins a group, which names no author'],
    ['Team: a@x.example;', 'begins a group, which names no author'],
    ['News <news@x.example', 'has an opening bracket without a closing one'],
    ['News news@x.example>', 'has a closing bracket without an opening one'],
    ['News <news@x.example> weekly', 'has text after the closing bracket'],
    ['News <>', 'has nothing between its angle brackets'],
    ['News <news>', 'has no @ in its address'],
    ['News news@x.example', 'has a space or a comment inside its address'],
    ['a@x. example', 'has a space or a comment inside its address'],
    ['a(c).b@x.example', 'has a space or a comment inside its address'],
    ['"a".b@x.example', 'has text between the closing quote and the @'],
    ['"News <news@x.example>', 'has an opening quote without a closing one'],
    ['News (weekly <news@x.example>', 'has an opening parenthesis without a closing one'],
    ['j@[192.0.2.1', 'has an opening square bracket without a closing one'],
    ['a@@x.example', 'holds more than one @'],
    ['a@', 'has no domain'],
    ['@x.example', 'has nothing before the @'],
    ['a..b@x.example', 'has two dots in a row before the @'],
    ['a@x.example,', 'has a comma with no address beside it'],
    [',a@x.example', 'has a comma with no address beside it'],
    ['a@x.example\r\nBcc: b@y.example', 'holds a line break'],
    ['a@x.example\n b', 'holds a line break'],
    ['a\u001b[31m@x.example', 'holds a control character (U+001B)'],
    ['a@x.example;', 'has ";" in its domain'],
    ['a@x/é.example', 'has "/" in its domain'],
    ['News <a@x.example>, b', 'has "b" where an address should stand'],
    [`${'x'.repeat(999)} <a@x.example>`, 'has a line of 1013 octets; 998 are allowed'],
  ])('%j: %s', (text, problem) => {
    expect(spoken(judgeFrom(text), 'en')).toEqual({ ok: false, problem });
  });
});

describe('judgeFrom', () => {
  it('takes any text, and gives a clause for what it refuses', () => {
    const special = fc.string({
      unit: fc.constantFrom(
        'a',
        '.',
        '@',
        '"',
        '\\',
        ' ',
        '(',
        ')',
        '<',
        '>',
        ',',
        ':',
        'é',
        '[',
        ']',
        '\r\n ',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), special), (text) => {
        const verdict = judgeFrom(text);
        if (!verdict.ok) expect(say(verdict.problem, 'en')).toMatch(/^(?:has|holds|is|begins|ends) \S/);
      }),
    );
  });

  it('accepts any display name once it is quoted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (name) => {
        const inner = name.replace(/["\\]/g, '\\$&');
        expect(judgeFrom(`"${inner}" <a@x.example>`)).toEqual({ ok: true, domain: 'x.example' });
      }),
    );
  });

  it.each(['(', '"', '<', ',', '\\', 'a ', '()', '<>', '[', 'a@x.example, ', 'a@x.example,\r\n '])(
    'survives 20,000 times %j',
    (piece) => {
      expect(judgeFrom(piece.repeat(20_000)).ok).toBe(false);
    },
  );
});

describe('judgeIdentities', () => {
  it('keeps what was not given apart from what is empty', () => {
    expect(judgeIdentities({ from: null, mailFrom: null })).toEqual({ from: null, mailFrom: null });
    expect(spoken(judgeIdentities({ from: '', mailFrom: '' }), 'en')).toEqual({
      from: { text: '', verdict: { ok: false, problem: 'is empty' } },
      mailFrom: { text: '', verdict: { ok: true, domain: null } },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandMacros, fixedTarget, isMalformedName, targetName } from '../../src/spf/expand.ts';
import { parseMacroString } from '../../src/spf/macro.ts';

const read = (text: string) => parseMacroString(text, 0, 'domain').value;

/** RFC 7208 §7.4. */
const values = new Map([
  ['s', 'strong-bad@email.example.com'],
  ['l', 'strong-bad'],
  ['o', 'email.example.com'],
  ['d', 'email.example.com'],
  ['i', '192.0.2.3'],
  ['v', 'in-addr'],
]);

describe('expandMacros', () => {
  it.each([
    ['%{s}', 'strong-bad@email.example.com'],
    ['%{d}', 'email.example.com'],
    ['%{d4}', 'email.example.com'],
    ['%{d2}', 'example.com'],
    ['%{d1}', 'com'],
    ['%{dr}', 'com.example.email'],
    ['%{d2r}', 'example.email'],
    ['%{l-}', 'strong.bad'],
    ['%{lr}', 'strong-bad'],
    ['%{lr-}', 'bad.strong'],
    ['%{l1r-}', 'strong'],
    ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
    ['%{lr-}.lp.%{ir}.%{v}._spf.%{d2}', 'bad.strong.lp.3.2.0.192.in-addr._spf.example.com'],
    ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
    ['%{d999999999999999999999}', 'email.example.com'],
    ['%{S}', 'strong-bad%40email.example.com'],
    ['a%%b%_c%-d', 'a%b c%20d'],
    ['%{p}.example', null],
  ])('%s is %s (RFC 7208 §7)', (text, expanded) => {
    expect(expandMacros(read(text), (letter) => values.get(letter) ?? null)).toBe(expanded);
  });

  it('keeps empty parts between delimiters (RFC 7208 §7.3)', () => {
    expect(expandMacros(read('%{l+-}'), () => 'a+-b')).toBe('a..b');
  });

  it('escapes octets that URLs reserve, those of UTF-8 one by one, and never throws', () => {
    expect(expandMacros(read('%{L}'), () => "a!'()*~é")).toBe('a%21%27%28%29%2A~%C3%A9');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(expandMacros(read('%{L}'), () => text)).toMatch(/^[A-Za-z0-9._~%-]*$/);
      }),
    );
  });
});

describe('targetName', () => {
  it.each([
    ['A.Example.', 'a.example', 'lower case, no final dot'],
    [`${'a.'.repeat(126)}b`, `${'a.'.repeat(126)}b`, '253 characters fit'],
    [`x.${'a.'.repeat(126)}b`, `${'a.'.repeat(126)}b`, 'labels are dropped from the left (§7.3)'],
    [`${'x'.repeat(60)}.${'a.'.repeat(126)}b`, `${'a.'.repeat(126)}b`, 'a whole label each time'],
    ['x'.repeat(300), 'x'.repeat(300), 'one label cannot be shortened'],
  ])('%#: %s', (text, name) => {
    expect(targetName(text)).toBe(name);
  });
});

describe('fixedTarget', () => {
  it.each<[string | null, string | null, string]>([
    [null, 'example.test', 'no domain-spec is the domain'],
    ['%{d2}.x.test', 'example.test.x.test', 'the domain alone decides it'],
    ['%{i}.x.test', null, 'the address of the client'],
    ['%{o}.x.test', 'sender.test.x.test', 'the domain of the sender, whatever record it stands in'],
    ['%{o1}.%{dr}.test', 'test.test.example.test', 'both'],
    ['%{s}.x.test', null, 'the mailbox of the sender'],
    ['x.%{h}', null, 'the HELO name'],
  ])('%s is %s: %s', (text, name) => {
    expect(fixedTarget(text === null ? null : read(text), 'example.test', 'sender.test')).toBe(name);
  });
});

describe('isMalformedName', () => {
  it.each([
    ['a..b', true],
    ['.a', true],
    ['', true],
    [`${'a'.repeat(64)}.b`, true],
    [`${'a'.repeat(63)}.b`, false],
    ['com', false],
    ['a_b.c,d', false],
  ])('%s: %s', (name, malformed) => {
    expect(isMalformedName(name)).toBe(malformed);
  });
});

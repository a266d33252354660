import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestors,
  InputError,
  parseDomain,
  quoted,
  registrableDomain,
  toDomainName,
} from '../src/domain.ts';

describe('parseDomain', () => {
  it.each([
    ['example.com', 'example.com', 'as it is'],
    ['Example.COM.', 'example.com', 'case folded, final dot dropped'],
    ['  example.com ', 'example.com', 'spaces around are no part of it'],
    ['news@example.com', 'example.com', 'of an address the domain counts'],
    ['münchen.example', 'xn--mnchen-3ya.example', 'U-labels become A-labels'],
    ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example', 'A-labels stay'],
    ['post@bücher.example', 'xn--bcher-kva.example', 'an internationalized address'],
    ['例え.jp', 'xn--r8jz45g.jp', 'another script'],
    ['a_b.example.com', 'a_b.example.com', 'an underscore inside is met in the wild'],
    ['0x7f.example', '0x7f.example', 'digits and letters that an URL parser would take for a number'],
  ])('%j is %j: %s', (input, domain) => {
    expect(parseDomain(input)).toBe(domain);
  });

  it.each([
    ['', 'is empty'],
    ['   ', 'is empty'],
    ['foo', 'has no dot'],
    ['-a.com', 'begins or ends with a hyphen'],
    ['a-.com', 'begins or ends with a hyphen'],
    ['a..com', 'empty label'],
    ['.example.com', 'empty label'],
    [`${'a'.repeat(64)}.com`, 'label of 64 characters'],
    [`${'abcdefghi.'.repeat(30)}com`, '303 characters long'],
    ['192.0.2.1', 'is an IP address'],
    ['2001:db8::1', 'is an IP address'],
    ['[192.0.2.1]', 'is an IP address'],
    ['exa mple.com', 'holds " "'],
    ['example.com/path', 'holds "/"'],
    ['https://example.com', 'holds ":"'],
    ['ex%61mple.com', 'holds "%"'],
    ['b.ex/é.com', 'holds "/"'],
    ['é%2ecom.example', 'holds "%"'],
    ['é?.example', 'holds "?"'],
    ['xn--a.example', 'A-label that decodes to nothing'],
    ['news@', 'is empty'],
    ['_dmarc.example.com', 'such as example.com'],
    ['s1._domainkey.e.test', 'such as e.test'],
    ['news@s1._domainkey.e.test', 'such as e.test'],
    ['a._b.c._d.e.test', 'such as e.test'],
    ['_dmarc.com', 'such as example.com'],
    ['a._test', 'such as example.com'],
    ['a\u0000b.com', 'holds "\\u0000"'],
  ])('%j is refused: %s', (input, why) => {
    expect(() => parseDomain(input)).toThrow(InputError);
    expect(() => parseDomain(input)).toThrow(why);
  });

  it('names the input in one line, cut and without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (input) => {
        try {
          parseDomain(input);
        } catch (error) {
          const { message } = error as Error;
          expect(message.length).toBeLessThan(700);
          // oxlint-disable-next-line no-control-regex
          expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        }
      }),
    );
  });

  it('gives names that read the same again', () => {
    fc.assert(
      fc.property(fc.domain(), (input) => {
        const domain = toDomainName(input);
        if (domain !== null) expect(toDomainName(domain)).toBe(domain);
      }),
    );
  });
});

describe('what is above a domain', () => {
  it('lists itself and its ancestors', () => {
    expect(ancestors('a.b.example')).toEqual(['a.b.example', 'b.example', 'example']);
  });

  it.each([
    ['mail.example.co.uk', 'example.co.uk'],
    ['example.com', 'example.com'],
    ['co.uk', null],
    ['someone.github.io', 'someone.github.io'],
    ['.example.com', null],
    ['a..com', null],
  ])('%s is registered as %s', (domain, registered) => {
    expect(registrableDomain(domain)).toBe(registered);
  });
});

describe('quoted', () => {
  it('cuts and escapes', () => {
    expect(quoted('a\u001b[31mb')).toBe('"a\\u001b[31mb"');
    expect(quoted('\u202egnp')).toBe('"\\u202egnp"');
    expect(quoted('a\u00ad\u061c\u180e\u2060\u2065\ufeff\ufff9b')).toBe(
      '"a\\u00ad\\u061c\\u180e\\u2060\\u2065\\ufeff\\ufff9b"',
    );
    expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(60)}…"`);
  });
});

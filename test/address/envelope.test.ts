import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePath } from '../../src/address/envelope.ts';
import { say, spoken } from '../../src/text/say.ts';

const ok = (domain: string | null) => ({ ok: true, domain });

describe('judgePath accepts', () => {
  it.each<[text: string, domain: string | null, reason: string]>([
    ['a@b.example', 'b.example', 'the plain form'],
    ['<a@b.example>', 'b.example', 'as it stands in MAIL FROM'],
    ['', null, 'the null sender'],
    ['<>', null, 'the null sender in brackets'],
    ['a.b@c.example', 'c.example', 'Dot-string'],
    ["!#$%&'*+-/=?^_`{|}~@b.example", 'b.example', 'every atext'],
    ['bounces+news=example.org@b.example', 'b.example', 'VERP'],
    ['"a b"@c.example', 'c.example', 'Quoted-string'],
    ['"a@b"@c.example', 'c.example', 'an @ inside quotes'],
    ['"a\\"b\\\\"@c.example', 'c.example', 'quoted pairs'],
    ['""@b.example', 'b.example', 'QcontentSMTP may be absent'],
    ['a@B.Example', 'b.example', 'a domain has no case'],
    ['a@xn--bcher-kva.example', 'xn--bcher-kva.example', 'an A-label'],
    ['a@bücher.example', 'xn--bcher-kva.example', 'a U-label (RFC 6531 §3.3)'],
    ['pelé@b.example', 'b.example', 'UTF-8 (RFC 6531 §3.3)'],
    ['😀@b.example', 'b.example', 'beyond the first plane'],
    ['a@[192.0.2.1]', null, 'IPv4-address-literal'],
    ['a@[IPv6:2001:db8::1]', null, 'IPv6-comp'],
    ['a@[IPv6:1:2:3:4:5:6:7:8]', null, 'IPv6-full'],
    ['<@r.example,@s.example:a@b.example>', 'b.example', 'a source route is ignored'],
    [`${'x'.repeat(64)}@b.example`, 'b.example', '64 octets'],
  ])('%s (%s): %s', (text, domain) => {
    expect(judgePath(text)).toEqual(ok(domain));
  });
});

describe('judgePath refuses', () => {
  it.each([
    ['a', 'has no @'],
    ['a@', 'has no domain'],
    ['@b.example', 'has nothing before the @'],
    ['a@b@c.example', 'holds more than one @'],
    ['a@@b.example', 'holds more than one @'],
    ['.a@b.example', 'begins with a dot'],
    ['a.@b.example', 'has a dot right before the @'],
    ['a..b@c.example', 'has two dots in a row before the @'],
    ['a b@c.example', 'has a space before the @, outside quotes'],
    ['a,b@c.example', 'has "," before the @, outside quotes'],
    ['"a"b@c.example', 'has text between the closing quote and the @'],
    ['"a@b.example', 'has an opening quote without a closing one'],
    ['"a\\"@b.example', 'has an opening quote without a closing one'],
    ['"a"', 'has no @'],
    ['"\\é"@b.example', 'has a backslash before a character that takes none'],
    ['<a@b.example', 'has an opening bracket without a closing one'],
    ['a@b.example>', 'has a closing bracket without an opening one'],
    ['News <a@b.example>', 'has text before the opening bracket'],
    ['<a@b.example> SIZE=1', 'has text after the closing bracket'],
    [' a@b.example', 'begins or ends with a space'],
    ['a@b.example\r\nRCPT TO:<c@d.example>', 'holds a line break'],
    ['a\u0000@b.example', 'holds a control character (U+0000)'],
    ['a\ud800@b.example', 'holds half a UTF-16 pair, which is no character'],
    ['a@b example', 'has a space in its domain'],
    ['a@b/é.example', 'has "/" in its domain'],
    ['a@b.example\\é', 'has "\\\\" in its domain'],
    ['a@b.example.', 'ends its domain with a dot'],
    ['a@b_c.example', 'has an underscore in its domain, which SMTP forbids'],
    ['a@b', 'has the domain "b", which has no dot: a full domain name is needed'],
    ['a@192.0.2.1', 'has the domain "192.0.2.1", which is an IP address, not a domain'],
    ['a@[192.0.2.300]', 'has an address literal that holds no address, "[192.0.2.300]"'],
    ['a@[2001:db8::1]', 'has an address literal that holds no address, "[2001:db8::1]"'],
    ['a@[IPv6:192.0.2.1]', 'has an address literal that holds no address, "[IPv6:192.0.2.1]"'],
    [`${'x'.repeat(65)}@b.example`, 'has 65 octets before the @; 64 are allowed'],
    [`${'é'.repeat(33)}@b.example`, 'has 66 octets before the @; 64 are allowed'],
    [`a@${'b.'.repeat(200)}example`, 'is 409 octets long; 256 are allowed'],
  ])('%j: %s', (text, problem) => {
    expect(spoken(judgePath(text), 'en')).toEqual({ ok: false, problem });
  });

  it.each(['a@b..example', 'a@-b.example', 'a@b-.example', `a@${'b'.repeat(64)}.example`])(
    'the domain of %s',
    (text) => {
      expect(spoken(judgePath(text), 'en')).toMatchObject({
        ok: false,
        problem: expect.stringMatching(/^has the domain "/),
      });
    },
  );
});

describe('judgePath', () => {
  it('takes any text, and gives a clause for what it refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const verdict = judgePath(text);
        if (!verdict.ok) expect(say(verdict.problem, 'en')).toMatch(/^(?:has|holds|is|begins|ends) \S/);
      }),
    );
  });

  it('judges with and without brackets alike', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', '.', '@', '"', '\\', ' ', 'é', '[', ']', '-'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(part, (text) => {
        fc.pre(text === text.trim());
        expect(judgePath(`<${text}>`)).toEqual(judgePath(text));
      }),
    );
  });

  it('accepts any local part once it is quoted', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 20 }), (local) => {
        const inner = local.replace(/["\\]/g, '\\$&');
        expect(judgePath(`"${inner}"@b.example`)).toEqual(ok('b.example'));
      }),
    );
  });
});

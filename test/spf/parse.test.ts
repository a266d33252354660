import { describe, expect, it } from 'vitest';
import { isSpf, parseSpf } from '../../src/spf/parse.ts';
import { termText } from '../../src/spf/record.ts';

/** The terms without offsets, macro-strings as their text. */
function outline(text: string): unknown {
  return parseSpf(text).terms.map((term) => {
    const entries = Object.entries(term).filter(([name]) => name !== 'start' && name !== 'end');
    const plain = entries.map(([name, value]: [string, unknown]) => {
      const isText = typeof value === 'object' && value !== null && 'text' in value;
      return [name, isText ? value.text : value];
    });
    return Object.fromEntries(
      plain.filter(([name]) => name !== 'value' || term.kind === 'modifier'),
    ) as unknown;
  });
}

describe('selecting a record (RFC 7208 §4.5)', () => {
  it.each([
    ['v=spf1', true, 'the version alone'],
    ['v=spf1 -all', true, 'the version and a space'],
    ['V=SPF1 -ALL', true, 'literals of ABNF have no case'],
    ['v=spf10 -all', false, 'another version'],
    ['v=spf1mx', false, 'no space behind the version'],
    [' v=spf1 -all', false, 'a space in front'],
    ['v=spf1\t-all', false, 'a tab is no SP'],
    ['v=spf1\n', false, 'a line break is no end'],
    ['', false, 'nothing'],
  ])('%j: %s, %s', (text, selected) => {
    expect(isSpf(text)).toBe(selected);
  });
});

describe('legal terms (RFC 7208 §12)', () => {
  it.each<[string, readonly unknown[], string]>([
    ['all', [{ kind: 'all', qualifier: '+' }], 'the qualifier defaults to +'],
    ['?ALL', [{ kind: 'all', qualifier: '?' }], 'names have no case'],
    ['include:a.example', [{ kind: 'include', qualifier: '+', domain: 'a.example' }], 'a domain-spec'],
    ['-include:_spf.%{d2}', [{ kind: 'include', qualifier: '-', domain: '_spf.%{d2}' }], 'ending in a macro'],
    ['a', [{ kind: 'a', qualifier: '+', domain: null, prefix4: 32, prefix6: 128 }], 'no domain, no prefix'],
    ['a/24', [{ kind: 'a', qualifier: '+', domain: null, prefix4: 24, prefix6: 128 }], 'an IPv4 prefix'],
    [
      'a//64',
      [{ kind: 'a', qualifier: '+', domain: null, prefix4: 32, prefix6: 64 }],
      'an IPv6 prefix alone',
    ],
    [
      'mx:a.example/0//0',
      [{ kind: 'mx', qualifier: '+', domain: 'a.example', prefix4: 0, prefix6: 0 }],
      'both, at zero',
    ],
    [
      'a:a.example./24',
      [{ kind: 'a', qualifier: '+', domain: 'a.example.', prefix4: 24, prefix6: 128 }],
      'a final dot',
    ],
    [
      'a:%{d}/24',
      [{ kind: 'a', qualifier: '+', domain: '%{d}', prefix4: 24, prefix6: 128 }],
      'a prefix behind a macro',
    ],
    [
      'a:%{d/}',
      [{ kind: 'a', qualifier: '+', domain: '%{d/}', prefix4: 32, prefix6: 128 }],
      'a slash as delimiter',
    ],
    [
      'a:x/y%-',
      [{ kind: 'a', qualifier: '+', domain: 'x/y%-', prefix4: 32, prefix6: 128 }],
      'a percent escape is a macro-expand',
    ],
    [
      'a:foo:bar/baz.example',
      [{ kind: 'a', qualifier: '+', domain: 'foo:bar/baz.example', prefix4: 32, prefix6: 128 }],
      'any visible character',
    ],
    [
      'a:a.xn--zckzah',
      [{ kind: 'a', qualifier: '+', domain: 'a.xn--zckzah', prefix4: 32, prefix6: 128 }],
      'hyphens in a toplabel',
    ],
    [
      'a:.example',
      [{ kind: 'a', qualifier: '+', domain: '.example', prefix4: 32, prefix6: 128 }],
      'the macro-string may be empty',
    ],
    [
      'a:a..example',
      [{ kind: 'a', qualifier: '+', domain: 'a..example', prefix4: 32, prefix6: 128 }],
      'an empty label is no syntax',
    ],
    ['ptr', [{ kind: 'ptr', qualifier: '+', domain: null }], 'ptr needs no domain'],
    ['~ptr:a.example', [{ kind: 'ptr', qualifier: '~', domain: 'a.example' }], 'ptr with one'],
    ['ip4:192.0.2.0/24', [{ kind: 'ip4', qualifier: '+', address: '192.0.2.0', prefix: 24 }], 'a network'],
    [
      'ip4:192.0.2.1',
      [{ kind: 'ip4', qualifier: '+', address: '192.0.2.1', prefix: 32 }],
      'the prefix defaults to 32',
    ],
    [
      'ip6:2001:DB8:0::1',
      [{ kind: 'ip6', qualifier: '+', address: '2001:db8::1', prefix: 128 }],
      'IPv6, made canonical',
    ],
    [
      'ip6:::ffff:192.0.2.1/96',
      [{ kind: 'ip6', qualifier: '+', address: '::ffff:c000:201', prefix: 96 }],
      'dotted tail',
    ],
    [
      'exists:%{ir}.%{l1r+-}._spf.%{d}',
      [{ kind: 'exists', qualifier: '+', domain: '%{ir}.%{l1r+-}._spf.%{d}' }],
      'RFC 7208 §5.7',
    ],
    ['redirect=_spf.example.com', [{ kind: 'redirect', domain: '_spf.example.com' }], 'a modifier'],
    ['exp=%{D}.example', [{ kind: 'exp', domain: '%{D}.example' }], 'upper-case macro'],
    [
      'moo.cow-far_out=man:dog/cat',
      [{ kind: 'modifier', name: 'moo.cow-far_out', value: 'man:dog/cat', resembles: null }],
      'an unknown modifier',
    ],
    ['x=', [{ kind: 'modifier', name: 'x', value: '', resembles: null }], 'an empty macro-string'],
    [
      'x=%{c}',
      [{ kind: 'modifier', name: 'x', value: '%{c}', resembles: null }],
      'letters of explanations: legal by ABNF',
    ],
    [
      'include=a.example',
      [{ kind: 'modifier', name: 'include', value: 'a.example', resembles: 'include' }],
      'legal, and a slip',
    ],
    [
      'IP4=192.0.2.1',
      [{ kind: 'modifier', name: 'IP4', value: '192.0.2.1', resembles: 'ip4' }],
      'the same in upper case',
    ],
    [
      'redirct=a.example',
      [{ kind: 'modifier', name: 'redirct', value: 'a.example', resembles: 'redirect' }],
      'a letter lost',
    ],
    [
      'v=spf1',
      [{ kind: 'modifier', name: 'v', value: 'spf1', resembles: 'v=spf1' }],
      'a second version is a modifier',
    ],
    ['ra=postmaster', [{ kind: 'modifier', name: 'ra', value: 'postmaster', resembles: null }], 'RFC 6652'],
    [
      'include:a.example,b.example',
      [{ kind: 'include', qualifier: '+', domain: 'a.example,b.example' }],
      'a comma is a visible character',
    ],
    [
      'include:a.example-all',
      [{ kind: 'include', qualifier: '+', domain: 'a.example-all' }],
      'a toplabel with a hyphen',
    ],
  ])('%s: %#', (term, expected) => {
    expect(parseSpf(`v=spf1 ${term}`).problems).toEqual([]);
    expect(outline(`v=spf1 ${term}`)).toEqual(expected);
  });

  it('keeps terms in order with their offsets, whatever the spaces', () => {
    const record = parseSpf('v=spf1  a   -all ');
    expect(record.problems).toEqual([]);
    expect(record.terms.map((term) => [term.start, termText(record, term)])).toEqual([
      [8, 'a'],
      [12, '-all'],
    ]);
  });

  it('takes macro-strings apart', () => {
    const [term] = parseSpf('v=spf1 exists:a%%%_%{L2R+-}.x.example').terms;
    expect(term).toMatchObject({
      domain: {
        parts: [
          { kind: 'literal', text: 'a', start: 14, end: 15 },
          { kind: 'escape', text: '%' },
          { kind: 'escape', text: ' ' },
          {
            kind: 'expand',
            letter: 'l',
            urlEscaped: true,
            keep: 2,
            reversed: true,
            delimiters: '+-',
            start: 19,
            end: 27,
          },
          { kind: 'literal', text: '.x.example' },
        ],
      },
    });
  });
});

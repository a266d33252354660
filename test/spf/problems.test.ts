import { describe, expect, it } from 'vitest';
import { explainProblem } from '../../src/spf/problems.ts';
import { languages, say } from '../../src/text/say.ts';
import { parseSpf, type SpfProblemCode } from '../../src/spf/parse.ts';

describe('problems: the code, the text it marks, the repair', () => {
  it.each<[string, SpfProblemCode, string, string | undefined]>([
    ['moo', 'unknown-mechanism', 'moo', undefined],
    ['constructor:a.example', 'unknown-mechanism', 'constructor', undefined],
    ['-al', 'misspelled-mechanism', 'al', 'all'],
    ['inlcude:a.example', 'misspelled-mechanism', 'inlcude', 'include'],
    ['ipv6:2001:db8::1', 'misspelled-mechanism', 'ipv6', 'ip6'],
    ['ip:192.0.2.1', 'misspelled-mechanism', 'ip', 'ip4'],
    ['redirect:a.example', 'modifier-with-colon', 'redirect:', 'redirect='],
    ['redirect', 'missing-value', 'redirect', undefined],
    ['redirect=', 'missing-value', 'redirect', undefined],
    ['exp=', 'missing-value', 'exp', undefined],
    ['include', 'missing-value', 'include', undefined],
    ['include:', 'missing-value', 'include', undefined],
    ['a:', 'stray-colon', ':', ''],
    ['mx:/24', 'stray-colon', ':', ''],
    ['ptr:', 'missing-value', 'ptr', undefined],
    ['ip4', 'missing-value', 'ip4', undefined],
    ['ip6:', 'missing-value', 'ip6', undefined],
    ['exists', 'missing-value', 'exists', undefined],
    ['all:foobar', 'value-not-allowed', ':foobar', undefined],
    ['all/8', 'value-not-allowed', '/8', undefined],
    ['-all.', 'misspelled-mechanism', 'all.', 'all'],
    ['ptr/0', 'missing-value', 'ptr', undefined],
    ['include:a.example/24', 'prefix-not-allowed', '/24', undefined],
    ['exists:a.example/24', 'prefix-not-allowed', '/24', undefined],
    ['ip4:2001:db8::1', 'ip6-in-ip4', 'ip4:2001:db8::1', 'ip6:2001:db8::1'],
    ['ip6:192.0.2.1/24', 'ip4-in-ip6', 'ip6:192.0.2.1', 'ip4:192.0.2.1'],
    ['ip4:mail.a.example', 'name-in-address', 'mail.a.example', undefined],
    ['ip4:%{i}', 'macro-in-address', '%{i}', undefined],
    ['ip4:192.0.2', 'bad-address', '192.0.2', undefined],
    ['ip4:192.0.2.300', 'bad-address', '192.0.2.300', undefined],
    ['ip4:192.0.2.01', 'bad-address', '192.0.2.01', undefined],
    ['ip4:192.0.2.1:8080', 'bad-address', '192.0.2.1:8080', undefined],
    ['ip6::CAFE::BABE', 'bad-address-6', ':CAFE::BABE', undefined],
    ['ip6:fe80::1%eth0', 'macro-in-address', 'fe80::1%eth0', undefined],
    ['ip4:192.0.2.0/33', 'prefix-range', '/33', undefined],
    ['ip4:192.0.2.0/024', 'prefix-zeros', '/024', '/24'],
    ['ip4:192.0.2.0//24', 'bad-prefix', '//24', undefined],
    ['ip4:192.0.2.0/', 'bad-prefix', '/', undefined],
    ['ip4:192.0.2.0/255.255.255.0', 'bad-prefix', '/255.255.255.0', undefined],
    ['ip6:2001:db8::/129', 'prefix-range', '/129', undefined],
    ['a//129', 'prefix-range', '//129', undefined],
    ['a//064', 'prefix-zeros', '//064', '//64'],
    ['a/24/64', 'bad-prefix', '/24/64', undefined],
    ['a:192.0.2.1', 'address-as-domain', 'a:192.0.2.1', 'ip4:192.0.2.1'],
    ['-include:2001:db8::1', 'address-as-domain', 'include:2001:db8::1', 'ip6:2001:db8::1'],
    ['mx:192.0.2.0/24', 'address-as-domain', 'mx:192.0.2.0/24', 'ip4:192.0.2.0/24'],
    ['a:museum', 'single-label', 'museum', undefined],
    ['a:museum.', 'single-label', 'museum.', undefined],
    ['a:foo-bar', 'single-label', 'foo-bar', undefined],
    ['a:abc.123', 'bad-top-label', 'abc.123', undefined],
    ['a:example.-com', 'bad-top-label', 'example.-com', undefined],
    ['a:example.com:8080', 'bad-top-label', 'example.com:8080', undefined],
    ['a:%{d}com', 'bad-top-label', '%{d}com', undefined],
    ['a:%{d}.', 'bad-top-label', '%{d}.', undefined],
    ['redirect=-all', 'bad-top-label', '-all', undefined],
    ['exists:%(ir).a.example', 'macro-percent', '%', undefined],
    ['exists:a.example%', 'macro-percent', '%', undefined],
    ['exists:%{i.a.example', 'macro-unclosed', '%{i.a.example', undefined],
    ['a:%{a}.example', 'macro-letter', '%{a}', undefined],
    ['a:%{}.example', 'macro-letter', '%{}', undefined],
    ['exp=%{r}.a.example', 'macro-exp-only', '%{r}', undefined],
    ['a:%{d0}.example', 'macro-zero', '%{d0}', undefined],
    ['a:%{dr2}.example', 'macro-transformer', '%{dr2}', undefined],
    ['x=%abc', 'macro-percent', '%', undefined],
    ['-exp=a.example', 'qualifier-on-modifier', '-', ''],
    ['+x-mine=1', 'qualifier-on-modifier', '+', ''],
    ['+ip4=192.0.2.1', 'mechanism-with-equals', 'ip4=', 'ip4:'],
    ['-include=a.example', 'mechanism-with-equals', 'include=', 'include:'],
    ['+ip4=a', 'mechanism-with-equals', 'ip4=', undefined],
    ['+redirct=a.example', 'qualifier-on-modifier', '+', undefined],
    ['+redirect:a.example', 'modifier-with-colon', '+redirect:', 'redirect='],
    ['+v=spf1mxip4:192.0.2.1-all', 'second-record', '+v=spf1mxip4:192.0.2.1-all', undefined],
    ['~allv=spf1', 'second-record', 'v=spf1', undefined],
    ['~allv=dmarc1;p=none', 'foreign-text', 'v=dmarc1;p=none', ''],
    ['redirect=a.example~all', 'missing-space', '~all', undefined],
    ['ip4192.0.2.1/24', 'missing-colon', 'ip4192.0.2.1/24', 'ip4:192.0.2.1/24'],
    ['?ip4.192.0.2.1', 'missing-colon', 'ip4.192.0.2.1', 'ip4:192.0.2.1'],
    ['include.a.example', 'missing-colon', 'include.a.example', 'include:a.example'],
    ['????', 'bad-name', '????', undefined],
    ['ip4:\t192.0.2.1', 'control-character', '\t', ''],
    ['a.example:\tx', 'control-character', '\t', ' '],
    ['1up=foo', 'bad-name', '1up=foo', undefined],
    ['=all', 'bad-name', '=all', undefined],
    ['moo.cow/far_out=man', 'unknown-mechanism', 'moo.cow', undefined],
    ['192.0.2.1', 'bare-address', '192.0.2.1', 'ip4:192.0.2.1'],
    ['+2001:db8::/32', 'bare-address', '2001:db8::/32', 'ip6:2001:db8::/32'],
    ['_spf.a.example', 'bare-name', '_spf.a.example', undefined],
    ['mail.a.example', 'bare-name', 'mail.a.example', undefined],
    ['--all', 'several-qualifiers', '--', '-'],
    ['-~all', 'several-qualifiers', '-~', undefined],
    ['~', 'lone-qualifier', '~', undefined],
    ['- all', 'space-in-term', '- all', '-all'],
    ['ip4: 192.0.2.1', 'space-in-term', 'ip4: 192.0.2.1', 'ip4:192.0.2.1'],
    ['include: _spf.a.example', 'space-in-term', 'include: _spf.a.example', 'include:_spf.a.example'],
    ['mx,', 'separator', ',', ''],
    ['a,mx', 'separator', ',', ' '],
    ['ip4:192.0.2.1;', 'separator', ';', ''],
    ['ip4:192.0.2.1,192.0.2.2', 'separator', ',', ' ip4:'],
    ['ip4:192.0.2.1-all', 'missing-space', '-all', ' -all'],
    ['include:a.example~all', 'missing-space', '~all', ' ~all'],
    ['ip4:192.0.2.1include:a.example', 'missing-space', 'include:a.example', ' include:a.example'],
    ['-all"', 'quotation-mark', '"', ''],
    ['-allgoogle-site-verification=x', 'foreign-text', 'google-site-verification=x', ''],
    ['a\tmx', 'control-character', '\t', ' '],
    ['a:a.example\0', 'control-character', '\0', undefined],
    ['\u00e2\u0080\u0093all', 'non-ascii', '\u00e2\u0080\u0093', '-'],
    ['a\u00c2\u00a0mx', 'non-ascii', '\u00c2\u00a0', ' '],
    ['\u00ef\u00bb\u00bfmx', 'non-ascii', '\u00ef\u00bb\u00bf', ''],
    ['a:\u00e9.example', 'non-ascii', '\u00e9', undefined],
  ])('%j: %s at %j', (term, code, marked, repair) => {
    const text = `v=spf1 ${term}`;
    const { problems } = parseSpf(text);
    expect(problems.map((one) => [one.code, text.slice(one.start, one.end), one.repair])).toEqual([
      [code, marked, repair],
    ]);
  });

  it.each<[string, string, string | undefined, string]>([
    ['redirect=a.example redirect=b.example', 'redirect=b.example', undefined, 'differing'],
    ['exp=a.example -all exp=a.example', 'exp=a.example', '', 'the same twice'],
  ])('%s: a modifier twice, %#', (terms, marked, repair) => {
    const text = `v=spf1 ${terms}`;
    const [one] = parseSpf(text).problems;
    expect(one).toMatchObject({ code: 'duplicate-modifier' });
    expect(text.slice(one?.start, one?.end)).toBe(marked);
    expect(one?.start).toBe(text.lastIndexOf(marked));
    expect(one?.repair).toBe(repair);
  });

  it('tells every problem of a record, in the order of the text', () => {
    const { problems } = parseSpf('v=spf1 ip4:300.1.1.1 a:museum/33 moo include: -all, exists:%x.%y.example');
    expect(problems.map(({ code }) => code)).toEqual([
      'bad-address',
      'single-label',
      'prefix-range',
      'unknown-mechanism',
      'missing-value',
      'separator',
      'macro-percent',
      'macro-percent',
    ]);
  });

  it('reads a text that is no record, and says so', () => {
    expect(parseSpf('').problems.map(({ code }) => code)).toEqual(['version']);
    const { terms, problems } = parseSpf('v=spf2 -all');
    expect(problems.map(({ code }) => code)).toEqual(['version']);
    expect(terms.map(({ kind }) => kind)).toEqual(['all']);
  });

  it('explains with the pieces of the record, cut to a readable length', () => {
    const [one] = parseSpf(`v=spf1 ${'m'.repeat(500)}`).problems;
    const { fault, remedy } = one ? explainProblem(one) : { fault: '', remedy: '' };
    expect(say(fault, 'en')).toMatch(/^"m{48}…" is no SPF mechanism$/);
    for (const language of languages) expect(say(remedy, language)).not.toMatch(/[{}]/);
  });
});

import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluation.ts';
import { txt } from './published.ts';

/** A rule of RFC 7208, and terms that it allows or refuses. */
type Rule = readonly [rule: string, ...terms: readonly string[]];

const legal: readonly Rule[] = [
  ['§4.6.1 qualifier', '+a', '-a', '~a', '?a', 'a'],
  [
    '§4.6.1 names in any case',
    'MX',
    'ALL',
    'Include:A.test',
    'IP4:192.0.2.1',
    'Redirect=a.test',
    'EXP=a.test',
  ],
  [
    '§4.6.1 unknown-modifier',
    'foo=',
    'foo=bar',
    'x-1_y.z=1',
    'foo==',
    'foo=a:b/c=d',
    'foo=%{l1r-}%%',
    'v=spf1',
  ],
  ['§4.6.1 a mechanism name before "="', 'a=b', 'all=1', 'ip4=192.0.2.1', 'include=a.test', 'mx=%{d}'],
  ['RFC 6652 §3', 'ra=postmaster', 'rp=50', 'rr=e:s', 'ra=', 'rp=101'],
  [
    '§12 dual-cidr-length',
    'a/0',
    'a/32',
    'a//0',
    'a//128',
    'a/24//64',
    'mx/0',
    'mx:a.test//64',
    'a:a.test/9',
  ],
  ['§12 ip4-network', 'ip4:0.0.0.0', 'ip4:255.255.255.255', 'ip4:192.0.2.1/0', 'ip4:192.0.2.1/32'],
  ['§12 ip6-network', 'ip6:::', 'ip6:::/0', 'ip6:::1/128', 'ip6:::192.0.2.1', 'ip6:2001:DB8::a/9'],
  ['§12 ip6-network whole', 'ip6:1:2:3:4:5:6:7:8', 'ip6:1:2:3:4:5:6:192.0.2.1', 'ip6:1:2:3:4:5:6:7::'],
  ['§12 toplabel', 'a:x.a', 'a:x.1a', 'a:x.a1', 'a:x.1-1', 'a:x.a--b', 'a:x.test.', 'a:.test'],
  [
    '§12 macro-literal',
    'a:_x!"#$&\'()*,;<>@[]^`{|}~\\.test',
    'exists:a/b.test',
    'a:a:b.test',
    'mx:a/b.test/24',
  ],
  [
    '§12 domain-end as a macro',
    'a:%{d}',
    'a:x%{d}',
    'a:%%',
    'exists:a%_',
    'include:a%-',
    'a:%{d}/24',
    'mx:%{d}//9',
  ],
  [
    '§12 macro-expand',
    'a:%{D}',
    'a:%{d9}',
    'a:%{dr}',
    'a:%{dR}',
    'a:%{d007R.-+,/_=}',
    'a:%{d128}',
    'a:%{d--}',
  ],
  ['§12 macro-letter', 'a:%{s}', 'a:%{l}', 'a:%{o}', 'a:%{i}', 'a:%{p}', 'a:%{v}', 'a:%{h}', 'ptr:%{H}'],
  ['§5.5 no domain-spec', 'ptr', '-ptr'],
];

const illegal: readonly Rule[] = [
  ['§4.6.1 qualifier', '--a', '-+a', '!a', '-', '+', '-foo=bar', '-redirect=a.test', '?exp=a.test'],
  ['§4.6.1 name', '=x', '1=x', '_x=y', '-x=y', 'é=y', 'x y', 'foo', 'a.b', 'a-b:c.test', 'b:c.test', 'a_'],
  [
    '§4.6.1 a value that is no macro-string',
    'foo=%',
    'foo=%a',
    'foo=%{',
    'foo=%{x}',
    'foo=é',
    'foo=\t',
    'foo=\x7f',
  ],
  ['§3.1 characters', 'a\t', 'mx\u00a0', '\u200ball', 'a:\x01.test', 'a:bücher.test', '\0'],
  ['§5.1', 'all:', 'all:x', 'all/8', 'all.', 'alla'],
  ['§5.2', 'include', 'include:', 'include/24', 'include:a.test/24', 'include:a.test//64', 'include:a'],
  [
    '§5.3',
    'a:',
    'a/',
    'a//',
    'a:/24',
    'a:test',
    'a:192.0.2.1',
    'a:2001:db8::1',
    'a:a.test:25',
    'a/24:a.test',
  ],
  ['§5.5', 'ptr:', 'ptr/0', 'ptr:a.test/24', 'ptr:test'],
  ['§5.7', 'exists', 'exists:', 'exists/24', 'exists:a', 'exists:a.test/24'],
  [
    '§6.1',
    'redirect',
    'redirect=',
    'redirect:a.test',
    'redirect=a',
    'redirect=a.test/24',
    'redirect=a.test:1',
  ],
  ['§6.2', 'exp', 'exp=', 'exp:a.test', 'exp=a', 'exp=%{c}.test', 'exp=%{r}', 'exp=%{t}.a.test'],
  [
    '§6 at most once',
    'exp=a.test exp=a.test',
    'redirect=a.test REDIRECT=b.test',
    'exp=a.test x=y Exp=b.test',
  ],
  [
    '§12 ip4-cidr-length',
    'a/33',
    'a/00',
    'a/024',
    'a/-1',
    'a/x',
    'a/24/64',
    'ip4:192.0.2.1/33',
    'ip4:192.0.2.1/',
  ],
  ['§12 ip6-cidr-length', 'a//129', 'a//064', 'a//64/24', 'a///64', 'a/24///64', 'ip6:::/129', 'ip6:::/00'],
  ['§12 one slash in ip4 and ip6', 'ip4:192.0.2.1//24', 'ip6:2001:db8:://32', 'ip4:192.0.2.1/24/24'],
  [
    '§12 ip4-network',
    'ip4',
    'ip4:',
    'ip4:192.0.2',
    'ip4:192.0.2.256',
    'ip4:192.0.2.01',
    'ip4:1.2.3.4.5',
    'ip4:::1',
  ],
  ['§12 no name for an address', 'ip4:a.test', 'ip4:%{i}', 'ip6:a.test', 'ip6:%{c}', 'ip4/24', 'ip6//64'],
  [
    '§12 ip6-network',
    'ip6',
    'ip6:',
    'ip6:192.0.2.1',
    'ip6:1::2::3',
    'ip6::::',
    'ip6:12345::',
    'ip6:g::',
    'ip6:::1%eth0',
  ],
  [
    '§12 ip6-network length',
    'ip6:1:2:3',
    'ip6:1:2:3:4:5:6:7:8:9',
    'ip6:1:2:3:4:5:6:7:8::',
    'ip6:::1.2.3.4:5',
  ],
  [
    '§12 toplabel',
    'a:x.1',
    'a:x.-a',
    'a:x.a-',
    'a:x._a',
    'a:x.a_',
    'a:x..',
    'a:x.test..',
    'a:.',
    'a:x.a+b',
    'a:%{d}.1',
  ],
  ['§12 domain-end behind a macro', 'a:%{d}test', 'a:%{d}.', 'a:%%com', 'a:%{d}.com-', 'exists:%{i}/24'],
  [
    '§12 macro-expand',
    'a:%{d',
    'a:%{}',
    'a:%{dd}',
    'a:%{d r}',
    'a:%{dr1}',
    'a:%{d-1}',
    'a:%{d;}',
    'a:%{d1.r}',
    'a:%(d)',
  ],
  ['§7.3 a bare percent sign', 'a:%.test', 'a:a%b.test', 'a:a.test%', 'include:50%.test'],
  ['§7.3 nonzero', 'a:%{d0}', 'exists:%{ir}.%{l00r-}.a.test', 'redirect=%{d0r}', 'exp=%{d000}'],
  [
    '§7.2 macro-letter',
    'a:%{x}',
    'a:%{c}',
    'mx:%{r}',
    'exists:%{t}.a.test',
    'include:%{C}',
    'ptr:%{R}',
    'a:%{é}',
  ],
];

const each = (rules: readonly Rule[]) =>
  rules.flatMap(([rule, ...terms]) => terms.map((term) => [rule, term] as const));

describe('RFC 7208 §12: a term behind the one that matches', () => {
  it.each(each(legal))('%s: %j is legal, and no more than that', async (_, term) => {
    const { result, lookups } = await evaluate({ 'example.test': txt(`v=spf1 ~all ${term}`) });
    expect({ result, lookups }).toEqual({ result: 'softfail', lookups: 0 });
  });

  it.each(each(illegal))('%s: %j is an error of the record (§4.6)', async (_, term) => {
    const { result, lookups } = await evaluate({ 'example.test': txt(`v=spf1 ~all ${term}`) });
    expect({ result, lookups }).toEqual({ result: 'permerror', lookups: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { type DmarcRecord, isDmarc, parseDmarc } from '../../src/dmarc/parse.ts';
import { isLegal } from './abnf.ts';

const v = 'v=DMARC1';
const box = 'mailto:d@example.test';

/** A rule, what it says here, a text that it allows and what is read of it, a text that it refuses and what is said. */
type Row = readonly [
  rule: string,
  why: string,
  allowed: string,
  read: Partial<DmarcRecord>,
  refused: string,
  said: readonly string[],
];

const said = (text: string) =>
  parseDmarc(text)
    .problems.filter(({ code }) => code !== 'tag-unknown')
    .map(({ code, tag, start, end }) => `${code}${tag === null ? '' : ` ${tag}`} ${start}-${end}`);

const policy = (text: 'none' | 'quarantine' | 'reject', written: string = text) => ({
  policy: text,
  text: written,
});

const rows: readonly Row[] = [
  ['dmarc-record', 'the version is enough', v, { p: null, rua: [], fo: ['0'] }, '', ['version-absent 0-0']],
  ['dmarc-record', 'a separator at the end', `${v};`, { p: null }, `${v};; p=none`, ['empty-tag 9-10']],
  [
    'dmarc-record',
    'tags in any order after the version',
    `${v}; t=y; sp=none; p=reject`,
    { p: policy('reject'), sp: policy('none'), testing: true },
    `p=reject; ${v}`,
    ['version-not-first v 10-18'],
  ],
  [
    'dmarc-record',
    'nothing before the version',
    `${v}; p=none`,
    { p: policy('none') },
    ` ${v}; p=none`,
    ['leading-text 0-1'],
  ],
  [
    'dmarc-version',
    'white space around the equals sign',
    'v \t= DMARC1; p=none',
    { p: policy('none') },
    'v DMARC1; p=none',
    ['no-equals 0-8', 'version-absent 0-16'],
  ],
  ['dmarc-version', 'case counts', v, {}, 'v=dmarc1; p=none', ['version-unknown v 2-8']],
  ['dmarc-version', 'DMARC1 to the letter', v, {}, 'v=DMARC1.0; p=none', ['version-unknown v 2-10']],
  [
    'dmarc-sep',
    'semicolons with white space around',
    `${v} ;p=none\t; t=y `,
    { p: policy('none'), testing: true },
    `${v} p=none`,
    ['version-unknown v 2-15'],
  ],
  [
    'dmarc-sep',
    'no comma',
    `${v}; p=none;t=y`,
    { testing: true },
    `${v}; p=none, t=y`,
    ['policy-unknown p 12-21'],
  ],
  [
    'equals',
    'white space around',
    `${v}; p\t = none`,
    { p: policy('none') },
    `${v}; p none`,
    ['no-equals 10-16'],
  ],
  [
    'dmarc-tag',
    'a name of letters',
    `${v}; abc=1; p=none`,
    { p: policy('none') },
    `${v}; 1a=1; p=none`,
    ['bad-name 10-12'],
  ],
  [
    'dmarc-tag',
    'a known tag with a value',
    `${v}; t=n`,
    { testing: false },
    `${v}; t=`,
    ['value-absent t 10-12'],
  ],
  [
    'dmarc-value',
    'printable ASCII, white space and equals signs inside',
    `${v}; x=!~ a=b; p=none`,
    { p: policy('none') },
    `${v}; x=\u00e9; p=none`,
    ['bad-character x 12-13'],
  ],
  [
    'dmarc-value',
    'a semicolon ends it',
    `${v}; rua=${box}`,
    {},
    `${v}; rua=${box};${box}`,
    ['no-equals 36-57'],
  ],
  [
    'dmarc-request',
    'none, without case',
    `${v}; p=None`,
    { p: policy('none', 'None') },
    `${v}; p=no`,
    ['policy-unknown p 12-14'],
  ],
  [
    'dmarc-request',
    'quarantine',
    `${v}; p=quarantine`,
    { p: policy('quarantine') },
    `${v}; p=quarantine reject`,
    ['policy-unknown p 12-29'],
  ],
  [
    'dmarc-request',
    'reject',
    `${v}; p=reject`,
    { p: policy('reject') },
    `${v}; p=rejected`,
    ['policy-unknown p 12-20'],
  ],
  [
    'Table 2 sp',
    'dmarc-request',
    `${v}; sp=quarantine`,
    { sp: policy('quarantine'), p: null, np: null },
    `${v}; sp=y`,
    ['policy-unknown sp 13-14'],
  ],
  [
    'Table 2 np',
    'dmarc-request',
    `${v}; np=reject`,
    { np: policy('reject'), p: null, sp: null },
    `${v}; np=`,
    ['policy-unknown np 13-13'],
  ],
  ['dmarc-yorn', 'y', `${v}; t=Y`, { testing: true }, `${v}; t=yes`, ['value-unknown t 12-15']],
  ['dmarc-yorn', 'n', `${v}; t=n`, { testing: false }, `${v}; t=u`, ['value-unknown t 12-13']],
  ['dmarc-psd', 'y', `${v}; psd=y`, { psd: 'y' }, `${v}; psd=yn`, ['value-unknown psd 14-16']],
  ['dmarc-psd', 'n', `${v}; psd=N`, { psd: 'n' }, `${v}; psd=no`, ['value-unknown psd 14-16']],
  ['dmarc-psd', 'u', `${v}; psd=u`, { psd: 'u' }, `${v}; psd=`, ['value-absent psd 10-14']],
  [
    'dmarc-rors',
    'r',
    `${v}; adkim=r; aspf=R`,
    { adkim: 'relaxed', aspf: 'relaxed' },
    `${v}; adkim=relaxed`,
    ['value-unknown adkim 16-23'],
  ],
  [
    'dmarc-rors',
    's',
    `${v}; adkim=S; aspf=s`,
    { adkim: 'strict', aspf: 'strict' },
    `${v}; aspf=sr`,
    ['value-unknown aspf 15-17'],
  ],
  [
    'dmarc-fo',
    '0 or 1, then d and s',
    `${v}; fo=1:d:s`,
    { fo: ['1', 'd', 's'] },
    `${v}; fo=1,d`,
    ['value-unknown fo 13-16'],
  ],
  [
    'dmarc-fo',
    'd or s first',
    `${v}; fo=S:0:d`,
    { fo: ['s', '0', 'd'] },
    `${v}; fo=2`,
    ['value-unknown fo 13-14'],
  ],
  [
    'dmarc-fo',
    'the number last',
    `${v}; fo=d:s:1`,
    { fo: ['d', 's', '1'] },
    `${v}; fo=0:1`,
    ['value-unknown fo 13-16'],
  ],
  [
    'dmarc-fo',
    'd and s alone',
    `${v}; fo=d:s`,
    { fo: ['d', 's'] },
    `${v}; fo=d:`,
    ['value-unknown fo 13-15'],
  ],
  ['dmarc-afrf', 'each once', `${v}; fo=s`, { fo: ['s'] }, `${v}; fo=s:1:s`, ['value-unknown fo 13-18']],
];

/** The texts that a table of addresses allows and refuses, for rua and ruf alike. */
const addresses: readonly (readonly [
  rule: string,
  why: string,
  allowed: string,
  refused: string,
  at: string,
])[] = [
  ['dmarc-uri', 'a scheme', box, 'd@example.test', '0-14'],
  ['dmarc-uri', 'any scheme, a query and a fragment', 'https://a.test/b?c#d', 'https://a.test/b c', '0-18'],
  ['dmarc-uri', 'commas encoded', 'mailto:a%2cb@example.test', 'mailto:a,b@example.test', '0-8 9-23'],
  ['dmarc-uri', 'exclamation marks encoded', 'mailto:a%21b@example.test', 'mailto:a!b@example.test', '0-23'],
  [
    'dmarc-uri',
    'two digits after a percent sign',
    'mailto:a%2Bb@example.test',
    'mailto:a%2@example.test',
    '0-23',
  ],
  ['obs-dmarc-uri', 'a size behind the address', `${box}!50`, `${box}!`, '0-22'],
  ['obs-dmarc-report-size', 'k, m, g or t', `${box}!1k,${box}!2M,${box}!3g,${box}!4T`, `${box}!1x`, '0-24'],
  ['obs-dmarc-report-size', 'a number first', `${box}!007m`, `${box}!m`, '0-23'],
  ['dmarc-urilist', 'commas between', `${box},${box}`, `${box} ${box}`, '0-43'],
  ['dmarc-urilist', 'white space around them', `${box} \t, ${box}`, `${box} \t, ,${box}`, '24-24'],
  ['dmarc-urilist', 'none at the end', box, `${box},`, '22-22'],
];

const cases = rows.map(([rule, why, allowed, read, refused, problems]) => ({
  rule,
  why,
  allowed,
  read,
  refused,
  problems,
}));

describe('the grammar of RFC 9989 §4.8, rule by rule', () => {
  it.each(cases)('$rule: $why', ({ allowed, read, refused, problems }) => {
    expect(said(allowed)).toEqual([]);
    expect(isDmarc(allowed)).toBe(true);
    expect(parseDmarc(allowed)).toMatchObject(read);
    expect(said(refused)).toEqual(problems);
  });

  it.each(cases)('$rule: the judge of the generated texts agrees on $refused', ({ allowed, refused }) => {
    expect([isLegal(allowed), isLegal(refused)]).toEqual([true, false]);
  });

  describe.each(['rua', 'ruf'] as const)('Table 2 %s', (tag) => {
    const start = `${v}; ${tag}=`;
    it.each(addresses)('%s: %s', (_, __, allowed, refused, at) => {
      const problems = parseDmarc(start + allowed).problems.filter(({ code }) => code !== 'uri-unsupported');
      expect(problems).toEqual([]);
      expect(parseDmarc(start + allowed)[tag].every(({ valid }) => valid)).toBe(true);
      const places = parseDmarc(start + refused).problems.map((one) => {
        expect(one).toMatchObject({ code: 'uri-invalid', tag });
        return `${one.start - start.length}-${one.end - start.length}`;
      });
      expect(places.join(' ')).toBe(at);
      expect([isLegal(start + allowed), isLegal(start + refused)]).toEqual([true, false]);
    });
  });

  it('obs-dmarc-report-size: the size is no part of the address', () => {
    expect(parseDmarc(`${v}; rua=${box}!10M`).rua).toMatchObject([
      { text: box, address: 'd@example.test', size: '10M', start: 14, end: 39 },
    ]);
  });
});

describe('what the tag-list of RFC 6376 §3.2 adds, which RFC 9989 §4.7 takes over', () => {
  it.each<[string, string, readonly string[]]>([
    ['folding white space', `${v};\r\n p=none;\r\n\tt=y`, []],
    ['a line break that folds nothing', `${v};\np=none`, ['line-break 9-10']],
    ['names with digits and underscores', `${v}; p=none; x_1=`, []],
    ['names are compared by case', `${v}; P=none`, ['name-case P 10-11']],
    ['no name twice', `${v}; p=none; p=none`, ['duplicate-tag p 18-24']],
  ])('%s', (_, text, problems) => {
    expect(said(text)).toEqual(problems);
    expect(isLegal(text)).toBe(problems.length === 0);
  });
});

describe('the rules of RFC 7489 §6.4 for the tags that RFC 9989 removed', () => {
  it.each<[string, string, string]>([
    ['dmarc-percent', 'pct=0', 'pct=101'],
    ['dmarc-percent', 'pct=025', 'pct=0025'],
    ['dmarc-percent', 'pct=100', 'pct=50%'],
    ['dmarc-ainterval', 'ri=4294967295', 'ri=4294967296'],
    ['dmarc-ainterval', 'ri=0', 'ri=-1'],
    ['dmarc-rfmt', 'rf=afrf : iodef', 'rf=afrf,iodef'],
    ['dmarc-rfmt', 'rf=1x-2', 'rf=afrf-'],
  ])('%s: %s, but not %s', (_, allowed, refused) => {
    expect(said(`${v}; ${allowed}`)).toEqual([]);
    const start = v.length + 2 + refused.indexOf('=') + 1;
    const [tag] = refused.split('=');
    expect(said(`${v}; ${refused}`)).toEqual([
      `value-unknown ${tag} ${start}-${v.length + 2 + refused.length}`,
    ]);
    expect([isLegal(`${v}; ${allowed}`), isLegal(`${v}; ${refused}`)]).toEqual([true, false]);
  });
});

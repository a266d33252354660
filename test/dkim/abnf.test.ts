import { describe, expect, it } from 'vitest';
import { type DkimKey, isUsable, parseDkimKey } from '../../src/dkim/key.ts';
import { allowsSha256, isTooShort } from '../../src/dkim/selector-verdict.ts';
import { isLegal } from './abnf.ts';

/** The key of RFC 8463 A.2. */
const p = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const key = `k=ed25519; p=${p}`;
/** A key whose base64 ends with both equals signs. */
const twoEquals =
  'MEcCQQDU2x+cr5jZDayYBWluGI9lEdl5sqrq6dxO04/sOG05pn9cr4KvAofiqWPrB/Zfpp434u/lw2iMczYbNF/+Y5yrAgIBAQ==';

/** A rule, what it says here, a text that it allows and what is read of it, a text that it refuses and what is said. */
type Row = readonly [
  rule: string,
  why: string,
  allowed: string,
  read: Partial<DkimKey>,
  refused: string,
  said: readonly string[],
];

const said = (text: string) =>
  parseDkimKey(text).problems.map(
    ({ code, tag, start, end, fatal }) =>
      `${code}${tag === null ? '' : ` ${tag}`} ${start}-${end}${fatal ? ' fatal' : ''}`,
  );

const rows: readonly Row[] = [
  [
    'RFC 6376 §3.2 tag-list',
    'semicolons between tags, and one at the end',
    `v=DKIM1;${key};`,
    { version: 'DKIM1' },
    `v=DKIM1;; ${key}`,
    ['empty-tag 8-9'],
  ],
  ['RFC 6376 §3.2 tag-list', 'it begins with a tag', key, { version: null }, `;${key}`, ['empty-tag 0-1']],
  [
    'RFC 6376 §3.2 tag-spec',
    'white space around name and value; the equals sign is no option',
    ` v\t=  DKIM1 ; ${key} `,
    { version: 'DKIM1' },
    `v=DKIM1; s email; ${key}`,
    ['no-equals 9-16 fatal'],
  ],
  [
    'RFC 6376 §3.2 tag-name',
    'a letter first',
    `x1=; ${key}`,
    {},
    `v=DKIM1; 1x=; ${key}`,
    ['bad-name 9-11 fatal'],
  ],
  [
    'RFC 6376 §3.2 ALNUMPUNC',
    'then letters, digits and underscores',
    `xY_1=; ${key}`,
    {},
    `x-1=; ${key}`,
    ['bad-name 0-3 fatal'],
  ],
  [
    'RFC 6376 §3.2 tag-value',
    'white space inside is kept, none at the ends; a semicolon ends the value',
    `n= a  b ; ${key}`,
    { notes: 'a  b' },
    `n=a;b; ${key}`,
    ['no-equals 4-5 fatal'],
  ],
  [
    'RFC 6376 §3.2 VALCHAR',
    'from ! to ~',
    `x=!~; n=<=>; ${key}`,
    { notes: '<=>' },
    `v=DKIM1\u007f; ${key}`,
    ['version-unknown v 2-8 fatal', 'bad-character v 7-8'],
  ],
  [
    'RFC 6376 §3.2',
    'names are compared by case',
    `${key}; V=1; K=rsa`,
    { version: null, keyType: 'ed25519' },
    `k=ed25519; P=${p}`,
    ['key-absent 0-57 fatal'],
  ],
  [
    'RFC 6376 §3.2',
    'values are compared by case',
    `t=s; ${key}`,
    { flags: ['s'] },
    `t=S; ${key}`,
    ['value-case t 2-3'],
  ],
  [
    'RFC 6376 §3.2',
    'no name twice, unknown ones included',
    `x=1; X=2; ${key}`,
    {},
    `x=1; x=2; ${key}`,
    ['duplicate-tag x 5-8 fatal'],
  ],
  [
    'RFC 6376 §3.2',
    'an empty value is not the default',
    `n=; ${key}`,
    { notes: '' },
    `k=; p=${p}`,
    ['key-type-unknown k 2-2 fatal'],
  ],
  [
    'RFC 6376 §2.8 FWS',
    'a line break before white space',
    `v=DKIM1;\r\n\t${key}\r\n `,
    { version: 'DKIM1' },
    `v=DKIM1;\r\n${key}`,
    ['line-break 8-9'],
  ],
  [
    'RFC 6376 §2.8 FWS',
    'of CR and LF together',
    `h=sha256 \r\n : sha1; ${key}`,
    { hashes: ['sha256', 'sha1'] },
    `h=sha256 \n : sha1; ${key}\r`,
    ['line-break h 9-10', 'line-break 76-77'],
  ],
  [
    'RFC 6376 §2.10 hyphenated-word',
    'hyphens inside',
    `h=sha256:x-1-a; ${key}`,
    { hashes: ['sha256', 'x-1-a'] },
    `h=sha256:x-; ${key}`,
    ['word-invalid h 9-11'],
  ],
  [
    'RFC 6376 §2.10 hyphenated-word',
    'a letter first',
    `t=a; ${key}`,
    { flags: ['a'] },
    `t= s : 1a; ${key}`,
    ['word-invalid t 7-9'],
  ],
  [
    'RFC 6376 §2.10 base64string',
    'white space anywhere, before the final = too',
    `k=ed25519; p= 11q YAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcH\r\n URo =`,
    { key: { type: 'ed25519' } },
    `k=ed25519; p=${p.slice(0, 20)}\n${p.slice(20)}`,
    ['line-break p 33-34'],
  ],
  [
    'RFC 6376 §2.10 base64string',
    'the alphabet with + and /',
    key,
    { key: { type: 'ed25519' } },
    `k=ed25519; p=${p.replace('/', '_')}`,
    ['key-not-base64 p 26-27 fatal'],
  ],
  [
    'RFC 6376 §2.10 base64string',
    'equals signs at the end alone',
    key,
    { key: { type: 'ed25519' } },
    'k=ed25519; p=AA==AA==',
    ['key-not-base64 p 17-18 fatal'],
  ],
  [
    'RFC 6376 §2.10 base64string',
    'two equals signs at most',
    `p=${twoEquals}`,
    { key: { type: 'rsa', bits: 512, exponent: 257 } },
    `${key}==`,
    ['key-unpadded p 13-59'],
  ],
  [
    'RFC 6376 §3.6.1 key-v-tag',
    'DKIM1 to the letter',
    `v=DKIM1; ${key}`,
    { version: 'DKIM1' },
    `v=DKIM1.0; ${key}`,
    ['version-unknown v 2-9 fatal'],
  ],
  [
    'RFC 6376 §3.6.1 key-v-tag',
    'the first tag, or none',
    key,
    { version: null },
    `${key}; v=DKIM1`,
    ['version-not-first v 59-66 fatal'],
  ],
  [
    'RFC 6376 §3.6.1 key-h-tag',
    'words between colons',
    `h=sha1 : sha256; ${key}`,
    { hashes: ['sha1', 'sha256'] },
    `h=sha256,sha1; ${key}`,
    ['word-invalid h 2-13'],
  ],
  [
    'RFC 6376 §3.6.1 key-h-tag',
    'one at least',
    `h=sha256; ${key}`,
    { hashes: ['sha256'] },
    `h=; ${key}`,
    ['word-invalid h 0-2'],
  ],
  [
    'RFC 6376 §3.6.1 key-h-tag',
    'none of them empty',
    key,
    { hashes: null },
    `h=sha256::sha1; ${key}`,
    ['word-invalid h 0-14'],
  ],
  [
    'RFC 6376 §3.6.1 key-h-tag-alg',
    'names to come are ignored; * is no algorithm',
    `h=x-sha9; ${key}`,
    { hashes: ['x-sha9'] },
    `h=*; ${key}`,
    ['word-invalid h 2-3'],
  ],
  [
    'RFC 6376 §3.6.1 key-k-tag-type',
    'a type that nobody knows makes the record useless',
    key,
    { keyType: 'ed25519' },
    `k=x-new; p=${p}`,
    ['key-type-unknown k 2-7 fatal'],
  ],
  [
    'RFC 6376 §3.6.1 key-p-tag',
    'empty where the key is revoked, absent never',
    'v=DKIM1; p= ',
    { revoked: true, key: null },
    'v=DKIM1; k=ed25519',
    ['key-absent 0-18 fatal'],
  ],
  [
    'RFC 6376 §3.6.1 key-s-tag-type',
    '* and words',
    `s=* : email:x-2; ${key}`,
    { services: ['*', 'email', 'x-2'] },
    `s=**; ${key}`,
    ['word-invalid s 2-4'],
  ],
  [
    'RFC 6376 §3.6.1 key-s-tag',
    'colons alone separate',
    `s=email; ${key}`,
    { services: ['email'] },
    `s=email *; ${key}`,
    ['word-invalid s 2-9'],
  ],
  [
    'RFC 6376 §3.6.1 key-t-tag-flag',
    'y, s and flags to come',
    `t=y:s:x-3; ${key}`,
    { flags: ['y', 's', 'x-3'] },
    `t=y:; ${key}`,
    ['word-invalid t 0-4'],
  ],
  [
    'RFC 8463 §4.2 key-k-tag-type',
    'ed25519',
    key,
    { keyType: 'ed25519' },
    `k=Ed25519; p=${p}`,
    ['value-case k 2-9'],
  ],
  [
    'RFC 8463 §4.2',
    '44 characters of base64',
    key,
    { key: { type: 'ed25519' } },
    `k=ed25519; p=${p.slice(0, 40)}`,
    ['ed25519-length p 13-53 fatal'],
  ],
  [
    'RFC 8616 §3',
    'records stay ASCII',
    `t=s; ${key}`,
    { flags: ['s'] },
    `t=\u00e9; ${key}`,
    ['word-invalid t 2-3', 'bad-character t 2-3'],
  ],
];

const cases = rows.map(([rule, why, allowed, read, refused, problems]) => ({
  rule,
  why,
  allowed,
  read,
  refused,
  problems,
}));

describe('the grammar of the key record, rule by rule', () => {
  it.each(cases)('$rule: $why', ({ allowed, read, refused, problems }) => {
    expect(said(allowed)).toEqual([]);
    expect(parseDkimKey(allowed)).toMatchObject(read);
    expect(said(refused).toSorted()).toEqual(problems.toSorted());
    expect(isUsable(parseDkimKey(refused))).toBe(!problems.some((one) => one.endsWith('fatal')));
  });

  it.each([
    ['n=caf\u00e9', 'octets beyond ASCII'],
    ['n=a=Z9', 'an equals sign without two digits after it'],
    ['n==', 'an equals sign at the end'],
    ['g=; x=\u00e9', 'tags that were, and tags that never were'],
  ])('RFC 6376 §3.6.1: nobody reads %j, so that nothing is said of %s', (text) => {
    expect(said(`v=DKIM1; ${text}; ${key}`)).toEqual([]);
  });

  it('RFC 8616 §5: the key record knows no U-labels, and none are made of its A-labels', () => {
    const text = `v=DKIM1; n=xn--bcher-kva; ${key}`;
    expect(parseDkimKey(text)).toMatchObject({ notes: 'xn--bcher-kva', problems: [] });
  });

  it.each(cases)(
    '$rule: the judge of the generated texts agrees on $refused',
    ({ allowed, refused, problems }) => {
      const ofTheKey = problems.every((one) => one.startsWith('ed25519-length'));
      expect([isLegal(allowed), isLegal(refused)]).toEqual([true, ofTheKey]);
    },
  );
});

describe('the algorithms and sizes of RFC 8301', () => {
  it.each<[string, boolean]>([
    [key, true],
    [`h=sha256; ${key}`, true],
    [`h=sha1:sha256; ${key}`, true],
    [`h=sha1; ${key}`, false],
    [`h=x-new; ${key}`, false],
  ])('§3.1, SHA-256 alone is left: %j allows it, %s', (text, allowed) => {
    expect(allowsSha256(parseDkimKey(text))).toBe(allowed);
  });

  it.each<[number, boolean]>([
    [512, true],
    [1016, true],
    [1023, true],
    [1024, false],
    [2048, false],
    [4096, false],
  ])('§3.2, 1024 bits at least: of %i bits it is too short, %s', (bits, short) => {
    const modulus = ((1n << BigInt(bits - 1)) + 1n).toString(16).padStart(2 * Math.ceil(bits / 8) + 2, '0');
    const element = (tag: number, hex: string): string =>
      `${tag.toString(16).padStart(2, '0')}82${(hex.length / 2).toString(16).padStart(4, '0')}${hex}`;
    const der = element(0x30, element(2, modulus) + element(2, '010001'));
    const read = parseDkimKey(`p=${Buffer.from(der, 'hex').toString('base64')}`);
    expect(read.key).toEqual({ type: 'rsa', bits, exponent: 65537 });
    expect(isTooShort(read)).toBe(short);
  });
});

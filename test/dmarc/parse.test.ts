import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlmostDmarc, isDmarc, isFaultless, parseDmarc } from '../../src/dmarc/parse.ts';
import { nearestPolicy, repairDmarc } from '../../src/dmarc/repair.ts';
import { codeUnit } from '../support/code-unit.ts';

const faults = (text: string) =>
  parseDmarc(text).problems.map(({ code, tag }) => (tag === null ? code : `${code} ${tag}`));
const rua = 'rua=mailto:d@example.test';

/** A good record with one stretch replaced: much nearer to real faults than noise. */
const good = `v=DMARC1; p=reject; sp=none; adkim=s; ${rua},mailto:e@example.test!10m; fo=1:d; t=n`;
const damaged = fc
  .tuple(fc.nat(good.length), fc.nat(12), fc.string({ unit: codeUnit, maxLength: 6 }))
  .map(([at, length, insert]) => good.slice(0, at) + insert + good.slice(at + length));
const pieces = fc.constantFrom(
  ';',
  '=',
  ' ',
  '\n',
  'v',
  'V',
  'DMARC1',
  'dmarc',
  'p',
  'none',
  'rua',
  'mailto:',
  'a@b.c',
  ',',
  '"',
);
const texts = fc.oneof(
  fc.string({ unit: codeUnit }),
  fc.array(pieces).map((parts) => parts.join('')),
  damaged,
);

describe('which texts are DMARC records', () => {
  it.each([
    ['v=DMARC1', 'the version alone'],
    ['v=DMARC1;', 'and its semicolon'],
    ['v=DMARC1; p=none', 'with a policy'],
    ['v = DMARC1 ;p=none', 'white space around the equals sign and before the semicolon'],
    ['V=DMARC1; p=none', 'the name of the version tag is not compared by case'],
  ])('%j is one: %s', (text) => {
    expect([isDmarc(text), isAlmostDmarc(text)]).toEqual([true, false]);
  });

  it.each([
    ['v=dmarc1; p=none', 'the version is compared by case'],
    [' v=DMARC1; p=none', 'a space before it'],
    ['"v=DMARC1; p=none"', 'quotation marks'],
    ['v=DMARC1 p=none', 'no semicolon'],
    ['v=DMARC1.0; p=none', 'another version'],
    ['v=DMARC2; p=none', 'a version to come'],
    ['v=DMARC; p=none', 'no version'],
    ['DMARC1; p=none', 'no tag name'],
    ['p=none; v=DMARC1', 'not the first tag'],
    ['p=reject; rua=mailto:a@example.test', 'no version at all'],
    ['v\u00a0=DMARC1; p=none', 'a no-break space'],
    ['p=none;v=DMARC1', 'nor without white space'],
    ['p=none; \tv  =  dmarc1', 'nor with more of it'],
    [' p  =  reject; t=y', 'a policy, with white space'],
  ])('%j was meant as one: %s', (text) => {
    expect([isDmarc(text), isAlmostDmarc(text)]).toEqual([false, true]);
  });

  it.each([
    'v=spf1 -all',
    'v=DKIM1; p=',
    'site-verification=1',
    '',
    'p=MIGf',
    'see dmarc.org',
    'sp=reject',
    'p=rejected',
    'policy p=none',
    `${'x'.repeat(400)}; v=DMARC1`,
    'v=STSv1; id=1',
  ])('%j is none', (text) => {
    expect([isDmarc(text), isAlmostDmarc(text)]).toEqual([false, false]);
  });

  it('a text is a record exactly where its version has no fault', () => {
    const version = new Set(['version-absent', 'version-not-first', 'version-unknown', 'leading-text']);
    fc.assert(
      fc.property(texts, (text) => {
        const faulty = parseDmarc(text).problems.some(({ code }) => version.has(code));
        expect(faulty).toBe(!isDmarc(text));
      }),
    );
  });
});

describe('parsing', () => {
  it('reads every tag', () => {
    const text =
      'v=DMARC1; p=Reject; sp=quarantine; np=NONE; adkim=S; aspf=s; psd=n; t=y; pct=50; fo=0:d:s; rua=mailto:a@Example.test!5m, https://x.test/r; ruf=mailto:b%2Bc@example.test';
    const { p, sp, np, adkim, aspf, psd, testing, pct, fo, rua: to, ruf, problems } = parseDmarc(text);
    expect({ p, sp, np, adkim, aspf, psd, testing, pct, fo }).toEqual({
      p: { policy: 'reject', text: 'Reject' },
      sp: { policy: 'quarantine', text: 'quarantine' },
      np: { policy: 'none', text: 'NONE' },
      adkim: 'strict',
      aspf: 'strict',
      psd: 'n',
      testing: true,
      pct: 50,
      fo: ['0', 'd', 's'],
    });
    expect(to.map(({ start, end }) => text.slice(start, end))).toEqual([
      'mailto:a@Example.test!5m',
      'https://x.test/r',
    ]);
    expect(to).toMatchObject([
      {
        text: 'mailto:a@Example.test',
        scheme: 'mailto',
        address: 'a@Example.test',
        domain: 'example.test',
        size: '5m',
        valid: true,
      },
      { scheme: 'https', address: null, domain: null, size: null, valid: true },
    ]);
    expect(ruf).toMatchObject([{ address: 'b+c@example.test' }]);
    expect(problems.map(({ code }) => code)).toEqual(['uri-unsupported']);
  });

  it('has the defaults of absent tags', () => {
    expect(parseDmarc('v=DMARC1')).toMatchObject({
      p: null,
      sp: null,
      np: null,
      adkim: 'relaxed',
      aspf: 'relaxed',
      psd: 'u',
      testing: false,
      pct: null,
      fo: ['0'],
      rua: [],
      ruf: [],
      problems: [],
    });
  });

  it.each<[string, string[], string]>([
    [`v=DMARC1; p=none; ${rua};`, [], 'nothing wrong'],
    ['v=DMARC1; p=none; pct=100; ri=86400; rf=afrf', [], 'withdrawn tags are no fault of grammar'],
    ['v=DMARC1; p=rejct', ['policy-unknown p'], 'a policy that does not exist'],
    ['v=DMARC1; p=', ['policy-unknown p'], 'an empty policy'],
    ['v=DMARC1; sp=no; np=block', ['policy-unknown sp', 'policy-unknown np'], 'for subdomains too'],
    ['v=DMARC1; p=none; p=reject', ['duplicate-tag p'], 'a tag twice'],
    ['v=DMARC1; p=none; P=reject', ['name-case P', 'duplicate-tag P'], 'twice, in another case'],
    ['v=DMARC1; p=none;; sp=none', ['empty-tag'], 'nothing between semicolons'],
    ['v=DMARC1; p none', ['no-equals'], 'no equals sign'],
    ['v=DMARC1; p-x=none', ['bad-name'], 'a name that none may have'],
    ['v=DMARC1; p=none; policy=reject', ['tag-unknown policy'], 'an unknown tag'],
    ['v=DMARC1; p=none; x=caf\u00e9', ['tag-unknown x', 'bad-character x'], 'octets in an unknown tag'],
    [
      'v=DMARC1; p=none; adkim=strict; aspf=',
      ['value-unknown adkim', 'value-absent aspf'],
      'alignment modes',
    ],
    ['v=DMARC1; p=none; psd=x; t=1', ['value-unknown psd', 'value-unknown t'], 'flags'],
    ['v=DMARC1; p=none; fo=0:1', ['value-unknown fo'], '0 and 1 exclude each other'],
    ['v=DMARC1; p=none; fo=d:d', ['value-unknown fo'], 'each word once'],
    ['v=DMARC1; p=none; fo=1:s:d', [], 'in any order'],
    ['v=DMARC1; p=none; pct=101; ri=1h', ['value-unknown pct', 'value-unknown ri'], 'numbers'],
    ['v=DMARC1; p=none; pct=007; ri=4294967295; rf=1x:afrf-2', [], 'as RFC 7489 §6.4 had them'],
    ['v=DMARC1; p=none; pct=0100; ri=4294967296', ['value-unknown pct', 'value-unknown ri'], 'out of range'],
    ['v=DMARC1; p=none; rf=afrf:afrf', [], 'a word twice, where that is nothing to forbid'],
    ['v=DMARC1; adkim=xr; t=xn', ['value-unknown adkim', 'value-unknown t'], 'a letter before a value'],
    ['v=DMARC1\u007f; p=none', ['version-unknown v'], 'a control character in the version, said once'],
    ['v=DMARC1; p=no\u00e9', ['policy-unknown p'], 'octets in a policy, said once'],
    ['"v=DMARC1; p=none"', ['leading-text', 'bad-name', 'policy-unknown p'], 'a quotation mark before it'],
    ['" \\v = DMARC1', ['leading-text', 'bad-name'], 'several characters before it'],
    ['"x=DMARC1', ['bad-name', 'version-absent'], 'a quotation mark before something else'],
    ['v=DMARC1; p=none; rf=afrf-', ['value-unknown rf'], 'a word that ends with a hyphen'],
    ['v=DMARC1; p=none; fo=1\u00a0:d', ['value-unknown fo'], 'a no-break space is no white space'],
    ['v=DMARC1; p=none; rua=', ['value-absent rua'], 'no address'],
    [
      `v=DMARC1; p=none; ${rua},\u00a0mailto:e@example.test`,
      ['uri-invalid rua'],
      'nor in a list of addresses',
    ],
    ['v=DMARC1; p=none; rua=https://a.test/#b#c', ['uri-invalid rua'], 'two fragments'],
    ['v=DMARC1; p=none; rua=d@example.test', ['uri-invalid rua'], 'no scheme'],
    ['v=DMARC1; p=none; rua=mailto:d', ['uri-invalid rua'], 'no domain'],
    ['v=DMARC1; p=none; rua=mailto://d@example.test', ['uri-invalid rua'], 'slashes'],
    ['v=DMARC1; p=none; rua=mailto:d@example..test', ['uri-invalid rua'], 'an empty label'],
    ['v=DMARC1; p=none; rua=mailto:a@b.test mailto:c@b.test', ['uri-invalid rua'], 'a space for a comma'],
    [`v=DMARC1; p=none; ${rua},`, ['uri-invalid rua'], 'a comma with nothing after it'],
    [
      'v=DMARC1; p=none; rua=mailto:a!b@example.test',
      ['uri-invalid rua'],
      'an exclamation mark must be encoded',
    ],
    ['v=DMARC1; p=none; rua=mailto:a%21b@example.test?subject=x', [], 'encoded, and with a header field'],
  ])('finds the faults of %j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('marks what stands before the version', () => {
    expect(parseDmarc('"\\ v = DMARC1').problems).toContainEqual({
      code: 'leading-text',
      tag: null,
      start: 0,
      end: 3,
    });
  });

  it.each([
    ['v=DMARC1; p=none', true],
    ['v=DMARC1; p=none; x=y; rua=https://a.test/', true],
    ['v=DMARC1; p=none; p=none', false],
    ['v=DMARC1; x=y; p=no', false],
    ['p=none', false],
  ])('%j is read alike by every receiver: %s', (text, yes) => {
    expect(isFaultless(parseDmarc(text))).toBe(yes);
  });

  it('has no addresses where the tag is empty', () => {
    expect(parseDmarc('v=DMARC1; rua=; ruf=')).toMatchObject({ rua: [], ruf: [] });
  });

  it('uses the default in the place of a value that is none', () => {
    expect(parseDmarc('v=DMARC1; adkim=strict; psd=z; pct=101; t=yes')).toMatchObject({
      adkim: 'relaxed',
      psd: 'u',
      pct: null,
      testing: false,
    });
  });

  it.each([
    ['0', 0],
    ['025', 25],
    ['99', 99],
    ['100', 100],
    ['101', null],
    ['0025', null],
    ['+5', null],
  ])('reads pct=%s as %j', (value, pct) => {
    expect(parseDmarc(`v=DMARC1; p=none; pct=${value}`).pct).toBe(pct);
  });

  it('counts the first of two tags', () => {
    expect(parseDmarc('v=DMARC1; p=none; p=reject').p).toMatchObject({ policy: 'none' });
  });

  it.each([';', ',', '!', '=', ' ', 'rua=a,;', 'mailto:', '@', '.', '\u00e9'])(
    'survives %j repeated',
    (unit) => {
      const text = `v=DMARC1; rua=${unit.repeat(60_000)}x`;
      const { tags, rua: to, problems } = parseDmarc(text);
      expect(tags.length).toBeLessThanOrEqual(100);
      expect(to.length).toBeLessThanOrEqual(50);
      expect(problems.length).toBeLessThanOrEqual(5100);
    },
  );

  it('is total, plain JSON, and its offsets lie in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const record = parseDmarc(text);
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
        for (const { start, end } of record.problems)
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        for (const { text: uri, size, start, end } of [...record.rua, ...record.ruf]) {
          expect(text.slice(start, end)).toBe(size === null ? uri : `${uri}!${size}`);
        }
      }),
    );
  });
});

describe('repair', () => {
  it.each<[string, string | null, string]>([
    ['v=dmarc1; p=reject', 'v=DMARC1; p=reject', 'the case of the version'],
    [' v=DMARC1; p=reject', 'v=DMARC1; p=reject', 'a space in front'],
    ['"v=DMARC1; p=reject;"', 'v=DMARC1; p=reject', 'quotation marks'],
    ['v=DMARC1\\; p=reject\\;', 'v=DMARC1; p=reject', 'backslashes'],
    [`v=DMARC1 p=reject; ${rua}`, `v=DMARC1; p=reject; ${rua}`, 'a lost semicolon'],
    ['p=reject; v=DMARC1', 'v=DMARC1; p=reject', 'the version to the front'],
    [`p=reject; ${rua}`, `v=DMARC1; p=reject; ${rua}`, 'a lost version'],
    [
      `v=DMARC1; p=rejct; sp=quarentine; x=y; ${rua}`,
      `v=DMARC1; p=reject; sp=quarantine; x=y; ${rua}`,
      'mistyped policies, the rest untouched',
    ],
    [
      'v=DMARC1; p=reject; rua=d@example.test, e@example.test',
      'v=DMARC1; p=reject; rua=mailto:d@example.test,mailto:e@example.test',
      'bare addresses',
    ],
    [
      'v=DMARC1; p=reject; rua=mailto://d@example.test',
      'v=DMARC1; p=reject; rua=mailto:d@example.test',
      'slashes',
    ],
    [`v=DMARC1; p=reject;; ${rua};`, `v=DMARC1; p=reject; ${rua};`, 'an extra semicolon'],
    ['v=DMARC1; P=reject', 'v=DMARC1; p=reject', 'capitals'],
    [
      'v=DMARC1;\np=reject;\nrua=mailto:d@example.test,\nmailto:e@example.test\n',
      'v=DMARC1; p=reject; rua=mailto:d@example.test, mailto:e@example.test',
      'several lines',
    ],
    ['v=DMARC1; p=none; p=none', 'v=DMARC1; p=none;', 'a tag repeated as it is'],
    ['v=DMARC1', 'v=DMARC1; p=none', 'no policy and no address'],
    ['v=DMARC1; p=none; p=reject', null, 'which of two policies is meant is not evident'],
    ['v=DMARC1; p=block', null, 'a policy like none of the three'],
    ['v=DMARC2; p=none', null, 'a version to come is not for us to change'],
    ['v=DMARC1; p=reject', null, 'nothing is wrong'],
  ])('of %j gives %j', (text, expected) => {
    expect(repairDmarc(parseDmarc(text))).toBe(expected);
  });

  it('gives a record without fault that keeps valid policies, or nothing', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const record = parseDmarc(text);
        const repaired = repairDmarc(record);
        if (repaired === null) return;
        const mended = parseDmarc(repaired);
        expect(isDmarc(repaired)).toBe(true);
        expect(
          mended.problems.filter(({ code }) => code !== 'tag-unknown' && code !== 'uri-unsupported'),
        ).toEqual([]);
        if (record.p?.policy) expect(mended.p?.policy).toBe(record.p.policy);
      }),
    );
  });

  it.each<[string, string | null, string]>([
    ['rejct', 'reject', 'a letter lost'],
    ['Rejected', 'reject', 'letters added'],
    ['quarentine', 'quarantine', 'a letter changed'],
    ['non', 'none', 'a letter lost'],
    ['quarant', null, 'three letters away'],
    ['', null, 'nothing'],
    ['monitor', null, 'another word'],
    ['x'.repeat(5000), null, 'too long to compare'],
  ])('takes %j for %j', (text, expected) => {
    expect(nearestPolicy(text)).toBe(expected);
  });
});

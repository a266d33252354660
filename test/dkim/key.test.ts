import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUsable, modulusOf, parseDkimKey } from '../../src/dkim/key.ts';
import { repairDkim } from '../../src/dkim/repair.ts';
import { codeUnit } from '../support/code-unit.ts';

/** The key of RFC 6376 Appendix C and that of RFC 8463 A.2: the same in every run, as the names of tests are. */
const p =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB';
const ed = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const spki = Buffer.from(p, 'base64');
const pkcs1 = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({
  type: 'pkcs1',
  format: 'der',
});
const wrapped = Buffer.from(`MCowBQYDK2VwAyEA${ed}`, 'base64');

const codes = (text: string) => parseDkimKey(text).problems.map(({ code }) => code);
const der = (tag: number, ...content: readonly Uint8Array[]) => {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const numbers = (modulus: Uint8Array, exponent: Uint8Array) => der(0x30, der(2, modulus), der(2, exponent));
const record = (octets: Uint8Array) => `v=DKIM1; p=${Buffer.from(octets).toString('base64')}`;

describe('RSA keys', () => {
  it.each([512, 768, 1000, 1024, 1536, 2048])('tells the true length of %i bits, bare or wrapped', (bits) => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
    for (const type of ['spki', 'pkcs1'] as const) {
      const key = parseDkimKey(record(publicKey.export({ type, format: 'der' })));
      expect(key.key).toEqual({ type: 'rsa', bits, exponent: 65537 });
      expect(key.problems).toEqual([]);
    }
  });

  it.each<[number[], number[], { bits: number; exponent: number | null }, string]>([
    [[0x00, 0x80, 0x01], [3], { bits: 16, exponent: 3 }, 'the sign octet does not count'],
    [
      [0x00, 0x00, 0x7f, 0x01],
      [3],
      { bits: 15, exponent: 3 },
      'nor do further zeros, or the high bits of the first octet',
    ],
    [[0x01], [1, 0, 1], { bits: 1, exponent: 65537 }, 'one bit'],
    [[0x7f, 0x01], [1, 0, 0, 0, 0, 0, 1], { bits: 15, exponent: null }, 'an exponent too long for a number'],
  ])('counts the bits of modulus %j with exponent %j', (modulus, exponent, expected) => {
    const key = parseDkimKey(record(numbers(Uint8Array.from(modulus), Uint8Array.from(exponent))));
    expect(key.key).toEqual({ type: 'rsa', ...expected });
  });

  it.each([
    ['a negative modulus', numbers(Uint8Array.of(0x80, 1), Uint8Array.of(3)), 'key-unreadable'],
    ['a modulus of zero', numbers(Uint8Array.of(0), Uint8Array.of(3)), 'key-unreadable'],
    ['an exponent of 1', numbers(Uint8Array.of(0x7f, 1), Uint8Array.of(1)), 'key-unreadable'],
    ['an even exponent', numbers(Uint8Array.of(0x7f, 1), Uint8Array.of(4)), 'key-unreadable'],
    ['a private key in its place', der(0x30, der(2, Uint8Array.of(0)), der(0x30)), 'key-unreadable'],
    ['text', Buffer.from('no key at all, but text'), 'key-unreadable'],
    ['a length without end', Uint8Array.of(0x30, 0x80, 0, 0), 'key-unreadable'],
    ['a key cut off in the middle', spki.subarray(0, 90), 'key-truncated'],
    ['a key cut off by one octet', pkcs1.subarray(0, -1), 'key-truncated'],
    ['an empty sequence', Uint8Array.of(0x30, 0), 'key-unreadable'],
    ['a sequence that ends inside its first number', Uint8Array.of(0x30, 2, 2, 9), 'key-unreadable'],
    ['one octet', Uint8Array.of(0x30), 'key-truncated'],
    ['an Ed25519 key', wrapped, 'key-type-mismatch'],
    ['32 octets', wrapped.subarray(-32), 'key-type-mismatch'],
  ])('takes %s for no key', (_, octets, code) => {
    const key = parseDkimKey(record(octets));
    expect([key.key, isUsable(key), codes(key.text)]).toEqual([null, false, [code]]);
  });

  it('reads a key with octets after it, and says so', () => {
    const key = parseDkimKey(record(Buffer.concat([spki, Buffer.from('x')])));
    expect([key.key, isUsable(key), codes(key.text)]).toEqual([
      { type: 'rsa', bits: 1024, exponent: 65537 },
      true,
      ['key-trailing'],
    ]);
  });
});

describe('Ed25519 keys', () => {
  it('reads the 32 octets of RFC 8463 A.2', () => {
    const key = parseDkimKey('v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=');
    expect([key.key, key.problems]).toEqual([{ type: 'ed25519' }, []]);
  });

  it.each([
    [wrapped.toString('base64'), 'ed25519-wrapped', 'a SubjectPublicKeyInfo'],
    [p, 'key-type-mismatch', 'an RSA key'],
    ['AAAA', 'ed25519-length', 'three octets'],
  ])('refuses p=%s', (value, code) => {
    expect(codes(`v=DKIM1; k=ed25519; p=${value}`)).toEqual([code]);
  });
});

describe('key records', () => {
  it.each([
    [`p=${p}`, [], 'p alone is enough'],
    [
      `v=DKIM1; k=rsa; h=sha256; s=email; t=s; n=note; g=*; q=dns/txt; z=9; p=${p}`,
      [],
      'every tag, dead and unknown ones',
    ],
    [`v=DKIM1; n=caf\u00e9; p=${p}`, [], 'octets in a note harm nobody'],
    [`v=DKIM1; p=${p.slice(0, 40)} \r\n\t${p.slice(40)}`, [], 'folding white space inside base64'],
    ['v=DKIM1; p=', [], 'revoked'],
    [`v=DKIM1.0; p=${p}`, ['version-unknown'], 'the version is a string, not a number'],
    [`v=dkim1; p=${p}`, ['version-unknown'], 'compared by case'],
    ['v=spf1 include:example.test -all', ['key-absent', 'version-unknown'], 'an SPF record'],
    [`p=${p}; v=DKIM1`, ['version-not-first'], 'the version comes first'],
    ['v=DKIM1; k=rsa', ['key-absent'], 'no p'],
    ['', ['key-absent'], 'nothing at all'],
    [`v=DKIM1; k=dsa; p=${p}`, ['key-type-unknown'], 'an unknown key type'],
    [`v=DKIM1; k=constructor; p=${p}`, ['key-type-unknown'], 'a key type that every object has'],
    [`v=DKIM1; k=; p=${p}`, ['key-type-unknown'], 'an empty key type is not an absent one'],
    [`v=DKIM1; k=RSA; p=${p}`, ['value-case'], 'values are compared by case'],
    [`v=DKIM1; p=${p}; p=${p}`, ['duplicate-tag'], 'p twice'],
    [`v=DKIM1; p=${p};;`, ['empty-tag'], 'an extra semicolon'],
    [`v=DKIM1; p=-${p.slice(1)}`, ['key-not-base64'], 'the URL alphabet'],
    [`v=DKIM1; p=AA=A`, ['key-not-base64'], 'padding in the middle'],
    [`v=DKIM1; p=AAAAA`, ['key-uneven'], 'the fifth digit makes no octet'],
    [`v=DKIM1; p=${p.slice(0, 81)}`, ['key-truncated'], 'but a key that is cut off there is cut off'],
    [`v=DKIM1; p=${p}===`, ['key-unpadded'], 'too much padding'],
    [`v=DKIM1; p=A\u00a0AAA`, ['key-not-base64'], 'a no-break space is no white space'],
    [`v=DKIM1; k=ed25519; p=${ed.replace('=', '')}`, ['key-unpadded'], 'padding left out'],
  ])('%s: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each(['h=a\u0001', 'k=rsa\u007f', 's=email\u00e9'])(
    'says of a character that %j may not hold',
    (tag) => {
      expect(codes(`v=DKIM1; ${tag}; p=${p}`)).toContain('bad-character');
    },
  );

  it('reads a hundred tags, and the key among them all the same', () => {
    const many = `p=${p}; ${Array.from({ length: 100 }, (_, index) => `x${index}=`).join('; ')}`;
    const key = parseDkimKey(many);
    expect(key.problems).toMatchObject([{ code: 'too-many-tags', tag: null, fatal: false }]);
    expect(isUsable(key)).toBe(true);
  });

  it('has the defaults of absent tags', () => {
    const { version, keyType, hashes, services, flags, notes, revoked } = parseDkimKey(`p=${p}`);
    expect({ version, keyType, hashes, services, flags, notes, revoked }).toEqual({
      version: null,
      keyType: 'rsa',
      hashes: null,
      services: ['*'],
      flags: [],
      notes: null,
      revoked: false,
    });
  });

  it('splits lists and keeps an empty list apart from an absent one', () => {
    const { hashes, services, flags } = parseDkimKey(`v=DKIM1; h=sha1 : SHA256; s=; t=y:s; p=${p}`);
    expect({ hashes, services, flags }).toEqual({
      hashes: ['sha1', 'sha256'],
      services: [],
      flags: ['y', 's'],
    });
  });

  it('marks the character that is no base64', () => {
    const { text, problems } = parseDkimKey(`v=DKIM1; p=AAA A_A`);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(['_']);
  });

  it.each(['=', ' ', 'A', ';', 'p=A;', '\u00e9', '"'])('survives a key of %j repeated', (unit) => {
    expect(parseDkimKey(`v=DKIM1; p=${unit.repeat(60_000)}x`).text).toHaveLength(12 + unit.length * 60_000);
  });
});

describe('a key that is not what its record says', () => {
  const inSpki = wrapped.toString('base64');
  it.each<[string, string[], string]>([
    [`k=ed25519; p=${inSpki}`, ['ed25519-wrapped'], 'an Ed25519 key in a SubjectPublicKeyInfo'],
    [`k=ed25519; p=${p}`, ['key-type-mismatch'], 'an RSA key under ed25519'],
    [`k=ed25519; p=AAAA`, ['ed25519-length'], 'three octets'],
    [`k=rsa; p=${ed}`, ['key-type-mismatch'], 'an Ed25519 key under rsa'],
    [`k=rsa; p=${inSpki}`, ['key-type-mismatch'], 'and in a SubjectPublicKeyInfo'],
    [`k=rsa; p=AAAA`, ['key-unreadable'], 'no DER'],
    [`k=rsa; p=${p.slice(0, 101)}`, ['key-truncated'], 'an RSA key cut off, and nothing of its base64'],
    [`k=x-new; p=${ed}`, ['key-type-unknown'], 'a type that nobody knows'],
  ])('%s: %j', (text, expected) => {
    const key = parseDkimKey(text);
    expect(codes(text)).toEqual(expected);
    expect([key.key, isUsable(key), modulusOf(key)]).toEqual([null, false, null]);
  });

  it.each([`k=ed25519; p=${ed}`, 'k=rsa; p=', 'k=rsa', 'p=_'])('%s has no modulus', (text) => {
    expect(modulusOf(parseDkimKey(text))).toBe(null);
  });

  it('a revoked key is not usable, though nothing is wrong with its record', () => {
    const key = parseDkimKey('v=DKIM1; p=');
    expect([key.problems, isUsable(key)]).toEqual([[], false]);
  });
});

describe('any text', () => {
  const good = `v=DKIM1; k=rsa; p=${p}`;
  /** A good record with one stretch replaced: much nearer to real faults than noise. */
  const damaged = fc
    .tuple(fc.nat(good.length), fc.nat(20), fc.string({ unit: codeUnit, maxLength: 8 }))
    .map(([at, length, insert]) => good.slice(0, at) + insert + good.slice(at + length));

  it('gives a record, with problems inside it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: codeUnit }), damaged), (text) => {
        const key = parseDkimKey(text);
        for (const { start, end } of key.problems)
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(JSON.parse(JSON.stringify(key))).toEqual(key);
        if (key.key === null && !key.revoked) expect(key.problems.some(({ fatal }) => fatal)).toBe(true);
      }),
    );
  });

  it('gives a key for any octets, or says why not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom('rsa', 'ed25519'), (octets, type) => {
        const key = parseDkimKey(`k=${type}; p=${Buffer.from(octets).toString('base64')}`);
        expect(key.revoked || key.key !== null || key.problems.length > 0).toBe(true);
      }),
    );
  });

  it('repairs to a record without fault, or not at all', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const repaired = repairDkim(parseDkimKey(text));
        if (repaired !== null)
          expect([codes(repaired), isUsable(parseDkimKey(repaired))]).toEqual([[], true]);
      }),
    );
  });
});

describe('repair', () => {
  it.each<[string, string | null, string]>([
    [`v=dkim1; p=${p}`, `v=DKIM1; p=${p}`, 'the case of the version'],
    [`k=rsa; v=DKIM1; p=${p}`, `v=DKIM1; k=rsa; p=${p}`, 'the version to the front'],
    [`v=DKIM1\\; k=rsa\\; p=${p}`, `v=DKIM1; k=rsa; p=${p}`, 'backslashes'],
    [`"v=DKIM1; p=${p}"`, `v=DKIM1; p=${p}`, 'quotation marks'],
    [`v=DKIM1;; p=${p};`, `v=DKIM1; p=${p};`, 'an extra semicolon'],
    [`v=DKIM1; p=${ed}`, `v=DKIM1; k=ed25519; p=${ed}`, 'the type of an Ed25519 key'],
    [`v=DKIM1; k=ed25519; p=${p}`, `v=DKIM1; k=rsa; p=${p}`, 'the type of an RSA key'],
    [`v=DKIM1; k=ed25519; p=${wrapped.toString('base64')}`, `v=DKIM1; k=ed25519; p=${ed}`, 'a wrapped key'],
    [
      `v=DKIM1; p=${wrapped.toString('base64')}`,
      `v=DKIM1; k=ed25519; p=${ed}`,
      'a wrapped key without its type',
    ],
    [`v=DKIM1; k=RSA; p=${p}`, `v=DKIM1; k=rsa; p=${p}`, 'capitals'],
    [`v=DKIM1;\nk=rsa;\r\np=${p}\n`, `v=DKIM1; k=rsa; p=${p}`, 'several lines'],
    [`v=DKIM1; h=sha256:; p=${p}`, null, 'whether a word is missing is not evident'],
    [`v=DKIM1; k=ed25519; p=${ed.replace('=', '')}`, `v=DKIM1; k=ed25519; p=${ed}`, 'padding'],
    [`v=DKIM1; p=${p}`, null, 'nothing is wrong'],
    [`v=DKIM1; p=${p.slice(0, 100)}`, null, 'no one can guess the rest of a key'],
    ['v=spf1 -all', null, 'an SPF record was never a key'],
    [`v=DKIM1; p=${p}; p=${ed}`, null, 'which of two keys is meant is not evident'],
  ])('of %s gives %s', (text, expected) => {
    expect(repairDkim(parseDkimKey(text))).toBe(expected);
  });
});

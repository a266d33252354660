import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain.ts';
import type { RecordType } from '../../src/dns/resolver.ts';
import { lookup } from '../../src/dns/zone.ts';
import { readZoneFile, ZoneFileError } from '../../src/dns/zone-file.ts';

function answer(text: string, name: string, type: RecordType) {
  return lookup(readZoneFile(text), name, type).answer;
}

function records(text: string, name: string, type: RecordType) {
  const found = answer(text, name, type);
  return found.status === 'found' ? found.records : found.status;
}

describe('readZoneFile reads', () => {
  it.each<[string, string, string, RecordType, unknown]>([
    ['an absolute name', 'a.test. A 192.0.2.1', 'a.test', 'A', ['192.0.2.1']],
    ['a relative name behind $ORIGIN', '$ORIGIN b.test.\na A 192.0.2.1', 'a.b.test', 'A', ['192.0.2.1']],
    ['a relative name without $ORIGIN as absolute', 'a.test A 192.0.2.1', 'a.test', 'A', ['192.0.2.1']],
    ['@ as the origin', '$ORIGIN b.test.\n@ A 192.0.2.1', 'b.test', 'A', ['192.0.2.1']],
    ['a quoted @ as a label', '$ORIGIN b.test.\n"@" A 192.0.2.1', '@.b.test', 'A', ['192.0.2.1']],
    [
      '$ORIGIN relative to the one before',
      '$ORIGIN b.test.\n$ORIGIN c\na A 192.0.2.1',
      'a.c.b.test',
      'A',
      ['192.0.2.1'],
    ],
    ['the root as origin', '$ORIGIN .\na A 192.0.2.1', 'a', 'A', ['192.0.2.1']],
    ['directives in any case', '$origin b.test.\na A 192.0.2.1', 'a.b.test', 'A', ['192.0.2.1']],
    [
      'relative names in data',
      '$ORIGIN b.test.\n@ MX 10 mx',
      'b.test',
      'MX',
      [{ preference: 10, exchange: 'mx.b.test' }],
    ],
    ['@ in data', '$ORIGIN b.test.\na CNAME @', 'a.b.test', 'CNAME', ['b.test']],
    ['an inherited owner', 'a.test. A 192.0.2.1\n A 192.0.2.2', 'a.test', 'A', ['192.0.2.1', '192.0.2.2']],
    [
      'an inherited owner behind a blank line',
      'a.test. A 192.0.2.1\n\n \n\tA 192.0.2.2',
      'a.test',
      'A',
      ['192.0.2.1', '192.0.2.2'],
    ],
    [
      'an inherited owner and class: TXT of the name above',
      'a.test. IN A 192.0.2.1\n TXT x',
      'a.test',
      'TXT',
      [['x']],
    ],
    [
      'an inherited owner across $ORIGIN',
      '$ORIGIN b.test.\na A 192.0.2.1\n$ORIGIN c.test.\n TXT x',
      'a.b.test',
      'TXT',
      [['x']],
    ],
    [
      'an owner that is named like a type',
      '$ORIGIN b.test.\ntxt A 192.0.2.1',
      'txt.b.test',
      'A',
      ['192.0.2.1'],
    ],
    ['an owner that is a number', '$ORIGIN b.test.\n10 PTR a', '10.b.test', 'PTR', ['a.b.test']],
    ['TTL before class', 'a.test. 300 IN A 192.0.2.1', 'a.test', 'A', ['192.0.2.1']],
    ['class before TTL', 'a.test. IN 300 A 192.0.2.1', 'a.test', 'A', ['192.0.2.1']],
    ['class and type in lower case', 'a.test. in a 192.0.2.1', 'a.test', 'A', ['192.0.2.1']],
    [
      'parentheses over lines',
      'a.test. MX ( 10\n  mx.test. )',
      'a.test',
      'MX',
      [{ preference: 10, exchange: 'mx.test' }],
    ],
    [
      'a comment inside parentheses',
      'a.test. TXT ( "a" ; ) not the end\n "b" )',
      'a.test',
      'TXT',
      [['a', 'b']],
    ],
    ['parentheses in parentheses', 'a.test. TXT ( ( a )\n b )', 'a.test', 'TXT', [['a', 'b']]],
    ['a record behind closed parentheses', 'a.test. TXT ( a\n)\nb.test. TXT b', 'b.test', 'TXT', [['b']]],
    ['comments', '; c\na.test. TXT a;b\n ; c', 'a.test', 'TXT', [['a']]],
    ['a semicolon in quotes', 'a.test. TXT "v=DMARC1; p=none" ; c', 'a.test', 'TXT', [['v=DMARC1; p=none']]],
    [
      'a semicolon behind a backslash',
      'a.test. TXT v=DMARC1\\;p=none',
      'a.test',
      'TXT',
      [['v=DMARC1;p=none']],
    ],
    ['an SPF record of one unquoted word', 'a.test. TXT v=spf1', 'a.test', 'TXT', [['v=spf1']]],
    ['and a comment behind it', 'a.test. TXT v=spf1 ; nothing', 'a.test', 'TXT', [['v=spf1']]],
    [
      'a comment that touches a quoted text',
      'a.test. TXT "v=spf1 -all";c',
      'a.test',
      'TXT',
      [['v=spf1 -all']],
    ],
    ['other unquoted words', 'a.test. TXT v=spf2 -all', 'a.test', 'TXT', [['v=spf2', '-all']]],
    ['parentheses in quotes', 'a.test. TXT "(a)"', 'a.test', 'TXT', [['(a)']]],
    ['a quote behind a backslash', 'a.test. TXT "a\\"b"', 'a.test', 'TXT', [['a"b']]],
    ['a backslash behind a backslash', 'a.test. TXT "a\\\\" "b"', 'a.test', 'TXT', [['a\\', 'b']]],
    ['octets by number', 'a.test. TXT "\\000\\065\\255"', 'a.test', 'TXT', [['\0A\xff']]],
    ['a digit behind octets by number', 'a.test. TXT \\0651', 'a.test', 'TXT', [['A1']]],
    ['an octet over 127 as it is, not as UTF-8', 'a.test. TXT "\\233"', 'a.test', 'TXT', [['\xe9']]],
    [
      'UTF-8 as its octets',
      'a.test. TXT "é€😀"',
      'a.test',
      'TXT',
      [['\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80']],
    ],
    ['UTF-8 behind a backslash', 'a.test. TXT "\\é\\😀x"', 'a.test', 'TXT', [['\xc3\xa9\xf0\x9f\x98\x80x']]],
    ['several strings, apart', 'a.test. TXT "a" b"c"', 'a.test', 'TXT', [['a', 'b', 'c']]],
    ['an empty string', 'a.test. TXT "" "a"', 'a.test', 'TXT', [['', 'a']]],
    ['a string of 255 octets', `a.test. TXT ${'x'.repeat(255)}`, 'a.test', 'TXT', [['x'.repeat(255)]]],
    ['several records at one name', 'a.test. TXT a\na.test. TXT b', 'a.test', 'TXT', [['a'], ['b']]],
    ['the same record twice as one', 'a.test. TXT a\nA.TEST. TXT a', 'a.test', 'TXT', [['a']]],
    ['a null MX', 'a.test. MX 0 .', 'a.test', 'MX', [{ preference: 0, exchange: '' }]],
    ['NS', 'a.test. NS ns.test.', 'a.test', 'NS', ['ns.test']],
    ['PTR', '1.2.0.192.in-addr.arpa. PTR a.test.', '1.2.0.192.in-addr.arpa', 'PTR', ['a.test']],
    ['AAAA in its canonical form', 'a.test. AAAA 2001:DB8:0:0::1', 'a.test', 'AAAA', ['2001:db8::1']],
    [
      'SOA with units and an escaped dot',
      'a.test. SOA ns.test. first\\.last.test. ( 2026010101 1h 15m 1w 1d12h )',
      'a.test',
      'SOA',
      [
        {
          mname: 'ns.test',
          rname: 'first\\.last.test',
          serial: 2026010101,
          refresh: 3600,
          retry: 900,
          expire: 604800,
          minimum: 129600,
        },
      ],
    ],
    ['an escaped dot in a label', 'a\\.b.test. TXT a', 'a\\.b.test', 'TXT', [['a']]],
    ['a dot by number as part of the label', 'a\\046b.test. TXT a', 'a\\.b.test', 'TXT', [['a']]],
    ['an escaped backslash before a dot', 'a\\\\.b.test. TXT a', 'a\\\\.b.test', 'TXT', [['a']]],
    [
      'an escaped final dot as part of a relative name',
      '$ORIGIN b.test.\na\\. TXT a',
      'a\\..b.test',
      'TXT',
      [['a']],
    ],
    [
      'a label of 63 octets with an escape',
      `${'x'.repeat(62)}\\..test. TXT a`,
      `${'x'.repeat(62)}\\..test`,
      'TXT',
      [['a']],
    ],
    ['a label with an octet by number', '\\065b.test. TXT a', 'ab.test', 'TXT', [['a']]],
    ['CRLF', '$ORIGIN b.test.\r\na TXT a\r\n TXT "b"\r\n', 'a.b.test', 'TXT', [['a'], ['b']]],
    ['tabs', 'a.test.\t300\tIN\tTXT\ta', 'a.test', 'TXT', [['a']]],
    ['a byte order mark', '\uFEFFa.test. TXT a', 'a.test', 'TXT', [['a']]],
    ['a file without a final line end', 'a.test. TXT a', 'a.test', 'TXT', [['a']]],
    ['an underscore', '_dmarc.a.test. TXT a', '_dmarc.a.test', 'TXT', [['a']]],
    [
      'other types, without their data',
      'a.test. CAA 0 issue "ca.test"\na.test. TYPE65 \\# 0\na.test. TXT a',
      'a.test',
      'TXT',
      [['a']],
    ],
  ])('%s', (_, text, name, type, expected) => {
    expect(records(text, name, type)).toEqual(expected);
  });

  it('an empty text as a zone without names', () => {
    expect(readZoneFile('; nothing\n\n').nodes.size).toBe(0);
  });

  it('the names above a name as one and the same node, however many they are', () => {
    const { nodes } = readZoneFile('a.b.c.d.test. A 192.0.2.1\nx.y.z.test. A 192.0.2.1\nb.c.d.test. TXT x');
    const above = ['c.d.test', 'd.test', 'test', 'y.z.test', 'z.test'].map((name) => nodes.get(name));
    expect(new Set(above).size).toBe(1);
    expect(above[0]).toEqual({});
    expect(nodes.get('b.c.d.test')).toEqual({ TXT: { ttl: null, records: [['x']] } });
  });

  it('the owner of a type it leaves out as an existing name', () => {
    expect(answer('_sip._tcp.a.test. SRV 0 0 5060 sip.a.test.', '_sip._tcp.a.test', 'TXT')).toEqual({
      status: 'nodata',
    });
  });

  it.each<[string, string, number | undefined]>([
    ['stated with the record', 'a.test. 60 TXT a', 60],
    ['with units', 'a.test. 1h30m TXT a', 5400],
    ['from $TTL', '$TTL 1d\na.test. TXT a', 86_400],
    ['stated in spite of $TTL', '$TTL 1d\na.test. 60 TXT a', 60],
    ['from $TTL in spite of the last stated', '$TTL 1d\nb.test. 60 TXT b\na.test. TXT a', 86_400],
    ['the last stated', 'b.test. 60 TXT b\na.test. TXT a', 60],
    ['the lowest of a set', 'a.test. 60 TXT a\na.test. 30 TXT b', 30],
    ['the lowest of a set, whatever the order', 'a.test. 30 TXT a\na.test. 60 TXT b', 30],
    ['zero', 'a.test. 0 TXT a', 0],
    ['none where none is stated', 'a.test. TXT a', undefined],
  ])('TTL: %s', (_, text, ttl) => {
    const found = answer(text, 'a.test', 'TXT');
    expect(found.status === 'found' ? found.ttl : found.status).toBe(ttl);
  });
});

describe('readZoneFile refuses', () => {
  it.each<[string, string, number, RegExp]>([
    ['an unknown type', 'a.test. TXT a\nb.test. TXTT b', 2, /"TXTT" is no record type; write name/],
    ['a missing type', 'a.test.', 1, /type is missing/],
    ['a missing type behind TTL and class', 'a.test. 60 IN', 1, /type is missing/],
    ['a quoted type', 'a.test. "TXT" a', 1, /no record type/],
    ['two classes', 'a.test. IN IN TXT a', 1, /"IN" is no record type/],
    ['two TTLs', 'a.test. 60 60 TXT a', 1, /"60" is no record type/],
    ['another class', 'a.test. CH TXT a', 1, /class CH is not supported; only IN/],
    ['DNAME, which changes answers below it', 'a.test. DNAME b.test.', 1, /DNAME" is not supported/],
    ['a known type by number', 'a.test. TYPE16 \\# 2 0161', 1, /TYPE16 is not supported; write TXT/],
    ['a TTL over 31 bits', 'a.test. 2147483648 TXT a', 1, /no TTL/],
    ['a TTL with a wrong unit', 'a.test. 5y TXT a', 1, /"5y" is no TTL/],
    ['$INCLUDE', '$INCLUDE other.zone', 1, /"\$INCLUDE" is not supported; put the records/],
    ['$GENERATE', '\n\n$GENERATE 1-2 a A 192.0.2.$', 3, /"\$GENERATE" is not supported/],
    ['$ORIGIN without a name', '$ORIGIN ; a.test.', 1, /\$ORIGIN takes one value/],
    ['$TTL with two values', '$TTL 1 2', 1, /\$TTL takes one value/],
    ['$TTL that is none', '$TTL soon', 1, /"soon" is no TTL/],
    [
      '@ without an origin',
      '@ A 192.0.2.1',
      1,
      /"@" stands for the origin and there is none; put \$ORIGIN above/,
    ],
    ['an inherited owner at the top', ' A 192.0.2.1', 1, /begins with a blank/],
    ['a quote that stays open', 'a.test. TXT "a\nb.test. TXT "b"', 1, /not closed on its line/],
    ['a quote that stays open at the end', 'a.test. TXT a\nb.test. TXT "', 2, /not closed on its line/],
    ['( that stays open, at its line', 'a.test. TXT a\nb.test. TXT ( b\n c\n', 2, /\( is never closed/],
    [') without (', 'a.test. TXT a )', 1, /without its \(/],
    ['a backslash at the end', 'a.test. TXT a\\', 1, /ends in a backslash/],
    ['a backslash at the line end', 'a.test. TXT a\\\r\nb.test. TXT b', 1, /ends in a backslash/],
    ['an octet over 255', 'a.test. TXT "\\256"', 1, /\\256 is no octet/],
    ['an octet of two digits', 'a.test. TXT "\\06"', 1, /\\06 is no octet/],
    [
      'a string over 255 octets',
      `a.test. TXT "${'x'.repeat(256)}"`,
      1,
      /256 octets; 255 are allowed, split it: "first part"/,
    ],
    ['a string over 255 octets in UTF-8', `a.test. TXT "${'é'.repeat(128)}"`, 1, /256 octets/],
    ['TXT without a string', 'a.test. TXT', 1, /one string or more/],
    ['TXT over 16 bits', `a.test. TXT ${'a '.repeat(32_768)}`, 1, /65536 octets; 65535/],
    ['A that is none', 'a.test. A 192.0.2.256', 1, /"192.0.2.256" is no IPv4 address/],
    ['A that is none, with the mend', 'a.test. A x', 1, /write one such as 192\.0\.2\.1/],
    ['an unquoted SPF record', 'a.test. TXT v=spf1 -all', 1, /"v=spf1" … is cut.*put the text in quotation/],
    [
      'an unquoted DMARC record',
      '_dmarc.a.test. TXT v=DMARC1; p=none',
      1,
      /ends at the ";".*quotation marks/,
    ],
    ['the same with a blank', '_dmarc.a.test. TXT v=DMARC1 ; p=none', 1, /ends at the ";"/],
    ['an unquoted key record', 's._domainkey.a.test. TXT ( V=dkim1; k=rsa;\n p=x )', 1, /quotation marks/],
    ['A with an IPv6 address', 'a.test. A 2001:db8::1', 1, /no IPv4 address/],
    ['AAAA with an IPv4 address', 'a.test. AAAA 192.0.2.1', 1, /no IPv6 address/],
    [
      'A with two addresses',
      'a.test. A 192.0.2.1 192.0.2.2',
      1,
      /A takes an IPv4 address; "192.0.2.1 192.0.2.2"/,
    ],
    ['A without address', 'a.test. A', 1, /A takes an IPv4 address; nothing is given/],
    ['MX without preference', 'a.test. MX mx.test.', 1, /MX takes a preference, a host name/],
    [
      'MX with a wrong preference',
      'a.test. MX x mx.test.',
      1,
      /"x" is no preference, a number from 0 to 65535/,
    ],
    ['MX with a preference over 16 bits', 'a.test. MX 65536 mx.test.', 1, /no preference/],
    ['SOA with a field too few', 'a.test. SOA ns.test. h.test. 1 2 3 4', 1, /SOA takes/],
    ['SOA with a wrong timer', 'a.test. SOA ns.test. h.test. 1 2 x 4 5', 1, /"x" is no retry/],
    ['SOA with a serial over 32 bits', 'a.test. SOA ns.test. h.test. 4294967296 2 3 4 5', 1, /no serial/],
    ['an empty label', 'a..test. A 192.0.2.1', 1, /empty label/],
    ['a label over 63 octets', `${'x'.repeat(64)}.test. A 192.0.2.1`, 1, /label of more than 63/],
    ['a name over 253 octets', `${'x.'.repeat(127)}test. A 192.0.2.1`, 1, /octets long in full; 253/],
    [
      'a name that the origin makes too long',
      `$ORIGIN ${'x.'.repeat(120)}\n${'y'.repeat(20)} A 192.0.2.1`,
      2,
      /octets long in full; 253/,
    ],
    ['a wrong owner of a type it leaves out', 'a..test. CAA 0 issue "ca.test"', 1, /empty label/],
    ['U-labels', 'münchen.test. A 192.0.2.1', 1, /write the A-label/],
    ['a second CNAME', 'a.test. CNAME b.test.\na.test. CNAME c.test.', 2, /second CNAME/],
    ['the line inside parentheses', 'a.test. TXT ( "a"\n\n"\\999" )', 3, /\\999/],
  ])('%s', (_, text, line, message) => {
    let thrown: unknown;
    try {
      readZoneFile(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ZoneFileError);
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as ZoneFileError).message).toMatch(message);
    expect((thrown as ZoneFileError).message).toMatch(new RegExp(`^line ${line}: `));
    expect((thrown as ZoneFileError).line).toBe(line);
  });
});

/** A string of octets as a quoted string of a master file. */
function printed(text: string): string {
  const octets = Array.from(text, (char) => `\\${char.charCodeAt(0).toString().padStart(3, '0')}`);
  return `"${octets.join('')}"`;
}

const octetString = fc.uint8Array({ maxLength: 255 }).map((octets) => Buffer.from(octets).toString('latin1'));

describe('properties of readZoneFile', () => {
  it('any text is a zone or a fault at one of its lines', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a.test.',
        ' ',
        '\n',
        '(',
        ')',
        '"',
        ';',
        '\\',
        '@',
        '$ORIGIN',
        '$TTL',
        'IN',
        '60',
        'A',
        'TXT',
        'MX',
        '.',
        '\r',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        try {
          readZoneFile(text);
        } catch (error) {
          if (!(error instanceof ZoneFileError)) throw error;
          expect(error.line).toBeGreaterThan(0);
          expect(error.line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('octets come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(octetString, { minLength: 1, maxLength: 5 }), (strings) => {
        expect(records(`a.test. TXT ${strings.map(printed).join(' ')}`, 'a.test', 'TXT')).toEqual([strings]);
      }),
    );
  });

  it('layout means nothing: one line, parentheses, comments and CRLF give the same zone', () => {
    const word = fc.stringMatching(/^[a-z0-9=:]{1,12}$/);
    const gap = fc.constantFrom(' ', '\t', '  ', ' ; comment ( "\n ', '\n', '\r\n\t');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 10 }), (words) => {
        const plain = `a.test. 60 IN TXT ${words.map(([text]) => text).join(' ')}`;
        const laidOut = `a.test. 60 IN TXT (${words.map(([text, space]) => space + text).join('')}\n)`;
        expect(readZoneFile(laidOut)).toEqual(readZoneFile(plain));
      }),
    );
  });
});

import * as dnsPacket from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../src/dns/resolver.ts';
import { decodeAnswer, encodeQuery, type Query, typeNumbers } from '../../src/dns/wire/message.ts';
import { decodeName, encodeName } from '../../src/dns/wire/name.ts';
import { readMessage } from '../../src/dns/wire/reading.ts';
import { answerTo } from './raw-server.ts';

describe('encodeName', () => {
  it.each<[string, string, string]>([
    ['labels behind their lengths', 'ab.c', '\x02ab\x01c\0'],
    ['a final dot', 'ab.', '\x02ab\0'],
    ['the case as written', 'aB', '\x02aB\0'],
    ['a dot inside a label', 'a\\.b.c', '\x03a.b\x01c\0'],
    ['a final dot inside a label', 'a\\.', '\x02a.\0'],
    ['a backslash', 'a\\\\.c', '\x02a\\\x01c\0'],
    ['an octet in digits', 'a\\046\\000\\255', '\x04a.\0\xff\0'],
    ['an escape that is not needed', '\\a\\@', '\x02a@\0'],
    ['what VERP senders hold', 'a+b=c@d%e!f g.t', '\x0da+b=c@d%e!f g\x01t\0'],
    ['one char for one octet', '\xe9\n', '\x02\xe9\n\0'],
    ['a label of 63', 'x'.repeat(63), `?${'x'.repeat(63)}\0`],
    ['a name of 253', `${'x.'.repeat(126)}x`, `${'\x01x'.repeat(127)}\0`],
  ])('%s', (_, name, octets) => {
    expect(encodeName(name)?.toString('latin1')).toBe(octets);
  });

  it.each<[string, string]>([
    ['the empty name', ''],
    ['the root', '.'],
    ['an empty label', 'a..b'],
    ['an empty first label', '.a'],
    ['two final dots', 'a..'],
    ['a label of 64', 'x'.repeat(64)],
    ['a name of 254', `${'x.'.repeat(126)}xx`],
    ['a char that is no octet', 'a\u0100'],
    ['an emoji', '\u{1f4e7}.test'],
    ['digits that are no octet', 'a\\256'],
    ['two digits', 'a\\12'],
    ['a final backslash', 'a\\'],
    ['a text without end', 'x.'.repeat(1e6)],
  ])('null for %s', (_, name) => {
    expect(encodeName(name)).toBeNull();
  });

  it('what is decoded encodes to the same octets', () => {
    const label = fc.uint8Array({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 12 }), (labels) => {
        const octets = Buffer.from([...labels.flatMap((each) => [each.length, ...each]), 0]);
        const read = decodeName(octets, 0);
        expect(read?.end).toBe(octets.length);
        expect(encodeName(read?.name ?? '')).toEqual(octets);
      }),
    );
  });
});

describe('decodeName', () => {
  it.each<[string, string, number, string, number]>([
    ['the root', '\0', 0, '', 1],
    ['a pointer', '\x01a\0\x01b\xc0\0', 3, 'b.a', 7],
    ['a pointer to a pointer', '\x01a\0\xc0\0\xc0\x03', 5, 'a', 7],
  ])('%s', (_, octets, start, name, end) => {
    expect(decodeName(Buffer.from(octets, 'latin1'), start)).toEqual({ name, end });
  });

  it.each<[string, string, number]>([
    ['nothing', '', 0],
    ['no end', '\x01a', 0],
    ['a label cut short', '\x05a', 0],
    ['half a pointer', '\x01a\0\xc0', 3],
    ['a pointer to itself', '\xc0\0', 0],
    ['a pointer to a label before that leads back', '\x01a\xc0\0', 2],
    ['two pointers to each other', '\xc0\x02\xc0\0', 2],
    ['a pointer ahead', '\xc0\x02\0', 0],
    ['a label of the form 01', '\x41a\0', 0],
    ['256 octets', `${`\x3f${'x'.repeat(63)}`.repeat(3)}\x3f${'x'.repeat(63)}\0`, 0],
  ])('null for %s', (_, octets, start) => {
    expect(decodeName(Buffer.from(octets, 'latin1'), start)).toBeNull();
  });

  it('gives up a chain of pointers that only leads back and back', () => {
    const packet = Buffer.alloc(10_000);
    for (let at = 2; at < packet.length; at += 2) packet.writeUInt16BE(0xc000 | (at - 2), at);
    expect(decodeName(packet, 200)).toEqual({ name: '', end: 202 });
    expect(decodeName(packet, 9998)).toBeNull();
  });
});

const name = Buffer.from('\x07example\x04test\0', 'latin1');
const query: Query = { id: 0xabcd, name, type: typeNumbers.TXT, edns: true };

describe('encodeQuery', () => {
  it.each([true, false])('is read by others, EDNS %s', (edns) => {
    const packet = dnsPacket.decode(encodeQuery({ ...query, edns }));
    expect(packet).toMatchObject({ id: 0xabcd, type: 'query', flag_rd: true, flag_ad: true, flag_cd: false });
    expect(packet.questions).toEqual([{ name: 'example.test', type: 'TXT', class: 'IN' }]);
    expect(packet.additionals).toMatchObject(
      edns ? [{ type: 'OPT', name: '.', udpPayloadSize: 1232, ednsVersion: 0, flag_do: false }] : [],
    );
  });
});

const packetOfAll = answerTo(encodeQuery(query), {
  answers: [
    { type: 'CNAME', name: 'example.test', data: 'a.example.test' },
    { type: 'TXT', name: 'a.example.test', data: ['x', 'y'] },
    { type: 'MX', name: 'a.example.test', data: { preference: 1, exchange: 'mx.example.test' } },
  ],
  authorities: [{ type: 'SOA', name: 'example.test', data: { mname: 'a.test', rname: 'b.test', serial: 1 } }],
});

function readAll(packet: Buffer): void {
  for (const type of Object.keys(typeNumbers) as RecordType[]) {
    const asked = { ...query, type: typeNumbers[type] };
    const answer = decodeAnswer(packet, asked);
    if (answer === null || answer === 'badresponse') continue;
    const reading = readMessage(answer, { name: 'example.test', type }, 16);
    expect(['answer', 'alias']).toContain(reading.kind);
  }
}

describe('decodeAnswer and readMessage are total', () => {
  it('on any octets behind a head that fits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: 7 }), (octets, type) => {
        const head = encodeQuery({ ...query, type: Object.values(typeNumbers)[type] ?? 1, edns: false });
        head.writeUInt16BE(0x8180, 2);
        head.writeUInt16BE(2, 6);
        readAll(Buffer.concat([head, octets]));
        readAll(Buffer.from(octets));
      }),
    );
  });

  it('on an answer with octets changed and its end cut', () => {
    const changes = fc.array(fc.tuple(fc.nat(packetOfAll.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.nat(packetOfAll.length), (octets, end) => {
        const packet = Buffer.from(packetOfAll);
        for (const [at, octet] of octets) packet[at] = octet;
        readAll(packet);
        readAll(packet.subarray(0, end));
      }),
      { numRuns: 500 },
    );
  });

  it('an answer cut anywhere is none or a bad one', () => {
    for (let end = 0; end < packetOfAll.length; end += 1) {
      const answer = decodeAnswer(packetOfAll.subarray(0, end), query);
      expect(answer).toBe(end < 12 + name.length + 4 ? null : 'badresponse');
    }
    expect(decodeAnswer(packetOfAll, query)).toMatchObject({ status: 'message', rcode: 0 });
  });
});

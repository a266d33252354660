import { createSocket } from 'node:dgram';
import { once as event } from 'node:events';
import { connect } from 'node:net';
import * as dnsPacket from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import { readZoneFile } from '../../src/dns/zone-file.ts';
import { type DnsServer, parseFaults, startDnsServer } from '../support/dns-server.ts';

const zone = `
$ORIGIN example.test.
@        SOA ns hostmaster 1 2 3 4 5
host     A 192.0.2.1
alias    CNAME host
dangling CNAME nothing
long     TXT "${'x'.repeat(250)}" "${'y'.repeat(250)}" "${'z'.repeat(250)}"
caa      CAA 0 issue "ca.test"
beyond   CNAME broken
broken   A 192.0.2.2
; answer broken.example.test A SERVFAIL
`;

let server: DnsServer;
beforeAll(async () => {
  server = await startDnsServer(zone);
});
afterAll(() => server.close());

/** Sends a packet over UDP and gives what comes back. */
async function exchange(packet: Buffer): Promise<dnsPacket.DecodedPacket> {
  const socket = createSocket('udp4');
  socket.send(packet, Number(server.server.split(':')[1]), '127.0.0.1');
  const [answer] = (await event(socket, 'message')) as [Buffer];
  socket.close();
  return dnsPacket.decode(answer);
}

function question(name: string, type: dnsPacket.RecordType, udpPayloadSize?: number): Buffer {
  const additionals: dnsPacket.Answer[] =
    udpPayloadSize === undefined
      ? []
      : [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ];
  return dnsPacket.encode({
    type: 'query',
    id: 7,
    flags: dnsPacket.RECURSION_DESIRED,
    questions: [{ name, type }],
    additionals,
  });
}

describe('the DNS server of the tests', () => {
  it('gives the aliases on the way, each under its own name', async () => {
    const { answers, authorities } = await exchange(question('alias.example.test', 'A'));
    expect(answers?.map(({ name, type }) => [name, type])).toEqual([
      ['alias.example.test', 'CNAME'],
      ['host.example.test', 'A'],
    ]);
    expect(authorities).toEqual([]);
  });

  it.each<[string, string, dnsPacket.RecordType, number, string]>([
    ['NODATA', 'host.example.test', 'TXT', 0, 'example.test'],
    ['NXDOMAIN', 'nothing.example.test', 'A', 3, 'example.test'],
    ['NXDOMAIN behind an alias', 'dangling.example.test', 'A', 3, 'example.test'],
    ['NXDOMAIN outside its zones', 'a.other', 'A', 3, 'other'],
    ['NODATA for a type it does not serve', 'host.example.test', 'CAA', 0, 'example.test'],
    ['NODATA at the owner of such a type', 'caa.example.test', 'CAA', 0, 'example.test'],
    ['NXDOMAIN for such a type', 'nothing.example.test', 'CAA', 3, 'example.test'],
  ])('%s with the SOA beside it', async (_, name, type, rcode, apex) => {
    const answer = await exchange(question(name, type));
    expect((answer.flags ?? 0) & 15).toBe(rcode);
    expect(answer.authorities?.map((record) => [record.type, record.name])).toEqual([['SOA', apex]]);
  });

  it.each<[string, number | undefined, boolean]>([
    ['over 512 octets without EDNS', undefined, true],
    ['over the size that EDNS offers', 600, true],
    ['over 512 octets where EDNS offers less', 100, true],
    ['within the size that EDNS offers', 1232, false],
  ])('sets TC %s', async (_, size, truncated) => {
    const answer = await exchange(question('long.example.test', 'TXT', size));
    expect(answer.flag_tc).toBe(truncated);
    expect(answer.answers?.length).toBe(truncated ? 0 : 1);
    expect(answer.additionals?.length).toBe(size === undefined ? 0 : 1);
  });

  it('fails where an alias leads to a fault', async () => {
    expect((await exchange(question('beyond.example.test', 'A'))).flags).toBe(
      dnsPacket.RECURSION_DESIRED | dnsPacket.RECURSION_AVAILABLE | 2,
    );
    expect(((await exchange(question('beyond.example.test', 'TXT'))).flags ?? 0) & 15).toBe(0);
  });

  it('survives garbage over UDP and TCP', async () => {
    const port = Number(server.server.split(':')[1]);
    const socket = createSocket('udp4');
    const answers: Buffer[] = [];
    socket.on('message', (answer: Buffer) => answers.push(answer));
    const whole = question('host.example.test', 'A');
    const garbage = [
      Buffer.alloc(0),
      Buffer.from([1]),
      Buffer.alloc(12, 0xff),
      Buffer.alloc(600, 0xc0),
      whole.subarray(0, 20),
      dnsPacket.encode({ type: 'response', id: 1, questions: [{ name: 'a.test', type: 'A' }] }),
      dnsPacket.encode({ type: 'query', id: 1, questions: [] }),
    ];
    for (const packet of garbage) socket.send(packet, port, '127.0.0.1');
    const tcp = connect(port, '127.0.0.1');
    await event(tcp, 'connect');
    tcp.write(Buffer.from([0, 3, 1, 2, 3, 0, 0, 0xff, 0xff, 1]));
    tcp.resetAndDestroy();
    const asked = server.questions.length;
    expect((await exchange(whole)).answers).toHaveLength(1);
    expect(server.questions).toHaveLength(asked + 1);
    socket.close();
    expect(answers).toEqual([]);
  });

  it('answers several questions on one connection, in whatever pieces they come', async () => {
    const tcp = connect(Number(server.server.split(':')[1]), '127.0.0.1');
    await event(tcp, 'connect');
    tcp.setNoDelay(true);
    const one = question('host.example.test', 'A');
    const framed = Buffer.concat([Buffer.from([0, one.length]), one, Buffer.from([0, one.length]), one]);
    let received = Buffer.alloc(0);
    const both = new Promise<void>((resolve) => {
      tcp.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        if (received.length >= 2 * (2 + received.readUInt16BE(0))) resolve();
      });
    });
    for (const [index, octet] of framed.entries()) setTimeout(() => tcp.write(Buffer.from([octet])), index);
    await both;
    tcp.destroy();
    expect(dnsPacket.streamDecode(received).answers).toHaveLength(1);
  });

  it('keeps every packet asked, repeats included', async () => {
    const own = await startDnsServer('a.test. A 192.0.2.1');
    const resolver = nodeResolver({ servers: [own.server] });
    await resolver.query('a.test', 'A');
    await resolver.query('a.test', 'A');
    await resolver.query('a.test', 'TXT');
    expect(own.questions).toEqual([
      { name: 'a.test', type: 'A', transport: 'udp' },
      { name: 'a.test', type: 'A', transport: 'udp' },
      { name: 'a.test', type: 'TXT', transport: 'udp' },
    ]);
    await own.close();
  });

  it('takes a zone that has been read, and faults apart from it', async () => {
    const fault = { name: 'a.test', type: 'A', kind: 'REFUSED', delayMs: 0 } as const;
    const own = await startDnsServer(readZoneFile('a.test. A 192.0.2.1'), [fault]);
    const answer = await nodeResolver({ servers: [own.server] }).query('a.test', 'A');
    expect(answer).toEqual({ status: 'failed', failure: 'refused' });
    await own.close();
  });

  it('closes with connections open and answers outstanding', async () => {
    const own = await startDnsServer('a.test. A 192.0.2.1\n; answer a.test A DELAY=600000');
    const tcp = connect(Number(own.server.split(':')[1]), '127.0.0.1');
    await event(tcp, 'connect');
    const one = question('a.test', 'A');
    tcp.write(Buffer.concat([Buffer.from([0, one.length]), one]));
    // The connection may be reset under the answer that is still owed.
    tcp.on('error', () => tcp.destroy());
    const closed = new Promise((resolve) => tcp.on('close', resolve));
    await own.close();
    await closed;
    expect(tcp.destroyed).toBe(true);
  });
});

describe('parseFaults', () => {
  it.each<[string, string, unknown[]]>([
    [
      'a kind',
      '; answer A.Test. TXT SERVFAIL',
      [{ name: 'a.test', type: 'TXT', kind: 'SERVFAIL', delayMs: 0 }],
    ],
    ['all types', ';answer a.test * TIMEOUT', [{ name: 'a.test', type: '*', kind: 'TIMEOUT', delayMs: 0 }]],
    ['a delay', '; answer a.test A DELAY=30', [{ name: 'a.test', type: 'A', kind: 'DELAY', delayMs: 30 }]],
    ['nothing in other comments', '; the answer is 42\n; audit a.test\na.test. A 192.0.2.1 ; answer', []],
    ['CRLF', '; answer a.test A TRUNCATE\r\n', [{ name: 'a.test', type: 'A', kind: 'TRUNCATE', delayMs: 0 }]],
  ])('%s', (_, text, faults) => {
    expect(parseFaults(text)).toEqual(faults);
  });

  it.each<[string, string]>([
    ['an unknown kind', '; answer a.test A SLOW'],
    ['an unknown type', '; answer a.test TXTT SERVFAIL'],
    ['a missing type', '; answer a.test SERVFAIL'],
    ['a word too many', '; answer a.test A SERVFAIL twice'],
    ['a delay without a number', '; answer a.test A DELAY='],
  ])('refuses %s, with its line', (_, text) => {
    expect(() => parseFaults(`\n${text}`)).toThrow(/^line 2: write/);
  });
});

import { createSocket, type RemoteInfo } from 'node:dgram';
import { once as event } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import type { RecordType } from '../../src/dns/resolver.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';

const zone = `
$ORIGIN example.test.
@            SOA ns.example.test. first\\.last.example.test. 1 2 3 4 5
@            NS ns
@            TXT "v=spf1 " "-all"
@            TXT "caf\\233" ""
@            A 192.0.2.1
@            AAAA 2001:db8:0:0:0:0:0:1
@            MX 10 mx1
@            MX 20 mx2
null         MX 0 .
alias        CNAME host
host         A 192.0.2.2
dangling     CNAME nothing
long         TXT "${'x'.repeat(250)}" "${'y'.repeat(250)}" "${'z'.repeat(250)}"
_under       TXT "u"
*.star       TXT "s"
a/b          TXT "slash"
1.2.0.192.in-addr.arpa. PTR mail.example.test.
; answer servfail.example.test * SERVFAIL
; answer refused.example.test * REFUSED
; answer formerr.example.test * FORMERR
; answer notimp.example.test * NOTIMP
; answer silent.example.test * TIMEOUT
; answer cut.example.test TXT TRUNCATE
cut          TXT "over TCP"
; answer slow.example.test A DELAY=30
; answer slower.example.test A DELAY=1000
slower       A 192.0.2.4
slow         A 192.0.2.3
`;

let server: DnsServer;
beforeAll(async () => {
  server = await startDnsServer(zone);
});
afterAll(() => server.close());

/** Patient, but for the one name that never answers. */
const resolver = (name = '') =>
  nodeResolver({ servers: [server.server], timeoutMs: name.startsWith('silent') ? 300 : 5000 });
const found = (...records: unknown[]) => ({ status: 'found', records });
const failed = (failure: string) => ({ status: 'failed', failure });

/** The questions that arrive while `run` does its work. */
async function packets(run: () => Promise<unknown>) {
  const before = server.questions.length;
  await run();
  return server.questions.slice(before);
}

/** A server on loopback that sends back what `reply` makes of a packet. */
async function rawServer(reply: (packet: Buffer) => Buffer | null) {
  const socket = createSocket('udp4');
  let count = 0;
  socket.on('message', (packet: Buffer, from: RemoteInfo) => {
    count += 1;
    const answer = reply(packet);
    if (answer) socket.send(answer, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await event(socket, 'listening');
  const { port }: AddressInfo = socket.address();
  return { server: `127.0.0.1:${port}`, count: () => count, close: () => socket.close() };
}

/** The packet as an answer without records. */
function emptyAnswer(packet: Buffer, flags: number): Buffer {
  const answer = Buffer.from(packet);
  answer.writeUInt16BE(0x8180 | flags, 2);
  return answer;
}

describe('nodeResolver answers', () => {
  it.each<[string, string, RecordType, unknown]>([
    ['A', 'example.test', 'A', found('192.0.2.1')],
    ['AAAA', 'example.test', 'AAAA', found('2001:db8::1')],
    ['NS', 'example.test', 'NS', found('ns.example.test')],
    ['PTR as a plain question', '1.2.0.192.in-addr.arpa', 'PTR', found('mail.example.test')],
    ['CNAME', 'alias.example.test', 'CNAME', found('host.example.test')],
    ['a null MX', 'null.example.test', 'MX', found({ preference: 0, exchange: '' })],
    ['through an alias', 'alias.example.test', 'A', found('192.0.2.2')],
    ['an alias without this type as nodata', 'alias.example.test', 'TXT', { status: 'nodata' }],
    ['an alias without an address as nodata', 'alias.example.test', 'AAAA', { status: 'nodata' }],
    ['an alias without MX as nodata', 'alias.example.test', 'MX', { status: 'nodata' }],
    ['an alias that leads nowhere as nxdomain', 'dangling.example.test', 'A', { status: 'nxdomain' }],
    ['that alias itself', 'dangling.example.test', 'CNAME', found('nothing.example.test')],
    ['nodata', 'host.example.test', 'TXT', { status: 'nodata' }],
    ['nodata for an empty name', 'in-addr.arpa', 'TXT', { status: 'nodata' }],
    ['nxdomain', 'nothing.example.test', 'TXT', { status: 'nxdomain' }],
    ['a name with a final dot', 'example.test.', 'A', found('192.0.2.1')],
    ['a name in upper case', 'EXAMPLE.TEST', 'A', found('192.0.2.1')],
    ['an underscore', '_under.example.test', 'TXT', found(['u'])],
    ['an asterisk', '*.star.example.test', 'TXT', found(['s'])],
    ['a slash, as RFC 2317 has it', 'a/b.example.test', 'TXT', found(['slash'])],
    ['what takes a while', 'slow.example.test', 'A', found('192.0.2.3')],
    ['SERVFAIL', 'servfail.example.test', 'TXT', failed('servfail')],
    ['REFUSED', 'refused.example.test', 'TXT', failed('refused')],
    ['FORMERR', 'formerr.example.test', 'TXT', failed('badresponse')],
    ['NOTIMP', 'notimp.example.test', 'TXT', failed('refused')],
    ['silence', 'silent.example.test', 'TXT', failed('timeout')],
  ])('%s', async (_, name, type, expected) => {
    expect(await resolver(name).query(name, type)).toEqual(expected);
  });

  it.each<RecordType>(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'TXT'])(
    'a failure for %s stays one',
    async (type) => {
      expect(await resolver().query('servfail.example.test', type)).toEqual(failed('servfail'));
      expect(await resolver().query('host.example.test', type)).toEqual(
        type === 'A' ? found('192.0.2.2') : { status: 'nodata' },
      );
      expect(await resolver().query('nothing.example.test', type)).toEqual({ status: 'nxdomain' });
    },
  );

  it('MX with its two fields and nothing else', async () => {
    const answer = await resolver().query('example.test', 'MX');
    const records = answer.status === 'found' ? answer.records : [];
    expect(records.toSorted((a, b) => a.preference - b.preference)).toEqual([
      { preference: 10, exchange: 'mx1.example.test' },
      { preference: 20, exchange: 'mx2.example.test' },
    ]);
  });

  it('SOA in our words', async () => {
    expect(await resolver().query('example.test', 'SOA')).toEqual(
      found({
        mname: 'ns.example.test',
        rname: 'first\\.last.example.test',
        serial: 1,
        refresh: 2,
        retry: 3,
        expire: 4,
        minimum: 5,
      }),
    );
  });

  it('TXT with its strings apart, one char for one octet', async () => {
    const answer = await resolver().query('example.test', 'TXT');
    const records = answer.status === 'found' ? answer.records : [];
    expect(records).toHaveLength(2);
    expect(records).toContainEqual(['v=spf1 ', '-all']);
    expect(records).toContainEqual(['caf\xe9', '']);
  });

  it.each<[string, string]>([
    ['what does not fit 512 octets', 'long.example.test'],
    ['what the server cuts', 'cut.example.test'],
  ])('over TCP: %s', async (_, name) => {
    let answer: unknown;
    const questions = await packets(async () => {
      answer = await resolver().query(name, 'TXT');
    });
    expect(answer).toMatchObject({ status: 'found' });
    expect(questions.map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
  });
});

describe('nodeResolver does not ask what cannot be asked as written', () => {
  it.each<[string, string]>([
    ['the empty name, which would be the root', ''],
    ['the root', '.'],
    ['an empty label', 'a..test'],
    ['an empty first label', '.test'],
    ['two final dots', 'a.test..'],
    ['a label of 64', `${'x'.repeat(64)}.test`],
    ['a name of 254', `${'x.'.repeat(125)}test`],
    ['NUL, where c-ares would end the name', 'a\0b.test'],
    ['a backslash, which c-ares would decode', 'a\\098.test'],
    ['an escaped dot', 'a\\.b.test'],
    ['what is not ASCII, which would turn into an A-label', '\xe9.test'],
    ['an A-label that decodes to nothing, which would turn the name into the root', 'xn--a.test'],
    ['such a label below a name', '_dmarc.XN--0'],
    ['a line end', 'example.test\n'],
    ...Array.from(' +=@%!"#$&\'(),:;<>?[]^`{|}~').map((char): [string, string] => [
      `the character ${char}`,
      `a${char}b.test`,
    ]),
  ])('%s', async (_, name) => {
    let answer: unknown;
    const questions = await packets(async () => {
      answer = await resolver().query(name, 'TXT');
    });
    expect(answer).toEqual(failed('badname'));
    expect(questions).toEqual([]);
  });

  it.each<[string, string]>([
    ['a label of 63', `${'x'.repeat(63)}.test`],
    ['A-labels', '_dmarc.xn--mnchen-3ya.XN--P1AI'],
    ['what only looks like an A-label', 'a-xn--a.test'],
    ['a name of 253', `${'x.'.repeat(124)}tests`],
  ])('but it asks %s', async (_, name) => {
    expect(await resolver().query(name, 'TXT')).toEqual({ status: 'nxdomain' });
  });
});

describe('nodeResolver resends', () => {
  it.each<[string, string, number]>([
    ['SERVFAIL once', 'servfail.example.test', 2],
    ['REFUSED once', 'refused.example.test', 2],
    ['silence once', 'silent.example.test', 2],
    ['nxdomain never', 'nothing.example.test', 1],
    ['nodata never', 'host.example.test', 1],
  ])('%s', async (_, name, times) => {
    const questions = await packets(() => resolver(name).query(name, 'TXT'));
    expect(questions.map((question) => question.name)).toEqual(Array.from({ length: times }, () => name));
  });

  it.each<[string, number]>([
    ['SERVFAIL', 2],
    ['REFUSED', 5],
    ['FORMERR', 1],
  ])('to the second server where the first says %s', async (_, rcode) => {
    const broken = await rawServer((packet) => emptyAnswer(packet, rcode));
    const both = nodeResolver({ servers: [broken.server, server.server], timeoutMs: 1000 });
    expect(await both.query('example.test', 'A')).toEqual(found('192.0.2.1'));
    expect(broken.count()).toBe(1);
    broken.close();
  });

  it('to the second server where the first is silent', async () => {
    const silent = await rawServer(() => null);
    const both = nodeResolver({ servers: [silent.server, server.server], timeoutMs: 300 });
    expect(await both.query('example.test', 'A')).toEqual(found('192.0.2.1'));
    expect(silent.count()).toBeGreaterThan(0);
    silent.close();
  });

  it('to the second server where the first is dead', async () => {
    const both = nodeResolver({ servers: ['127.0.0.1:1', server.server], timeoutMs: 1000 });
    expect(await both.query('example.test', 'A')).toEqual(found('192.0.2.1'));
  });
});

describe('nodeResolver with a server that misbehaves', () => {
  const header = (packet: Buffer) => packet.subarray(0, 2);

  it.each<[string, (packet: Buffer) => Buffer | null, string]>([
    ['half a header', header, 'badresponse'],
    ['records that are not there', (packet) => emptyAnswer(packet, 0).fill(9, 6, 8), 'badresponse'],
    ['an answer to another question', (packet) => emptyAnswer(packet, 0).fill('z', 13, 14), 'timeout'],
    ['another id', (packet) => emptyAnswer(packet, 0).fill(0xff - (packet[0] ?? 0), 0, 1), 'timeout'],
    ['a cut answer and no TCP', (packet) => emptyAnswer(packet, 0x0200), 'unreachable'],
  ])('%s', async (_, reply, failure) => {
    const raw = await rawServer(reply);
    const timeoutMs = failure === 'timeout' ? 300 : 5000;
    const answer = await nodeResolver({ servers: [raw.server], timeoutMs }).query('example.test', 'TXT');
    raw.close();
    expect(answer).toEqual(failed(failure));
  });

  it('nobody at the port', async () => {
    expect(
      await nodeResolver({ servers: ['127.0.0.1:1'], timeoutMs: 1000 }).query('example.test', 'A'),
    ).toEqual(failed('unreachable'));
  });
});

describe('nodeResolver under load and at the end', () => {
  it.each([16, 128, 500])('loses none of two thousand questions at once, %s in flight', async (inFlight) => {
    const wide = nodeResolver({ servers: [server.server], inFlight });
    const names = Array.from({ length: 2000 }, (_, index) => `n${index}.star.example.test`);
    const answers = await Promise.all(names.map((name) => wide.query(name, 'TXT')));
    expect(answers.filter(({ status }) => status !== 'found')).toEqual([]);
  });

  it('waits for a slow answer as long as told, however quick those before and beside it are', async () => {
    const patient = nodeResolver({ servers: [server.server], timeoutMs: 60_000 });
    for (const name of ['example.test', 'host.example.test', 'slow.example.test', 'example.test']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await patient.query(name, 'A')).status).toBe('found');
    }
    const seen = await packets(async () => {
      const slower = patient.query('slower.example.test', 'A');
      // Each answer has c-ares look for questions that are out of time.
      for (let quick = 0; quick < 20; quick += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await patient.query('slow.example.test', 'A');
      }
      expect(await slower).toEqual(found('192.0.2.4'));
    });
    expect(seen.filter(({ name }) => name === 'slower.example.test')).toHaveLength(1);
  });

  it('ends everything with its signal and asks no more', async () => {
    const stop = new AbortController();
    const bounded = nodeResolver({ servers: [server.server], timeoutMs: 60_000, signal: stop.signal });
    const waiting = [bounded.query('silent.example.test', 'TXT'), bounded.query('silent.example.test', 'A')];
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    expect(await Promise.all(waiting)).toEqual([failed('timeout'), failed('timeout')]);
    const later = await packets(async () => {
      expect(await bounded.query('example.test', 'A')).toEqual(failed('timeout'));
    });
    expect(later).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(process.getActiveResourcesInfo().filter((resource) => /ARES|CARES|QUERY/i.test(resource))).toEqual(
      [],
    );
  });

  it('ends one question with its own signal', async () => {
    const stop = new AbortController();
    const waiting = nodeResolver({ servers: [server.server], timeoutMs: 1000 }).query(
      'silent.example.test',
      'TXT',
      stop.signal,
    );
    stop.abort();
    expect(await waiting).toEqual(failed('timeout'));
  });

  it.each([0, -1, 0.4, 1e12])('takes a timeout of %s for the nearest it can keep', async (timeoutMs) => {
    const answer = await nodeResolver({ servers: [server.server], timeoutMs }).query(
      'silent.example.test',
      'TXT',
      AbortSignal.timeout(20),
    );
    expect(answer).toEqual(failed('timeout'));
  });
});

describe('the servers of nodeResolver', () => {
  it.each([
    '192.0.2.1',
    '192.0.2.1:53',
    '2001:db8::1',
    '[2001:db8::1]',
    '[2001:db8::1]:5353',
    'fe80::1%eth0',
    '[fe80::1%eth0]:53',
  ])('%s is one', (text) => {
    expect(() => nodeResolver({ servers: [text] })).not.toThrow();
  });

  it.each<[string, string]>([
    ['a name', 'dns.example'],
    ['nothing', ''],
    ['half an address', '192.0.2'],
    ['port 0, on which the runtime aborts', '192.0.2.1:0'],
    ['port 65536', '192.0.2.1:65536'],
    ['a port that is no number', '192.0.2.1:dns'],
    ['a missing port', '192.0.2.1:'],
    ['IPv6 in an open bracket', '[2001:db8::1'],
    ['a DoH address', 'https://dns.example/dns-query'],
  ])('not %s', (_, text) => {
    expect(() => nodeResolver({ servers: [text] })).toThrow(InputError);
    expect(() => nodeResolver({ servers: [text] })).toThrow(/is no DNS server; give an IP address/);
  });

  it('the default are the system servers', () => {
    expect(() => nodeResolver()).not.toThrow();
    expect(() => nodeResolver({ servers: [] })).not.toThrow();
  });
});

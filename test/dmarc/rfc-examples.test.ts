import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aligned } from '../../src/dmarc/alignment.ts';
import { discoverDmarc } from '../../src/dmarc/discover.ts';
import { type DmarcRecord, isDmarc, parseDmarc } from '../../src/dmarc/parse.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import { zoneResolver } from '../../src/dns/zone-resolver.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';

/** The records of RFC 9989 Appendix B.2, as they stand there in master files, each under its section for an origin. */
const records = `$TTL 60
$ORIGIN b21.example.com.
_dmarc  IN TXT ( "v=DMARC1; p=none; "
                 "rua=mailto:dmarc-feedback@example.com" )
$ORIGIN b22.example.com.
_dmarc  IN TXT ( "v=DMARC1; p=none; "
                 "rua=mailto:dmarc-feedback@example.com; "
                 "ruf=mailto:auth-reports@example.com" )
$ORIGIN b23.example.com.
_dmarc IN TXT ( "v=DMARC1; p=none; "
                "rua=mailto:dmarc-feedback@example.com; "
                "ruf=mailto:auth-reports@thirdparty.example.net" )
$ORIGIN b23.thirdparty.example.net.
example.com._report._dmarc   IN   TXT    "v=DMARC1;"
$ORIGIN b24.thirdparty.example.net.
example.com._report._dmarc   IN   TXT    (
        "v=DMARC1; "
        "rua=mailto:aggregate-reports@thirdparty.example.net; "
        "ruf=mailto:failure-reports@thirdparty.example.net" )
$ORIGIN b25.test.example.com.
_dmarc IN  TXT  ( "v=DMARC1; p=quarantine; "
                  "rua=mailto:dmarc-feedback@example.com,"
                  "mailto:tld-test@thirdparty.example.net; "
                  "t=y" )
$ORIGIN b25-later.test.example.com.
_dmarc IN  TXT  ( "v=DMARC1; p=reject; "
                  "rua=mailto:dmarc-feedback@example.com,"
                  "mailto:tld-test@thirdparty.example.net" )
`;

async function recordAt(name: string): Promise<DmarcRecord> {
  const answer = await zoneResolver(records).query(name, 'TXT');
  if (answer.status !== 'found') throw new Error(`${name}: ${answer.status}`);
  const texts = answer.records.map((strings) => strings.join(''));
  expect(texts.map(isDmarc)).toEqual([true]);
  return parseDmarc(texts.join(''));
}

interface Reading {
  readonly p: string | null;
  readonly testing?: boolean;
  readonly rua?: readonly string[];
  readonly ruf?: readonly string[];
}

describe('the records of RFC 9989 Appendix B.2', () => {
  const feedback = 'dmarc-feedback@example.com';
  const third = 'tld-test@thirdparty.example.net';
  it.each<[string, string, Reading]>([
    ['B.2.1', '_dmarc.b21.example.com', { p: 'none', rua: [feedback] }],
    ['B.2.2', '_dmarc.b22.example.com', { p: 'none', rua: [feedback], ruf: ['auth-reports@example.com'] }],
    [
      'B.2.3',
      '_dmarc.b23.example.com',
      { p: 'none', rua: [feedback], ruf: ['auth-reports@thirdparty.example.net'] },
    ],
    ['B.2.3, the third party', 'example.com._report._dmarc.b23.thirdparty.example.net', { p: null }],
    [
      'B.2.4',
      'example.com._report._dmarc.b24.thirdparty.example.net',
      {
        p: null,
        rua: ['aggregate-reports@thirdparty.example.net'],
        ruf: ['failure-reports@thirdparty.example.net'],
      },
    ],
    ['B.2.5', '_dmarc.b25.test.example.com', { p: 'quarantine', rua: [feedback, third], testing: true }],
    ['B.2.5, later', '_dmarc.b25-later.test.example.com', { p: 'reject', rua: [feedback, third] }],
  ])('%s', async (_, name, { p, testing = false, rua = [], ruf = [] }) => {
    const record = await recordAt(name);
    expect(record).toMatchObject({ adkim: 'relaxed', aspf: 'relaxed', psd: 'u', problems: [], testing });
    expect(record.p?.policy ?? null).toBe(p);
    expect(record.rua.map(({ address }) => address)).toEqual(rua);
    expect(record.ruf.map(({ address }) => address)).toEqual(ruf);
  });

  it('B.3.1, as it is folded there', () => {
    expect(parseDmarc('v=DMARC1; p=reject; aspf=r;\r\n rua=mailto:dmarc-feedback@example.com')).toMatchObject(
      {
        p: { policy: 'reject' },
        aspf: 'relaxed',
        rua: [{ address: 'dmarc-feedback@example.com' }],
        problems: [],
      },
    );
  });
});

/** Who publishes what in RFC 9989 Appendix B.1 and B.4. */
const published = `$TTL 60
_dmarc.example.com. TXT "v=DMARC1; p=none"
_dmarc.signing.example.com. TXT "v=DMARC1; p=none"
_dmarc.example.net. TXT "v=DMARC1; p=none"
_dmarc.bank.example. TXT "v=DMARC1; p=none; psd=y"
_dmarc.giant.bank.example. TXT "v=DMARC1; p=none"
`;

describe('the walks of RFC 9989 Appendix B.4', () => {
  let server: DnsServer;
  beforeAll(async () => {
    server = await startDnsServer(published);
  });
  afterAll(async () => {
    await server.close();
  });
  const walk = (domain: string) =>
    discoverDmarc(domain, nodeResolver({ servers: [server.server], timeoutMs: 5000 }));

  const deep = 'a.b.c.d.e.f.g.h.i.j.k.example.com';
  it.each<[string, string, string, string | null]>([
    ['B.4.1, the author domain', 'example.com', 'example.com', 'example.com'],
    ['B.4.1, the signing domain', 'signing.example.com', 'example.com', 'signing.example.com'],
    ['B.4.2, the author domain', deep, 'example.com', 'example.com'],
    ['B.4.3, the author domain', 'giant.bank.example', 'giant.bank.example', 'giant.bank.example'],
    ['B.4.3, the sender', 'mail.giant.bank.example', 'giant.bank.example', 'giant.bank.example'],
    ['B.4.3, the signing domain', 'mail.mega.bank.example', 'mega.bank.example', 'bank.example'],
  ])('%s: %s belongs to %s', async (_, domain, organizational, applies) => {
    const found = await walk(domain);
    expect(found.organizationalDomain).toBe(organizational);
    expect(found.applies?.domain ?? null).toBe(applies);
  });

  it('B.4.2: eight names are asked', async () => {
    const before = server.questions.length;
    await walk(deep);
    const asked = server.questions.slice(before).map(({ name }) => name);
    expect(asked.toSorted()).toEqual(
      [
        deep,
        'g.h.i.j.k.example.com',
        'h.i.j.k.example.com',
        'i.j.k.example.com',
        'j.k.example.com',
        'k.example.com',
        'example.com',
        'com',
      ]
        .map((name) => `_dmarc.${name}`)
        .toSorted(),
    );
  });

  it.each<[string, string, string, boolean, boolean]>([
    ['B.1.1 and B.1.2, the first', 'example.com', 'example.com', true, true],
    ['B.1.1, the second', 'child.example.com', 'example.com', false, true],
    ['B.1.2, the second', 'example.com', 'child.example.com', false, true],
    ['B.1.1 and B.1.2, the third', 'example.net', 'child.example.com', false, false],
    ['B.4.1 and B.4.2, the signing domain', 'signing.example.com', 'example.com', false, true],
    ['B.4.2, the sender', 'example.com', deep, false, true],
    ['B.4.3, the sender', 'mail.giant.bank.example', 'giant.bank.example', false, true],
    ['B.4.3, the signing domain', 'mail.mega.bank.example', 'giant.bank.example', false, false],
  ])('%s: %s and %s align: strict %s, relaxed %s', async (_, authenticated, author, strict, relaxed) => {
    const [one, other] = await Promise.all([walk(authenticated), walk(author)]);
    const above = new Map([one, other].map((found) => [found.domain, found.organizationalDomain]));
    const alignedIn = (mode: 'strict' | 'relaxed') =>
      aligned(authenticated, author, mode, (domain) => above.get(domain) ?? null);
    expect([alignedIn('strict'), alignedIn('relaxed')]).toEqual([strict, relaxed]);
  });
});

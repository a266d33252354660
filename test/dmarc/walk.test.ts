import { afterEach, describe, expect, it } from 'vitest';
import { readSubject } from '../../src/audit.ts';
import { aligned } from '../../src/dmarc/alignment.ts';
import { discoverDmarc } from '../../src/dmarc/discover.ts';
import { gatherDmarc } from '../../src/dmarc/gather.ts';
import { walkDomains } from '../../src/dmarc/walk.ts';
import { nodeResolver } from '../../src/dns/node-resolver.ts';
import { type DnsServer, parseFaults, startDnsServer } from '../support/dns-server.ts';

const servers: DnsServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Serves `place: record` lines, `_dmarc` and the type left out, and `place: FAIL` for a place that does not answer. */
async function serve(
  places: Readonly<Record<string, string | readonly string[]>>,
  more: readonly string[] = [],
) {
  const lines = Object.entries(places).flatMap(([place, texts]) =>
    [texts]
      .flat()
      .map((text) =>
        text === 'FAIL'
          ? `; answer _dmarc.${place} TXT SERVFAIL`
          : `_dmarc.${place}. TXT ${JSON.stringify(text)}`,
      ),
  );
  const zone = [
    '$TTL 60',
    'example.test. A 192.0.2.1',
    'a.mail.example.test. A 192.0.2.1',
    ...lines,
    ...more,
  ].join('\n');
  const server = await startDnsServer(zone, parseFaults(zone));
  servers.push(server);
  return { server, resolver: nodeResolver({ servers: [server.server], timeoutMs: 250 }) };
}

describe('the names of a tree walk', () => {
  it.each([
    ['example.test', ['example.test', 'test'], 'up to the top-level domain'],
    [
      '1.2.3.4.5.6.7',
      ['1.2.3.4.5.6.7', '2.3.4.5.6.7', '3.4.5.6.7', '4.5.6.7', '5.6.7', '6.7', '7'],
      'seven labels',
    ],
    [
      '1.2.3.4.5.6.7.8',
      ['1.2.3.4.5.6.7.8', '2.3.4.5.6.7.8', '3.4.5.6.7.8', '4.5.6.7.8', '5.6.7.8', '6.7.8', '7.8', '8'],
      'eight: the parent has seven',
    ],
    [
      'a.b.c.d.e.f.g.h.i.j.mail.example.com',
      [
        'a.b.c.d.e.f.g.h.i.j.mail.example.com',
        'g.h.i.j.mail.example.com',
        'h.i.j.mail.example.com',
        'i.j.mail.example.com',
        'j.mail.example.com',
        'mail.example.com',
        'example.com',
        'com',
      ],
      'the example of RFC 9989 §4.10',
    ],
  ])('of %s', (domain, expected) => {
    expect(walkDomains(domain)).toEqual(expected);
  });

  it('are asked once each, and all of them', async () => {
    const { server, resolver } = await serve({});
    await discoverDmarc('a.mail.example.test', resolver);
    const asked = server.questions.map(({ name, type }) => `${name} ${type}`).toSorted();
    expect(asked).toEqual([
      '_dmarc.a.mail.example.test TXT',
      '_dmarc.example.test TXT',
      '_dmarc.mail.example.test TXT',
      '_dmarc.test TXT',
    ]);
  });
});

it('reads twenty records of a place and twenty that were meant as such, no more', async () => {
  const many = (text: string) => Array.from({ length: 21 }, (_, index) => `${text}; x=${index}`);
  const { resolver } = await serve({ 'example.test': [...many('v=DMARC1'), ...many('v=DMARC2')] });
  const { places, applies } = await discoverDmarc('example.test', resolver);
  expect(places.map(({ records, discarded }) => [records.length, discarded.length])).toEqual([
    [20, 20],
    [0, 0],
  ]);
  expect(applies).toBe(null);
});

const reject = 'v=DMARC1; p=reject';
const none = 'v=DMARC1; p=none';

describe('where the walk of a.mail.example.test leads', () => {
  const [own, mail, org, top] = ['a.mail.example.test', 'mail.example.test', 'example.test', 'test'];
  it.each<[string, Record<string, string | string[]>, string | null, string | null]>([
    ['nothing anywhere', {}, null, own],
    ['its own record', { [own]: reject }, own, own],
    ['its own record below another', { [own]: reject, [org]: none }, own, org],
    [
      'the record with the fewest labels (§4.10.2, the first example)',
      { [mail]: none, [org]: reject },
      org,
      org,
    ],
    [
      'psd=n ends the walk (§4.10.2, the second example)',
      { [mail]: `${reject}; psd=n`, [org]: none },
      mail,
      mail,
    ],
    ['only psd=y at the top (§4.10.2, the last example)', { [top]: `${none}; psd=y` }, top, org],
    ['psd=y above the organizational domain', { [org]: reject, [top]: `${none}; psd=y` }, org, org],
    [
      'psd=y, and a record below the organizational domain, which no one asks for',
      { [mail]: reject, [top]: `${none}; psd=y` },
      top,
      org,
    ],
    ['psd=y right above: the domain is its own organization', { [mail]: `${reject}; psd=y` }, mail, own],
    ['psd=y of its own does not lead below itself', { [own]: `${reject}; psd=y`, [org]: none }, own, own],
    ['several records of its own: the walk goes on', { [own]: [reject, none], [org]: none }, org, org],
    ['several records above: they are as none', { [org]: [reject, none] }, null, own],
    [
      'several records, one with psd=n: no stop',
      { [mail]: [`${reject}; psd=n`, none], [org]: none },
      org,
      org,
    ],
    [
      'text that is no record is passed over',
      { [own]: 'v=spf1 -all', [mail]: 'v=dmarc1; p=none', [org]: reject },
      org,
      org,
    ],
    ['an unknown psd is none', { [mail]: `${reject}; psd=x`, [org]: none }, org, org],
  ])('%s', async (_, places, applies, organizational) => {
    const { resolver } = await serve(places);
    const found = await discoverDmarc(own, resolver);
    expect([found.applies?.domain ?? null, found.organizationalDomain, found.undecided]).toEqual([
      applies,
      organizational,
      null,
    ]);
  });

  it.each<[string, Record<string, string>, string | null, string | null, string | null]>([
    ['its own place', { [own]: 'FAIL', [org]: reject }, null, own, null],
    ['its own place, where nothing else is', { [own]: 'FAIL' }, null, own, own],
    ['its own place, right below psd=y', { [own]: 'FAIL', [mail]: `${reject}; psd=y` }, null, own, own],
    ['its own place, further below psd=y', { [own]: 'FAIL', [org]: `${reject}; psd=y` }, null, own, null],
    ['the parent, where nothing else is', { [mail]: 'FAIL' }, null, mail, null],
    ['the parent may say psd=n', { [mail]: 'FAIL', [org]: reject }, null, mail, null],
    ['the top may have fewer labels', { [org]: reject, [top]: 'FAIL' }, null, top, null],
    ['above psd=n nothing matters', { [mail]: `${reject}; psd=n`, [org]: 'FAIL' }, mail, null, mail],
    [
      'above its own record only the organizational domain hangs on it',
      { [own]: reject, [org]: 'FAIL' },
      own,
      null,
      null,
    ],
    [
      'above its own record with psd=n nothing does',
      { [own]: `${reject}; psd=n`, [org]: 'FAIL' },
      own,
      null,
      own,
    ],
  ])('with a failure: %s', async (_, places, applies, undecided, organizational) => {
    const { resolver } = await serve(places);
    const found = await discoverDmarc(own, resolver);
    const told = [found.applies?.domain ?? null, found.undecided?.name ?? null, found.organizationalDomain];
    expect(told).toEqual([applies, undecided && `_dmarc.${undecided}`, organizational]);
  });
});

describe('the policy for a domain', () => {
  const to = 'rua=mailto:d@example.test';
  const own = 'a.mail.example.test';
  const policyOf = async (domain: string, places: Record<string, string>, more: readonly string[] = []) => {
    const { resolver } = await serve(places, more);
    const fact = await gatherDmarc(readSubject({ domain }), resolver);
    return fact.ok ? [fact.value.policy, fact.value.policyTag] : fact.failed.answer.failure;
  };

  it.each<[string, string, Record<string, string>, unknown]>([
    ['p of its own record', own, { [own]: 'v=DMARC1; p=quarantine; sp=none; np=none' }, ['quarantine', 'p']],
    [
      'sp of an inherited one',
      own,
      { 'example.test': 'v=DMARC1; p=reject; sp=none; np=reject' },
      ['none', 'sp'],
    ],
    [
      'p of an inherited one without sp',
      own,
      { 'example.test': 'v=DMARC1; p=reject; np=none' },
      ['reject', 'p'],
    ],
    [
      'np where the domain does not exist',
      'ghost.example.test',
      { 'example.test': 'v=DMARC1; p=reject; sp=reject; np=none' },
      ['none', 'np'],
    ],
    [
      'sp where it does not exist and np is absent',
      'ghost.example.test',
      { 'example.test': 'v=DMARC1; p=reject; sp=quarantine' },
      ['quarantine', 'sp'],
    ],
    [
      'sp where it exists without any record',
      'mail.example.test',
      { 'example.test': 'v=DMARC1; p=reject; sp=quarantine; np=none' },
      ['quarantine', 'sp'],
    ],
    ['no record', own, {}, [null, null]],
    ['an absent p and a report address: none', own, { [own]: `v=DMARC1; ${to}` }, ['none', null]],
    ['an absent p alone: no DMARC', own, { [own]: 'v=DMARC1; sp=reject' }, [null, null]],
    ['an invalid p and a report address: none', own, { [own]: `v=DMARC1; p=x; ${to}` }, ['none', null]],
    [
      'an invalid p and no usable address: no DMARC',
      own,
      { [own]: 'v=DMARC1; p=x; rua=d@example.test' },
      [null, null],
    ],
    ['an invalid sp undoes a valid p', own, { [own]: 'v=DMARC1; p=reject; sp=x' }, [null, null]],
    [
      'an invalid np undoes it for an inherited record too',
      own,
      { 'example.test': `v=DMARC1; p=reject; np=x; ${to}` },
      ['none', null],
    ],
    ['a failure at its own place', own, { [own]: 'FAIL' }, 'servfail'],
  ])('%s', async (_, domain, places, expected) => {
    expect(await policyOf(domain, places)).toEqual(expected);
  });

  it('is open where sp and np differ and nobody knows whether the domain exists', async () => {
    const fails = ['; answer ghost.example.test CNAME SERVFAIL'];
    const record = (np: string) => ({ 'example.test': `v=DMARC1; p=reject; np=${np}` });
    expect(await policyOf('ghost.example.test', record('none'), fails)).toEqual([null, null]);
    expect(await policyOf('ghost.example.test', record('reject'), fails)).toEqual(['reject', 'p']);
  });
});

describe('alignment', () => {
  const organizational = (domain: string) =>
    domain.endsWith('unknown.test') ? null : domain.split('.').slice(-2).join('.');
  it.each<[string, string, 'strict' | 'relaxed', boolean | null, string]>([
    ['example.com', 'example.com', 'strict', true, 'identical'],
    ['Example.COM', 'example.com', 'strict', true, 'whatever the case'],
    ['foo.example.com', 'news.example.com', 'relaxed', true, 'RFC 9989 table 1: one organization'],
    ['news.example.com', 'news.example.com', 'relaxed', true, 'RFC 9989 table 1: identical'],
    ['foo.example.net', 'news.example.com', 'relaxed', false, 'RFC 9989 table 1: two organizations'],
    ['foo.example.com', 'example.com', 'strict', false, 'strict asks for identity'],
    ['a.unknown.test', 'example.com', 'relaxed', null, 'the one could not be determined'],
    ['example.com', 'a.unknown.test', 'relaxed', null, 'nor the other'],
    ['a.unknown.test', 'b.unknown.test', 'relaxed', null, 'two unknowns are not equal'],
    ['a.unknown.test', 'a.unknown.test', 'relaxed', true, 'identity needs no walk'],
    ['a.unknown.test', 'example.com', 'strict', false, 'nor does its absence'],
  ])('of %s with %s, %s: %s (%s)', (authenticated, author, mode, expected) => {
    expect(aligned(authenticated, author, mode, organizational)).toBe(expected);
  });
});
